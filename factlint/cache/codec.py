"""Facts, findings and cards as bytes and back, fast: what one process tells another, and what a cache keeps.

The bytes are plain values (marshal); a dataclass is the name of its class and the values of its fields. Only classes of
this package are ever made of them. They hold between two processes of one version of factlint and Python, no longer.
"""

from __future__ import annotations

import datetime
import importlib
import marshal
import re
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

# Tags of what marshal does not know. Values of factlint are frozen and hold no lists, so that a list is always a tag,
# and behind it what is tagged.
_DAY = 0
_PLAIN = frozenset({str, int, float, bool, bytes, type(None)})
_PLAIN_WORDS = frozenset({"str", "int", "float", "bool", "None", "tuple"})
_OURS = "factlint."


class _Form:
    """How objects of one class are taken apart and made: its name and fields, and which fields are not plain."""

    __slots__ = ("cls", "fields", "get", "name", "odd")

    def __init__(self, cls: type) -> None:
        named = issubclass(cls, tuple)
        self.cls = cls
        self.name = f"{cls.__module__}:{cls.__qualname__}"
        if named:
            types = dict(cls.__annotations__)
        elif is_dataclass(cls):
            types = {field.name: str(field.type) for field in fields(cls)}
        else:
            # A class of a few slots that it is made from, by their names.
            types = dict.fromkeys(cls.__slots__, "object")  # type: ignore[attr-defined]
        self.fields: tuple[str, ...] = tuple(types)
        self.odd = tuple(number for number, type_ in enumerate(types.values()) if not _is_plain(str(type_)))
        self.get = _getter(self.fields)

    def packed(self, value: Any) -> list[Any]:
        """The class and the values of an object."""
        values = [self.name, *self.get(value)]
        for number in self.odd:
            values[number + 1] = packed(values[number + 1])
        return values

    def unpacked(self, values: list[Any]) -> Any:
        """The object."""
        for number in self.odd:
            values[number + 1] = unpacked(values[number + 1])
        return self.cls(**dict(zip(self.fields, values[1:], strict=True)))


def _getter(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """All fields of an object at once."""
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda value: (get(value),)


def _is_plain(type_: str) -> bool:
    """Whether values of a type, as it is written, are plain for marshal."""
    return _PLAIN_WORDS.issuperset(re.findall(r"\w+", type_))


_FORMS: dict[type, _Form] = {}


def _form_of(cls: type) -> _Form:
    """Raises TypeError for a class that is none of factlint's records."""
    form = _FORMS.get(cls)
    if form is None:
        if not cls.__module__.startswith(_OURS) or not hasattr(cls, "__slots__"):
            raise TypeError(f"{cls.__module__}.{cls.__qualname__} cannot be packed")
        form = _FORMS[cls] = _Form(cls)
    return form


@cache
def _form_named(name: str) -> _Form:
    module, _, own = name.partition(":")
    if not module.startswith(_OURS):
        raise TypeError(f"{name} is no class of factlint")
    return _form_of(getattr(importlib.import_module(module), own))


def packed(value: Any) -> Any:
    """A value as plain values. Raises TypeError where there is something in it that cannot be kept."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple:
        return tuple([packed(item) for item in value])
    if kind is datetime.date:
        return [_DAY, value.toordinal()]
    return _form_of(kind).packed(value)


def unpacked(value: Any) -> Any:
    """What ``packed`` was given."""
    kind = type(value)
    if kind is tuple:
        return tuple([unpacked(item) for item in value])
    if kind is not list:
        return value
    if value[0] == _DAY:
        return datetime.date.fromordinal(value[1])
    return _form_named(value[0]).unpacked(value)


def dumped(value: Any) -> bytes:
    """A value as bytes."""
    return marshal.dumps(packed(value))


def loaded(data: bytes) -> Any:
    """What ``dumped`` was given; who reads bytes from a file makes sure that they are as they were written."""
    return unpacked(marshal.loads(data))  # noqa: S302 - see above: never data that others have made
