"""Places, with the form that the desk prefers."""

from __future__ import annotations

import datetime  # noqa: TC003 - the rule language reads the field types at run time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factlint.knowledge import Entry, KnowledgeKind
from factlint.knowledge.adding import added
from factlint.knowledge.entry import languages, named
from factlint.knowledge.people import EXCEPTED, key_of
from factlint.text.forms import comparable, folded
from factlint.text.marked import walk

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from factlint.text.marked import MarkedFile, Node

_KEYS = ("name", "kind", "other", "except", "since", "source", "checked", "note", "demonym", "also", "languages")


@dataclass(frozen=True, slots=True)
class Place:
    """A place, with the forms of its name.

    ``other`` are forms that the house style does not use, ``except_`` the fixed phrases in which they stay
    (chicken Kiev), ``since`` the day from which the preferred form holds. ``also`` are other right names,
    ``demonyms`` its adjectives and the word for its people; ``kind`` is country, city, region or site.
    ``languages`` are the codes of those in which a country's office holders speak in public (BCP 47).
    """

    key: str
    name: str
    kind: str
    other: tuple[str, ...] = ()
    except_: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    since: datetime.date | None = None
    source: tuple[str, ...] = ()
    checked: datetime.date | None = None


def _read(file: MarkedFile, node: Node) -> Iterable[Entry]:
    for item, entry, name in named(file, node, "places", _KEYS, "a place", "Kyiv"):
        place = Place(
            key=key_of(name),
            name=name,
            kind=file.choice(entry.get("kind"), ("country", "city", "region", "site"), "the kind of a place") or "city",
            other=file.texts(entry.get("other"), "other"),
            except_=file.texts(entry.get("except"), "except"),
            also=file.texts(entry.get("also"), "also"),
            demonyms=file.texts(entry.get("demonym"), "demonym"),
            languages=languages(file, entry.get("languages")),
            since=file.day(entry.get("since"), "since"),
            source=file.texts(entry.get("source"), "source"),
            checked=file.day(entry.get("checked"), "checked"),
        )
        _check_other(file, entry.get("other"), place)
        yield Entry(place, item, () if entry.get("kind") else ("kind",))


def _check_other(file: MarkedFile, node: Node | None, place: Place) -> None:
    own = comparable(place.name)
    for text in walk(node) if node is not None else ():
        if comparable(text.value) == own:
            hint = "take it out; capitals and the marks at the edges are not compared"
            file.complain(text, f"“{text.value}” is a right form of {place.name}", hint)


def _give_way(earlier: Collection[Place], own: Collection[Place]) -> Iterator[Place]:
    """Earlier places without what a later file takes back.

    A form that it lists as right, or against the style for another place, is no other form as before, and a right form
    of a place that it lists against the style for the same place is none any more.
    """
    right = {comparable(form) for place in own for form in (place.name, *place.also, *place.demonyms)}
    refused = {place.key: {comparable(form) for form in place.other} for place in own}
    taken = right.union(*refused.values())
    for place in earlier:
        other = tuple(form for form in place.other if comparable(form) not in taken)
        here = refused.get(place.key, ())
        also = tuple(form for form in place.also if comparable(form) not in here)
        yield replace(place, other=other, also=also)


KIND = KnowledgeKind(
    name="place",
    row=Place,
    section="places",
    read=_read,
    add=added,
    give_way=_give_way,
    about=True,
    lookups={
        "key": lambda place: (place.key,),
        "kind": lambda place: (place.kind,),
        "right": lambda place: map(comparable, (place.name, *place.also, *place.demonyms)),
        "named": lambda place: map(folded, (place.name, *place.other, *place.also)),
        "demonym": lambda place: map(folded, place.demonyms),
        "demonym word": lambda place: (word for name in place.demonyms for word in folded(name).split(" ")),
        EXCEPTED: lambda place: ("",) if place.except_ else (),
    },
)
