"""People that the news names, with the one spelling the desk uses."""

from __future__ import annotations

import datetime  # noqa: TC003 - the rule language reads the field types at run time
from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from factlint.knowledge import Entry, Fault, KnowledgeKind
from factlint.knowledge.adding import added, joined
from factlint.knowledge.entry import languages, named
from factlint.knowledge.kept import Rows
from factlint.text.deferred import deferred
from factlint.text.forms import comparable, folded

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from factlint.text.marked import Keys, MarkedFile, Node

EXCEPTED = "excepted"
"""The look-up that finds, under an empty text, who has phrases in which a wrong form stays."""

TAKE_OUT = "take it out; capitals and the marks at the edges are not compared"
"""What to do with a wrong form that is somebody's right one."""

# A name of more words than this is compared by its first ones.
_MOST_WORDS = 8
# So many forms and more are not put into sets of their own.
_MANY = 50_000

_Wrong = tuple[tuple[str, tuple[str, ...]], ...]

_KEYS = (
    "name", "surname", "accepted", "wrong", "alone", "born", "pronouns", "since", "except", "languages", "different",
    "source", "checked", "note",
)  # fmt: skip
_PRONOUNS = deferred(r"[a-z]+(/[a-z]+)+")


@dataclass(frozen=True, slots=True)
class Person:
    """A person, with the forms of the name.

    ``name`` is the preferred full form and ``key`` the same in lower case with hyphens, the value of ``entity`` in the
    facts. ``accepted`` are further right forms (full names or surnames); ``wrong`` pairs a right form with the wrong
    ones that stand for it. ``alone`` says that the bare surname means this person even where the article has the full
    name nowhere: not for a surname that is a usual word or that many people bear.

    ``since`` is the day from which the preferred form holds, ``except_`` are the fixed phrases in which a wrong form
    stays, ``languages`` the codes of those that the person speaks in public (BCP 47), and ``different`` the names of
    other people who are easily taken for this one; they need not be listed.
    """

    key: str
    name: str
    given: str
    surname: str
    accepted: tuple[str, ...] = ()
    wrong: _Wrong = ()
    born: int | None = None
    source: tuple[str, ...] = ()
    checked: datetime.date | None = None
    alone: bool = False
    pronouns: str | None = None
    since: datetime.date | None = None
    except_: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    different: tuple[str, ...] = ()


def key_of(name: str) -> str:
    """The key of a full name: ``Steve Witkoff`` is ``steve-witkoff``."""
    return "-".join("".join(char if char.isalnum() else " " for char in folded(name)).split())


def _read(file: MarkedFile, node: Node) -> Iterable[Entry]:
    for item, entry, name in named(file, node, "people", _KEYS, "a person", "Given Surname"):
        silent = tuple(key for key in ("surname", "alone") if entry.get(key) is None)
        yield Entry(_person(file, entry, " ".join(name.split())), item, silent)


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
        source=file.texts(entry.get("source"), "source"),
        checked=file.day(entry.get("checked"), "checked"),
        alone=file.flag(entry.get("alone"), "alone") or False,
        pronouns=_fitting(file, entry, "pronouns", _PRONOUNS, "write she/her, he/him or they/them"),
        since=file.day(entry.get("since"), "since"),
        except_=file.texts(entry.get("except"), "except"),
        languages=languages(file, entry.get("languages")),
        different=file.texts(entry.get("different"), "different"),
    )


def _fitting(file: MarkedFile, entry: Keys, key: str, pattern: re.Pattern[str], hint: str) -> str | None:
    """The text of a key, where it has the form that it must have."""
    node = entry.get(key)
    value = file.text_of(node, key)
    if value is None or pattern.fullmatch(value):
        return value
    assert node is not None  # noqa: S101 - text_of returned a value
    file.complain(node, f"{key} cannot be “{value}”", hint)
    return None


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


def _give_way(earlier: Collection[Person], own: Collection[Person]) -> Iterator[Person]:
    """Earlier people without what a later file takes back.

    A form that it lists as right, or as wrong for another one, is no longer wrong as before; an accepted form of a
    person that it lists as wrong for the same person, or that holds such a form, is accepted no more.
    """
    refused = {person.key: {comparable(form) for form in wrong_forms(person)} for person in own if person.wrong}
    taken = {*_taken_back(earlier, own), *(form for forms in refused.values() for form in forms)}
    for person in earlier:
        here = refused.get(person.key)
        accepted = person.accepted
        if here is not None:
            accepted = tuple(form for form in accepted if not any(run in here for run in runs(form)))
        wrong = _without(person.wrong, taken) if person.wrong else ()
        same = accepted == person.accepted and wrong == person.wrong
        yield person if same else replace(person, accepted=accepted, wrong=wrong)


def _taken_back(earlier: Collection[Person], own: Collection[Person]) -> Collection[str]:
    """What a file lists as right, as compared, at least as far as it is wrong in earlier ones."""
    if len(own) < len(earlier):
        return {form for person in own for right in right_forms(person) for form in (comparable(right), *runs(right))}
    return _right_forms(own, {comparable(form) for person in earlier for form in wrong_forms(person)})


def wrong_forms(person: Person) -> Iterator[str]:
    """The wrong forms of a person."""
    return (form for _, forms in person.wrong for form in forms)


def right_forms(person: Person) -> tuple[str, ...]:
    """The right forms of a person: full names and surnames."""
    return (person.name, person.surname, *person.accepted, *(right for right, _ in person.wrong))


def contested(people: Iterable[Person], more: Collection[str] = ()) -> Mapping[str, str]:
    """The wrong forms, as they are compared, that stand in the right form of somebody: no finding can be made of these.

    ``more`` are wrong forms beside those of the people, as compared. The value says whose right form it is.
    """
    if isinstance(people, Rows) and not more:
        return people.once(_contested)
    return _contested(people, more)


def _contested(people: Iterable[Person], more: Collection[str] = ()) -> Mapping[str, str]:
    own = {comparable(form) for person in people for form in wrong_forms(person)}
    return _right_forms(people, _Either(own, more) if len(more) > _MANY else own.union(more))


class _Either(Collection[str]):
    """What is in one of two collections, without a third one of all of it."""

    def __init__(self, one: Collection[str], other: Collection[str]) -> None:
        self._one = one
        self._other = other

    def __contains__(self, form: object) -> bool:
        return form in self._one or form in self._other

    def __iter__(self) -> Iterator[str]:
        return chain(self._one, self._other)

    def __len__(self) -> int:
        return len(self._one) + len(self._other)


def _right_forms(people: Iterable[Person], among: Collection[str]) -> dict[str, str]:
    """Which of some forms, as compared, are a right form or a run of words in one, with what it is."""
    whole: dict[str, str] = {}
    parts: dict[str, str] = {}
    # Of very many forms, to ask for each run of words takes less than to keep their first words.
    firsts = {comparable(form.split(" ", 1)[0]) for form in among} if len(among) <= _MANY else None
    for person in people if among else ():
        for form in right_forms(person):
            if comparable(form) in among:
                whole.setdefault(comparable(form), f"is a right form of {person.name}")
            for run in runs(form, firsts):
                if run in among:
                    parts.setdefault(run, f"stands in “{form}”, a right form of {person.name}")
    return parts | whole


def runs(form: str, firsts: Collection[str] | None = None) -> Iterator[str]:
    """The runs of words in a form, as compared; of ``firsts`` those that begin with one of these words."""
    words = form.split()[:_MOST_WORDS]
    for start, word in enumerate(words):
        if firsts is None or comparable(word) in firsts:
            yield from (comparable(" ".join(words[start:end])) for end in range(start + 1, len(words) + 1))


def _without(wrong: _Wrong, taken: Collection[str]) -> _Wrong:
    left = ((right, tuple(form for form in forms if comparable(form) not in taken)) for right, forms in wrong)
    return tuple((right, forms) for right, forms in left if forms)


def _check(rows: Mapping[str, Collection[Any]]) -> Iterator[Fault]:
    people: Collection[Person] = rows.get("person", ())
    found = contested(people)
    for person in people:
        for form in wrong_forms(person):
            plain = comparable(form)
            if plain in found:
                why = _right_forms([person], {plain}).get(plain) or found[plain]
                yield Fault(form, f"“{form}” {why}", TAKE_OUT, under="wrong")


def full_forms(person: Person) -> Iterator[tuple[str, str]]:
    """The right full names of a person, each with the surname in it; empty where that is not known."""
    for surname in surnames(person):
        yield " ".join((surname, person.given) if family_first(person) else (person.given, surname)).strip(), surname
    for form in person.accepted:
        if " " in form:
            yield form, ""


def surnames(person: Person) -> tuple[str, ...]:
    """The right surnames of a person; the preferred one first."""
    return tuple(dict.fromkeys((person.surname, *(form for form in person.accepted if " " not in form))))


def family_first(person: Person) -> bool:
    """Whether the surname comes first, as in Xi Jinping."""
    return not person.name.endswith(person.surname)


KIND = KnowledgeKind(
    name="person",
    row=Person,
    section="people",
    read=_read,
    check=_check,
    add=_add,
    give_way=_give_way,
    about=True,
    lookups={
        "key": lambda person: (person.key,),
        "name": lambda person: (comparable(person.name),),
        "given": lambda person: (comparable(person.given),),
        "surname": lambda person: (comparable(person.surname),),
        "accepted": lambda person: map(comparable, person.accepted),
        "full": lambda person: (folded(form) for form, _ in full_forms(person)),
        "surnames": lambda person: map(folded, surnames(person)),
        EXCEPTED: lambda person: ("",) if person.except_ else (),
        "alone": lambda person: map(folded, surnames(person) if person.alone else ()),
        "words": lambda person: (comparable(word) for form in right_forms(person) for word in form.split()),
    },
    near="surname",
)
