"""``initial(text)``: the first letter, in lower case and without its accent."""

from __future__ import annotations

from factlint.lang.functions import Function
from factlint.lang.types import TEXT
from factlint.text.forms import folded


def _initial(text: str) -> str | None:
    return folded(text)[:1] or None


FUNCTION = Function("initial", (TEXT,), TEXT, _initial)
