"""Paths to closures: what a variable and the fields after it lead to."""

from __future__ import annotations

import datetime
import operator
from typing import TYPE_CHECKING, Any

from factlint.text.calendar import weekday_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factlint.lang import tree
    from factlint.lang.scope import Row, Scope, Value

    OfFact = Callable[[Any], Any]


def path(expr: tree.Path) -> Value:
    """A function from a scope to what a path leads to."""
    base, names = expr.base.value, [name.value for name in expr.fields]
    if base == "article":
        return _chain(lambda scope: scope.card, names)
    if base == "story":
        return _chain(lambda scope: scope.story, names)
    if not names:
        return lambda scope: _whole(scope.rows.get(base))
    if "article" in names:
        # A part of a fact stands in the article of the whole.
        after = names[names.index("article") + 1 :]
        return _chain(lambda scope: scope.rows[base].card if base in scope.rows else None, after)
    if len(names) == 1 and names[0] not in _MADE_UP:
        return _field_of(base, names[0])
    return _chain(lambda scope: scope.rows[base].fact if base in scope.rows else None, names)


def _field_of(base: str, name: str) -> Value:
    """One field of a fact: what nearly every path is."""
    get = operator.attrgetter(name)

    def value(scope: Scope) -> Any:
        row = scope.rows.get(base)
        return None if row is None else get(row.fact)

    return value


def _whole(row: Row | None) -> Any:
    """A fact as a value: its row, or itself where it is a plain value (an item of a list of texts)."""
    return row.fact if row is not None and isinstance(row.fact, str) else row


# Fields that are called otherwise in Python, or are no attributes of what has them.
_MADE_UP = frozenset({"except", "weekday"})


def path_of_fact(expr: tree.Path) -> OfFact:
    """A function from a fact to what a path of fields leads to from it."""
    names = [name.value for name in expr.fields]
    if len(names) == 1 and names[0] not in _MADE_UP:
        return operator.attrgetter(names[0])
    return _chain(lambda fact: fact, names)


def _chain(start: Value, names: Sequence[str]) -> Value:
    if len(names) == 1:
        name = names[0]
        return lambda scope: _field(start(scope), name)

    def value(scope: Scope) -> Any:
        found = start(scope)
        for name in names:
            found = _field(found, name)
        return found

    return value


def _field(value: Any, name: str) -> Any:
    if value is None:
        return None
    if name == "weekday" and isinstance(value, datetime.date):
        return weekday_name(value)
    return getattr(value, "except_" if name == "except" else name)
