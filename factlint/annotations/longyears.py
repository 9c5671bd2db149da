"""Years with a figure too many: ``Dec. 15, 20025``, ``since 19998``."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from factlint.annotations import Kind, Reading
from factlint.article import Annotation, fact
from factlint.text.deferred import deferred
from factlint.text.nearby import search_before

if TYPE_CHECKING:
    from collections.abc import Iterable

# Two searches, for one that begins with plain figures is several times faster.
_FIVE = tuple(deferred(rf"{century}[0-9]{{3}}(?![\w%]|[.,:/-]\d)") for century in (19, 20))
_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_LEADS = deferred(
    rf"\b(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:{_MONTHS})\.?)"
    r"(?: \d{1,2}(?:st|nd|rd|th)?)?,? |since |(?:in|of) the year |in (?:early|late|mid)[ -])\Z"
)
_COUNTED = deferred(
    r" (?!and|to|or|in|on|at|by|for|with|when|after|before|until|was|were|is|are|that|who|which)[a-z]+s\b"
)
_REACH = 24


@fact
class Longyear(Annotation):
    """Five figures that begin like a year, where only a year can stand."""


def _find(reading: Reading) -> Iterable[Longyear]:
    text = reading.text
    for match in chain.from_iterable(five.finditer(text) for five in _FIVE):
        start, end = match.span()
        if search_before(_LEADS, text, start, _REACH) and not _COUNTED.match(text, end):
            yield Longyear(start=start, end=end, text=match.group(), place=reading.place(start))


KIND = Kind(name="longyear", fact=Longyear, find=_find)
