"""From the dates of an article, and the listed events beside them, to its milestones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.milestones.milestone import Milestone
from factlint.article import Part
from factlint.text.deferred import deferred
from factlint.text.span import Span
from factlint.text.timex import days_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factlint.annotations import Reading
    from factlint.annotations.dates.date import Date
    from factlint.knowledge import Knowledge
    from factlint.knowledge.events import Event

# The last word of a name and what ties a date to it; the first word of a name behind a date.
_BEFORE = deferred(r"([\w’'/]+)(?:,? (?:in|on|of)| \(|,) (?:early |late |mid-)?\Z|([\w’'/]+) \(\Z")
_BEHIND = deferred(r" ([\w’'/.]+)")
# A name goes on as the name of something else: the Hillsborough disaster inquiry.
_ENDS = deferred(
    r"(?=[.,;:!?)\]—–]|\Z|\n| (?:in|on|at|and|or|that|which|who|was|were|had|has|is|to|of|killed|by|when|as|for)\b)"
)
_LOOKS_BACK = deferred(
    r"annivers|\bmark(?:s|ed|ing)?\b|celebrat|commemorat|remember|memorial|tribute|ceremon|compar|"
    r"years? (?:after|since|later|on)\b|inquiry|report|film|book|novel|drama|trial|since\b|exhibit|museum|lesson",
    re.IGNORECASE,
)
# The last two signs of what ties a name to a date: in, on, of, a comma, a bracket, early, mid-.
_TIES = frozenset({"n ", "f ", ", ", " (", "y ", "e ", "d-"})
_REACH, _WIDE = 80, 400


class _Name(NamedTuple):
    """One of the words for an event, in lower case."""

    words: str
    event: Event


class _Names(NamedTuple):
    """The words for all events, by the first and by the last of them; of equal ones the longest first."""

    by_first: Mapping[str, tuple[_Name, ...]]
    by_last: Mapping[str, tuple[_Name, ...]]


def find_milestones(reading: Reading) -> Iterable[Milestone]:
    """The milestones of an article, in text order."""
    dates: tuple[Date, ...] = reading.layer("date")  # type: ignore[assignment]
    for date in dates:
        if date.year is not None and date.precision in {"day", "month", "year"}:
            found = _milestone(reading, date)
            if found is not None:
                yield found


def _milestone(reading: Reading, date: Date) -> Milestone | None:
    names = reading.knowledge.once(_names_of)
    found = _before(reading.text, date, names) or _behind(reading.text, date, names)
    days = None if found is None else days_of(date.value)
    if found is None or days is None:
        return None
    place, event = found
    low, high = reading.sentence_bounds(date.start)
    if place.start < low or place.end > high:
        return None
    start, end = min(place.start, date.start), max(place.end, date.end)
    return Milestone(
        start=start,
        end=end,
        text=reading.text[start:end],
        place=reading.place(start),
        event=Part(
            start=place.start, end=place.end, text=reading.text[slice(*place)], place=reading.place(place.start)
        ),
        name=event.name,
        since=event.since,
        until=event.until,
        date=Part(start=date.start, end=date.end, text=date.text, place=date.place),
        first=days.first,
        last=days.last,
        looks_back=_LOOKS_BACK.search(reading.text, max(low, start - _WIDE), min(high, end + _WIDE)) is not None,
    )


def _before(text: str, date: Date, names: _Names) -> tuple[Span, Event] | None:
    """``the fall of the Berlin Wall in`` before a date."""
    if text[date.start - 2 : date.start] not in _TIES:
        return None
    low = max(0, date.start - _REACH)
    match = _BEFORE.search(text[low : date.start])
    if match is None:
        return None
    end = low + max(match.end(1), match.end(2))
    for name in names.by_last.get((match[1] or match[2]).lower(), ()):
        start = end - len(name.words)
        if start >= 0 and text[start:end].lower() == name.words and not text[start - 1 : start].isalnum():
            return Span(start, end), name.event
    return None


def _behind(text: str, date: Date, names: _Names) -> tuple[Span, Event] | None:
    """``Chernobyl disaster`` behind the year of ``the 1986``."""
    match = _BEHIND.match(text, date.end)
    if match is None or date.precision != "year":
        return None
    for name in names.by_first.get(match[1].lower(), ()):
        end = match.start(1) + len(name.words)
        if text[match.start(1) : end].lower() == name.words and _ENDS.match(text, end):
            return Span(match.start(1), end), name.event
    return None


def _names_of(knowledge: Knowledge) -> _Names:
    first: dict[str, list[_Name]] = {}
    last: dict[str, list[_Name]] = {}
    for event in knowledge.rows("event"):
        for words in (event.name, *event.also):
            name = _Name(words.lower(), event)
            parts = name.words.split()
            first.setdefault(parts[0], []).append(name)
            last.setdefault(parts[-1], []).append(name)
    return _Names(_sorted(first), _sorted(last))


def _sorted(found: dict[str, list[_Name]]) -> dict[str, tuple[_Name, ...]]:
    return {
        word: tuple(sorted(names, key=lambda name: (-len(name.words), name.words))) for word, names in found.items()
    }
