"""From the word ``anniversary`` to what it is counted from and when it is kept."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.jubilees.jubilee import Jubilee
from factlint.annotations.jubilees.ordinals import read_ordinal
from factlint.annotations.spells.elapsed import around, written_days
from factlint.annotations.spells.events import event_behind
from factlint.article import Part
from factlint.text.deferred import deferred
from factlint.text.nearby import search_before
from factlint.text.span import Span
from factlint.text.timex import Days, days_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.annotations import Reading
    from factlint.annotations.dates.date import Date

_ANNIVERSARY = deferred(r"anniversary(?: today| on \w+| this \w+|,)? of (?:the )?")
_CENTENARY = deferred(r"(?<![A-Za-z])(?:bi)?centenary(?= of (?:the )?)")
_OF = deferred(r" of (?:the )?")
_NUMBER = deferred(r"(?<![\w.,-])((?:\d{1,4}(?:st|nd|rd|th|-year))|[A-Za-z]+(?:-[a-z]+)?)[ -]\Z")
# Between "of the" and the date of the event: its name, and nothing that goes on to something else.
_NAME = deferred(r"(?:[\w’'“”.&-]+ ){0,9}?(?:(?:on|in|of|,) )?(?:the )?")
_ELSEWHERE = deferred(
    r"\b(?:who|which|that|when|where|was|were|is|are|has|have|had|said|will|since|until|to|by|before|after)\b"
)
_AHEAD = deferred(
    r"\b(?:ahead of|will|upcoming|coming|next|before|towards?|plans?|approach\w*|nears?|due|to mark|later)\b",
    re.IGNORECASE,
)
# The sentence itself keeps the anniversary; a book or a coin made to mark one may be of any year.
_NOW = deferred(
    r"\b(?:marks|marking|celebrates|celebrating|commemorates|commemorating|today|this (?:week|month|year|weekend)|"
    r"ahead of|upcoming|will (?:mark|celebrate|commemorate|be)|(?:is|are) (?:also |already )?(?:the|its|their))\b|"
    r"[’']s the\b",
    re.IGNORECASE,
)
_THEN = deferred(r"\b(?:was|were|had|did|would|went|came|took|made|said|wrote|spoke|gave|[a-z]{3,}ed)\b")
_DATED = frozenset({"day", "month", "year"})
_LENGTHS = frozenset({"duration", "vague"})
_REACH, _LONGEST = 80, 600


class _Event(NamedTuple):
    """The words that date an event, and the days that they may mean."""

    start: int
    end: int
    days: Days


class _Kept(NamedTuple):
    """When an anniversary is kept, if that is known."""

    days: Days | None
    inferred: bool = False


def find_jubilees(reading: Reading) -> Iterable[Jubilee]:
    """The anniversaries whose number, event and time the sentence gives."""
    text = reading.text
    for start, end, nth, behind in _numbered(text):
        low, high = reading.sentence_bounds(start)
        if high - low > _LONGEST:
            continue
        event = _event(reading, behind, high)
        kept = None if event is None else _kept(reading, (Span(start, end), event), low, high)
        if event is None or kept is None:
            continue
        days = kept.days
        yield Jubilee(
            start=start,
            end=end,
            text=text[start:end],
            place=reading.place(start),
            nth=nth,
            event=Part(
                start=event.start, end=event.end, text=text[event.start : event.end], place=reading.place(start)
            ),
            first=event.days.first,
            last=event.days.last,
            resolved=None if days is None else days.first,
            latest=None if days is None else days.last,
            ahead=_AHEAD.search(text, low, high) is not None,
            inferred=kept.inferred,
        )


def _numbered(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Start and end of each number, the number, and where the event begins."""
    for match in _ANNIVERSARY.finditer(text):
        number = search_before(_NUMBER, text, match.start(), 24)
        nth = None if number is None else read_ordinal(number[1])
        if number is not None and nth:
            yield number.start(1), number.end(1), nth, match.end()
    for match in _CENTENARY.finditer(text) if "centenary" in text else ():
        of = _OF.match(text, match.end())
        if of is not None:
            yield match.start(), match.end(), 200 if match.group().startswith("bi") else 100, of.end()


def _event(reading: Reading, at: int, end: int) -> _Event | None:
    named = event_behind(reading, at)
    if named is not None:
        return _Event(*named.place, Days(named.day, named.day))
    date = next(iter(_dates(reading, at, min(end, at + _REACH))), None)
    days = None if date is None or date.precision not in _DATED else written_days(date)
    if date is None or days is None:
        return None
    between = reading.text[at : date.start]
    if _NAME.fullmatch(between) is None or _ELSEWHERE.search(between):
        return None
    return _Event(date.start, date.end, days)


def _kept(reading: Reading, taken: tuple[Span, _Event], low: int, high: int) -> _Kept | None:
    """When the anniversary is kept; None where the sentence may speak of any time."""
    others = [
        date
        for date in _dates(reading, low, high)
        if date.precision not in _LENGTHS and not any(one.start < date.end and date.start < one.end for one in taken)
    ]
    if others:
        return _by_dates(others)
    if _THEN.search(reading.text, low, high) or not _NOW.search(reading.text, low, high):
        return None
    published = reading.article.metadata.published
    anchor = reading.anchor if published is None else None
    today = published if anchor is None else anchor.value
    return _Kept(None if today is None else around(today), anchor is not None)


def _by_dates(dates: Sequence[Date]) -> _Kept | None:
    """By the one other date of the sentence; of several, nobody knows which."""
    found = [(date, days_of(date.value)) for date in dates]
    if any(days is None for _, days in found):
        return None if any(date.precision == "time" for date, _ in found) else _Kept(None)
    years = {year for _, days in found if days is not None for year in (days.first.year, days.last.year)}
    if len(years) != 1:
        return None
    first = min(days.first for _, days in found if days is not None)
    last = max(days.last for _, days in found if days is not None)
    return _Kept(Days(first, last), any(date.inferred for date in dates))


def _dates(reading: Reading, start: int, end: int) -> Iterator[Date]:
    dates: tuple[Date, ...] = reading.layer("date")  # type: ignore[assignment]
    for index in range(bisect_left(dates, start, key=attrgetter("start")), len(dates)):
        if dates[index].start >= end:
            return
        yield dates[index]
