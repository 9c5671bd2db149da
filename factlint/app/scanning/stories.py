"""Which articles of an archive tell one story: from pairs of articles to the number of each story."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Stories:
    """Articles in the order of their numbers; each begins as a story of its own, and stories are joined.

    Of an article there is kept its number, its block and the first article of its story: 24 bytes.
    """

    def __init__(self, how: str) -> None:
        self.numbers = array("q")
        self.blocks = array("q")
        self._first = array("q")
        self._how = how
        self._named: dict[str, int] = {}

    def add(self, number: int, block: int, path: str, name: str | None) -> None:
        """One more article; those of one name (or of one folder, where that is asked for) are of one story."""
        own = len(self.numbers)
        self.numbers.append(number)
        self.blocks.append(block)
        self._first.append(own)
        if name is None and self._how in ("folder", "all"):
            name = "\0all" if self._how == "all" else f"\0{PurePosixPath(path).parent.as_posix()}"
        if name is not None:
            self._first[own] = self._find(self._named.setdefault(name, own))

    def join(self, one: int, other: int) -> None:
        """Two articles, by their numbers, tell one story."""
        first, second = sorted((self._find(self.at(one)), self._find(self.at(other))))
        self._first[second] = first

    def told(self, most: int) -> tuple[array[int], int]:
        """The story of each article, as the number of its first one; how many stories were cut.

        A story of more than ``most`` articles is cut between its blocks.
        """
        sizes = array("q", bytes(8 * len(self.numbers)))
        for own in range(len(self.numbers)):
            sizes[self._find(own)] += 1
        found = array("q", self.numbers)
        parts: dict[tuple[int, int], int] = {}
        cut: set[int] = set()
        for own, number in enumerate(self.numbers):
            first = self._find(own)
            if sizes[first] <= most:
                found[own] = self.numbers[first]
            else:
                cut.add(first)
                found[own] = parts.setdefault((first, self.blocks[own]), number)
        return found, len(cut)

    def at(self, number: int) -> int:
        """The place of an article in that order."""
        return bisect_left(self.numbers, number)

    def _find(self, own: int) -> int:
        first = self._first
        while first[own] != own:
            first[own] = first[first[own]]
            own = first[own]
        return own


def spans(blocks: array[int], most: int, undated: int) -> Iterator[tuple[int, ...]]:
    """The blocks there are, in order, so many together that at most ``most`` articles are of them, or one alone."""
    counts: dict[int, int] = {}
    for block in blocks:
        counts[block] = counts.get(block, 0) + 1
    together: list[int] = []
    size = 0
    for block in sorted(counts):
        if together and (size + counts[block] > most or (block >= undated) != (together[-1] >= undated)):
            yield tuple(together)
            together, size = [], 0
        together.append(block)
        size += counts[block]
    if together:
        yield tuple(together)
