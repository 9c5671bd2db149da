"""``near_figures(one, other)``: whether two numbers differ in one figure, or have the same figures in another order.

Such numbers are near for the hand that types them, not for their value: 44,000 and 45,000, 250 and 205.
"""

from __future__ import annotations

from factlint.lang.functions import Function
from factlint.lang.types import TEXT, YESNO


def _near_figures(one: str, other: str) -> bool:
    first, second = ("".join(char for char in text if char.isdecimal()) for text in (one, other))
    if first == second or len(first) != len(second) or len(first) < 2:
        return False
    apart = sum(left != right for left, right in zip(first, second, strict=True))
    return apart == 1 or sorted(first) == sorted(second)


FUNCTION = Function("near_figures", (TEXT, TEXT), YESNO, _near_figures)
