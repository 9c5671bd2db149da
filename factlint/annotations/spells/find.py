"""From the lengths of time among the dates of an article to the spells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.spells.elapsed import around, elapsed, last_such_days, written_days
from factlint.annotations.spells.events import event_at
from factlint.annotations.spells.spell import Spell
from factlint.article import Part
from factlint.text.deferred import deferred
from factlint.text.lengths import DAYS, Length, lengths_in
from factlint.text.span import Span
from factlint.text.timex import Days

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from factlint.annotations import Reading
    from factlint.annotations.dates.date import Date

_LENGTHS = frozenset({"duration", "relative", "vague"})
_DATED = frozenset({"day", "month", "year"})
_AGO = deferred(r"ago\b", re.IGNORECASE)
# Between two names of one day: two weeks ago, on Oct. 3; two weeks ago (Oct. 3).
_APPOSED = deferred(r"(?:,| –| —|—)? ?(?:back )?(?:on|in)? ?| \((?:on |in )?", re.IGNORECASE)
_SAME = deferred(r",? (?:just |only |exactly |almost exactly |some |– |— |- )?| \(", re.IGNORECASE)
_SINCE = deferred(r"(?: of [\w’'-]+(?: [\w’'-]+)?)? (?:since|on from) (?:the )?(?:early |late |mid-)?", re.IGNORECASE)
_LINK = deferred(r" (after|before|since) (?:[\w’'-]+ ){0,8}", re.IGNORECASE)
_OPENS_NOW = deferred(r"\b(?:has|have|it is|it[’']s)\b|[’'](?:ve|s been)\b|\b(?:the|these|past|last) \Z", re.IGNORECASE)
_WAS = deferred(r"\b(?:had|was|were|did|would)\b", re.IGNORECASE)
_THEN = deferred(r"\b(?:had|was|were|did|would|ended|until)\b|\b[a-z]{3,}ed\b", re.IGNORECASE)
_NOW = deferred(r"\b(?:is|are|has|have|remains?|still|now|today)\b|[’'](?:s|re|ve)\b", re.IGNORECASE)
# What may stand behind a length that is counted from a date; its last word may be part of the length as it was read.
_FOLLOWED = deferred(r".{0,7}?(?:\b(?:after|before|since|on from)\b| of )", re.IGNORECASE)
_AFTER = deferred(r" after (?:the |his |her |its |their |a )?(?:[\w’'-]+ ){0,3}(?:in |of )?(?:the )?", re.IGNORECASE)
_REACH, _LONGEST = 80, 500


class _Sides(NamedTuple):
    """A length and the date that it is counted from or to, and the days between which it goes, where they are known."""

    length: Length
    date: Span
    how: str
    earlier: Days | None
    later: Days | None
    by_clock: bool = True


class _Clock(NamedTuple):
    day: datetime.date | None
    inferred: bool


def find_spells(reading: Reading) -> Iterable[Spell]:
    """The spells of an article, in the order of their lengths; a length is part of one at most."""
    dates: tuple[Date, ...] = reading.layer("date")  # type: ignore[assignment]
    clock = _clock(reading)
    for index, date in enumerate(dates):
        if date.precision in _LENGTHS and (_AGO.search(date.text) or _FOLLOWED.match(reading.text, date.end - 6)):
            sides = _sides(reading, dates, index, clock.day)
            if sides is not None:
                yield _spell(reading, sides, clock)


def _clock(reading: Reading) -> _Clock:
    published = reading.article.metadata.published
    if published is not None:
        return _Clock(published, inferred=False)
    anchor = reading.anchor
    return _Clock(None if anchor is None else anchor.value, inferred=anchor is not None)


def _sides(reading: Reading, dates: Sequence[Date], index: int, today: datetime.date | None) -> _Sides | None:
    date = dates[index]
    lengths = lengths_in(reading.text, date.start, date.end)
    if len(lengths) != 1:
        return None
    sentence = Span(*reading.sentence_bounds(date.start))
    before = dates[index - 1] if index else None
    behind = dates[index + 1] if index + 1 < len(dates) else None
    before = before if before is not None and before.start >= sentence.start and before.precision in _DATED else None
    behind = behind if behind is not None and behind.end <= sentence.end and behind.precision in _DATED else None
    if _AGO.search(date.text):
        return _ago(reading.text, date, lengths[0], [near for near in (behind, before) if near is not None], today)
    found = _between_dates(reading.text, date, lengths[0], before, behind)
    return found or _until_now(reading, date, lengths[0], behind, sentence, today)


def _ago(text: str, date: Date, length: Length, near: Iterable[Date], today: datetime.date | None) -> _Sides | None:
    """``two weeks ago, on Oct. 3``; ``in 1989, 36 years ago``."""
    for other in near:
        low, high = (date.end, other.start) if other.start > date.start else (other.end, date.start)
        link = _APPOSED if other.start > date.start else _SAME
        if high - low > _REACH or link.fullmatch(text, low, high) is None:
            continue
        days = written_days(other)
        if days is None and (other.day is None or length.unit in {"year", "decade"}):
            return None
        if days is None and today is not None:
            days = last_such_days(other, today, length.amount * DAYS[length.unit])
        return _Sides(length, Span(other.start, other.end), "ago", days, None if today is None else around(today))
    return None


def _between_dates(text: str, date: Date, length: Length, before: Date | None, behind: Date | None) -> _Sides | None:
    """``In 2010, nine years after the 2001 attacks``: both days are written."""
    if before is None or behind is None or _SAME.fullmatch(text, before.end, date.start) is None:
        return None
    link = _LINK.fullmatch(text, length.end, behind.start)
    first, second = written_days(before), written_days(behind)
    if link is None or first is None or second is None:
        return None
    how = link[1].lower()
    earlier, later = (first, second) if how == "before" else (second, first)
    return _Sides(length, Span(behind.start, behind.end), how, earlier, later, by_clock=False)


def _until_now(
    reading: Reading, date: Date, length: Length, behind: Date | None, sentence: Span, today: datetime.date | None
) -> _Sides | None:
    """``has ruled for three years since 2022``, ``the war is going on four years after the invasion of 2022``."""
    text, later = reading.text, None if today is None else around(today)
    before = text[max(sentence.start, length.start - _REACH) : length.start]
    if behind is not None and behind.start - date.end <= _REACH:
        days = written_days(behind)
        since = _SINCE.fullmatch(text, length.end, behind.start)
        if days is not None and since is not None and _OPENS_NOW.search(before) and not _WAS.search(before):
            return _Sides(length, Span(behind.start, behind.end), "since", days, later)
    if length.unit not in {"year", "decade"} or not _is_now(text, sentence):
        return None
    event = event_at(reading, length.end)
    if event is not None:
        return _Sides(length, event.place, event.how, Days(event.day, event.day), later)
    days = None if behind is None else written_days(behind)
    if behind is None or days is None or not _AFTER.fullmatch(text, length.end, behind.start):
        return None
    return _Sides(length, Span(behind.start, behind.end), "after", days, later)


def _is_now(text: str, sentence: Span) -> bool:
    """Whether a sentence speaks of the present, and of nothing that was."""
    if sentence.end - sentence.start > _LONGEST or _THEN.search(text, sentence.start, sentence.end):
        return False
    return _NOW.search(text, sentence.start, sentence.end) is not None


def _spell(reading: Reading, sides: _Sides, clock: _Clock) -> Spell:
    length = sides.length
    start, end = min(length.start, sides.date.start), max(length.end, sides.date.end)
    known = sides.earlier is not None and sides.later is not None
    time = elapsed(sides.earlier, sides.later, length.unit) if known else None  # type: ignore[arg-type]
    return Spell(
        start=start,
        end=end,
        text=reading.text[start:end],
        place=reading.place(start),
        length=_part(reading, length.start, length.end),
        date=_part(reading, *sides.date),
        how=sides.how,
        count=length.amount,
        unit=length.unit,
        bound=length.bound,
        least=None if time is None else time.least,
        most=None if time is None else time.most,
        resolved=None if sides.earlier is None else sides.earlier.first,
        inferred=clock.inferred and sides.by_clock,
    )


def _part(reading: Reading, start: int, end: int) -> Part:
    return Part(start=start, end=end, text=reading.text[start:end], place=reading.place(start))
