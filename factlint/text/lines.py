"""Offsets to lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_BREAK = re.compile(r"\r\n|\n|\r")


class LineIndex:
    r"""Where the lines of a text begin. Lines end at ``\n``, ``\r\n`` or ``\r`` and at nothing else."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, text: str) -> None:
        self._starts = [0]
        self._ends = []
        for match in _BREAK.finditer(text):
            self._ends.append(match.start())
            self._starts.append(match.end())
        self._ends.append(len(text))

    @classmethod
    def of(cls, starts: Sequence[int], ends: Sequence[int]) -> LineIndex:
        """The index of a text that is not at hand: where its lines start and end."""
        index = cls("")
        index._starts, index._ends = list(starts), list(ends)
        return index

    def parts(self) -> tuple[tuple[int, ...], ...]:
        """All that the index is made of, as plain values; ``of`` (and ``lines_of``) make it again."""
        return tuple(self._starts), tuple(self._ends)

    def position(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column (in code points) of an offset; a line break belongs to the line it ends."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def ending(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of the end of a range; where a text has markup around it, that is left out."""
        return self.position(offset)

    def bounds(self, line: int) -> tuple[int, int]:
        """Start and end offset of a 1-based line, its line break excluded."""
        return self._starts[line - 1], self._ends[line - 1]

    def offset(self, line: int, column: int) -> int:
        """The offset of a 1-based line and column, kept inside the line."""
        start, end = self.bounds(line)
        return min(start + column - 1, end)

    def __len__(self) -> int:
        return len(self._starts)
