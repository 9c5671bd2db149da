"""A file takes the place of another one in a single step: whoever looks sees the old one or the new one whole."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path
from typing import IO

_DEFAULT_MODE = 0o666
# /dev/stdout may lead to a file that the shell has open.
_DEVICES = Path("/dev")


def replace_bytes(path: Path, data: bytes) -> None:
    """Write bytes in the place of a file, or of the file that a link leads to; its rights and its owner stay.

    What is no file on a disk (a pipe, a device) is written as it is. Raises OSError where the file or its folder cannot
    be written; the old file is then as it was.
    """
    status = path.stat() if path.exists() else None
    if status is not None and (not stat.S_ISREG(status.st_mode) or path.is_relative_to(_DEVICES)):
        with _opened(path) as out:
            out.write(data)
        return
    path = Path(os.path.realpath(path))
    if status is not None and not os.access(path, os.W_OK):
        raise PermissionError(13, os.strerror(13), str(path))
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".factlint-")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        _like(Path(temporary), status)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _opened(path: Path) -> IO[bytes]:
    """What is no file, open for writing; a pipe that nobody reads is an OSError instead of no end of waiting."""
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_NONBLOCK", 0))
    if os.name == "posix":
        os.set_blocking(handle, True)
    return os.fdopen(handle, "wb")


def _like(path: Path, status: os.stat_result | None) -> None:
    """Give a file the owner and the rights that another one had, or those of any new file."""
    if status is None:
        path.chmod(_DEFAULT_MODE & ~_umask())
        return
    own = path.stat()
    if (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid) and hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(path, status.st_uid, status.st_gid)
    path.chmod(stat.S_IMODE(status.st_mode))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
