"""What the desk knows, turned round for reading names: from folded forms to people, places, outlets and offices."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factlint.annotations.names.sense import Senses
from factlint.knowledge.people import family_first, full_forms
from factlint.text.forms import comparable, folded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from factlint.knowledge import Knowledge
    from factlint.knowledge.offices import Office

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
    ``titles`` from a title without its nation to the terms of all who held it, each by its number among all terms.
    ``senses`` has what each word can be by itself.
    """

    knowledge: Knowledge
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
    titles: dict[str, list[int]] = field(default_factory=dict)
    senses: Senses = field(init=False)
    _terms: dict[str, list[Office]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make ready for words, none of which has been asked for."""
        self.senses = Senses(self)

    def person(self, form: str) -> str | None:
        """The one person with this full form (folded); None if there is none, or more than one."""
        return self.full.one(form)

    def terms(self, office: str | None, head: str) -> Sequence[Office]:
        """The terms of an office; of all offices with a title (folded) where no office is named."""
        if not office and head not in self.titles:
            return ()
        asked = office or head
        if asked not in self._terms:
            self._terms[asked] = list(self._of_office(office) if office else self._of_title(head))
        return self._terms[asked]

    def _of_office(self, office: str) -> Iterator[Office]:
        terms = self.knowledge.found("office", "key", comparable(office))
        return (term for term in terms if term.key == office and term.holder is not None)

    def _of_title(self, head: str) -> Iterator[Office]:
        rows = self.knowledge.rows("office")
        return (rows[number] for number in self.titles[head])

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
    index = Index(knowledge, full, surnames, alone, Parts(knowledge))
    if len(knowledge.rows("place")) > _MANY_PLACES:
        index.places, index.nations = Gazetteer(knowledge, "named"), Gazetteer(knowledge, "named", "demonym")
        index.demonyms, index.demonym_words = Gazetteer(knowledge, "demonym"), Gazetteer(knowledge, "demonym word")
    else:
        # All forms in memory: where they are few, that is faster than to look them up.
        places, demonyms = knowledge.kept("places", _forms_of_places)
        index.places, index.demonyms, index.nations = places, demonyms, places | demonyms
        index.demonym_words = {word for name in demonyms for word in name.split(" ")}
    index.outlets = knowledge.kept("outlets", _forms_of_outlets)
    nations, index.offices, index.titles = knowledge.kept("offices", _words_for_offices)
    index.nations.update(nations)
    return index


def _forms_of_places(knowledge: Knowledge) -> tuple[set[str], set[str]]:
    """The names of places, and the words for their people."""
    places = knowledge.rows("place")
    names = {folded(name) for place in places for name in (place.name, *place.other, *place.also)}
    return names, {folded(name) for place in places for name in place.demonyms}


def _forms_of_outlets(knowledge: Knowledge) -> set[str]:
    return {folded(name) for outlet in knowledge.rows("outlet") for name in (outlet.name, *outlet.also)}


def _words_for_offices(knowledge: Knowledge) -> tuple[set[str], dict[tuple[str, str], str], dict[str, list[int]]]:
    """The nations, offices by nation and title, and by title the numbers of the terms that somebody held."""
    nations: set[str] = set()
    offices: dict[tuple[str, str], str] = {}
    terms: dict[str, list[int]] = {}
    for number, term in enumerate(knowledge.rows("office")):
        titles, own = [folded(title) for title in term.titles], [folded(nation) for nation in term.nations]
        nations.update(own)
        offices.update({(nation, title): term.key for nation in own for title in titles})
        for title in titles:
            terms.setdefault(title, []).extend([] if term.holder is None else [number])
    return nations, offices, terms
