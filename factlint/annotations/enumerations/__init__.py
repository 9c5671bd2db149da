"""Points that are counted through: First, ... Second, ... Third, ...; lines that begin with 1., 2., 3."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.annotations import Kind, Reading
from factlint.article import Annotation, fact
from factlint.text.deferred import deferred
from factlint.text.wordlist import numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORDS = numbered("First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth", 1)
_WORD = deferred(rf"\b({'|'.join(_WORDS)})(?:ly)?,")
_LINE = deferred(r"^[ \t]{0,8}([0-9]{1,2})[.)][ \t]", re.MULTILINE)
_FEWEST = 3
_ENDS = frozenset('.!?:;\n\r"”’)')


@fact
class Enumeration(Annotation):
    """One point of a row that begins with the first and has three or more: the place is its ordinal or number.

    ``number`` is that, ``expected`` the one that follows from the point before it.
    """

    number: int
    expected: int


def _find(reading: Reading) -> Iterable[Enumeration]:
    text = reading.text
    if "Second" in text or "Third" in text:
        yield from _points(reading, _spoken(text))
    if "\n" in text:
        yield from _points(reading, ((match.start(1), match.end(1), int(match[1])) for match in _LINE.finditer(text)))


def _spoken(text: str) -> Iterator[tuple[int, int, int]]:
    """The ordinals that open a sentence."""
    for match in _WORD.finditer(text):
        before = text[max(0, match.start() - 2) : match.start()].rstrip(" ")
        if not before or before[-1] in _ENDS:
            yield match.start(), match.end() - 1, _WORDS[match[1]]


def _points(reading: Reading, spots: Iterable[tuple[int, int, int]]) -> Iterator[Enumeration]:
    """The points of each row; a row goes on while its numbers rise."""
    row: list[tuple[int, int, int]] = []
    for spot in spots:
        if row and spot[2] <= row[-1][2]:
            yield from _row(reading, row)
            row = []
        row.append(spot)
    yield from _row(reading, row)


def _row(reading: Reading, row: list[tuple[int, int, int]]) -> Iterator[Enumeration]:
    if len(row) < _FEWEST or row[0][2] != 1:
        return
    for (*_, last), (start, end, number) in pairwise(row):
        yield Enumeration(
            start=start,
            end=end,
            text=reading.text[start:end],
            place=reading.place(start),
            number=number,
            expected=last + 1,
        )


KIND = Kind(name="enumeration", fact=Enumeration, find=_find)
