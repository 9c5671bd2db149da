"""``least(number)``: the smallest value over the members of a group."""

from __future__ import annotations

from factlint.lang.functions import Function
from factlint.lang.types import NUMBER


def _least(values: tuple[float, ...]) -> float:
    return min(values)


FUNCTION = Function("least", (NUMBER,), NUMBER, _least, aggregate=True)
