"""``days_between(a, b)``: how many days lie from one day to another, never negative."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.lang.functions import Function
from factlint.lang.types import DAY, NUMBER

if TYPE_CHECKING:
    import datetime


def _between(first: datetime.date, second: datetime.date) -> int:
    return abs((second - first).days)


FUNCTION = Function("days_between", (DAY, DAY), NUMBER, _between)
