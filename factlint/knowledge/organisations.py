"""Organisations: bodies, companies, parties, teams, with the acronyms under which they are known."""

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

_KEYS = ("name", "acronym", "also", "kind", "nation", "source", "checked", "note")
_KINDS = ("company", "party", "body", "agency", "alliance", "union", "team", "court", "army", "other")


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation, with the forms of its name.

    ``acronyms`` are the short forms in use (UN, U.N.), the preferred one first; ``also`` are other right names.
    ``kind`` is one of company, party, body (public or international), agency, alliance, union, team, court, army and
    other.
    """

    key: str
    name: str
    acronyms: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    kind: str | None = None
    nation: str | None = None
    source: tuple[str, ...] = ()
    checked: datetime.date | None = None


def _read(file: MarkedFile, node: Node) -> Iterable[Entry]:
    for item, entry, name in named(file, node, "organisations", _KEYS, "an organisation", "United Nations"):
        organisation = Organisation(
            key=key_of(name),
            name=name,
            acronyms=file.texts(entry.get("acronym"), "acronym"),
            also=file.texts(entry.get("also"), "also"),
            kind=file.choice(entry.get("kind"), _KINDS, "the kind of an organisation"),
            nation=file.text_of(entry.get("nation"), "the nation of an organisation"),
            source=file.texts(entry.get("source"), "source"),
            checked=file.day(entry.get("checked"), "checked"),
        )
        yield Entry(organisation, item)


KIND = KnowledgeKind(name="organisation", row=Organisation, section="organisations", read=_read, add=added, about=True)
