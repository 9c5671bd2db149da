"""``sorts_before(a, b)``: whether one text stands before another in the alphabet; it settles which of two is shown."""

from __future__ import annotations

from factlint.lang.functions import Function
from factlint.lang.types import TEXT, YESNO
from factlint.text.forms import comparable


def _before(one: str, other: str) -> bool:
    return (comparable(one), one) < (comparable(other), other)


FUNCTION = Function("sorts_before", (TEXT, TEXT), YESNO, _before)
