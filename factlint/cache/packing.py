"""Frozen dataclasses as plain tuples and back, so that a cache holds data and never code."""

from __future__ import annotations

import datetime
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_CLASS, _DAY = "\x00class", "\x00day"
_PLAIN = frozenset({str, int, float, bool, bytes, type(None)})


def packed(value: Any) -> Any:
    """Dataclasses, dates, tuples and plain values as nested tuples of plain values."""
    # Most of what there is are numbers and texts: to ask a function about each takes longer than all the rest.
    if isinstance(value, tuple):
        return tuple([item if type(item) in _PLAIN else packed(item) for item in value])
    if is_dataclass(value) and not isinstance(value, type):
        values = _values(type(value))(value)
        return (_CLASS, type(value).__name__, *[item if type(item) in _PLAIN else packed(item) for item in values])
    if isinstance(value, datetime.date):
        return (_DAY, value.isoformat())
    return value


@cache
def _values(cls: type) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of all fields of a dataclass."""
    names = [field.name for field in fields(cls)]
    if len(names) < 2:
        return lambda value: tuple([getattr(value, name) for name in names])
    return attrgetter(*names)


def unpacked(value: Any, classes: Mapping[str, type]) -> Any:
    """What ``packed`` made, with the classes it may make.

    Raises LookupError, TypeError or ValueError where the data do not fit them.
    """
    if not isinstance(value, tuple):
        return value
    if value and value[0] == _DAY:
        return datetime.date.fromisoformat(value[1])
    made = [unpacked(item, classes) if isinstance(item, tuple) else item for item in value]
    return classes[made[1]](*made[2:]) if made and made[0] == _CLASS else tuple(made)
