"""Plain data under the hash of what it was made from."""

from __future__ import annotations

import marshal
import os
import sys
from hashlib import sha256
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable

_MAGIC = b"factlint-cache-1\n"

_FORMAT = 4  # of marshal: the newest one that all Pythons know for which there is a factlint

KEPT = 12
"""So many files of one name are kept."""
SHIPPED = Path(__file__).resolve().parent.parent / "compiled"
"""What a wheel brings with it: its rules and its knowledge as this cache would have them after a first run."""


def digest(parts: Iterable[str | bytes]) -> str:
    """The hash of several texts, each kept apart from the next."""
    seen = sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        seen.update(len(data).to_bytes(8, "big"))
        seen.update(data)
    return seen.hexdigest()


def folder() -> Path:
    """The user's cache folder for factlint (``FACTLINT_CACHE_DIR`` sets another)."""
    chosen = os.environ.get("FACTLINT_CACHE_DIR")
    if chosen:
        return Path(chosen)
    if sys.platform in ("win32", "darwin"):
        import platformdirs

        return Path(platformdirs.user_cache_dir("factlint", appauthor=False))
    return _xdg_home() / "factlint"


def get(name: str, key: str) -> Any:
    """What was put under a key; None where nothing (or nothing sound) is there."""
    file = opened(name, key)
    if file is None:
        return None
    with file:
        data = file.read()
    body = data[len(_MAGIC) + 32 :]
    if data[: len(_MAGIC)] != _MAGIC or data[len(_MAGIC) : len(_MAGIC) + 32] != sha256(body).digest():
        return None
    try:
        return marshal.loads(body)  # noqa: S302 - its hash is checked, and marshal holds no code that runs by loading
    except (ValueError, EOFError, TypeError):
        return None


def opened(name: str, key: str) -> IO[bytes] | None:
    """The file of a value: that which came with the program, else the user's own; None where there is neither."""
    path = path_of(name, key)
    for one, trusted in ((SHIPPED / path.name, True), (path, False)):
        try:
            file = one.open("rb")
        except OSError:
            continue
        if trusted or is_own(os.fstat(file.fileno())):
            return file
        file.close()
    return None


def put(name: str, key: str, value: Any) -> None:
    """Keep a plain value; a cache that cannot be written is no error. Readable by its owner alone."""
    body = dumped(value)
    write(name, key, (_MAGIC, sha256(body).digest(), body))


def dumped(value: Any) -> bytes:
    """A plain value as bytes that every Python reads."""
    return marshal.dumps(value, _FORMAT)


def write(name: str, key: str, parts: Iterable[bytes | array[int]]) -> None:
    """Keep bytes under a key, and no more than a few files of the name; see ``put``."""
    import tempfile

    path = path_of(name, key)
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as out:
            out.writelines(parts)
        Path(temporary).replace(path)
        _thin_out(path.parent, name)
        temporary = None
    except OSError:
        pass
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)


def is_own(status: os.stat_result) -> bool:
    """Whether a file is the user's and nobody else may write it: what others wrote is not believed."""
    if sys.platform == "win32":
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & 0o022


def _xdg_home() -> Path:
    """The user's folder for caches by the XDG Base Directory Specification; platformdirs takes long to import."""
    home = Path(os.environ.get("XDG_CACHE_HOME", "").strip())
    return home if home.is_absolute() else Path.home() / ".cache"


def path_of(name: str, key: str) -> Path:
    """Where a value is kept."""
    return folder() / f"{name}-{key[:40]}.bin"


def _thin_out(home: Path, name: str) -> None:
    """Take away the oldest files of a name: each change of a rule makes a new one, and nobody asks for the old."""
    files = sorted(home.glob(f"{name}-*.bin"), key=lambda path: path.stat().st_mtime_ns)
    for path in files[:-KEPT]:
        path.unlink(missing_ok=True)
