"""People that the news names, with the one spelling the desk uses."""

from __future__ import annotations

import datetime  # noqa: TC003 - the rule language reads the field types at run time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.knowledge import KnowledgeKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.text.marked import Keys, MarkedFile, Node

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
    wrong: tuple[tuple[str, tuple[str, ...]], ...] = ()
    born: int | None = None
    source: str | None = None
    checked: datetime.date | None = None
    alone: bool = False


def key_of(name: str) -> str:
    """The key of a full name: ``Steve Witkoff`` is ``steve-witkoff``."""
    from factlint.text.forms import folded

    return "-".join("".join(char if char.isalnum() else " " for char in folded(name)).split())


def _read(file: MarkedFile, node: Node) -> Iterable[Person]:
    for item in file.items(node, "people"):
        entry = file.keys(item, _KEYS, "a person")
        if entry is None:
            continue
        name = file.text_of(entry.get("name"), "the name of a person")
        if name is None:
            file.complain(item, "a person needs a name", "add name: Given Surname")
            continue
        yield _person(file, entry, " ".join(name.split()))


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


KIND = KnowledgeKind(name="person", row=Person, section="people", read=_read)
