"""Rules of the run of which every finding needs two facts that a value joins, and the values that an article has."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, NamedTuple

from factlint.engine.apart import told_apart
from factlint.lang.scope import Row, Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factlint.engine.conditions import Check
    from factlint.engine.finder import Candidate
    from factlint.engine.plan import Plan
    from factlint.lang.scope import Value

Asked = tuple[str, str]
"""A rule's id and one of its variables: what the facts that an article sends to a story are found by."""

Column = tuple[str | None, ...]
"""The joining value of each of the facts that an article sends to a rule's variable; an unknown one joins nothing."""


class Side(NamedTuple):
    """A variable of a pairing: the ``field`` that joins it, its ``value``, and the ``checks`` that such fields decide.

    Those of the first side need no more than its own field, those of the second one the two fields.
    """

    asked: Asked
    field: str
    value: Value
    checks: tuple[Check, ...]

    def row(self, value: str) -> Row:
        """A fact that has nothing but the value."""
        return Row(SimpleNamespace(**{self.field: value}), None)


class Pairing(NamedTuple):
    """Two variables of a rule that a value must join, and how: ``equal`` values, or ``close`` ones within ``edits``.

    ``apart`` says that facts which hang together by these values can be told without all others.
    """

    first: Side
    second: Side
    how: str
    edits: int
    different: bool
    apart: bool

    @property
    def sides(self) -> tuple[Asked, Asked]:
        """What the facts of the two variables are found by."""
        return self.first.asked, self.second.asked


def pairings(plans: Iterable[Plan]) -> Iterator[Pairing]:
    """The rules of which every finding needs two facts that a value joins."""
    for plan in plans:
        if len(plan.facts) != 2 or plan.steps[:2] != plan.facts:
            continue
        one, other = plan.facts
        join = other.join
        if join is not None and join.how in ("equal", "close") and join.field is not None and join.asked is not None:
            fields = [f"{one.name}.{join.asked[1]}", f"{other.name}.{join.field}"]
            first = Side((plan.rule.id, one.name), join.asked[1], join.other, _decided(one.checks, fields[:1]))
            second = Side((plan.rule.id, other.name), join.field, join.own, _decided(other.checks, fields))
            apart = told_apart(plan, {one.name: first.field, other.name: second.field})
            yield Pairing(first, second, join.how, join.edits, plan.different, apart)


def _decided(checks: Iterable[Check], fields: Sequence[str]) -> tuple[Check, ...]:
    """The conditions that some fields decide, by how these are written."""
    return tuple([one for one in checks if one.values and all(name in fields for name, _ in one.values)])


def columns(pairs: Iterable[Pairing], sent: Mapping[Asked, Sequence[Candidate]]) -> dict[Asked, Column]:
    """The joining values of what an article sends; no column where one of them is no text."""
    found = {}
    for pair in pairs:
        for side in pair.first, pair.second:
            values = _values(side.asked[1], side.value, sent[side.asked]) if side.asked in sent else ()
            if all(one is None or isinstance(one, str) for one in values):
                found[side.asked] = values
    return found


def _values(name: str, value: Value, candidates: Sequence[Candidate]) -> Column:
    """The values, equal ones as one object."""
    scope = Scope({}, lambda _: (), lambda *_: {}, lambda *_: True)
    once: dict[str, str] = {}
    found = []
    for row, _ in candidates:
        scope.rows = {name: row}
        one = value(scope)
        found.append(once.setdefault(one, one) if isinstance(one, str) else one)
    return tuple(found)
