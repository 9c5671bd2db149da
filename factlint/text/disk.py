"""Files beside the articles: rules, knowledge, settings, lists. Read whole, and as UTF-8."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from pathlib import Path

_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def contents(file: Path) -> bytes:
    """The bytes of a file.

    Raises OSError where it cannot be read, or is a pipe or a device: those could be read for ever.
    """
    return beginning(file, -1)


def beginning(file: Path, length: int) -> bytes:
    """The first bytes of a file. Raises OSError as ``contents`` does."""
    with os.fdopen(os.open(file, _READ), "rb") as opened:
        if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
            raise OSError(errno.EINVAL, "it is not a file")
        return opened.read(length)


def utf8(shown: str, data: bytes) -> str:
    """The text of a file without its mark (BOM). Raises ProblemError with the place of what is no UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProblemError(_no_utf8(shown, error)) from None


def _no_utf8(shown: str, error: UnicodeDecodeError) -> Problem:
    data = bytes(error.object)
    if data.startswith(_UTF_16):
        return Problem(shown, "this file is UTF-16, not UTF-8", "save it as UTF-8")
    before = data[: error.start].decode()
    start = data.rfind(b"\n", 0, error.start) + 1
    line = data[start:].partition(b"\n")[0].decode("utf-8", "replace").rstrip("\r")
    column = len(data[start : error.start].decode()) + 1
    byte = f"this file is not UTF-8: the byte {data[error.start]:#04x} stands here"
    return Problem(shown, byte, "save it as UTF-8", before.count("\n") + 1, column, line)
