"""Which values of a run pair, for a rule that needs two facts; what an earlier run found out is not asked again."""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING, NamedTuple, Protocol

from factlint.lang.logic import key_value
from factlint.lang.near import NearIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factlint.engine.conditions import Check
    from factlint.engine.pairing import Pairing
    from factlint.lang.scope import Scope


class Memory(Protocol):
    """What one run keeps for the next one of the same rules and the same knowledge."""

    def recall(self, name: str) -> bytes | None:
        """What was kept last under a name; None where nothing is there."""

    def keep(self, name: str, value: bytes) -> None:
        """Keep it in place of what was there."""


class Found(NamedTuple):
    """The values that were compared, all of the one side with all of the other, and those that pair."""

    firsts: frozenset[str]
    seconds: frozenset[str]
    pairs: tuple[tuple[str, str], ...]


_NOTHING = Found(frozenset(), frozenset(), ())


def partners(
    pair: Pairing, firsts: frozenset[str], seconds: frozenset[str], scope: Scope, memory: Memory | None = None
) -> tuple[tuple[str, str], ...]:
    """The values that pair, each with each.

    Whether two values do depends on nothing but these, the rule and what the desk knows (where it can be told
    ``apart``): so of the values that an earlier run had, those that are there still pair as they did.
    """
    if memory is None or not pair.apart:
        return tuple(_compared(pair, firsts, seconds, scope, _NOTHING))
    name = repr(("partners", pair.sides))
    before = _opened(memory.recall(name))
    if before.firsts == firsts and before.seconds == seconds:
        return before.pairs
    kept = [(one, other) for one, other in before.pairs if one in firsts and other in seconds]
    found = Found(firsts, seconds, tuple(sorted([*kept, *_compared(pair, firsts, seconds, scope, before)])))
    memory.keep(name, _packed(found))
    return found.pairs


def _opened(value: bytes | None) -> Found:
    if value is None:
        return _NOTHING
    firsts, seconds, pairs = marshal.loads(value)  # noqa: S302 - what is kept is checked by its checksum
    return Found(frozenset(firsts), frozenset(seconds), pairs)


def _packed(found: Found) -> bytes:
    return marshal.dumps((tuple(sorted(found.firsts)), tuple(sorted(found.seconds)), found.pairs))


def _compared(
    pair: Pairing, firsts: frozenset[str], seconds: frozenset[str], scope: Scope, before: Found
) -> Iterator[tuple[str, str]]:
    """The values that pair, but for those of which both have been compared ``before``.

    Two that words of the rule rule out do not: else a name that is near another, and stands in a thousand articles,
    would have each of its places tried.
    """
    first, second = pair.first, pair.second
    for value, others in _joining(pair, firsts, seconds, before).items():
        scope.rows = {first.asked[1]: first.row(value)}
        if not _may_hold(first.checks, scope):
            continue
        for other in others:
            scope.rows[second.asked[1]] = second.row(other)
            if _may_hold(second.checks, scope):
                yield value, other


def _joining(
    pair: Pairing, firsts: frozenset[str], seconds: frozenset[str], before: Found
) -> dict[str, dict[str, None]]:
    """The values of the first side, each with those of the second one that it is joined to, as in ``_compared``.

    To be equal or close goes both ways, so that what is new alone is indexed: all others are asked for it.
    """
    found: dict[str, dict[str, None]] = {}
    new_firsts, new_seconds = firsts - before.firsts, seconds - before.seconds
    if new := new_firsts | new_seconds:
        near = _lookup(pair, new)
        for value in sorted(firsts | seconds):
            for other in near(value):
                if (value in firsts and other in new_seconds) or (value in new_firsts and other in seconds):
                    found.setdefault(value, {})[other] = None
                if (other in new_firsts and value in seconds) or (other in firsts and value in new_seconds):
                    found.setdefault(other, {})[value] = None
    return found


def _may_hold(checks: Iterable[Check], scope: Scope) -> bool:
    return all(one.holds(scope) is not False for one in checks)


def _lookup(pair: Pairing, values: Iterable[str]) -> Callable[[str], Iterable[str]]:
    if pair.how == "close":
        return NearIndex(values, pair.edits).near
    equal: dict[str, list[str]] = {}
    for value in values:
        equal.setdefault(key_value(value), []).append(value)
    return lambda value: equal.get(key_value(value), ())
