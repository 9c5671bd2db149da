"""How classes of facts are made."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Iterable

F = TypeVar("F")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def fact(cls: type[F]) -> type[F]:
    """Make ``cls`` a class of facts: slots, fields given by name, equal by value, never changed.

    Frozen for the type checker only: the constructor of a class that is frozen as the program runs takes three times
    as long, and an article has thousands of facts.
    """
    return dataclasses.dataclass(slots=True, kw_only=True, unsafe_hash=True)(cls)


def described(fields: Iterable[tuple[str, str, bool]]) -> dict[str, Any]:
    """What ``dataclasses.fields`` and ``replace`` read of a class whose methods were written out by the compiled build.

    For each field its name, its type, and whether the constructor takes it.
    """
    table: dict[str, Any] = {}
    for name, type_, given in fields:
        field: Any = dataclasses.field(init=given)
        field.name, field.type = name, type_
        # The module's own mark of a field: the one thing that has no public name.
        field._field_type = dataclasses._FIELD  # type: ignore[attr-defined]
        table[name] = field
    return table


def computed(cls: type) -> dict[str, tuple[str, str]]:
    """What a class of facts works out: its type and what is said about it, for each public property."""
    found: dict[str, tuple[str, str]] = {}
    for base in reversed(cls.__mro__):
        found.update(vars(base).get("__computed__", {}))
        for name, value in vars(base).items():
            if isinstance(value, property) and not name.startswith("_") and value.fget is not None:
                found[name] = str(value.fget.__annotations__.get("return", "")), value.__doc__ or ""
    return found
