"""What comes in over standard input and goes out over standard output, and the line about each fault in it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    import logging

    from factlint.lsp.server import Server

MOST_BYTES = 64_000_000
"""The longest message that is read; the longest article takes less than a third of it, with every sign escaped."""

_LONGEST_HEADER = 256
_LOG = "pygls"


class Incoming:
    """A stream of which no line and no message is read that is longer than any editor sends."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readline(self) -> bytes:
        """The next line of a header, or the next part of one that is too long to be any."""
        return self._stream.readline(_LONGEST_HEADER)

    def read(self, size: int) -> bytes:
        """The body of a message; none, which ends the session, where it is said to be longer than may be."""
        if size > MOST_BYTES:
            import logging

            logging.getLogger(_LOG).error("a message of %d bytes is too long: the session ends", size)
            return b""
        return self._stream.read(size)


def _shortened(record: logging.LogRecord) -> bool:
    """Make one line of each fault: the editor shows them in its log, and gets the rest in the answer."""
    error = record.exc_info[1] if record.exc_info else None
    said = f"factlint lsp: {record.getMessage()}{f': {error!r}' if error is not None else ''}"
    # pygls puts a whole traceback into the words of some of its warnings.
    record.msg, record.args = said.splitlines()[0][:500], ()
    record.exc_info = record.exc_text = None
    return True


def talk(server: Server) -> None:
    """Serve one editor over standard input and output until it leaves."""
    import logging

    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(_shortened)
    handler.setLevel(logging.WARNING)
    logging.getLogger(_LOG).addHandler(handler)
    # The server closes what it writes to; the program still has its own standard output to end with.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out:
        server.start_io(cast("BinaryIO", Incoming(sys.stdin.buffer)), out)
