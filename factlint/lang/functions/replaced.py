"""``replaced(text, part, by)``: the text with the last such part replaced."""

from __future__ import annotations

from factlint.lang.functions import Function
from factlint.lang.types import TEXT


def _replaced(text: str, part: str, by: str) -> str | None:
    before, found, after = text.rpartition(part)
    return before + by + after if found else None


FUNCTION = Function("replaced", (TEXT, TEXT, TEXT), TEXT, _replaced)
