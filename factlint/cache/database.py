"""Many small values in one file of the cache: what came of each article, by the hash of all that it came from.

The file is the owner's alone. Whatever is wrong with it (damaged, locked, on a full disk, of an old version), the run
goes on as without it; a damaged file is taken away, and a damaged value is as good as none.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from hashlib import blake2b
from typing import TYPE_CHECKING, TypeVar

from factlint.cache import store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

T = TypeVar("T")

NAME = "articles-1.db"
LARGEST = 1_000_000_000
"""So many bytes of values are kept; beyond, those go that were not asked for in the longest time."""

_TABLES = """
    CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, run INTEGER NOT NULL, value BLOB NOT NULL) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS by_run ON kept (run);
"""
_AT_ONCE = 500  # keys in one question
_CHECK = 16  # bytes of the checksum before a value
_OUTDATED = 4  # runs after which a value that is asked for is marked as asked for again


class Database:
    """The values in one file; opened when they are first asked for."""

    def __init__(self, path: Path | None = None, largest: int = LARGEST) -> None:
        self._path = path or store.folder() / NAME
        self._largest = largest
        self._open: sqlite3.Connection | None = None
        self._run = 0
        self._off = False

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values that are there, by their keys."""
        return self._tried(lambda db: dict(self._found(db, keys)), {})

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Keep some values, all of them or (where that fails) none."""

        def write(db: sqlite3.Connection) -> None:
            rows = [(key, self._run, _check(value) + value) for key, value in values.items()]
            with db:
                db.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)

        self._tried(write, None)

    def close(self) -> None:
        """Take away what is too much, and close the file."""
        if self._open is not None:
            self._tried(self._pruned, None)
        if self._open is not None:
            with contextlib.suppress(sqlite3.Error):
                self._open.close()
            self._open = None

    # -- one step each

    def _found(self, db: sqlite3.Connection, keys: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
        again: list[bytes] = []
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            for key, run, value in db.execute(f"SELECT key, run, value FROM kept WHERE key IN ({marks})", some):  # noqa: S608 - marks alone
                if _check(value[_CHECK:]) == value[:_CHECK]:
                    yield key, value[_CHECK:]
                    if run < self._run - _OUTDATED:
                        again.append(key)
        if again:
            with db:
                db.executemany("UPDATE kept SET run = ? WHERE key = ?", [(self._run, key) for key in again])

    def _pruned(self, db: sqlite3.Connection) -> None:
        """Take away the values of the oldest runs until a tenth of the room is free again."""
        [[pages]], [[free]] = db.execute("PRAGMA page_count").fetchall(), db.execute("PRAGMA freelist_count").fetchall()
        [[size]] = db.execute("PRAGMA page_size").fetchall()
        too_much = (pages - free) * size - self._largest
        if too_much <= 0:
            return
        too_much += self._largest // 10
        with db:
            for key, length in db.execute("SELECT key, length(value) FROM kept ORDER BY run, key").fetchall():
                if too_much <= 0:
                    break
                db.execute("DELETE FROM kept WHERE key = ?", (key,))
                too_much -= length

    # -- the file

    def _tried(self, step: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """What a step gives; ``otherwise`` where the file does not allow it."""
        try:
            return otherwise if self._off else step(self._opened())
        except sqlite3.OperationalError:
            # Locked for long, not to be written, or the disk is full: that may be over in the next run.
            self._off = True
        except (sqlite3.DatabaseError, OSError):
            self._off = True
            self._remove()
        return otherwise

    def _opened(self) -> sqlite3.Connection:
        if self._open is None:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            # SQLite gives the files that it puts beside this one the same rights.
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            own = store.is_own(os.fstat(handle))
            os.close(handle)
            if not own:
                raise sqlite3.OperationalError("this file is not the user's alone")
            self._open = sqlite3.connect(self._path, timeout=5)
            for line in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=OFF"):
                self._open.execute(line)
            self._open.executescript(_TABLES)
            [[last]] = self._open.execute("SELECT coalesce(max(run), 0) FROM kept").fetchall()
            self._run = last + 1
        return self._open

    def _remove(self) -> None:
        if self._open is not None:
            with contextlib.suppress(sqlite3.Error):
                self._open.close()
            self._open = None
        for end in ("", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                self._path.with_name(self._path.name + end).unlink()


def key_of(parts: Iterable[bytes]) -> bytes:
    """The hash of several pieces, each kept apart from the next."""
    seen = blake2b(digest_size=20)
    for part in parts:
        seen.update(len(part).to_bytes(8, "big"))
        seen.update(part)
    return seen.digest()


def _check(value: bytes) -> bytes:
    return blake2b(value, digest_size=_CHECK).digest()
