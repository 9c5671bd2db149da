"""``age_on(born, day)``: how old somebody born on one day is on another; unknown before the birth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.lang.functions import Function
from factlint.lang.types import DAY, NUMBER

if TYPE_CHECKING:
    import datetime


def _age_on(born: datetime.date, day: datetime.date) -> int | None:
    before_birthday = (day.month, day.day) < (born.month, born.day)
    return day.year - born.year - before_birthday if day >= born else None


FUNCTION = Function("age_on", (DAY, DAY), NUMBER, _age_on)
