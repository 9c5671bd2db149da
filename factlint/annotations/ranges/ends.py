"""The two ends of a range: which of them comes first, and how far they lie apart."""

from __future__ import annotations

import calendar
import datetime
from typing import NamedTuple

from factlint.text.calendar import WEEKDAYS


class End(NamedTuple):
    """One end of a range as it is written, at the offsets ``start`` to ``end``; None for what is not written."""

    start: int
    end: int
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: str | None = None

    @property
    def unit(self) -> str | None:
        """What the end is counted in: day, weekday, month or year."""
        if self.day is not None:
            return "day" if self.month is not None else None
        if self.month is not None:
            return "month"
        if self.year is not None:
            return "year"
        return None if self.weekday is None else "weekday"


def is_reversed(first: End, last: End) -> bool:
    """Whether the last end lies before the first, whatever year is meant.

    ``Dec. 20 to Jan. 3`` rolls over the new year; ``Dec. 20 to Dec. 3`` has no year to roll to.
    """
    if first.year is not None and last.year is not None:
        return _key(last) < _key(first)[: len(_key(last))]
    if first.unit != "day" or last.unit != "day" or first.month != last.month:
        return False
    return first.year is None and first.day is not None and last.day is not None and last.day < first.day


def apart(first: End, last: End) -> tuple[str, int] | None:
    """The unit that both ends are counted in and how many of it lie between them; None where that stays open."""
    if first.unit != last.unit or first.unit is None:
        return None
    if first.unit == "year":
        return "year", _known(last.year) - _known(first.year)
    if first.unit == "weekday":
        return "weekday", (WEEKDAYS.index(str(last.weekday)) - WEEKDAYS.index(str(first.weekday)) - 1) % 7 + 1
    years = _years_apart(first, last)
    if years is None:
        return None
    if first.unit == "month":
        return "month", years * 12 + _known(last.month) - _known(first.month)
    days = _days(first, last, years)
    return None if days is None else ("day", days)


def _years_apart(first: End, last: End) -> int | None:
    """How many new years lie between the ends."""
    if first.year is not None and last.year is not None:
        return last.year - first.year
    if first.year is not None:
        return None
    return int((_known(first.month), first.day or 0) > (_known(last.month), last.day or 0))


def _days(first: End, last: End, years: int) -> int | None:
    year = last.year or 2001  # a common year; over a leap day a stated length may be one off, as all lengths may
    try:
        start = datetime.date(year - years, _known(first.month), _known(first.day))
        return (datetime.date(year, _known(last.month), _known(last.day)) - start).days
    except ValueError:
        return None


def last_of_month(month: int) -> int:
    """The most days that a month has in any year."""
    return calendar.monthrange(2000, month)[1]


def _key(end: End) -> tuple[int, ...]:
    return tuple(part for part in (end.year, end.month, end.day) if part is not None)


def _known(part: int | None) -> int:
    return part or 0
