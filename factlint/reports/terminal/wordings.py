"""Two wordings of one thing, and the words in which they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.text.cells import ELLIPSIS, cells, units, wrapped
from factlint.text.deferred import deferred
from factlint.text.forms import comparable

if TYPE_CHECKING:
    from collections.abc import Sequence

    Ranges = Sequence[tuple[int, int]]

_WORD = deferred(r"\S+")
_QUOTES = ('"', "“", "„", "«")
# Shorter texts are seen to differ at a glance; longer ones nobody compares by an underline.
_FEWEST, _MOST = 5, 120


def differing(one: str, other: str) -> Ranges:
    """Where the other text has words that the first has not at that point; empty where less than half is alike."""
    words = [match.group() for match in _WORD.finditer(one[: _MOST * 20])][:_MOST]
    found = list(_WORD.finditer(other[: _MOST * 20]))[:_MOST]
    if min(len(words), len(found)) < _FEWEST:
        return ()
    from difflib import SequenceMatcher

    left, right = [comparable(word) for word in words], [comparable(match.group()) for match in found]
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    alike = sum(end - begin for what, _, _, begin, end in steps if what == "equal")
    if 2 * alike < len(right):
        return ()
    changed = [(begin, end) for what, _, _, begin, end in steps if what != "equal" and begin < end]
    return [(found[begin].start(), found[end - 1].end()) for begin, end in changed]


def marked_lines(text: str, marks: Ranges, room: int, most: int) -> list[tuple[str, str]]:
    """A text in quotation marks in at most so many lines, each with the underline below it (empty if none is due)."""
    opening, closing = ("", "") if text.startswith(_QUOTES) else ("“", "”")
    ranges = wrapped(text, room - 2, most) or [(0, 0)]
    if ranges[-1][1] < len(text):
        closing = ELLIPSIS + closing
    lines = []
    for index, (start, end) in enumerate(ranges):
        first = opening if index == 0 else " " * len(opening)
        shown = units(text[start:end])
        line = first + "".join(shown) + (closing if index == len(ranges) - 1 else "")
        lines.append((line, (" " * len(first) + _underline(shown, start, marks)).rstrip()))
    return lines


def _underline(shown: Sequence[str], start: int, marks: Ranges) -> str:
    """A mark under every cell of the characters that lie in one of the ranges."""
    stop = start + len(shown)
    marked = {offset - start for begin, end in marks for offset in range(max(begin, start), min(end, stop))}
    return "".join(("~" if index in marked else " ") * cells(unit) for index, unit in enumerate(shown))
