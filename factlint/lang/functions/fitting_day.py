"""``fitting_day(published, month, day, weekday)``: how a date without a year fits the day of publication.

``same`` where the nearest such day falls on the weekday, ``other`` where only one farther away does, ``none`` where no
such day does: of the year before publication and of the 200 days after it.
"""

from __future__ import annotations

import datetime

from factlint.lang.functions import Function
from factlint.lang.types import DAY, NUMBER, TEXT
from factlint.text.calendar import weekday_name

BACK, AHEAD = 366, 200
"""Days before and after publication in which a date without a year is looked for: news mostly looks back."""


def _fitting(published: datetime.date, month: float, day: float, weekday: str) -> str | None:
    near: list[datetime.date] = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            found = datetime.date(year, int(month), int(day))
        except ValueError:
            continue
        if -BACK <= (found - published).days <= AHEAD:
            near.append(found)
    if not near:
        return None
    near.sort(key=lambda found: abs((found - published).days))
    if weekday_name(near[0]) == weekday:
        return "same"
    return "other" if any(weekday_name(found) == weekday for found in near) else "none"


FUNCTION = Function("fitting_day", (DAY, NUMBER, NUMBER, TEXT), TEXT, _fitting)
