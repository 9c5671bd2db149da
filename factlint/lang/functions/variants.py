"""``variants(value)``: in how many different forms a value stands over the members of a group."""

from __future__ import annotations

from typing import Any

from factlint.lang.functions import Function
from factlint.lang.types import ANY, NUMBER
from factlint.text.forms import comparable


def _variants(values: tuple[Any, ...]) -> int:
    return len({comparable(value) if isinstance(value, str) else value for value in values})


FUNCTION = Function("variants", (ANY,), NUMBER, _variants, aggregate=True)
