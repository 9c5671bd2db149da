"""``when(condition, text)``: the text where the condition holds, else unknown: for a suggestion that needs evidence."""

from __future__ import annotations

from factlint.lang.functions import Function
from factlint.lang.types import TEXT, YESNO


def _when(holds: bool, text: str) -> str | None:
    return text if holds else None


FUNCTION = Function("when", (YESNO, TEXT), TEXT, _when)
