"""Yearly events with their number and their first year: ``the 12th annual fair, held since 2010``."""

from __future__ import annotations

import datetime  # noqa: TC003 - the rule language reads the field types at run time
from typing import TYPE_CHECKING

from factlint.annotations import Kind, Reading
from factlint.annotations.jubilees.ordinals import read_ordinal
from factlint.article import Annotation, Part, fact
from factlint.text.deferred import deferred
from factlint.text.nearby import search_before

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_ANNUAL = deferred(r" (?:annual|edition of)\b")
_NUMBER = deferred(r"(?<![\w.,-])(\d{1,3}(?:st|nd|rd|th)|[A-Za-z]+(?:-[a-z]+)?)\Z")
_FIRST = deferred(
    r"\b(?:(?:held |staged |run |celebrated )(?:every year |each year |annually |yearly )?since|"
    r"first (?:held|staged|run) in|which began in|which started in) (?P<year>(?:19|20)\d\d)\b"
)
_REACH, _LONGEST = 24, 600


@fact
class Edition(Annotation):
    """``12th`` in ``the 12th annual fair, first held in 2010``.

    ``nth`` is the number, ``year`` the first year, ``since`` the words that give it. ``resolved`` is the day of the
    article; ``inferred`` says that it was taken from the article's dateline or the like.
    """

    nth: int
    year: int
    since: Part
    resolved: datetime.date | None = None
    inferred: bool = False

    @property
    def right(self) -> int | None:
        """Which one it is in the year of the article, if no year was left out."""
        return None if self.resolved is None else self.resolved.year - self.year + 1


def _find(reading: Reading) -> Iterable[Edition]:
    text = reading.text
    for match in _ANNUAL.finditer(text):
        number = search_before(_NUMBER, text, match.start(), _REACH)
        nth = None if number is None else read_ordinal(number[1])
        if number is None or not nth:
            continue
        high = min(reading.sentence_bounds(match.start())[1], match.end() + _LONGEST)
        first = _FIRST.search(text, match.end(), high)
        if first is not None:
            yield _edition(reading, number.span(1), nth, first)


def _edition(reading: Reading, place: tuple[int, int], nth: int, first: re.Match[str]) -> Edition:
    published = reading.article.metadata.published
    anchor = reading.anchor if published is None else None
    start, end = place
    return Edition(
        start=start,
        end=end,
        text=reading.text[start:end],
        place=reading.place(start),
        nth=nth,
        year=int(first["year"]),
        since=Part(start=first.start(), end=first.end(), text=first.group(), place=reading.place(first.start())),
        resolved=published if anchor is None else anchor.value,
        inferred=anchor is not None,
    )


KIND = Kind(name="edition", fact=Edition, find=_find)
