"""``month_length(month)``: how long a month is, in words: June has 30 days."""

from __future__ import annotations

from factlint.lang.functions import Function
from factlint.lang.types import NUMBER, TEXT
from factlint.text.calendar import MONTHS

_SHORT = frozenset({4, 6, 9, 11})


def _month_length(month: float) -> str | None:
    number = int(month)
    if not 1 <= number <= 12:
        return None
    if number == 2:
        return "February has 28 days, in leap years 29"
    return f"{MONTHS[number - 1]} has {30 if number in _SHORT else 31} days"


FUNCTION = Function("month_length", (NUMBER,), TEXT, _month_length)
