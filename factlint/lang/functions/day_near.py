"""``day_near(day, weekday)``: the day of the month, at most three days off, that falls on a weekday.

Unknown where that day lies in another month.
"""

from __future__ import annotations

import datetime

from factlint.lang.functions import Function
from factlint.lang.types import DAY, NUMBER, TEXT
from factlint.text.calendar import WEEKDAYS


def _day_near(day: datetime.date, weekday: str) -> int | None:
    if weekday not in WEEKDAYS:
        return None
    off = (WEEKDAYS.index(weekday) - day.weekday() + 3) % 7 - 3
    try:
        found = day + datetime.timedelta(days=off)
    except OverflowError:
        return None
    return found.day if found.month == day.month else None


FUNCTION = Function("day_near", (DAY, TEXT), NUMBER, _day_near)
