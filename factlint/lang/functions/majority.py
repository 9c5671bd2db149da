"""``majority(value)``: the form most members of a group have; of equally frequent ones the one that stands first."""

from __future__ import annotations

from collections import Counter
from typing import Any

from factlint.lang.functions import Function
from factlint.lang.types import ANY


def _majority(values: tuple[Any, ...]) -> Any:
    counts = Counter(values)
    most = max(counts.values(), default=0)
    return next((value for value in values if counts[value] == most), None)


FUNCTION = Function("majority", (ANY,), ANY, _majority, aggregate=True)
