"""What the desk knows, turned round for reading names: from folded forms to people, places, outlets and offices."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factlint.text.forms import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.knowledge import Knowledge
    from factlint.knowledge.offices import Office
    from factlint.knowledge.people import Person

_Keys = dict[str, set[str]]


@dataclass(slots=True)
class Index:
    """Look-ups by folded form. A form that several people share maps to all of them.

    ``full`` and ``surnames`` lead to the keys of people, ``alone`` to those whom the bare surname means; ``parts`` has
    given name and surname where the surname comes first. ``offices`` leads from nation and title to an office,
    ``holders`` from an office and ``by_title`` from a title without its nation to all who ever held it.
    """

    full: _Keys = field(default_factory=dict)
    surnames: _Keys = field(default_factory=dict)
    alone: _Keys = field(default_factory=dict)
    parts: dict[str, tuple[str, str]] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    places: set[str] = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)
    nations: set[str] = field(default_factory=set)
    demonyms: set[str] = field(default_factory=set)
    offices: dict[tuple[str, str], str] = field(default_factory=dict)
    titles: set[str] = field(default_factory=set)
    holders: dict[str, set[str]] = field(default_factory=dict)
    by_title: dict[str, set[str]] = field(default_factory=dict)

    def person(self, form: str) -> str | None:
        """The one person with this full form (folded); None if there is none, or more than one."""
        return only(self.full.get(form))

    def among(self, surname: str, keys: Iterable[str] | None) -> str | None:
        """The one of these people who bears the surname (folded)."""
        return only(self.surnames.get(surname, set()) & set(keys or ()))


def only(keys: Iterable[str] | None) -> str | None:
    """The only member, None where there is none or more than one."""
    found = set(keys or ())
    return found.pop() if len(found) == 1 else None


def index_of(knowledge: Knowledge) -> Index:
    """The index of a run's knowledge; use as ``knowledge.once(index_of)``."""
    index = Index()
    for person in knowledge.rows("person"):
        _add_person(index, person)
    for place in knowledge.rows("place"):
        names = {folded(name) for name in (place.name, *place.other, *place.also)}
        demonyms = {folded(name) for name in place.demonyms}
        index.places |= names
        index.demonyms |= demonyms
        index.nations |= names | demonyms
    for outlet in knowledge.rows("outlet"):
        index.outlets |= {folded(name) for name in (outlet.name, *outlet.also)}
    for office in knowledge.rows("office"):
        _add_office(index, office)
    return index


def _add_person(index: Index, person: Person) -> None:
    index.people[person.key] = person
    surnames = {person.surname, *(form for form in person.accepted if " " not in form)}
    family_first = not person.name.endswith(person.surname)
    for surname in surnames:
        name = f"{surname} {person.given}" if family_first else f"{person.given} {surname}"
        _put(index.full, name, person.key)
        if family_first:
            index.parts[folded(name)] = (person.given, surname)
        _put(index.surnames, surname, person.key)
        if person.alone:
            _put(index.alone, surname, person.key)
    for form in person.accepted:
        if " " in form:
            _put(index.full, form, person.key)


def _add_office(index: Index, office: Office) -> None:
    titles = [folded(title) for title in office.titles]
    index.titles.update(titles)
    for nation in office.nations:
        index.nations.add(folded(nation))
        for title in titles:
            index.offices[folded(nation), title] = office.key
    if office.holder is not None:
        index.holders.setdefault(office.key, set()).add(office.holder)
        for title in titles:
            index.by_title.setdefault(title, set()).add(office.holder)


def _put(keys: _Keys, form: str, key: str) -> None:
    keys.setdefault(folded(form.strip()), set()).add(key)
