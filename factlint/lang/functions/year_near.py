"""``year_near(day, month, number)``: the year in which that day of the month lies nearest to a day.

Unknown for a day that no such month has in the years around.
"""

from __future__ import annotations

import datetime

from factlint.lang.functions import Function
from factlint.lang.types import DAY, NUMBER


def _year_near(day: datetime.date, month: float, number: float) -> int | None:
    found = (_day(year, month, number) for year in (day.year - 1, day.year, day.year + 1))
    near = [such for such in found if such is not None]
    return min(near, key=lambda such: abs((such - day).days)).year if near else None


def _day(year: int, month: float, number: float) -> datetime.date | None:
    try:
        return datetime.date(year, int(month), int(number))
    except ValueError:
        return None


FUNCTION = Function("year_near", (DAY, NUMBER, NUMBER), NUMBER, _year_near)
