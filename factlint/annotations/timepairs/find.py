"""From times in brackets, or behind a stroke, to pairs of times."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.timepairs.timepair import Timepair
from factlint.annotations.timepairs.written import CLOCK, Written, as_written, read_clock
from factlint.article import Part
from factlint.text.deferred import deferred
from factlint.text.nearby import search_before
from factlint.text.zones import NAMES, gaps, is_general, offsets

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from factlint.annotations import Reading
    from factlint.annotations.dates.date import Date

_ZONE = r"(?: ?(?P<zone>[A-Z]{2,4})\b)"
_TIED = r"(?:about |around |at )?"
# The second time, in brackets with what may stand beside it, (0400 GMT Monday), or behind a stroke.
_IN_BRACKETS = deferred(rf"\({_TIED}(?P<time>{CLOCK}{_ZONE})(?P<rest>[^()\n]{{0,24}}\))")
_BEHIND_STROKE = deferred(rf"/(?<=[A-Zm.]/) ?(?P<time>{CLOCK}{_ZONE})")
_FIRST = deferred(
    rf"(?<![\w:.,/$£€-])(?P<time>{CLOCK}{_ZONE}?)(?: local time| local)?"
    r"(?:,? (?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow))?,? ?\Z"
)
_TWO_INSIDE = deferred(rf"(?:[,;/]| or) ?(?P<time>{CLOCK}{_ZONE})\)")
_DAY_THEN = deferred(r",? ?(?:at |from |by )?(?:about |around |just after |just before )?")
_THEN_DAY = deferred(r"\)?,? ?(?:on )?")
_REACH, _WIDE = 48, 400
_DAY, _QUARTER, _HALF_DAY = 1440, 15, 720


class _Days(NamedTuple):
    """The days that may be meant, the likeliest first; empty where none is known."""

    values: tuple[datetime.date, ...]
    inferred: bool


def find_timepairs(reading: Reading) -> Iterable[Timepair]:
    """The times of an article that are given in two zones."""
    for one, two in _pairs(reading.text):
        if two.zone not in NAMES or (one.zone is not None and one.zone not in NAMES):
            continue
        yield _timepair(reading, one, two)


def _pairs(text: str) -> Iterator[tuple[Written, Written]]:
    for match in _IN_BRACKETS.finditer(text):
        second, first = read_clock(text, match), _before(text, match.start())
        inside = _TWO_INSIDE.match(text, match.end("time"))
        third = None if inside is None else read_clock(text, inside)
        if first is not None and second is not None:
            yield first, second
        if second is not None and third is not None:
            yield second, third
    for match in _BEHIND_STROKE.finditer(text):
        second, first = read_clock(text, match), _before(text, match.start())
        if first is not None and first.zone is not None and second is not None:
            yield first, second


def _before(text: str, at: int) -> Written | None:
    match = search_before(_FIRST, text, at, _REACH)
    return None if match is None else read_clock(text, match)


def _timepair(reading: Reading, one: Written, two: Written) -> Timepair:
    text = reading.text
    days = _days(reading, one.start, two.end)
    ahead = _ahead(one, two, days)
    end = two.end
    return Timepair(
        start=one.start,
        end=end,
        text=text[one.start : end],
        place=reading.place(one.start),
        one=_part(reading, one),
        two=_part(reading, two),
        zone=one.zone,
        fits=_fits(one, two, ahead),
        right=_right(one, two, ahead),
        resolved=days.values[0] if days.values else None,
        inferred=days.inferred,
    )


def _ahead(one: Written, two: Written, days: _Days) -> tuple[int, ...]:
    """By how many minutes the second time may be ahead of the first; empty for local time."""
    if one.zone is None or two.zone is None:
        return ()
    asked: tuple[datetime.date | None, ...] = days.values or (None,)
    return tuple(dict.fromkeys(gap for day in asked for gap in gaps(one.zone, two.zone, day)))


def _fits(one: Written, two: Written, ahead: tuple[int, ...]) -> bool | None:
    written = two.clock - one.clock
    if one.zone is None:
        return written % _QUARTER == 0
    cycle = _DAY if one.sure and two.sure else _HALF_DAY
    fitting = [gap for gap in ahead if (written - gap) % cycle == 0]
    if len(fitting) == len(ahead) or not fitting:
        return bool(fitting)
    return True if _is_shared(one.zone) or _is_shared(two.zone) else None


def _is_shared(zone: str | None) -> bool:
    """Whether a zone's own name has several offsets: several countries use it, or it may be a slip for another."""
    return zone is not None and not is_general(zone) and len(offsets(zone, None)) > 1


def _right(one: Written, two: Written, ahead: tuple[int, ...]) -> str | None:
    if len(ahead) != 1 or not (one.sure and two.sure):
        return None
    return as_written(two, (one.clock + ahead[0]) % _DAY)


def _days(reading: Reading, start: int, end: int) -> _Days:
    """The day right beside a time; else the days of its sentence and that of the article."""
    low, high = reading.sentence_bounds(start)
    low, high = max(low, start - _WIDE), min(high, end + _WIDE)
    dates: tuple[Date, ...] = reading.layer("date")  # type: ignore[assignment]
    published = reading.article.metadata.published
    anchor = reading.anchor if published is None else None
    today = published if anchor is None else anchor.value
    found: list[datetime.date] = []
    inferred = anchor is not None
    for index in range(bisect_left(dates, low, key=attrgetter("start")), len(dates)):
        date = dates[index]
        if date.start >= high:
            break
        if date.resolved is not None and _is_beside(reading.text, date, start, end):
            return _Days((date.resolved,), date.inferred)
        if date.resolved is not None:
            found.append(date.resolved)
    return _Days((*found, *([] if today is None else [today])), inferred)


def _is_beside(text: str, date: Date, start: int, end: int) -> bool:
    """Whether a date is that of the times from ``start`` to ``end``: on July 4 at nine, nine on July 4."""
    if date.start >= end:
        return date.start - end < _REACH and _THEN_DAY.fullmatch(text, end, date.start) is not None
    return date.start >= start or (start - date.end < _REACH and _DAY_THEN.fullmatch(text, date.end, start) is not None)


def _part(reading: Reading, time: Written) -> Part:
    start, end = time.start, time.end
    return Part(start=start, end=end, text=reading.text[start:end], place=reading.place(start))
