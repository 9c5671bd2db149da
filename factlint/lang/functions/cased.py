"""``cased(right, model)``: the right form with the capitals of the words it replaces (KIEV becomes KYIV)."""

from __future__ import annotations

from factlint.lang.functions import Function
from factlint.lang.types import TEXT


def cased(right: str, model: str) -> str:
    """``right`` in capitals where ``model`` is, and with a capital first where ``model`` alone has one."""
    if len(model) > 1 and model.isupper() and not right.isupper():
        return right.upper()
    if model[:1].isupper() and right[:1].islower():
        return right[:1].upper() + right[1:]
    return right


FUNCTION = Function("cased", (TEXT, TEXT), TEXT, cased)
