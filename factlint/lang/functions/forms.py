"""``forms(value)``: the different forms of a value over a group as running text, the most frequent first."""

from __future__ import annotations

from collections import Counter
from typing import Any

from factlint.lang.functions import Function
from factlint.lang.types import ANY, TEXT


def _forms(values: tuple[Any, ...]) -> str:
    ordered = [str(value) for value, _ in Counter(values).most_common()]
    return ordered[0] if len(ordered) == 1 else f"{', '.join(ordered[:-1])} and {ordered[-1]}"


FUNCTION = Function("forms", (ANY,), TEXT, _forms, aggregate=True)
