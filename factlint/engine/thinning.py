"""Which facts of a run can pair at all: told from the values that join them, before the rest of them is looked at.

Most names of a run are near no other one. To tell these from the rest takes the distinct values of each article; only
the facts that are left have to be unpacked, and to be compared. They fall into sets that can each be told by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from factlint.engine.components import Components
from factlint.engine.partners import partners
from factlint.lang.logic import key_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factlint.engine.pairing import Asked, Column, Pairing
    from factlint.engine.partners import Memory
    from factlint.lang.scope import Scope

T = TypeVar("T")

_SEVERAL = -1  # in place of an article's number: more articles than one have a value


class Thin(Protocol):
    """What is left of the facts that an article sends."""

    def thin(self, sent: Mapping[Asked, list[T]], own: Mapping[Asked, Column]) -> dict[Asked, list[T]]:
        """The facts that are left, packed or not; ``own`` are the article's columns."""


class Joined(NamedTuple):
    """Facts that hang together, by the values of the two variables of a rule: no other facts pair with any of them."""

    sides: tuple[Asked, Asked]
    firsts: frozenset[str]
    seconds: frozenset[str]

    @property
    def rule(self) -> str:
        """The id of the rule."""
        return self.sides[0][0]

    @property
    def kept(self) -> tuple[tuple[Asked, frozenset[str]], ...]:
        """The values of either variable."""
        return (self.sides[0], self.firsts), (self.sides[1], self.seconds)

    def thin(self, sent: Mapping[Asked, list[T]], own: Mapping[Asked, Column]) -> dict[Asked, list[T]]:
        """See Thin; nothing for any other rule."""
        return {asked: _left(sent[asked], own[asked], values) for asked, values in self.kept if asked in sent}


class Thinned(NamedTuple):
    """The values that pair, by variable; one without an entry keeps all its facts. ``many`` is how many there were.

    What is ``joined`` is left out of what is kept: it is told by itself.
    """

    kept: Mapping[Asked, frozenset[str]]
    many: Mapping[Asked, int]
    joined: tuple[Joined, ...] = ()

    def thin(self, sent: Mapping[Asked, list[T]], own: Mapping[Asked, Column]) -> dict[Asked, list[T]]:
        """See Thin."""
        return {
            asked: _left(facts, own[asked], self.kept[asked]) if asked in self.kept else facts
            for asked, facts in sent.items()
        }


def _left(facts: list[T], own: Column, kept: frozenset[str]) -> list[T]:
    return [one for one, value in zip(facts, own, strict=True) if value in kept] if kept else []


def thinned(
    pairs: Iterable[Pairing], articles: Sequence[Mapping[Asked, Column]], scope: Scope, memory: Memory | None = None
) -> Thinned:
    """What is left to compare, by the columns of all articles of a run; ``scope`` has what the desk knows."""
    kept: dict[Asked, frozenset[str]] = {}
    many: dict[Asked, int] = {}
    joined: list[Joined] = []
    for pair in pairs:
        if all(asked in one for one in articles for asked in pair.sides):
            firsts, seconds = (_holders(articles, asked) for asked in pair.sides)
            found = [
                (one, other)
                for one, other in partners(pair, frozenset(firsts), frozenset(seconds), scope, memory)
                if not pair.different or firsts[one] == _SEVERAL or firsts[one] != seconds[other]
            ]
            if pair.apart:
                joined += _joined(pair, found)
                found = []
            kept |= dict(zip(pair.sides, _values_of(found), strict=True))
            many |= {asked: sum([len(one[asked]) for one in articles]) for asked in pair.sides}
    return Thinned(kept, many, tuple(joined))


def _joined(pair: Pairing, pairs: Sequence[tuple[str, str]]) -> list[Joined]:
    """Partners by what hangs together, in the order of their values."""
    together = Components[str]()
    for pairing in pairs:
        together.join(*map(key_value, pairing))
    found: dict[str, list[tuple[str, str]]] = {}
    for pairing in pairs:
        found.setdefault(together.leader(key_value(pairing[0])), []).append(pairing)
    return [Joined(pair.sides, *_values_of(found[leader])) for leader in sorted(found)]


def holding(joined: Sequence[Joined], articles: Sequence[Mapping[Asked, Column]]) -> list[set[int]]:
    """The numbers of the articles, by their columns, that have some of the facts which hang together."""
    having: dict[Asked, dict[str | None, int]] = {}
    for number, one in enumerate(joined):
        for asked, values in one.kept:
            having.setdefault(asked, {}).update(dict.fromkeys(values, number))
    found: list[set[int]] = [set() for _ in joined]
    for place, own in enumerate(articles):
        for asked, column in own.items():
            numbers = having.get(asked, {})
            for number in [numbers[value] for value in column if value in numbers]:
                found[number].add(place)
    return found


def _values_of(pairs: Sequence[tuple[str, str]]) -> tuple[frozenset[str], frozenset[str]]:
    """The values on either side."""
    return frozenset([one for one, _ in pairs]), frozenset([other for _, other in pairs])


def _holders(articles: Sequence[Mapping[Asked, Column]], asked: Asked) -> dict[str, int]:
    """Each value with the number of the article that has it."""
    holders: dict[str, int] = {}
    for number, one in enumerate(articles):
        for value in set(one[asked]):
            if value is not None:
                holders[value] = number if holders.get(value, number) == number else _SEVERAL
    return holders
