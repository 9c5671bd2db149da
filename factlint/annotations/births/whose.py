"""The name that something written right before or behind it belongs to."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    from factlint.annotations import Reading
    from factlint.annotations.names.name import Name

_NO_PEOPLE = frozenset({"place", "organisation"})
_START = attrgetter("start")
# So far from a name, in characters, and so many names back the words that tie something to it may go.
_REACH, _BACK = 90, 3


def name_before(reading: Reading, at: int, link: re.Pattern[str]) -> Name | None:
    """The last name of a person before an offset from which on only ``link`` stands, in one sentence; else None."""
    names: tuple[Name, ...] = reading.layer("name")  # type: ignore[assignment]
    index = bisect_left(names, at, key=_START)
    for name in reversed(names[max(0, index - _BACK) : index]):
        if at - name.end > _REACH or "\n" in reading.text[name.end : at]:
            return None
        if _is_person(name) and link.fullmatch(reading.text, name.end, at):
            return name
    return None


def name_behind(reading: Reading, at: int, link: re.Pattern[str]) -> Name | None:
    """The first name of a person behind an offset up to which only ``link`` stands; else None."""
    names: tuple[Name, ...] = reading.layer("name")  # type: ignore[assignment]
    index = bisect_left(names, at, key=_START)
    name = names[index] if index < len(names) else None
    if name is None or name.start - at > _REACH or not _is_person(name):
        return None
    return name if link.fullmatch(reading.text, at, name.start) else None


def _is_person(name: Name) -> bool:
    return name.kind not in _NO_PEOPLE and name.who is not None and name.line is None
