"""Half-open ranges of code points."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Code points ``start`` to ``end`` (exclusive) of a text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end
