"""``changed(a, b)``: in which words one version of a quotation differs from another, as running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.lang.functions import Function
from factlint.lang.types import TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.lang.versions import Change

# More changes than these are not told one by one, longer ones not in full.
_MOST, _LONGEST = 3, 8


def _changed(one: str, other: str) -> str | None:
    from factlint.lang.versions import versions

    changes = sorted(versions(one, other).changes, key=lambda change: (not change.weighty, not change.short))
    if not changes:
        return None
    told = list(dict.fromkeys(_shown(change) for change in changes))
    shown, more = told[:_MOST], len(told) - _MOST
    return "; ".join(shown) + (f"; {more} more" if more > 0 else "")


def _shown(change: Change) -> str:
    if change.moved:
        return f"{_quoted(change.one or change.other)} stands elsewhere there"
    if not change.other:
        return f"{_quoted(change.one)} is missing there"
    if not change.one:
        return f"{_quoted(change.other)} is missing here"
    return f"{_quoted(change.one)} is {_quoted(change.other)} there"


def _quoted(words: Sequence[str]) -> str:
    text = " ".join(words[:_LONGEST]).replace(" '", "’").replace("'", "’")
    return f"“{text}{' …' if len(words) > _LONGEST else ''}”"


FUNCTION = Function("changed", (TEXT, TEXT), TEXT, _changed)
