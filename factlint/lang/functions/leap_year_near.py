"""``leap_year_near(year)``: the leap year right before or after a common year; unknown where two are equally near."""

from __future__ import annotations

import calendar

from factlint.lang.functions import Function
from factlint.lang.types import NUMBER


def _leap_year_near(year: float) -> int | None:
    near = [number for number in (int(year) - 1, int(year) + 1) if calendar.isleap(number)]
    return near[0] if len(near) == 1 else None


FUNCTION = Function("leap_year_near", (NUMBER,), NUMBER, _leap_year_near)
