"""Forms that are listed as wrong (or as against the house style), each with the right one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factlint.knowledge import Fault, KnowledgeKind
from factlint.knowledge.kept import Rows
from factlint.knowledge.people import EXCEPTED, TAKE_OUT, contested, family_first, surnames
from factlint.text.forms import comparable
from factlint.text.literals import first_tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from factlint.knowledge import Knowledge
    from factlint.knowledge.people import Person


LISTED = "people"
"""The list that holds forms which are wrong everywhere, and not only against the house style."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One wrong form and its right one; where ``desk`` is known only for articles of that desk or outlet.

    ``list`` says whose list it stands in: ``people`` are the people and the CSV lists of the desk, ``places`` its
    places, anything else is the id of the ``spell`` or ``prefer`` rule that lists it. ``entity`` is the key of the
    person or place, None for a word list.

    A person whose surname is accepted in several forms has a row for each: ``form`` is the surname that ``right`` is
    written with, None in the row of the preferred one, and ``forms`` are then those of the other rows.
    """

    wrong: str
    right: str
    list: str
    entity: str | None = None
    desk: str | None = None
    form: str | None = None
    forms: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What a later list must have to replace this: the wrong form as it is compared."""
        return comparable(self.wrong)


def _derive(rows: Mapping[str, Collection[Any]]) -> Iterable[Spelling]:
    """The spellings of people and places, and those of the desk's lists that say something else."""
    people, listed = rows.get("person", ()), rows.get("spelling", ())
    not_wrong = contested(people, _keys(listed))
    made = [row for person in people for row in _of_person(person)]
    made += [Spelling(form, place.name, "places", place.key) for place in rows.get("place", ()) for form in place.other]
    known = {(row.key, comparable(row.right)) for row in made if row.form is None}
    keys = {key for key, _ in known}
    yield from (row for row in made if row.list != LISTED or row.key not in not_wrong)
    for row in listed:
        key = row.key
        said = key in keys and (key, comparable(row.right)) in known
        if not said and (row.list != LISTED or key not in not_wrong):
            yield row


def _keys(listed: Collection[Any]) -> Collection[str]:
    """The keys of the spellings of a desk's lists; of very many they are at hand."""
    return listed.keys() if isinstance(listed, Rows) else {row.key for row in listed}


def _of_person(person: Person) -> Iterator[Spelling]:
    """The wrong forms of a person, each with the right one that is preferred and with those that are accepted."""
    for right, wrong in person.wrong:
        others = dict(_in_other_forms(right, person))
        for one in wrong:
            yield Spelling(one, right, LISTED, person.key, forms=tuple(others))
            yield from (Spelling(one, other, LISTED, person.key, form=form) for form, other in others.items())


def _in_other_forms(right: str, person: Person) -> Iterator[tuple[str, str]]:
    """A right form with each other surname that is accepted; nothing where it is not written with the preferred one."""
    preferred, *others = surnames(person)
    if right == preferred:
        yield from ((form, form) for form in others)
    elif right == person.name and not family_first(person):
        yield from ((form, f"{person.given} {form}") for form in others)


def _check(rows: Mapping[str, Collection[Any]]) -> Iterable[Fault]:
    """The forms of a desk's lists that are right for somebody."""
    listed = rows.get("spelling", ())
    found = contested(rows.get("person", ()), _keys(listed))
    if found:
        for row in listed:
            if row.key in found:
                yield Fault(row.wrong, f"“{row.wrong}” {found[row.key]}", TAKE_OUT)


def exceptions(knowledge: Knowledge) -> frozenset[str]:
    """The fixed phrases in which a wrong form of a person or place stays; use as ``knowledge.once(exceptions)``."""
    rows = (row for kind in ("person", "place") for row in knowledge.found(kind, EXCEPTED, ""))
    return frozenset(phrase for row in rows for phrase in row.except_)


KIND = KnowledgeKind(
    name="spelling",
    row=Spelling,
    derive=_derive,
    check=_check,
    many=True,
    lookups={
        "wrong": lambda row: (row.key,),
        "right": lambda row: (comparable(row.right),),
        "list": lambda row: (comparable(row.list),),
        "first": lambda row: first_tokens(row.wrong),
    },
)
