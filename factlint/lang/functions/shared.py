"""``shared(one, other)``: how many values two lists have in common, each counted once."""

from __future__ import annotations

from typing import Any

from factlint.lang.functions import Function
from factlint.lang.types import NUMBER, TEXT, list_of


def _shared(one: tuple[Any, ...], other: tuple[Any, ...]) -> int:
    return len(set(one).intersection(other))


FUNCTION = Function("shared", (list_of(TEXT), list_of(TEXT)), NUMBER, _shared)
