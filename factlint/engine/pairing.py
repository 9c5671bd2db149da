"""Which facts of a run can pair at all: told from the values that join them, before the rest of them is looked at.

Most names of a run are near no other one. To tell these from the rest takes the distinct values of each article; only
the facts that are left have to be unpacked, and to be compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from factlint.lang.logic import key_value
from factlint.lang.near import NearIndex
from factlint.lang.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factlint.engine.finder import Candidate
    from factlint.engine.plan import Plan
    from factlint.lang.scope import Value

T = TypeVar("T")

Asked = tuple[str, str]
"""A rule's id and one of its variables: what the facts that an article sends to a story are found by."""

Column = tuple[str | None, ...]
"""The joining value of each of the facts that an article sends to a rule's variable; an unknown one joins nothing."""

_SEVERAL = -1  # in place of an article's number: more articles than one have a value


class Pairing(NamedTuple):
    """Two variables of a rule that a value must join, and how: ``equal`` values, or ``close`` ones within ``edits``."""

    first: Asked
    second: Asked
    first_value: Value
    second_value: Value
    how: str
    edits: int
    different: bool


def pairings(plans: Iterable[Plan]) -> Iterator[Pairing]:
    """The rules of which every finding needs two facts that a value joins."""
    for plan in plans:
        if len(plan.facts) != 2 or plan.steps[:2] != plan.facts:
            continue
        first, second = plan.facts
        join = second.join
        if join is not None and join.how in ("equal", "close") and join.field is not None and join.asked is not None:
            own, other = (plan.rule.id, first.name), (plan.rule.id, second.name)
            yield Pairing(own, other, join.other, join.own, join.how, join.edits, plan.different)


def columns(pairs: Iterable[Pairing], sent: Mapping[Asked, Sequence[Candidate]]) -> dict[Asked, Column]:
    """The joining values of what an article sends; no column where one of them is no text."""
    found = {}
    for pair in pairs:
        for asked, value in ((pair.first, pair.first_value), (pair.second, pair.second_value)):
            values = _values(asked[1], value, sent[asked]) if asked in sent else ()
            if all(one is None or isinstance(one, str) for one in values):
                found[asked] = values
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


def thinned(pairs: Iterable[Pairing], articles: Sequence[Mapping[Asked, Column]]) -> Thinned:
    """What is left to compare, by the columns of all articles of a run."""
    kept: dict[Asked, frozenset[str]] = {}
    many: dict[Asked, int] = {}
    for pair in pairs:
        sides = pair.first, pair.second
        if all(asked in one for one in articles for asked in sides):
            firsts, seconds = (_holders(articles, asked) for asked in sides)
            kept |= dict(zip(sides, _partners(pair, firsts, seconds), strict=True))
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
    pair: Pairing, firsts: Mapping[str, int], seconds: Mapping[str, int]
) -> tuple[frozenset[str], frozenset[str]]:
    """The values on either side that have a partner, in another article if the rule wants it there."""
    left: set[str] = set()
    right: set[str] = set()
    near = _lookup(pair, seconds)
    for value, holder in firsts.items():
        for other in near(value):
            if not pair.different or holder == _SEVERAL or seconds[other] != holder:
                left.add(value)
                right.add(other)
    return frozenset(left), frozenset(right)


def _lookup(pair: Pairing, values: Iterable[str]) -> Callable[[str], Iterable[str]]:
    if pair.how == "close":
        return NearIndex(values, pair.edits).near
    equal: dict[str, list[str]] = {}
    for value in values:
        equal.setdefault(key_value(value), []).append(value)
    return lambda value: equal.get(key_value(value), ())
