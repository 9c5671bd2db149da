"""Many rows in one file of the cache, read one by one as they are asked for.

A file has the rows, and pairs of a key and a row, sorted by the hash of the key: what a key leads to is found by a
search in a file that is mapped and not read. So a hundred thousand rows cost no more to open than a hundred. It is
written as the rows come, the pairs behind them: of very many, few are in memory at a time.

The hash is short, so a key may now and then lead to a row that was not put under it: who asks looks at the row.
"""

from __future__ import annotations

import contextlib
import marshal
import mmap
import sys
import zlib
from array import array
from bisect import bisect_left
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from factlint.cache import store
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_MAGIC = b"factlint-shelf-2\n" + sys.byteorder.encode().ljust(7)
_HEAD, _FOOT = len(_MAGIC), 8 * 4
_ROW_BITS = 32

AT_ONCE = 4_000_000
"""So many pairs are in memory before they are put into a file that goes with the process."""


class Shelf:
    """An open file of rows; ``about`` is what was put beside them."""

    def __init__(self, data: mmap.mmap, path: Path) -> None:
        """Raises ValueError where the file is none of these, or is not whole."""
        self._path = path
        rows, pairs, blobs, about = _sizes(data)
        view = memoryview(data)
        at = _HEAD + blobs
        self._blobs = view[_HEAD:at]
        self._pairs = view[at : at + 8 * pairs].cast("Q")
        at += 8 * pairs
        self._starts = view[at : at + 8 * (rows + 1)].cast("Q")
        at += 8 * (rows + 1)
        self.about: Any = _loaded(view[at : at + about])

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._starts) - 1

    def row(self, number: int) -> Any:
        """A row. Raises ProblemError, and takes the file away, where it is not as it was written."""
        try:
            return _loaded(self._blobs[self._starts[number] : self._starts[number + 1]])
        except ValueError as error:
            with contextlib.suppress(OSError):
                self._path.unlink()
            message = "this file of the cache was damaged; it is removed now"
            raise ProblemError(Problem(str(self._path), message, "run again")) from error

    def count(self, key: str) -> int:
        """About how many rows were put under a key, without looking at them; never too few."""
        first = _hash(key) << _ROW_BITS
        return bisect_left(self._pairs, first + (1 << _ROW_BITS)) - bisect_left(self._pairs, first)

    def numbers(self, key: str) -> Sequence[int]:
        """The rows that were put under a key, in order, and perhaps another."""
        first = _hash(key) << _ROW_BITS
        at = bisect_left(self._pairs, first)
        found = []
        while at < len(self._pairs) and self._pairs[at] >> _ROW_BITS == first >> _ROW_BITS:
            found.append(self._pairs[at] & ((1 << _ROW_BITS) - 1))
            at += 1
        return found


def opened(name: str, key: str) -> Shelf | None:
    """The rows that were put under a key of the cache; None where nothing (or nothing whole) is there."""
    file = store.opened(name, key)
    if file is None:
        return None
    with file, contextlib.suppress(OSError, ValueError):
        return Shelf(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), Path(file.name))
    return None


def put(name: str, key: str, rows: Iterable[Any], pairs: Iterable[tuple[str, int]], about: Any) -> None:
    """Keep rows of plain values, and the numbers of the rows that each key leads to."""
    store.write(name, key, _parts(rows, pairs, about))


def _parts(rows: Iterable[Any], pairs: Iterable[tuple[str, int]], about: Any) -> Iterator[bytes | array[int]]:
    """The file of a shelf; the numbers in it begin at multiples of eight bytes."""
    yield _MAGIC
    starts = array("Q", [0])
    for row in rows:
        blob = _dumped(row)
        starts.append(starts[-1] + len(blob))
        yield blob
    gap = -starts[-1] % 8
    yield bytes(gap)
    count = 0
    for part in _sorted(pairs):
        count += len(part)
        yield part
    yield starts
    rest = _dumped(about)
    yield rest
    yield array("Q", [len(starts) - 1, count, starts[-1] + gap, len(rest)])


def _sorted(pairs: Iterable[tuple[str, int]]) -> Iterator[array[int]]:
    """The hashes and rows of pairs, each once, in order; sorted in parts, for there may be millions."""
    parts = _Parts()
    for text, number in pairs:
        parts.add(_hash(text) << _ROW_BITS | number)
    yield from parts.sorted()


class _Parts:
    """Numbers of 64 bits by their first byte: what is too many for the memory waits in a file that has no name."""

    def __init__(self) -> None:
        self._parts = [array("Q") for _ in range(256)]
        self._runs: list[list[tuple[int, int]]] = [[] for _ in range(256)]
        self._left = AT_ONCE

    def add(self, number: int) -> None:
        """One more number."""
        self._parts[number >> 56].append(number)
        self._left -= 1
        if not self._left:
            self._spill()

    @cached_property
    def _file(self) -> IO[bytes]:
        import tempfile

        return tempfile.TemporaryFile()

    def _spill(self) -> None:
        for runs, part in zip(self._runs, self._parts, strict=True):
            runs.append((self._file.tell(), len(part)))
            part.tofile(self._file)
            del part[:]
        self._left = AT_ONCE

    def sorted(self) -> Iterator[array[int]]:
        """All of them, each once, in order."""
        for runs, part in zip(self._runs, self._parts, strict=True):
            for start, count in runs:
                self._file.seek(start)
                part.fromfile(self._file, count)
            yield array("Q", sorted(set(part)))
            del part[:]


def _sizes(data: mmap.mmap) -> Sequence[int]:
    """How many rows and pairs there are, and how many bytes of rows and of what was put beside them."""
    whole = data[:_HEAD] == _MAGIC and len(data) >= _HEAD + _FOOT
    sizes = array("Q", data[-_FOOT:]) if whole else array("Q")
    if not whole or len(data) != _HEAD + 8 * sizes[1] + 8 * (sizes[0] + 1) + sizes[2] + sizes[3] + _FOOT:
        raise ValueError("this is no whole file of rows")
    return sizes


def _hash(key: str) -> int:
    return zlib.crc32(key.encode("utf-8", "surrogatepass"))


def _dumped(value: Any) -> bytes:
    body = store.dumped(value)
    return zlib.crc32(body).to_bytes(4, "big") + body


def _loaded(data: memoryview) -> Any:
    body = data[4:]
    if zlib.crc32(body) != int.from_bytes(data[:4], "big"):
        raise ValueError("the checksum differs")
    return marshal.loads(body)  # noqa: S302 - its checksum is right, and marshal holds no code that runs by loading
