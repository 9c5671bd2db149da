"""The fields of a dataclass whose methods were written out before it was compiled: see the build.

It stands in the lowest folder, for every folder above may have such classes.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


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
