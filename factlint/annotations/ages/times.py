"""The days on which an age held: those around the day of the article, or a day of death."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.spells.elapsed import around
from factlint.text.deferred import deferred
from factlint.text.nearby import search_before
from factlint.text.timex import days_of

if TYPE_CHECKING:
    from factlint.annotations import Reading
    from factlint.annotations.dates.date import Date

_THEN = deferred(
    r"\b(?:last year|years? (?:ago|earlier|before|later|after)|decades?|at the time|back then|by then|the age of|"
    r"(?:was|were|been) \d+|when|then[ -](?:a )?\d+|would have|anniversary|next year|\d\d+s|photos?|pictures?|"
    r"videos?|footage|childhood|as a child)\b",
    re.IGNORECASE,
)
_YEAR = deferred(r"(?<![\d.,$£€-])(1[6-9]\d\d|20\d\d)(?!\d|,\d|%)")
_LONGEST = 600
# How far behind the age, in characters, the day of death may stand: died aged 73 in June 2004.
_BEHIND = 12
_ALREADY = deferred(r"(?:has|have|[’']s) (?:now )?\Z")


class Time(NamedTuple):
    """From one day to another; both None where that is not known."""

    first: datetime.date | None = None
    last: datetime.date | None = None
    inferred: bool = False


def time_of_article(reading: Reading) -> Time:
    """The day of the article and the days beside it."""
    day = reading.article.metadata.published
    anchor = reading.anchor if day is None else None
    day = day if anchor is None else anchor.value
    return Time() if day is None else Time(*around(day), inferred=anchor is not None)


def speaks_of_then(reading: Reading, at: int) -> bool:
    """Whether the sentence at an offset names a year that is not the article's, or tells of another time."""
    start, end = reading.sentence_bounds(at)
    start, end = max(start, at - _LONGEST), min(end, at + _LONGEST)
    if _THEN.search(reading.text, start, end):
        return True
    now = time_of_article(reading).last
    years = {
        int(match[1]) for match in _YEAR.finditer(reading.text, start, end) if not _is_of_birth(reading, match.start())
    }
    return bool(years - {0 if now is None else now.year})


def _is_of_birth(reading: Reading, at: int) -> bool:
    births = reading.layer("birth")
    index = bisect_right(births, at, key=attrgetter("start"))
    return index > 0 and at < births[index - 1].end


def time_of_death(reading: Reading, match: re.Match[str]) -> Time:
    """The day of a death as the words around it give it; of one that has just been, the day of the article."""
    date = _date_in(reading, match.start(), match.end() + _BEHIND)
    if date is not None:
        days = days_of(date.value)
        return Time() if days is None else Time(days.first, days.last, date.inferred)
    now = time_of_article(reading)
    has = search_before(_ALREADY, reading.text, match.start(), _BEHIND)
    if now.first is None or not (has or match.group().startswith("dies")):
        return Time()
    return now._replace(first=now.first - datetime.timedelta(days=14))


def _date_in(reading: Reading, start: int, end: int) -> Date | None:
    dates: tuple[Date, ...] = reading.layer("date")  # type: ignore[assignment]
    bound = min(end, reading.sentence_bounds(start)[1])
    for index in range(bisect_left(dates, start, key=attrgetter("start")), len(dates)):
        date = dates[index]
        if date.start >= bound:
            return None
        if date.precision not in {"duration", "vague"}:
            return date
    return None
