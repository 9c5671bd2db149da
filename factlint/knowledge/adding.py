"""How an entry of a later file adds to the earlier one with the same key."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factlint.knowledge import Entry


def added(earlier: Any, later: Entry) -> Any:
    """One row of two: lists are joined, any other field is the later one's, unless the later entry is silent on it."""
    changes = {}
    for field in fields(earlier):
        old, new = getattr(earlier, field.name), getattr(later.row, field.name)
        if isinstance(new, tuple):
            changes[field.name] = joined(old, new)
        elif new is not None and field.name not in later.silent:
            changes[field.name] = new
    return replace(earlier, **changes)


def joined(earlier: tuple[Any, ...], later: tuple[Any, ...]) -> tuple[Any, ...]:
    """Both lists in order, each value once."""
    return tuple(dict.fromkeys((*earlier, *later)))
