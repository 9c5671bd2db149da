"""Many rows in one file of the cache, read one by one as they are asked for.

A file has the rows, and pairs of a key and a row, sorted by the hash of the key: what a key leads to is found by a
search in a file that is mapped and not read. So a hundred thousand rows cost no more to open than a hundred.

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
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factlint.cache import store
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MAGIC = b"factlint-shelf-1\n" + sys.byteorder.encode().ljust(7)
_HEAD = len(_MAGIC) + 8 * 4
_ROW_BITS = 32


class Shelf:
    """An open file of rows; ``about`` is what was put beside them."""

    def __init__(self, data: mmap.mmap, path: Path) -> None:
        """Raises ValueError where the file is none of these, or is not whole."""
        self._path = path
        rows, pairs, blobs, about = _sizes(data)
        view = memoryview(data)
        starts = _HEAD + 8 * pairs
        self._pairs = view[_HEAD:starts].cast("Q")
        self._starts = view[starts : starts + 8 * (rows + 1)].cast("Q")
        self._blobs = view[starts + 8 * (rows + 1) :][:blobs]
        self.about: Any = _loaded(view[len(view) - about :])

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
    starts, blobs = array("Q", [0]), bytearray()
    for row in rows:
        blobs += _dumped(row)
        starts.append(len(blobs))
    found = _sorted(pairs)
    rest = _dumped(about)
    sizes = array("Q", [len(starts) - 1, len(found), len(blobs), len(rest)])
    store.write(name, key, (_MAGIC, sizes.tobytes(), found.tobytes(), starts.tobytes(), bytes(blobs), rest))


def _sorted(pairs: Iterable[tuple[str, int]]) -> array[int]:
    """The hashes and rows of pairs, each once, in order; sorted in parts, for there may be millions."""
    parts = [array("Q") for _ in range(256)]
    for text, number in pairs:
        key = _hash(text)
        parts[key >> 24].append(key << _ROW_BITS | number)
    found = array("Q")
    for part in parts:
        found.extend(sorted(set(part)))
    return found


def _sizes(data: mmap.mmap) -> Sequence[int]:
    sizes = array("Q", data[len(_MAGIC) : _HEAD]) if data[: len(_MAGIC)] == _MAGIC else array("Q")
    if len(sizes) != 4 or len(data) != _HEAD + 8 * sizes[1] + 8 * (sizes[0] + 1) + sizes[2] + sizes[3]:
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
