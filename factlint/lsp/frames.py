"""What comes in from an editor and goes out to it, over standard input and output or a port, and the line about faults.

A port can be reached by every program of this machine, and by every page that its browser shows. Only one who begins
as an editor does, and soon, is heard; the port is closed then.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from typing import TYPE_CHECKING, BinaryIO, cast

from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    import logging
    import socket

    from factlint.lsp.server import Server

MOST_BYTES = 64_000_000
"""The longest message that is read; the longest article takes less than a third of it, with every sign escaped."""

SECONDS_TO_BEGIN = 10
"""After so long, one who is connected and has not sent a first message as an editor does is sent away."""

LOOPBACK = "127.0.0.1"
_LONGEST_HEADER = 256
_LONGEST_FIRST = 1_000_000
# A request of a browser has other headers before these.
_HEADERS = re.compile(rb"(?:(?:Content-Length: \d{1,9}|Content-Type: [^\r\n]*)\r\n)+(?:\r\n)?")
_SIZE = re.compile(rb"Content-Length: (\d+)")
_LOG = "pygls"


class Incoming:
    """A stream of which no line and no message is read that is longer than any editor sends.

    ``begun`` is what came over it already: one whole message, or nothing.
    """

    def __init__(self, stream: BinaryIO, begun: bytes = b"") -> None:
        import io

        self._begun, self._stream = io.BytesIO(begun), stream

    def readline(self) -> bytes:
        """The next line of a header, or the next part of one that is too long to be any."""
        try:
            return self._begun.readline(_LONGEST_HEADER) or self._stream.readline(_LONGEST_HEADER)
        except OSError:  # the line to the editor is cut
            return b""

    def read(self, size: int) -> bytes:
        """The body of a message; none, which ends the session, where it is said to be longer than may be."""
        if size > MOST_BYTES:
            import logging

            logging.getLogger(_LOG).error("a message of %d bytes is too long: the session ends", size)
            return b""
        try:
            return self._begun.read(size) or self._stream.read(size)
        except OSError:
            return b""


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
    _log_faults()
    # The server closes what it writes to; the program still has its own standard output to end with.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out:
        server.start_io(cast("BinaryIO", Incoming(sys.stdin.buffer)), out)


def talk_at(server: Server, port: int) -> None:
    """Serve one editor, the first that comes to a port of this machine, until it leaves.

    Raises ProblemError if the port cannot be opened.
    """
    import socket

    _log_faults()
    try:
        door = socket.create_server((LOOPBACK, port))
    except OSError as error:
        problem = Problem(f"--tcp {port}", f"this port cannot be opened: {error.strerror}", "give another one")
        raise ProblemError(problem) from None
    with door:
        line, first = _editor(door)
        # On some systems only this ends the waiting for others; on the rest it fails, and the closing does.
        with contextlib.suppress(OSError):
            door.shutdown(socket.SHUT_RDWR)
    with contextlib.suppress(OSError), line, line.makefile("rb") as rest, line.makefile("wb") as out:
        server.start_io(cast("BinaryIO", Incoming(rest, first)), out)


def _log_faults() -> None:
    import logging

    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(_shortened)
    handler.setLevel(logging.WARNING)
    logging.getLogger(_LOG).addHandler(handler)


def _editor(door: socket.socket) -> tuple[socket.socket, bytes]:
    """The first connection over which a message comes as an editor sends it, and that message with its headers.

    All are listened to at the same time, so that none keeps another waiting.
    """
    import queue
    from threading import Thread

    heard: queue.SimpleQueue[tuple[socket.socket, bytes]] = queue.SimpleQueue()

    def listen() -> None:
        with contextlib.suppress(OSError):
            while True:
                line, _ = door.accept()
                Thread(target=hear, args=(line,), daemon=True).start()

    def hear(line: socket.socket) -> None:
        with contextlib.suppress(OSError):
            if first := _first_message(line):
                line.settimeout(None)
                heard.put((line, first))
                return
        line.close()

    Thread(target=listen, daemon=True).start()
    return heard.get()


def _first_message(line: socket.socket) -> bytes:
    """A whole message; nothing where something else comes. Raises OSError where it does not come in time."""
    import time

    end = time.monotonic() + SECONDS_TO_BEGIN

    def received(most: int) -> bytes:
        line.settimeout(max(0.001, end - time.monotonic()))
        return line.recv(most)

    found = b""
    while not found.endswith(b"\r\n\r\n"):
        sign = received(1)
        found += sign
        if not sign or len(found) > _LONGEST_HEADER or (sign == b"\n" and not _HEADERS.fullmatch(found)):
            return b""
    size = _SIZE.search(found)
    left = int(size[1]) if size is not None else _LONGEST_FIRST + 1
    while 0 < left <= _LONGEST_FIRST and (more := received(left)):
        found += more
        left -= len(more)
    return found if left == 0 else b""
