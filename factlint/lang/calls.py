"""Calls of functions as closures: of known values only, for what comes of an unknown one is unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factlint.lang.scope import Scope, Value


def called(call: Callable[..., Any], arguments: Sequence[Value]) -> Value:
    """A function of its arguments."""
    of_few = _OF_FEW.get(len(arguments))
    if of_few is not None:
        return of_few(call, *arguments)

    def value(scope: Scope) -> Any:
        values = [argument(scope) for argument in arguments]
        return None if any(item is None for item in values) else call(*values)

    return value


def in_run(call: Callable[..., Any], arguments: Sequence[Value]) -> Value:
    """A function of its arguments and of all articles of a run."""

    def value(scope: Scope) -> Any:
        values = [scope.found_in, *(argument(scope) for argument in arguments)]
        return None if any(item is None for item in values) else call(*values)

    return value


def _of_one(call: Callable[..., Any], only: Value) -> Value:
    def value(scope: Scope) -> Any:
        found = only(scope)
        return None if found is None else call(found)

    return value


def _of_two(call: Callable[..., Any], first: Value, second: Value) -> Value:
    def value(scope: Scope) -> Any:
        a = first(scope)
        if a is None:
            return None
        b = second(scope)
        return None if b is None else call(a, b)

    return value


# Nearly every function has one argument or two, and these are asked for every pair of facts.
_OF_FEW: Mapping[int, Callable[..., Value]] = {1: _of_one, 2: _of_two}


def over_group(call: Callable[..., Any], argument: Value, names: frozenset[str]) -> Value:
    """A function of all values that an argument has in a group, counted once for each group."""
    ordered = sorted(names)

    def value(scope: Scope) -> Any:
        if not scope.members:
            return None
        counted = scope.members.counted
        if value not in counted:
            values = _members(argument, ordered, scope)
            counted[value] = call(values) if values else None
        return counted[value]

    return value


def _members(argument: Value, names: Sequence[str], scope: Scope) -> tuple[Any, ...]:
    """The known values of an argument over the members of a group, each set of its facts once."""
    found: list[Any] = []
    seen: set[tuple[Any, ...]] = set()
    inner = scope.over({})
    for rows in scope.members:
        bound = [rows[name] for name in names if name in rows]
        identity = tuple([(row.card.key if row.card else None, id(row.fact)) for row in bound])
        if identity in seen:
            continue
        seen.add(identity)
        inner.rows = rows
        item = argument(inner)
        if item is not None:
            found.append(item)
    return tuple(found)
