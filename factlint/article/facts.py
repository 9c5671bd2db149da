"""How classes of facts are made."""

from __future__ import annotations

import dataclasses
from typing import TypeVar, dataclass_transform

from factlint.text.values import comparable_by_fields

F = TypeVar("F")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def fact(cls: type[F]) -> type[F]:
    """Make ``cls`` a class of facts: slots, fields given by name, equal by value, never changed.

    Frozen for the type checker only: the constructor of a class that is frozen as the program runs takes three times
    as long, and an article has thousands of facts.
    """
    return comparable_by_fields(dataclasses.dataclass(slots=True, kw_only=True, eq=False, repr=False)(cls))


def computed(cls: type) -> dict[str, tuple[str, str]]:
    """What a class of facts works out: its type and what is said about it, for each public property."""
    found: dict[str, tuple[str, str]] = {}
    for base in reversed(cls.__mro__):
        found.update(vars(base).get("__computed__", {}))
        for name, value in vars(base).items():
            if isinstance(value, property) and not name.startswith("_") and value.fget is not None:
                found[name] = str(value.fget.__annotations__.get("return", "")), value.__doc__ or ""
    return found
