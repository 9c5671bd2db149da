"""Events that the news names together with their day or their years."""

from __future__ import annotations

import datetime  # noqa: TC003 - the rule language reads the field types at run time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.knowledge import Entry, KnowledgeKind
from factlint.knowledge.adding import added
from factlint.knowledge.entry import named
from factlint.knowledge.people import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.text.marked import Keys, MarkedFile, Node

_KEYS = ("name", "date", "since", "until", "also", "source", "checked", "note")


@dataclass(frozen=True, slots=True)
class Event:
    """An event; ``also`` are the other words for it.

    ``since`` and ``until`` are its first and its last day, the same for what happened on one day; ``until`` is unknown
    for what goes on, or whose end nobody wrote down.
    """

    key: str
    name: str
    since: datetime.date
    until: datetime.date | None = None
    also: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    checked: datetime.date | None = None


def _read(file: MarkedFile, node: Node) -> Iterable[Entry]:
    for item, entry, name in named(file, node, "events", _KEYS, "an event", "fall of the Berlin Wall"):
        days = _days(file, entry)
        if days is not None:
            also, source = file.texts(entry.get("also"), "also"), file.texts(entry.get("source"), "source")
            yield Entry(Event(key_of(name), name, *days, also, source, file.day(entry.get("checked"), "checked")), item)


def _days(file: MarkedFile, entry: Keys) -> tuple[datetime.date, datetime.date | None] | None:
    """The first and the last day; None where they are missing or cannot be."""
    date = entry.get("date")
    if date is not None:
        for key in ("since", "until"):
            if (node := entry.get(key)) is not None:
                file.complain(node, f"“date” and “{key}” stand here side by side", "write date, or since and until")
        day = file.day(date, "the day of an event")
        return None if day is None else (day, day)
    since, until = file.day(entry.get("since"), "since"), file.day(entry.get("until"), "until")
    if since is None:
        if entry.get("since") is None:
            file.complain(entry, "an event needs its day", "add date: 1989-11-09, or since and until")
        return None
    if until is not None and until < since:
        file.complain(entry, "this event ends before it begins", "swap since and until, or mend the year")
        return None
    return since, until


KIND = KnowledgeKind(name="event", row=Event, section="events", read=_read, add=added, about=True)
