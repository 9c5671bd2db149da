"""From the dates of an article to its ranges."""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.ranges.ends import End, apart, is_reversed, last_of_month
from factlint.annotations.ranges.lengths import compared, stated_length
from factlint.annotations.ranges.range import Range
from factlint.annotations.ranges.terms import term_at
from factlint.article import Part
from factlint.text.calendar import MONTHS
from factlint.text.deferred import deferred
from factlint.text.nearby import search_before
from factlint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.annotations import Reading
    from factlint.annotations.dates.date import Date
    from factlint.text.lengths import Length

_PRECISIONS = frozenset({"day", "month", "year", "weekday", "season"})
_OPENING = deferred(r"\b(from|between)(?: (?:early|late|mid|the))?[ -]?\Z", re.IGNORECASE)
_LINK = deferred(r",? (to|until|till|til|through|thru|and) (?:the )?|( ?[-–—] ?)", re.IGNORECASE)
# A month's name is part of the range, a score or a code is not.
_NAMES = "|".join(f"{name}|{name[:3]}|{name[:4]}" for name in MONTHS)
_DAYS_BEHIND = deferred(rf"\b({_NAMES})\.? (\d\d?) ?[-–—] ?(\d\d?)(?![\w:/-]|[.,]\d| points)(?:, (\d{{4}}))?")
_DAYS_BEFORE = deferred(rf"(?<![\w.,:/$£€-])(\d\d?) ?[-–—] ?(\d\d?) ({_NAMES})\b(?!['’])\.?(?:,? (\d{{4}}))?")
_YEARS = deferred(r"(?<!\d )(?<![\w.,:/$£€#+-])(\d{4}) ?[-–—] ?(\d{4}|\d\d)(?![\w:/%-]|[.,]\d)")
_BEFORE_DAYS = deferred(r"(?:\b(?:from|on|of|between|until|runs|ran|held|dates|the)|[(,]) \Z|\(\Z|\A", re.IGNORECASE)
# What is moved from one date to an earlier one, or told backwards.
_MOVED = deferred(
    r"\b(?:mov(?:e|es|ed|ing)|brought|bring|bringing|forward|shift\w*|chang\w+|push\w*|advanc\w+|reschedul\w+|"
    r"accelerat\w+|revis\w+|correct\w+|backdat\w+|backwards?|"
    r"(?:push\w*|went|going|goes|dat\w+|set|look\w*) back|reduc\w+|lower\w*|cut\w*|compar\w+|earlier|sooner|revers\w+|"
    r"returned|returning|return to|postpon\w+|delay\w*|amend\w+|redat\w+|alter\w*|slip\w*|switch\w*)\b",
    re.IGNORECASE,
)
_NO_YEARS = deferred(r" ?(?:BC|BCE|GMT|UTC|hours?|hrs)\b")
_YEAR_BEHIND = deferred(r",? \d{4}\Z")
_OLDEST, _YOUNGEST = 1500, 2100
_WIDEST = 40


class _Found(NamedTuple):
    """A range before its length is known: its place, its ends, whether their order is meant, the length of a term."""

    place: Span
    first: End
    last: End
    ordered: bool = True
    length: Length | None = None


def find_ranges(reading: Reading) -> Iterable[Range]:
    """The ranges of an article, in text order; none overlaps another."""
    dates: tuple[Date, ...] = reading.layer("date")  # type: ignore[assignment]
    written = [date for date in dates if date.precision in _PRECISIONS]
    free = 0
    for found in _found(reading, written):
        if found.place.start >= free:
            free = found.place.end
            yield _range(reading, found)


def _found(reading: Reading, dates: list[Date]) -> Iterator[_Found]:
    pairs = {first.start: last for first, last in pairwise(dates) if last.start - first.end <= len(" through the ") + 2}
    for date, following in zip_longest(dates, dates[1:]):
        found = _inside(reading.text, date)
        if found is None and date.start in pairs:
            found = _between(reading, date, pairs[date.start])
        if found is None and following is not None and following.sentence == date.sentence:
            found = _term(reading, date, following)
        if found is not None:
            yield found


def _term(reading: Reading, first: Date, last: Date) -> _Found | None:
    """``a four-year term, which began in 2023, ends in 2026``."""
    term = term_at(reading.text, Span(*reading.sentence_bounds(first.start)), first, last)
    if term is None:
        return None
    return _Found(Span(first.start, last.end), _end(first), _end(last), length=term.length)


def _between(reading: Reading, first: Date, last: Date) -> _Found | None:
    """``from A to B``, ``between A and B``, ``A through B``, ``A – B``."""
    text = reading.text
    link = _LINK.fullmatch(text, first.end, last.start)
    sentence = reading.sentence_bounds(first.start)
    if link is None or last.end > sentence[1]:
        return None
    opening = _OPENING.search(text, max(sentence[0], first.start - 20), first.start)
    word = (link[1] or "-").lower()
    opener = opening[1].lower() if opening else ""
    if opener == "between" and word not in {"and", "-"}:
        return None
    if word == "and" and opener != "between":
        return None
    if not opener and word in {"to", "until", "till", "til"}:
        return None
    start = opening.start() if opening else first.start
    both_named = first.month is not None or first.year is not None or bool(opener)
    shared = first.year is None and first.day is not None
    return _Found(Span(start, last.end), _end(first), _end(last, year_apart=shared), ordered=both_named)


def _end(date: Date, *, year_apart: bool = False) -> End:
    """A date as an end; ``year_apart`` leaves a year behind it to both ends."""
    weekday = date.stated_weekday if date.precision == "weekday" else None
    year = _YEAR_BEHIND.search(date.text) if year_apart else None
    end = date.end if year is None else date.start + year.start()
    return End(date.start, end, date.day, date.month, date.year, weekday)


def _inside(text: str, date: Date) -> _Found | None:
    """``Dec. 15-17, 2025``, ``15-17 December``, ``2014-19``, ``2019–2014``."""
    if date.precision == "weekday":
        return None
    low, high = max(0, date.start - 8), min(len(text), date.end + 12)
    if date.precision in {"year", "season"}:
        return _years(text, max(low, date.end - 12), high, date)
    for pattern, month, day in ((_DAYS_BEHIND, 1, 2), (_DAYS_BEFORE, 3, 1)):
        match = pattern.search(text, low, high)
        if match is not None and match.start() <= date.end and match.end() >= date.start:
            return _days(text, match, month, day)
    return None


def _days(text: str, match: re.Match[str], month: int, day: int) -> _Found | None:
    """Two days of one month; a row of numbers that no month has as days is a score or a count."""
    number = next(index for index, name in enumerate(MONTHS, 1) if name.startswith(match[month][:3]))
    first, last = int(match[day]), int(match[day + 1])
    longest = last_of_month(number)
    if not (0 < first <= longest and 0 < last <= longest):
        return None
    year = int(match[4]) if match[4] else None
    ends = [End(*match.span(group), value, number, year) for group, value in ((day, first), (day + 1, last))]
    sure = search_before(_BEFORE_DAYS, text, match.start(), 12) is not None or year is not None
    return _Found(Span(*match.span()), ends[0], ends[1], ordered=sure)


def _years(text: str, low: int, high: int, date: Date) -> _Found | None:
    match = _YEARS.search(text, low, high)
    if match is None or match.start() > date.end or match.end() < date.end:
        return None
    first, last = int(match[1]), int(match[2])
    short = len(match[2]) == 2
    if short:
        last = _expanded(first, last)
    if not (_OLDEST <= first <= _YOUNGEST and _OLDEST <= last <= _YOUNGEST):
        return None
    ends = End(*match.span(1), year=first), End(*match.span(2), year=last)
    return _Found(Span(*match.span()), *ends, ordered=not (short and int(match[2]) <= 12))


def _expanded(first: int, last: int) -> int:
    """The year that two figures behind a year stand for: ``1998-02`` is over the turn of the century."""
    full = first - first % 100 + last
    return full + 100 if full < first and full + 100 - first <= _WIDEST else full


def _range(reading: Reading, found: _Found) -> Range:
    text, (start, end) = reading.text, found.place
    low, high = reading.sentence_bounds(start)
    distance = apart(found.first, found.last)
    stated = None
    if distance is not None and distance[1] > 0:
        given = found.length
        stated = compared(given, *distance) if given else stated_length(text, Span(low, high), found.place, *distance)
    turned = found.ordered and is_reversed(found.first, found.last)
    return Range(
        start=start,
        end=end,
        text=text[start:end],
        place=reading.place(start),
        first=_part(reading, found.first.start, found.first.end),
        last=_part(reading, found.last.start, found.last.end),
        reversed=turned and not _is_moved(text, max(low, start - 200), start, end, min(high, end + 60)),
        stated=None if stated is None else _part(reading, stated.length.start, stated.length.end),
        count=None if stated is None else stated.length.amount,
        unit=None if stated is None else stated.length.unit,
        shortest=None if stated is None else stated.shortest,
        longest=None if stated is None else stated.longest,
    )


def _is_moved(text: str, low: int, start: int, end: int, high: int) -> bool:
    """Whether the words around tell of a date that moved, or of a fall to an earlier level (2019 levels).

    Nothing moves between two dates.
    """
    if text.startswith((" level", "-level"), end) or _NO_YEARS.match(text, end):
        return True
    if text[start : start + len("between")].lower() == "between":
        return False
    return _MOVED.search(text, low, start) is not None or _MOVED.search(text, end, high) is not None


def _part(reading: Reading, start: int, end: int) -> Part:
    return Part(start=start, end=end, text=reading.text[start:end], place=reading.place(start))
