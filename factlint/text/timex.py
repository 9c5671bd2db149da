"""TIMEX3 values as spans of the calendar: from which day to which ``2025-12``, ``2025-W51`` or ``198`` go."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from factlint.text.deferred import deferred

_DAY = deferred(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_MONTH = deferred(r"(\d{4})-(\d\d)")
_WEEK = deferred(r"(\d{4})-W(\d\d)(-WE)?")
_PART = deferred(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
_YEARS = deferred(r"\d{2,4}")
# First month and number of months; seasons are wide, for the sky and the weather service begin them on other days.
_PARTS = {
    "Q1": (1, 3), "Q2": (4, 3), "Q3": (7, 3), "Q4": (10, 3), "H1": (1, 6), "H2": (7, 6),
    "SP": (3, 4), "SU": (6, 4), "FA": (9, 4), "WI": (12, 4),
}  # fmt: skip


class Days(NamedTuple):
    """From one day to another, both included."""

    first: datetime.date
    last: datetime.date


def days_of(value: str | None) -> Days | None:
    """The days that a TIMEX3 value covers; None for lengths, for what is not settled, and off the calendar."""
    if value is None:
        return None
    try:
        return _days_of(value)
    except (ValueError, OverflowError):
        return None


def months_of(part: str) -> tuple[int, ...]:
    """The months (1 to 12) of a part of the year: ``Q1``, ``H2``, ``SU``; empty for anything else."""
    first, count = _PARTS.get(part, (1, 0))
    return tuple((first + offset - 1) % 12 + 1 for offset in range(count))


def _days_of(value: str) -> Days | None:
    if match := _DAY.match(value):
        day = datetime.date(*(int(part) for part in match.groups()))
        return Days(day, day)
    if match := _PART.fullmatch(value):
        first, count = _PARTS[match[2]]
        return _months(int(match[1]), first, count)
    if match := _WEEK.fullmatch(value):
        monday = datetime.date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return Days(monday + datetime.timedelta(days=5 if match[3] else 0), monday + datetime.timedelta(days=6))
    if match := _MONTH.fullmatch(value):
        return _months(int(match[1]), int(match[2]), 1)
    if _YEARS.fullmatch(value):
        years = 10 ** (4 - len(value))
        return _months(int(value) * years, 1, 12 * years)
    return None


def _months(year: int, month: int, count: int) -> Days:
    behind = year * 12 + month - 1 + count
    last = datetime.date(behind // 12, behind % 12 + 1, 1) - datetime.timedelta(days=1)
    return Days(datetime.date(year, month, 1), last)
