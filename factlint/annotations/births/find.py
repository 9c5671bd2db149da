"""From the words ``born`` and the years of a life in brackets to the births of an article."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections import Counter
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from factlint.annotations.births.birth import Birth
from factlint.annotations.births.spoken import by_pronoun
from factlint.annotations.births.whose import name_before
from factlint.annotations.spells.elapsed import written_days
from factlint.article import Part
from factlint.text.deferred import deferred
from factlint.text.timex import days_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from factlint.annotations import Reading
    from factlint.annotations.dates.date import Date

_BORN = deferred(r"born (?:in |on |near |at |to )?")
# What may stand between "born" and the date: a place.
_ON_THE_WAY = deferred(r"(?:[\w’'.-]+,? ){0,7}?(?:in |on |in early |in late |around )?(?:the )?")
_ELSEWHERE = deferred(
    r"\b(?:and|but|who|which|that|moved|came|went|fled|after|before|since|until|when|grew|joined|left|died|raised|"
    r"about|around|days?|weeks?|months?|years?)\b"
)
_LIFE = deferred(r"\((?:born |b\. ?)?(1[6-9]\d\d|20\d\d)(?: ?[-–—] ?(1[6-9]\d\d|20\d\d))?\)")
_LINKS_BORN = deferred(
    r"(?:, \d{1,3}| \(\d{1,3}\)|, (?:an?|the|one of|former|first|best known) [^,.;:\n]{0,60}(?=,))?"
    r"(?:,? who|,)? ?(?:was |is )?"
)
_LINKS_LIFE = deferred(r",? ?")
_REACH = 80
_OLDEST = 120
# Rules compare them with the ages of the person: a list without end must not cost without end.
_MOST = 6
_DATED = frozenset({"day", "month", "year"})


def find_births(reading: Reading) -> Iterable[Birth]:
    """The births of an article that are dated to a year at least; of one person no more than ``_MOST``."""
    counts: Counter[str | None] = Counter()
    for birth in chain(_told(reading), _in_brackets(reading)):
        counts[birth.who] += 1
        if birth.who is None or counts[birth.who] <= _MOST:
            yield birth


def _told(reading: Reading) -> Iterator[Birth]:
    text = reading.text
    for match in _BORN.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if before.isalnum() or before in {"-", "’", "'"}:
            continue
        date = _date_behind(reading, match.end())
        days = None if date is None else written_days(date)
        if date is None or days is None:
            continue
        who = name_before(reading, match.start(), _LINKS_BORN) or by_pronoun(reading, match.start())
        yield Birth(
            start=match.start(),
            end=date.end,
            text=text[match.start() : date.end],
            place=reading.place(match.start()),
            date=_part(reading, date.start, date.end),
            first=days.first,
            last=days.last,
            who=None if who is None else who.who,
        )


def _date_behind(reading: Reading, at: int) -> Date | None:
    """The date that belongs to ``born``: the first one behind it, with nothing but a place between."""
    dates: tuple[Date, ...] = reading.layer("date")  # type: ignore[assignment]
    index = bisect_left(dates, at, key=attrgetter("start"))
    date = dates[index] if index < len(dates) else None
    if date is None or date.start >= min(reading.sentence_bounds(at)[1], at + _REACH):
        return None
    between = reading.text[at : date.start]
    if date.precision not in _DATED or _ON_THE_WAY.fullmatch(between) is None or _ELSEWHERE.search(between):
        return None
    return date


def _in_brackets(reading: Reading) -> Iterator[Birth]:
    """``(1931–2012)`` and ``(born 1972)`` right behind a name; a lone year in brackets is anything."""
    text = reading.text
    for match in _LIFE.finditer(text):
        lone = match[2] is None and text[match.start() + 1] != "b"
        days = days_of(match[1])
        if lone or days is None or not _is_life(match):
            continue
        who = name_before(reading, match.start(), _LINKS_LIFE)
        if who is None:
            continue
        yield Birth(
            start=match.start(),
            end=match.end(),
            text=match.group(),
            place=reading.place(match.start()),
            date=_part(reading, *match.span(1)),
            first=days.first,
            last=days.last,
            who=who.who,
            death=int(match[2]) if match[2] else None,
        )


def _is_life(match: re.Match[str]) -> bool:
    """Whether two years can be those of a life; those of an office are too near each other to be told from one."""
    if match[2] is None:
        return int(match[1]) <= datetime.MAXYEAR
    return 15 < int(match[2]) - int(match[1]) < _OLDEST


def _part(reading: Reading, start: int, end: int) -> Part:
    return Part(start=start, end=end, text=reading.text[start:end], place=reading.place(start))
