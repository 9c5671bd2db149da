"""The facts of one article as rows, and what expressions over them are evaluated in."""

from __future__ import annotations

from functools import partial
from itertools import repeat
from typing import TYPE_CHECKING, Any

from factlint.lang.logic import key_value
from factlint.lang.scope import Row, Scope
from factlint.lang.types import knowledge_kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factlint.annotations import Reading
    from factlint.article import Card
    from factlint.engine.plan import Plan
    from factlint.engine.rows import Known

# Every fact becomes a row: the constructor that a named tuple writes for itself takes twice as long.
_row: Callable[[tuple[Any, Card]], Row] = partial(tuple.__new__, Row)


class Layers:
    """The rows of one article by their kind, each kind made when it is first asked for.

    It knows nothing of what is done with the rows: an article that refers to itself in a circle would stay in memory
    until Python looks for such circles, with all that was read in it.
    """

    def __init__(self, reading: Reading, known: Known) -> None:
        self._reading = reading
        self._known = known
        self._card = reading.card
        self._rows: dict[str, tuple[Row, ...]] = {}
        self._indexes: dict[tuple[str, str], dict[Any, list[Row]]] = {}

    def rows(self, kind: str) -> tuple[Row, ...]:
        """All facts of a kind, in any section."""
        found = self._rows.get(kind)
        if found is None:
            found = self._rows[kind] = tuple(map(_row, zip(self._reading.facts(kind), repeat(self._card))))
        return found

    def scope(self, plan: Plan) -> Scope:
        """A fresh scope for the plan's expressions."""
        return Scope({}, self._facts, self._index, plan.in_sections, self._card)

    def _facts(self, kind: str) -> Sequence[Row]:
        return self._known.rows(kind) if kind in knowledge_kinds() else self.rows(kind)

    def _index(self, kind: str, field: str) -> Mapping[Any, Sequence[Row]]:
        if kind in knowledge_kinds():
            return self._known.index(kind, field)
        if (kind, field) not in self._indexes:
            self._indexes[kind, field] = indexed(self.rows(kind), field)
        return self._indexes[kind, field]


def indexed(rows: Sequence[Row], field: str) -> dict[Any, list[Row]]:
    """Rows by the comparable value of a field; a field with several values lists its row under each."""
    index: dict[Any, list[Row]] = {}
    for row in rows:
        value = getattr(row.fact, field)
        for part in value if isinstance(value, tuple) else (value,):
            index.setdefault(key_value(part), []).append(row)
    return index
