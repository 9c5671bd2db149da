"""The one person that a passage speaks of, to whom ``she`` and ``the 46-year-old`` go back."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from factlint.text.deferred import deferred
from factlint.text.nearby import search_before

if TYPE_CHECKING:
    from factlint.annotations import Reading
    from factlint.annotations.names.name import Name

_REACH, _MOST = 400, 12
_PRONOUN = deferred(r"(?:\A|[.!?]”? |\n)(?:He|She)(?: was| is| has| had)? \Z")
_NEAR = 16


def by_pronoun(reading: Reading, at: int) -> Name | None:
    """The person meant by ``He was`` or ``She was`` right before an offset, at the start of a sentence."""
    match = search_before(_PRONOUN, reading.text, at, _NEAR)
    return None if match is None else one_person(reading, match.start())


def one_person(reading: Reading, at: int) -> Name | None:
    """The last name before an offset, if this and the paragraph before name nobody else up to there."""
    names: tuple[Name, ...] = reading.layer("name")  # type: ignore[assignment]
    index = bisect_left(names, at, key=attrgetter("start"))
    here = reading.place(at).paragraph
    found: Name | None = None
    for name in reversed(names[max(0, index - _MOST) : index]):
        if at - name.start > _REACH or name.paragraph < here - 1:
            break
        if name.kind in {"place", "organisation"}:
            continue
        if name.who is None or (found is not None and name.who != found.who):
            return None
        found = found or name
    return found
