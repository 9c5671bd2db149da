"""News outlets and agencies: sources that are quoted by name and are no people."""

from __future__ import annotations

import datetime  # noqa: TC003 - the rule language reads the field types at run time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.knowledge import Entry, KnowledgeKind
from factlint.knowledge.adding import added
from factlint.knowledge.entry import named
from factlint.knowledge.people import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.text.marked import MarkedFile, Node

_KEYS = ("name", "also", "source", "checked", "note")


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet: its name, and ``also`` the other names and short forms under which it is quoted."""

    key: str
    name: str
    also: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    checked: datetime.date | None = None


def _read(file: MarkedFile, node: Node) -> Iterable[Entry]:
    for item, entry, name in named(file, node, "outlets", _KEYS, "an outlet", "Reuters"):
        also, source = file.texts(entry.get("also"), "also"), file.texts(entry.get("source"), "source")
        yield Entry(Outlet(key_of(name), name, also, source, file.day(entry.get("checked"), "checked")), item)


KIND = KnowledgeKind(name="outlet", row=Outlet, section="outlets", read=_read, add=added, about=True)
