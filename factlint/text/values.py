"""How classes of plain values are made: there are many, and each start of the program makes them anew."""

from __future__ import annotations

import dataclasses
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

V = TypeVar("V")


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def plain(cls: type[V]) -> type[V]:
    """Make ``cls`` a dataclass with slots, equal by value, never changed.

    Frozen for the type checker only, and with the methods of ``comparable_by_fields``: to make a class that is frozen
    as the program runs takes four times as long, and so does to make each of its values.
    """
    return comparable_by_fields(dataclasses.dataclass(slots=True, eq=False, repr=False)(cls))


def comparable_by_fields(cls: type[V]) -> type[V]:
    """Give a dataclass the equality, the hash and the look of one, without writing and compiling code for them."""
    fields: Any = cls
    names = [field.name for field in dataclasses.fields(fields)]
    values: Any = attrgetter(*names) if names else lambda _: None

    def equal(self: V, other: object) -> bool:
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    def hashed(self: V) -> int:
        return hash(values(self))

    def shown(self: V) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    for name, method in (("__eq__", equal), ("__hash__", hashed), ("__repr__", shown)):
        setattr(cls, name, method)
    return cls
