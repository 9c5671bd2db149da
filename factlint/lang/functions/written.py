"""``written(number)``: a whole number as text, for use inside other texts."""

from __future__ import annotations

from factlint.lang.functions import Function
from factlint.lang.types import NUMBER, TEXT


def _written(number: float) -> str:
    return f"{number:.15g}"


FUNCTION = Function("written", (NUMBER,), TEXT, _written)
