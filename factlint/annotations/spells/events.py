"""Events of the desk's list right behind a length of time: ``nearly four years after the fall of the Berlin Wall``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.text.deferred import deferred
from factlint.text.span import Span

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from factlint.annotations import Reading
    from factlint.knowledge import Knowledge

_LINK = deferred(
    r" (after|since|on from) (?:the )?(?:(?:start|beginning|outbreak|launch) of )?(?:the )?", re.IGNORECASE
)
_WORD = deferred(r"[\w.’'/-]+")


class Dated(NamedTuple):
    """An event at a place of a text, its first day, and the word that ties it to a length (empty without one)."""

    place: Span
    day: datetime.date
    how: str


class _Name(NamedTuple):
    words: str
    day: datetime.date


def event_at(reading: Reading, at: int) -> Dated | None:
    """The listed event that stands behind ``after`` or ``since`` at an offset; of several names the longest."""
    link = _LINK.match(reading.text, at)
    found = event_behind(reading, link.end()) if link else None
    if link is None or found is None:
        return None
    return found._replace(how="after" if link[1].lower() == "after" else "since")


def event_behind(reading: Reading, at: int) -> Dated | None:
    """The listed event whose name begins at an offset; of several names the longest."""
    first = _WORD.match(reading.text, at)
    for name in reading.knowledge.once(_names).get(first.group().lower(), ()) if first else ():
        end = at + len(name.words)
        if reading.text[at:end].lower() == name.words and not reading.text[end : end + 1].isalnum():
            return Dated(Span(at, end), name.day, "")
    return None


def _names(knowledge: Knowledge) -> Mapping[str, tuple[_Name, ...]]:
    """The names of the events by their first word, the longest first."""
    found: dict[str, list[_Name]] = {}
    for event in knowledge.rows("event"):
        for words in (event.name, *event.also):
            lower = words.lower()
            first = _WORD.match(lower)
            if first is not None:
                found.setdefault(first.group(), []).append(_Name(lower, event.since))
    return {word: tuple(sorted(names, key=lambda name: (-len(name.words), name))) for word, names in found.items()}
