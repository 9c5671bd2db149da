"""Types of the rule language, read off the dataclasses of the facts: one place says how a field is called."""

from __future__ import annotations

import dataclasses
import sys
from functools import cache
from typing import TYPE_CHECKING

from factlint import annotations as fact_layer
from factlint import knowledge
from factlint.article import Anchor, Annotation, Card, Story, computed
from factlint.text.values import plain

if TYPE_CHECKING:
    from collections.abc import Mapping


@plain
class Type:
    """What a value is: ``text``, ``number``, ``day``, ``yesno``, ``duration``, ``several`` (of ``item``), a fact."""

    name: str
    item: Type | None = None

    def __str__(self) -> str:
        return f"a list of {self.item.name}s" if self.item else _CALLED.get(self.name, f"a {self.name}")


TEXT, NUMBER, DAY, YESNO, DURATION, ANY = (Type(name) for name in ("text", "number", "day", "yesno", "duration", "any"))
_CALLED = {
    "yesno": "a yes/no answer",
    "any": "anything",
    "article": "an article",
    "item": "an item",
    "office": "an office",
    "acronym": "an acronym",
    "outlet": "an outlet",
    "organisation": "an organisation",
    "event": "an event",
}
_PLAIN = {"str": TEXT, "int": NUMBER, "float": NUMBER, "bool": YESNO, "datetime.date": DAY, "date": DAY}
_DAY_FIELDS = {"year": NUMBER, "month": NUMBER, "day": NUMBER, "weekday": TEXT}


def list_of(item: Type) -> Type:
    """The type of a list."""
    # Not "list": that is a kind of fact, with fields of its own.
    return Type("several", item)


@cache
def fact_kinds() -> frozenset[str]:
    """The kinds whose facts stand in articles."""
    return frozenset(fact_layer.kinds())


@cache
def knowledge_kinds() -> frozenset[str]:
    """The kinds of what the desk knows."""
    return frozenset(knowledge.kinds())


@cache
def placeless() -> frozenset[str]:
    """The kinds that may be bound and stand nowhere in an article: what the desk knows, and the texts of a list."""
    return knowledge_kinds() | {TEXT.name}


@cache
def _classes() -> Mapping[str, type]:
    return {
        **{name: kind.fact for name, kind in fact_layer.kinds().items()},
        **{name: kind.row for name, kind in knowledge.kinds().items()},
        "article": Card,
        "story": Story,
        "anchor": Anchor,
    }


@cache
def field_table() -> Mapping[str, Mapping[str, Type]]:
    """Every field of every kind: kind -> field -> type. Parts of facts (an item of a list) are there too."""
    table: dict[str, Mapping[str, Type]] = {"day": _DAY_FIELDS}
    waiting = dict(_classes())
    while waiting:
        kind, cls = waiting.popitem()
        found, parts = _fields(cls)
        if kind in fact_kinds() or kind not in _classes():
            found["article"] = Type("article")
        table[kind] = dict(sorted(found.items()))
        waiting.update({name: part for name, part in parts.items() if name not in table})
    return dict(sorted(table.items()))


def _fields(cls: type) -> tuple[dict[str, Type], dict[str, type]]:
    written = {field.name: str(field.type) for field in dataclasses.fields(cls)}
    written.update({name: type_ for name, (type_, _) in computed(cls).items()})
    if issubclass(cls, Annotation):
        del written["place"]  # its parts are fields of the fact itself
    found: dict[str, Type] = {}
    parts: dict[str, type] = {}
    for name, annotation in written.items():
        kind = _type(annotation.replace(" | None", "").strip("'\""), cls, parts)
        if kind is not None:
            found[name] = kind
    return found, parts


def _type(written: str, cls: type, parts: dict[str, type]) -> Type | None:
    if written in _PLAIN:
        return _PLAIN[written]
    if written.startswith("tuple[") and written.endswith(", ...]"):
        item = _type(written[6:-6], cls, parts)
        return list_of(item) if item else None
    for name, known in _classes().items():
        if known.__name__ == written:
            return Type(name)
    part = getattr(sys.modules[cls.__module__], written, None)
    if isinstance(part, type) and issubclass(part, Annotation):
        parts[part.__name__.lower()] = part
        return Type(part.__name__.lower())
    return None
