"""``other_figures(a, b)``: how often a number is another one in two versions of a quotation; 90% is ninety per cent."""

from __future__ import annotations

from factlint.lang.functions import Function
from factlint.lang.types import NUMBER, TEXT


def _other_figures(one: str, other: str) -> int:
    from factlint.lang.versions import versions

    return sum(change.figures for change in versions(one, other).changes)


FUNCTION = Function("other_figures", (TEXT, TEXT), NUMBER, _other_figures)
