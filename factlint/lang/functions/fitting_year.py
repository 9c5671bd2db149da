"""``fitting_year(year, month, day, weekday)``: the one year near a written one in which the day falls on the weekday.

Unknown where the written year fits itself, or where no year or two years within one year of it fit.
"""

from __future__ import annotations

import datetime

from factlint.lang.functions import Function
from factlint.lang.types import NUMBER, TEXT
from factlint.text.calendar import weekday_name


def _fitting(year: float, month: float, day: float, weekday: str) -> int | None:
    fits = [
        near for near in (int(year) - 1, int(year), int(year) + 1) if _weekday(near, int(month), int(day)) == weekday
    ]
    return fits[0] if len(fits) == 1 and fits[0] != year else None


def _weekday(year: int, month: int, day: int) -> str | None:
    try:
        return weekday_name(datetime.date(year, month, day))
    except ValueError:
        return None


FUNCTION = Function("fitting_year", (NUMBER, NUMBER, NUMBER, TEXT), NUMBER, _fitting)
