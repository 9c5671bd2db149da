"""Which facts of a run can pair at all: told from the values that join them, before the rest of them is looked at.

Most names of a run are near no other one. To tell these from the rest takes the distinct values of each article; only
the facts that are left have to be unpacked, and to be compared.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from factlint.lang.logic import key_value
from factlint.lang.near import NearIndex
from factlint.lang.scope import Row, Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factlint.engine.conditions import Check
    from factlint.engine.finder import Candidate
    from factlint.engine.plan import Plan
    from factlint.lang.scope import Value

T = TypeVar("T")

Asked = tuple[str, str]
"""A rule's id and one of its variables: what the facts that an article sends to a story are found by."""

Column = tuple[str | None, ...]
"""The joining value of each of the facts that an article sends to a rule's variable; an unknown one joins nothing."""

_SEVERAL = -1  # in place of an article's number: more articles than one have a value


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
    """Two variables of a rule that a value must join, and how: ``equal`` values, or ``close`` ones within ``edits``."""

    first: Side
    second: Side
    how: str
    edits: int
    different: bool


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
            yield Pairing(first, second, join.how, join.edits, plan.different)


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


class Thinned(NamedTuple):
    """The values that pair, by variable; one without an entry keeps all its facts. ``many`` is how many there were."""

    kept: Mapping[Asked, frozenset[str]]
    many: Mapping[Asked, int]

    def thin(self, sent: Mapping[Asked, list[T]], own: Mapping[Asked, Column]) -> dict[Asked, list[T]]:
        """What an article sends, packed or not, without the facts that pair with none; ``own`` are its columns."""
        return {asked: self._left(asked, facts, own) for asked, facts in sent.items()}

    def _left(self, asked: Asked, facts: list[T], own: Mapping[Asked, Column]) -> list[T]:
        kept = self.kept.get(asked)
        return facts if kept is None else [one for one, value in zip(facts, own[asked], strict=True) if value in kept]


def thinned(pairs: Iterable[Pairing], articles: Sequence[Mapping[Asked, Column]], scope: Scope) -> Thinned:
    """What is left to compare, by the columns of all articles of a run; ``scope`` has what the desk knows."""
    kept: dict[Asked, frozenset[str]] = {}
    many: dict[Asked, int] = {}
    for pair in pairs:
        sides = pair.first.asked, pair.second.asked
        if all(asked in one for one in articles for asked in sides):
            firsts, seconds = (_holders(articles, asked) for asked in sides)
            kept |= dict(zip(sides, _partners(pair, firsts, seconds, scope), strict=True))
            many |= {asked: sum([len(one[asked]) for one in articles]) for asked in sides}
    return Thinned(kept, many)


def _holders(articles: Sequence[Mapping[Asked, Column]], asked: Asked) -> dict[str, int]:
    """Each value with the number of the article that has it."""
    holders: dict[str, int] = {}
    for number, one in enumerate(articles):
        for value in set(one[asked]):
            if value is not None:
                holders[value] = number if holders.get(value, number) == number else _SEVERAL
    return holders


def _partners(
    pair: Pairing, firsts: Mapping[str, int], seconds: Mapping[str, int], scope: Scope
) -> tuple[frozenset[str], frozenset[str]]:
    """The values on either side that have a partner, in another article if the rule wants it there.

    A pair that its words rule out is none: else a name that is near another, and stands in a thousand articles, would
    have each of its places tried.
    """
    left: set[str] = set()
    right: set[str] = set()
    near = _lookup(pair, seconds)
    first, second = pair.first, pair.second
    for value, holder in firsts.items():
        others = [one for one in near(value) if not pair.different or holder == _SEVERAL or seconds[one] != holder]
        scope.rows = {first.asked[1]: first.row(value)}
        if not others or not _may_hold(first.checks, scope):
            continue
        for other in others:
            scope.rows[second.asked[1]] = second.row(other)
            if _may_hold(second.checks, scope):
                left.add(value)
                right.add(other)
    return frozenset(left), frozenset(right)


def _may_hold(checks: Iterable[Check], scope: Scope) -> bool:
    return all(one.holds(scope) is not False for one in checks)


def _lookup(pair: Pairing, values: Iterable[str]) -> Callable[[str], Iterable[str]]:
    if pair.how == "close":
        return NearIndex(values, pair.edits).near
    equal: dict[str, list[str]] = {}
    for value in values:
        equal.setdefault(key_value(value), []).append(value)
    return lambda value: equal.get(key_value(value), ())
