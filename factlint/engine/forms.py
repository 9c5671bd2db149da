"""The listed forms that the words of a rule may have: in memory where they are few, else asked for one by one."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from factlint.text.forms import comparable
from factlint.text.values import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from factlint.knowledge import Knowledge

MANY = 2_000
"""A list of more forms than this is not read as a whole."""

# The look-up of a kind of knowledge that has such lists: the rows by the first tokens of their form.
FIRST = "first"


@plain
class LongList:
    """The forms in one field of very many rows; ``constant`` is a field that the rows have in common, and its value."""

    knowledge: Knowledge
    kind: str
    name: str
    constant: tuple[str, str] | None

    def __contains__(self, form: str) -> bool:
        """Whether a row has just this form."""
        rows = self.knowledge.found(self.kind, self.name, comparable(form))
        return any(getattr(row, self.name) == form and self._fits(row) for row in rows)

    def beginning(self, token: str) -> Iterable[str]:
        """The forms that begin with a token."""
        rows = self.knowledge.found(self.kind, FIRST, token)
        return (getattr(row, self.name) for row in rows if self._fits(row))

    def _fits(self, row: object) -> bool:
        return self.constant is None or comparable(getattr(row, self.constant[0])) == comparable(self.constant[1])


@plain
class Forms:
    """Forms: the few and the many."""

    plain: frozenset[str] = frozenset()
    lists: tuple[LongList, ...] = field(default=())

    def __contains__(self, form: str) -> bool:
        """Whether a form is one of these."""
        return form in self.plain or any(form in one for one in self.lists)


def of_field(knowledge: Knowledge, kind: str, name: str, constant: tuple[str, str] | None) -> Forms:
    """The forms in a field of the rows that have a constant; of all rows where none has it."""
    rows: Sequence[Any] = ()
    if constant is not None and knowledge.looks_up(kind, constant[0]):
        text = comparable(constant[1])
        if knowledge.count(kind, constant[0], text) > MANY and knowledge.looks_up(kind, FIRST):
            return Forms(lists=(LongList(knowledge, kind, name, constant),))
        rows = knowledge.found(kind, constant[0], text)
    elif constant is not None:
        rows = knowledge.index(kind, constant[0]).get(constant[1], ())
    if not rows and len(knowledge.rows(kind)) > MANY and knowledge.looks_up(kind, FIRST):
        return Forms(lists=(LongList(knowledge, kind, name, None),))
    values = (getattr(row, name) for row in rows or knowledge.rows(kind))
    return Forms(
        frozenset(form for value in values for form in (value if isinstance(value, tuple) else (value,)) if form)
    )


def together(parts: Iterable[Forms]) -> Forms:
    """The forms of several sources."""
    parts = tuple(parts)
    return Forms(
        frozenset().union(*(part.plain for part in parts)),
        tuple(dict.fromkeys(one for part in parts for one in part.lists)),
    )
