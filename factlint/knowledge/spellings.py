"""Forms that are listed as wrong (or as against the house style), each with the right one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factlint.knowledge import KnowledgeKind
from factlint.knowledge.people import contested
from factlint.text.forms import comparable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Spelling:
    """One wrong form and its right one.

    ``list`` says whose list it stands in: ``people`` and ``places`` are the knowledge files, anything else is the id of
    the ``spell`` or ``prefer`` rule that lists it. ``entity`` is the key of the person or place, None for a word list.
    """

    wrong: str
    right: str
    list: str
    entity: str | None = None


def _derive(rows: Mapping[str, tuple[Any, ...]]) -> Iterable[Spelling]:
    people = rows.get("person", ())
    not_wrong = contested(people)
    for person in people:
        for right, forms in person.wrong:
            for form in forms:
                if comparable(form) not in not_wrong:
                    yield Spelling(form, right, "people", person.key)
    for place in rows.get("place", ()):
        for form in place.other:
            yield Spelling(form, place.name, "places", place.key)


KIND = KnowledgeKind(name="spelling", row=Spelling, derive=_derive)
