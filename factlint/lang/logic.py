"""What is true of values. None is *unknown*: Kleene's strong logic, in which only what is known decides."""

from __future__ import annotations

import operator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from factlint.lang.scope import Row
from factlint.lang.similar import has_words
from factlint.text.forms import comparable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_FEW = 4
"""In a longer list of texts a text is looked up, not compared with each."""


def some(verdicts: Iterable[bool | None]) -> bool | None:
    """True if one is, false if all are, else unknown; asks no further than it must."""
    unknown = False
    for verdict in verdicts:
        if verdict:
            return True
        unknown = unknown or verdict is None
    return None if unknown else False


def no(verdicts: Iterable[bool | None]) -> bool | None:
    """The opposite of ``some``."""
    found = some(verdicts)
    return None if found is None else not found


def every(verdicts: Iterable[bool | None]) -> bool | None:
    """True if all are, false if one is false, else unknown; asks no further than it must."""
    return no(None if verdict is None else not verdict for verdict in verdicts)


def count(verdicts: Iterable[bool | None]) -> int | None:
    """How many are true; unknown if one of them is."""
    found = list(verdicts)
    return None if any(verdict is None for verdict in found) else sum(map(bool, found))


QUANTIFIED: Mapping[str, Callable[[Iterable[bool | None]], Any]] = {
    "any": some,
    "no": no,
    "every": every,
    "count": count,
}


def same(a: Any, b: Any) -> bool | None:
    """Equality of the language: texts by their comparable form, lists by items, facts by identity, else by value."""
    if isinstance(a, str) and isinstance(b, str):
        return a == b or comparable(a) == comparable(b)
    if isinstance(a, Row) and isinstance(b, Row):
        return a.fact is b.fact
    if isinstance(a, tuple) and isinstance(b, tuple):
        return len(a) == len(b) and _all_same(a, b)
    return bool(a == b)


def _all_same(left: tuple[Any, ...], right: tuple[Any, ...]) -> bool | None:
    pairs = zip(left, right, strict=True)
    return every(None if a is None or b is None else same(a, b) for a, b in pairs)


def _other(a: Any, b: Any) -> bool | None:
    found = same(a, b)
    return None if found is None else not found


def key_value(value: Any) -> Any:
    """A value in the form in which equal values are equal dictionary keys."""
    return comparable(value) if isinstance(value, str) else value


COMPARISONS: Mapping[str, Callable[[Any, Any], bool | None]] = {
    "=": same,
    "!=": _other,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "contains": lambda a, b: has_words(a, b) if isinstance(a, str) else any(same(item, b) for item in a),
}


@lru_cache(maxsize=1_000)
def _comparables(items: tuple[str | None, ...]) -> tuple[frozenset[str], bool]:
    """The texts of a list as they are compared, and whether one is unknown."""
    return frozenset([comparable(item) for item in items if isinstance(item, str)]), None in items


def member(value: Any, items: Iterable[Any] | None) -> bool | None:
    """Whether a value is one of some; unknown if it is none of those that are known."""
    if value is None or items is None:
        return None
    if isinstance(value, str) and isinstance(items, tuple):
        if value in items:
            return True
        if len(items) > _FEW and not isinstance(items[0], tuple):
            forms, unknown = _comparables(items)
            return comparable(value) in forms or (None if unknown else False)
    unknown = False
    for item in items:
        if item is None:
            unknown = True
        elif same(value, item):
            return True
    return None if unknown else False
