"""Names that look alike and belong to two people, or two things: no check may take one for the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.knowledge import Entry, KnowledgeKind
from factlint.text.forms import comparable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from typing import Any

    from factlint.text.marked import MarkedFile, Node


@dataclass(frozen=True, slots=True)
class Difference:
    """Two forms that are not one name; each pair is listed in both orders."""

    key: str
    one: str
    other: str


def _read(file: MarkedFile, node: Node) -> Iterable[Entry]:
    for item in file.items(node, "different"):
        names = file.texts(item, "a pair of names")
        if len(names) != 2:
            file.complain(item, "two names are told apart here, no more and no fewer", "write [Novotny, Novotni]")
        elif comparable(names[0]) == comparable(names[1]):
            hint = "capitals and the marks at the edges are not compared"
            file.complain(item, f"“{names[0]}” and “{names[1]}” count as one form", hint)
        else:
            yield Entry(_row(*names), item)


def _row(one: str, other: str) -> Difference:
    return Difference(" | ".join(sorted((comparable(one), comparable(other)))), one, other)


def _derive(rows: Mapping[str, Collection[Any]]) -> Iterable[Difference]:
    """All pairs in both orders, those of people among them."""
    listed = [(row.one, row.other) for row in rows.get("difference", ())]
    listed += [(person.name, other) for person in rows.get("person", ()) for other in person.different]
    pairs = (pair for one, other in listed for pair in _told_apart(one, other))
    return (_row(*pair) for pair in dict.fromkeys(both for pair in pairs for both in (pair, pair[::-1])))


def _told_apart(one: str, other: str) -> Iterator[tuple[str, str]]:
    """The pair, and for two full names their surnames: who is listed as two people bears both of them rightly."""
    yield one, other
    surnames = one.rsplit(maxsplit=1)[-1], other.rsplit(maxsplit=1)[-1]
    if " " in one and " " in other and comparable(surnames[0]) != comparable(surnames[1]):
        yield surnames


KIND = KnowledgeKind(
    name="difference",
    row=Difference,
    section="different",
    read=_read,
    derive=_derive,
    lookups={"one": lambda row: (comparable(row.one),), "other": lambda row: (comparable(row.other),)},
)
