"""What the desk knows, turned round for reading names: from folded forms to people, places, outlets and offices."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factlint.annotations.names.sense import Senses
from factlint.knowledge.people import family_first, full_forms
from factlint.text.forms import folded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from factlint.knowledge import Knowledge
    from factlint.knowledge.offices import Office
    from factlint.knowledge.places import Place

_REMEMBERED = 50_000
"""So many answers are kept: the same forms come again and again."""
_MANY_PLACES = 5_000
"""More places than this are not read as a whole."""
_NOBODY: frozenset[str] = frozenset()


class Bearers:
    """The people, or places, that bear a form (folded), looked up when it is asked for: there may be very many."""

    def __init__(self, knowledge: Knowledge, lookup: str, kind: str = "person") -> None:
        self._knowledge, self._lookup, self._kind = knowledge, lookup, kind
        self._asked: dict[str, frozenset[str]] = {}

    def __contains__(self, form: str) -> bool:
        """Whether anybody bears a form."""
        return bool(self._found(form))

    def get(self, form: str, default: Collection[str] = frozenset()) -> frozenset[str]:
        """The keys of all who bear a form."""
        return self._found(form) or (frozenset(default) if default else _NOBODY)

    def one(self, form: str) -> str | None:
        """The key of the one person who bears a form; None if there is none, or more than one."""
        return only(self._found(form))

    def _found(self, form: str) -> frozenset[str]:
        keys = self._asked.get(form)
        if keys is None:
            if len(self._asked) >= _REMEMBERED:
                self._asked.clear()
            keys = self._asked[form] = self._looked_up(form)
        return keys

    def _looked_up(self, form: str) -> frozenset[str]:
        if not self._knowledge.count(self._kind, self._lookup, form):
            return _NOBODY
        return frozenset(row.key for row in self._knowledge.found(self._kind, self._lookup, form))


class Gazetteer:
    """The forms (folded) of very many places, looked up when they are asked for, and some that are in memory."""

    def __init__(self, knowledge: Knowledge, *lookups: str) -> None:
        self._listed = [Bearers(knowledge, lookup, "place") for lookup in lookups]
        self._more: set[str] = set()

    def __contains__(self, form: str) -> bool:
        """Whether it is one of the forms."""
        return form in self._more or any(form in listed for listed in self._listed)

    def add(self, form: str) -> None:
        """Add a form."""
        self._more.add(form)

    def update(self, forms: Iterable[str]) -> None:
        """Add several forms."""
        self._more.update(forms)


class Parts:
    """Given name and surname of the full names (folded) in which the surname comes first."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def get(self, form: str, default: tuple[str | None, str]) -> tuple[str | None, str]:
        """The parts of a name; the default where the surname comes last, or nobody has the name."""
        for person in self._knowledge.found("person", "full", form) if " " in form else ():
            for written, surname in full_forms(person) if family_first(person) else ():
                if surname and folded(written) == form:
                    default = (person.given, surname)
        return default


@dataclass(slots=True)
class Index:
    """Look-ups by folded form. A form that several people share maps to all of them.

    ``full`` and ``surnames`` lead to the keys of people, ``alone`` to those whom the bare surname means; ``parts`` has
    given name and surname where the surname comes first. ``offices`` leads from nation and title to an office,
    ``by_title`` from a title without its nation to all who ever held it, ``terms_of_office`` and ``terms_of_title`` to
    their terms. ``senses`` has what each word can be by itself.
    """

    full: Bearers
    surnames: Bearers
    alone: Bearers
    parts: Parts
    places: set[str] | Gazetteer = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)
    nations: set[str] | Gazetteer = field(default_factory=set)
    demonyms: set[str] | Gazetteer = field(default_factory=set)
    demonym_words: set[str] | Gazetteer = field(default_factory=set)
    offices: dict[tuple[str, str], str] = field(default_factory=dict)
    titles: set[str] = field(default_factory=set)
    by_title: dict[str, set[str]] = field(default_factory=dict)
    terms_of_office: dict[str, list[Office]] = field(default_factory=dict)
    terms_of_title: dict[str, list[Office]] = field(default_factory=dict)
    senses: Senses = field(init=False)

    def __post_init__(self) -> None:
        """Make ready for words, none of which has been asked for."""
        self.senses = Senses(self)

    def person(self, form: str) -> str | None:
        """The one person with this full form (folded); None if there is none, or more than one."""
        return self.full.one(form)

    def terms(self, office: str | None, head: str) -> Sequence[Office]:
        """The terms of an office; of all offices with a title (folded) where no office is named."""
        return self.terms_of_office.get(office, ()) if office else self.terms_of_title.get(head, ())

    def among(self, surname: str, keys: Iterable[str] | None) -> str | None:
        """The one of these people who bears the surname (folded)."""
        return only(self.surnames.get(surname) & set(keys or ()))


def only(keys: Iterable[str] | None) -> str | None:
    """The only member, None where there is none or more than one."""
    found = keys if isinstance(keys, frozenset) else frozenset(keys or ())
    return next(iter(found)) if len(found) == 1 else None


def index_of(knowledge: Knowledge) -> Index:
    """The index of a run's knowledge; use as ``knowledge.once(index_of)``."""
    full, surnames, alone = (Bearers(knowledge, lookup) for lookup in ("full", "surnames", "alone"))
    index = Index(full, surnames, alone, Parts(knowledge))
    if len(knowledge.rows("place")) > _MANY_PLACES:
        index.places, index.nations = Gazetteer(knowledge, "named"), Gazetteer(knowledge, "named", "demonym")
        index.demonyms, index.demonym_words = Gazetteer(knowledge, "demonym"), Gazetteer(knowledge, "demonym word")
    else:
        _add_places(index, knowledge.rows("place"))
    for outlet in knowledge.rows("outlet"):
        index.outlets |= {folded(name) for name in (outlet.name, *outlet.also)}
    for office in knowledge.rows("office"):
        _add_office(index, office)
    return index


def _add_places(index: Index, places: Iterable[Place]) -> None:
    """All forms of places, in memory: where they are few, that is faster than to look them up."""
    for place in places:
        names = {folded(name) for name in (place.name, *place.other, *place.also)}
        demonyms = {folded(name) for name in place.demonyms}
        index.places.update(names)
        index.demonyms.update(demonyms)
        index.demonym_words.update(word for name in demonyms for word in name.split(" "))
        index.nations.update(names | demonyms)


def _add_office(index: Index, office: Office) -> None:
    titles = [folded(title) for title in office.titles]
    index.titles.update(titles)
    for nation in map(folded, office.nations):
        index.nations.add(nation)
        for title in titles:
            index.offices[nation, title] = office.key
    if office.holder is not None:
        index.terms_of_office.setdefault(office.key, []).append(office)
        for title in titles:
            index.by_title.setdefault(title, set()).add(office.holder)
            index.terms_of_title.setdefault(title, []).append(office)
