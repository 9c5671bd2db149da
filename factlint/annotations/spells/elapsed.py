"""How much time lies between two days that are known more or less exactly."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from factlint.text.lengths import DAYS
from factlint.text.timex import Days, days_of

if TYPE_CHECKING:
    from factlint.annotations.dates.date import Date

_A_DAY = datetime.timedelta(days=1)


class Elapsed(NamedTuple):
    """The time between two days in some unit, at the least and at the most."""

    least: float
    most: float


def elapsed(earlier: Days, later: Days, unit: str) -> Elapsed:
    """The time from one day to another; negative where the earlier one comes later."""
    size = DAYS[unit]
    return Elapsed((later.first - earlier.last).days / size, (later.last - earlier.first).days / size)


def around(day: datetime.date) -> Days:
    """A day and its neighbours: an article may be written the day before, and a day ends elsewhere at another time."""
    try:
        return Days(day - _A_DAY, day + _A_DAY)
    except OverflowError:
        return Days(day, day)


def written_days(date: Date) -> Days | None:
    """The days that a date covers by its own words, without a clock; None where its year is not written."""
    if date.year is None:
        return None
    if date.day is None and date.month is None and date.precision != "year":
        return None
    parts = (date.year, date.month, date.day)
    return days_of("-".join(f"{part:04d}" if index == 0 else f"{part:02d}" for index, part in enumerate(parts) if part))


def last_such_days(date: Date, clock: datetime.date, back: float) -> Days | None:
    """Of the days that a date without a year may mean the one nearest to ``back`` days before the clock."""
    if date.month is None or date.day is None:
        return None
    found = [
        days
        for year in range(clock.year - 2, clock.year + 1)
        if (days := days_of(f"{year:04d}-{date.month:02d}-{date.day:02d}")) is not None and days.first <= clock
    ]
    return min(found, key=lambda days: abs((clock - days.first).days - back), default=None)
