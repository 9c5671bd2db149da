"""The rows of a run's knowledge that something new could touch: who adds one name need not read a hundred thousand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factlint.knowledge.people import key_of, runs
from factlint.knowledge.spellings import LISTED
from factlint.text.forms import comparable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.knowledge import Knowledge

Rows = dict[str, tuple[Any, ...]]


def around(knowledge: Knowledge, forms: Iterable[str]) -> Rows:
    """People and places that are called by some forms, have them inside a name, or have wrong forms inside them.

    With them go the lists in which the forms stand, and the pairs that are told apart. Loaded below a file that says
    something of these forms, the rows lead to the same faults and spellings as all rows would.
    """
    found: dict[str, dict[Any, None]] = {name: {} for name in ("person", "place", "spelling", "difference")}
    for form in dict.fromkeys(forms):
        for kind, row in _of_form(knowledge, form):
            found[kind].setdefault(row)
    return {kind: tuple(rows) for kind, rows in found.items()}


def _of_form(knowledge: Knowledge, form: str) -> Iterator[tuple[str, Any]]:
    plain = comparable(form)
    for kind in ("person", "place"):
        yield from ((kind, row) for row in knowledge.found(kind, "key", key_of(form)))
    yield from (("person", row) for row in _with_words(knowledge, form))
    yield from (("place", row) for row in knowledge.found("place", "right", plain))
    for run in runs(form):
        yield from _listing(knowledge, run)
    for side in ("one", "other"):
        yield from (("difference", row) for row in knowledge.found("difference", side, plain))


def _with_words(knowledge: Knowledge, form: str) -> Iterable[Any]:
    """The people who have the rarest word of a form in one of their right forms."""
    words = [comparable(word) for word in form.split()]
    rarest = min(words, key=lambda word: knowledge.count("person", "words", word))
    return knowledge.found("person", "words", rarest)


def _listing(knowledge: Knowledge, form: str) -> Iterator[tuple[str, Any]]:
    """Who or what lists a form as wrong."""
    for row in knowledge.found("spelling", "wrong", form):
        if row.entity is not None:
            kind = "person" if row.list == LISTED else "place"
            yield from ((kind, one) for one in knowledge.found(kind, "key", row.entity))
        elif row.list == LISTED:
            yield "spelling", row
