"""Whether two names of a time may be the same time."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from factlint.text.calendar import MONTHS, WEEKDAYS, weekday_name
from factlint.text.deferred import deferred
from factlint.text.timex import days_of, months_of

if TYPE_CHECKING:
    from factlint.annotations.dates.date import Date

_PART = deferred(r"([\dX]{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
_RELATIONS = {"Q": "quarter", "H": "half"}


class Verdict(NamedTuple):
    """The day that the exact name means, the looser one in other words, and of periods whether the two agree."""

    day: datetime.date | None = None
    meant: str | None = None
    agrees: bool | None = None


def shifted(day: datetime.date, days: int) -> datetime.date | None:
    """The day some days later; None beyond the ends of the calendar."""
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        return None


def relation_of(date: Date) -> str | None:
    """What kind of period a date names: quarter, half, season, decade or century; None for anything else."""
    value = date.value or ""
    part = _PART.fullmatch(value)
    if part is not None:
        return _RELATIONS.get(part[2][0], "season")
    if date.precision == "decade":
        return {2: "century", 3: "decade"}.get(len(value))
    return None


def of_day(loose: Date, exact: Date) -> Verdict:
    """``yesterday`` against a weekday or a day of the calendar."""
    day, weekday = loose.resolved, exact.stated_weekday
    if day is None:
        return Verdict()
    if exact.precision != "weekday" or weekday is None:
        return Verdict(exact.resolved, f"{MONTHS[day.month - 1]} {day.day}")
    off = (WEEKDAYS.index(weekday) - day.weekday() + 3) % 7 - 3
    return Verdict(shifted(day, off), weekday_name(day))


def of_period(loose: Date, exact: Date) -> Verdict | None:
    """A quarter, a half, a season or a decade against a day, a month or a year; None where nothing can be compared."""
    part = _PART.fullmatch(loose.value or "")
    if part is not None:
        if exact.month is None:
            return None
        months = months_of(part[2])
        return Verdict(None, f"{MONTHS[months[0] - 1]} to {MONTHS[months[-1] - 1]}", exact.month in months)
    days = days_of(loose.value)
    if days is None or exact.year is None:
        return None
    # The 20th century ended in 2000 by the calendar and in 1999 by the common feeling, and so does a decade.
    within = days.first.year <= exact.year <= days.last.year + 1
    return Verdict(None, f"{days.first.year} to {days.last.year}", within)
