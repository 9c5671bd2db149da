"""``years_since(year, day)``: how many years the year of a day is after another; negative before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.lang.functions import Function
from factlint.lang.types import DAY, NUMBER

if TYPE_CHECKING:
    import datetime


def _years_since(year: float, day: datetime.date) -> float:
    return day.year - year


FUNCTION = Function("years_since", (NUMBER, DAY), NUMBER, _years_since)
