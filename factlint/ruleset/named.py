"""What the desk knows of the forms that a rule of style lists: whether they name places, or people, and whom."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import field
from typing import TYPE_CHECKING
from zlib import crc32

from factlint.knowledge.kept import Rows
from factlint.ruleset.meaning import list_of_texts
from factlint.text.forms import comparable
from factlint.text.values import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factlint.knowledge import Knowledge
    from factlint.knowledge.people import Person

Pair = tuple[str, str]
"""A form that is not preferred, and the one that is."""


@plain
class Named:
    """Names of known places, and the people who bear a form (a full name or a surname, as compared)."""

    places: frozenset[str] = frozenset()
    people: Mapping[str, tuple[Person, ...]] | Bearers = field(default_factory=dict)

    def bearers(self, form: str) -> tuple[Person, ...]:
        """Who is rightly called so; nobody for a form without a capital."""
        return self.people.get(comparable(form), ()) if form != form.lower() else ()


@plain
class PeopleStyle:
    """Forms of known people: what must hold of a word besides being listed, and each form as an article has it."""

    condition: str
    texts: Mapping[str, str]


def named(knowledge: Knowledge) -> Named:
    """The names in a run's knowledge."""
    places = frozenset(name for place in knowledge.each("place") for name in (place.name, *place.also))
    people = knowledge.each("person")
    return Named(places, Bearers(people) if isinstance(people, Rows) else _by_form(people))


def _by_form(people: Iterable[Person]) -> Mapping[str, tuple[Person, ...]]:
    found: dict[str, list[Person]] = {}
    for person in people:
        for form in _forms(person):
            found.setdefault(form, []).append(person)
    return {form: tuple(bearers) for form, bearers in found.items()}


def _forms(person: Person) -> Iterable[str]:
    return dict.fromkeys(map(comparable, (person.name, person.surname, *person.accepted)))


class Bearers:
    """People by form where they are very many: checksums of the forms, and of who has one only those that are asked."""

    def __init__(self, people: Rows) -> None:
        self._people = people
        self._keys = tuple(people.keys())
        parts = [array("Q") for _ in range(256)]
        for number, person in enumerate(people):
            for form in _forms(person):
                first = _first(form)
                parts[first >> 56].append(first | number)
        self._parts = [array("Q", sorted(part)) for part in parts]

    def get(self, form: str, otherwise: tuple[Person, ...]) -> tuple[Person, ...]:
        """Who bears a form, in the order of the files."""
        first = _first(form)
        part = self._parts[first >> 56]
        some = part[bisect_left(part, first) : bisect_left(part, first + (1 << 32))]
        found = (person for number in some for person in self._people.of(self._keys[number - first]))
        return tuple(person for person in found if form in _forms(person)) or otherwise


def _first(form: str) -> int:
    return crc32(form.encode("utf-8", "surrogatepass")) << 32


def people_style(pairs: Sequence[Pair], known: Named, clause: str) -> PeopleStyle | None:
    """What a rule for these forms asks of a word, so that nobody else of a surname is reported; None without people.

    A form that the desk accepts counts where the name is read as that person's. One that it does not know counts with
    a given name of the person, or alone where the article introduces nobody by it. Other forms count anywhere.
    """
    bearers = {pair: known.bearers(pair[0]) or known.bearers(pair[1]) for pair in pairs}
    people = {person.key: person for found in bearers.values() for person in found}
    if not people:
        return None
    accepted = [wrong for wrong, _ in pairs if known.bearers(wrong)]
    unknown = [wrong for (wrong, right), found in bearers.items() if found and wrong not in accepted]
    words = [wrong for (wrong, _), found in bearers.items() if not found]
    who = f"n.entity is known and n.entity in {list_of_texts(people)}"
    if unknown:
        who = f"{who} or n.entity is unknown and {_unlisted(unknown, people.values())}"
    inside = "n.sentence = w.sentence and n.start <= w.start and n.end >= w.end"
    named_so = f"any(name n{clause} where {inside} and ({who}))"
    condition = f"({named_so} or w.form in {list_of_texts(words)})" if words else named_so
    texts = {form: _written(form, found[0]) for pair, found in bearers.items() if found for form in pair}
    return PeopleStyle(f" and {condition}", texts)


def _unlisted(forms: Sequence[str], people: Iterable[Person]) -> str:
    """What must hold of a name in a form that the desk does not know, for it to be that of one of these people."""
    surnames = tuple(dict.fromkeys(form.rsplit(" ", 1)[-1] for form in forms))
    givens = tuple(dict.fromkeys(person.given for person in people if person.given))
    whose = ["n.given is unknown and n.introduced is unknown"]
    if givens:
        full = [f"{given} {surname}" for given in givens for surname in surnames]
        whose.append(f"n.given is known and n.given in {list_of_texts(givens)}")
        whose.append(f"n.introduced is known and n.introduced in {list_of_texts(full)}")
    return f"n.surname in {list_of_texts(surnames)} and ({' or '.join(whose)})"


def _written(form: str, person: Person) -> str:
    """A form with ``{}`` for itself and the given name where it needs one."""
    if " " in form or not person.given:
        return "{}"
    return f"{person.given} {{}}" if person.name.endswith(person.surname) else f"{{}} {person.given}"
