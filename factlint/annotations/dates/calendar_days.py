"""Calendar arithmetic that never mends: what is no day of the calendar is None."""

from __future__ import annotations

import datetime

from factlint.text.calendar import WEEKDAYS

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def real_day(year: int | None, month: int | None, day: int | None) -> datetime.date | None:
    """The day, None where a part is missing or the calendar has no such day."""
    if year is None or month is None or day is None:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def is_impossible(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether no calendar has this day: it is past the month's end, or Feb. 29 of a written common year."""
    if month is None or day is None:
        return False
    return not 1 <= day <= last_day(year, month)


def last_day(year: int | None, month: int) -> int:
    """The number of days of a month (Gregorian calendar); February has 29 where the year is not known."""
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return 29 if month == 2 and leap else _LENGTHS[month - 1]


def nearest_weekday(day: datetime.date, weekday: str) -> datetime.date | None:
    """The day at most three days away that falls on a weekday; None beyond the ends of the calendar."""
    return shifted(day, (WEEKDAYS.index(weekday) - day.weekday() + 3) % 7 - 3)


def shifted(day: datetime.date, days: int) -> datetime.date | None:
    """The day some days later (earlier if negative); None beyond the ends of the calendar."""
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        return None


def shifted_months(day: datetime.date, months: int) -> tuple[int, int]:
    """Year and month that lie some months after those of a day (before, if negative)."""
    total = day.year * 12 + day.month - 1 + months
    return total // 12, total % 12 + 1
