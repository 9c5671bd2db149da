"""People that the news names, with the one spelling the desk uses."""

from __future__ import annotations

import datetime  # noqa: TC003 - the rule language reads the field types at run time
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from factlint.knowledge import Entry, Fault, KnowledgeKind
from factlint.knowledge.adding import added, joined
from factlint.text.forms import comparable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from factlint.text.marked import Keys, MarkedFile, Node

# A name of more words than this is compared by its first ones.
_MOST_WORDS = 8

_Wrong = tuple[tuple[str, tuple[str, ...]], ...]

_KEYS = ("name", "surname", "accepted", "wrong", "alone", "born", "source", "checked", "note")


@dataclass(frozen=True, slots=True)
class Person:
    """A person.

    ``name`` is the preferred full form and ``key`` the same in lower case with hyphens, the value of ``entity`` in the
    facts. ``accepted`` are further right forms (full names or surnames); ``wrong`` pairs a right form with the wrong
    ones that stand for it. ``alone`` says that the bare surname means this person even where the article has the full
    name nowhere: not for a surname that is a usual word or that many people bear.
    """

    key: str
    name: str
    given: str
    surname: str
    accepted: tuple[str, ...] = ()
    wrong: _Wrong = ()
    born: int | None = None
    source: str | None = None
    checked: datetime.date | None = None
    alone: bool = False


def key_of(name: str) -> str:
    """The key of a full name: ``Steve Witkoff`` is ``steve-witkoff``."""
    from factlint.text.forms import folded

    return "-".join("".join(char if char.isalnum() else " " for char in folded(name)).split())


def _read(file: MarkedFile, node: Node) -> Iterable[Entry]:
    for item in file.items(node, "people"):
        entry = file.keys(item, _KEYS, "a person")
        if entry is None:
            continue
        name = file.text_of(entry.get("name"), "the name of a person")
        if name is None:
            file.complain(item, "a person needs a name", "add name: Given Surname")
            continue
        silent = tuple(key for key in ("surname", "alone") if entry.get(key) is None)
        yield Entry(_person(file, entry, " ".join(name.split())), silent)


def _person(file: MarkedFile, entry: Keys, name: str) -> Person:
    surname = file.text_of(entry.get("surname"), "the surname") or name.rsplit(maxsplit=1)[-1]
    given = _given(name, surname)
    if given is None:
        message = f"the surname “{surname}” is no part of the name “{name}”"
        file.complain(entry, message, "write the surname as the name has it")
    return Person(
        key=key_of(name),
        name=name,
        given=given or "",
        surname=surname,
        accepted=file.texts(entry.get("accepted"), "accepted"),
        wrong=file.spellings(entry.get("wrong"), "wrong"),
        born=file.number(entry.get("born"), "born"),
        source=file.text_of(entry.get("source"), "source"),
        checked=file.day(entry.get("checked"), "checked"),
        alone=file.flag(entry.get("alone"), "alone") or False,
    )


def _given(name: str, surname: str) -> str | None:
    """What is left of a name without the surname at its end or, as in Xi Jinping, its beginning; None if at neither."""
    if name == surname:
        return ""
    if name.endswith(" " + surname):
        return name.removesuffix(surname).strip()
    if name.startswith(surname + " "):
        return name.removeprefix(surname).strip()
    return None


def _add(earlier: Person, later: Entry) -> Person:
    person: Person = added(earlier, later)
    # The surname that an earlier file wrote out (Xi) holds as long as it fits the name.
    given = _given(person.name, earlier.surname) if "surname" in later.silent else None
    forms = dict(earlier.wrong)
    for right, wrong in later.row.wrong:
        forms[right] = joined(forms.get(right, ()), wrong)
    return replace(
        person,
        surname=later.row.surname if given is None else earlier.surname,
        given=later.row.given if given is None else given,
        wrong=tuple(forms.items()),
    )


def _give_way(earlier: Iterable[Person], own: Sequence[Person]) -> Iterator[Person]:
    """Earlier people without what a later file takes back.

    A form that it lists as right, or as wrong for another one, is no longer wrong as before; an accepted form of a
    person that it lists as wrong for the same person, or that holds such a form, is accepted no more.
    """
    taken = {*_right_forms(own), *(comparable(form) for person in own for form in wrong_forms(person))}
    refused = {person.key: {comparable(form) for form in wrong_forms(person)} for person in own}
    for person in earlier:
        here = refused.get(person.key, ())
        accepted = tuple(form for form in person.accepted if not any(run in here for run in _runs(form)))
        yield replace(person, accepted=accepted, wrong=_without(person.wrong, taken))


def wrong_forms(person: Person) -> Iterator[str]:
    """The wrong forms of a person."""
    return (form for _, forms in person.wrong for form in forms)


def contested(people: Iterable[Person]) -> Mapping[str, str]:
    """The wrong forms, as they are compared, that stand in the right form of somebody: no finding can be made of these.

    The value says whose right form it is.
    """
    people = tuple(people)
    right = _right_forms(people)
    wrong = (comparable(form) for person in people for form in wrong_forms(person))
    return {form: right[form] for form in wrong if form in right}


def _right_forms(people: Iterable[Person]) -> dict[str, str]:
    """What must not be wrong: every right form and every run of words in it, as compared, with what it is."""
    whole: dict[str, str] = {}
    parts: dict[str, str] = {}
    for person in people:
        for form in (person.name, person.surname, *person.accepted, *(right for right, _ in person.wrong)):
            whole.setdefault(comparable(form), f"is a right form of {person.name}")
            for run in _runs(form):
                parts.setdefault(run, f"stands in “{form}”, a right form of {person.name}")
    return parts | whole


def _runs(form: str) -> Iterator[str]:
    words = form.split()[:_MOST_WORDS]
    for start, end in combinations(range(len(words) + 1), 2):
        yield comparable(" ".join(words[start:end]))


def _without(wrong: _Wrong, taken: Collection[str]) -> _Wrong:
    left = ((right, tuple(form for form in forms if comparable(form) not in taken)) for right, forms in wrong)
    return tuple((right, forms) for right, forms in left if forms)


def _check(rows: Mapping[str, tuple[Any, ...]]) -> Iterator[Fault]:
    people: tuple[Person, ...] = rows.get("person", ())
    found = contested(people)
    for person in people:
        own = _right_forms([person])
        for form in wrong_forms(person):
            plain = comparable(form)
            if plain in found:
                hint = "take it out; capitals and the marks at the edges are not compared"
                yield Fault(form, f"“{form}” {own.get(plain) or found[plain]}", hint, under="wrong")


KIND = KnowledgeKind(
    name="person", row=Person, section="people", read=_read, check=_check, add=_add, give_way=_give_way
)
