"""Which facts a quantifier asks, where an equality in its condition leads to them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from factlint.lang.logic import key_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factlint.lang.scope import Row, Scope, Value

_ONE_VALUE = 2
"""Keys of one value: its own, and that of what is unknown."""


def by_index(kind: str, field: str, operator: str, other: Value) -> Callable[[Scope], Iterable[Row]]:
    """The rows whose field may equal a value, or be one of several."""

    def found(scope: Scope) -> Iterable[Row]:
        wanted = other(scope)
        values = wanted if operator == "in" else (wanted,)
        # An unknown value may equal any: then every row must be asked, and each answers "unknown" for itself.
        # A whole list is found under each of its items, but equal to none of them.
        if values is None or any(value is None or isinstance(value, tuple) for value in values):
            return scope.facts(kind)
        index = scope.index(kind, field)
        keys = [*dict.fromkeys(map(key_value, values)), None]
        rows = chain.from_iterable([index.get(key, ()) for key in keys])
        return rows if len(keys) == _ONE_VALUE else {id(row.fact): row for row in rows}.values()

    return found
