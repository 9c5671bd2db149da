"""Running a plan: every way to bind its variables so that the condition is true, found by indexes where there are any."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from factlint.lang.compile import Row, key_value
from factlint.lang.near import NearIndex
from factlint.lang.similar import runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.engine.plan import Join, Plan, Step
    from factlint.engine.rows import Candidate, Source
    from factlint.lang.compile import Scope

Bound = dict[str, Row]
"""The rows of all variables of a query."""


class Execution:
    """One run of a plan over one source. ``undecided`` counts, by article and reason, what could not be told."""

    def __init__(self, plan: Plan, source: Source) -> None:
        self.plan = plan
        self.source = source
        self.undecided: Counter[tuple[tuple[str, str], str]] = Counter()
        self._candidates: dict[str, list[Candidate]] = {}
        self._finders: dict[str, _Finder] = {}

    def rows(self) -> list[Bound]:
        """Every binding for which the condition is true.

        Variables of one kind are unordered, so each set of facts comes once; but the groups of a ``grouped by`` may tell
        the two sides apart, and get both orders.
        """
        found: list[Bound] = []
        seen: set[frozenset[tuple[str, int]]] = set()
        scope = self.source.scope(self.plan)
        ordered = bool(self.plan.rule.query.grouped_by)
        for bound in self._extend(0, {}, None, scope):
            identity = frozenset((step.kind, id(bound[step.name].fact)) for step in self.plan.steps)
            if ordered or identity not in seen:
                seen.add(identity)
                found.append(bound)
        return found

    def _extend(self, number: int, bound: Bound, unknown: str | None, scope: Scope) -> Iterator[Bound]:
        if number == len(self.plan.steps):
            if unknown is None:
                yield dict(bound)
            else:
                self._count(bound, unknown)
            return
        step = self.plan.steps[number]
        for row, missing in self._next(step, bound, scope):
            if not self._may_stand(step, row, bound):
                continue
            bound[step.name] = row
            scope.rows = bound
            if not self.plan.across and row.card is not None:
                scope.card = row.card
            verdict, why = self._verdict(step, scope)
            if verdict is not False:
                yield from self._extend(number + 1, bound, unknown or missing or why, scope)
            del bound[step.name]

    def _verdict(self, step: Step, scope: Scope) -> tuple[bool | None, str | None]:
        unknown: str | None = None
        for check in step.checks:
            verdict = check.holds(scope)
            if verdict is None:
                unknown = unknown or check.missing(scope)
            elif not verdict:
                return False, None
        return (None, unknown) if unknown else (True, None)

    def _count(self, bound: Bound, reason: str) -> None:
        card = bound[self.plan.primary].card
        if card is not None:
            self.undecided[card.key, reason] += 1

    def _may_stand(self, step: Step, row: Row, bound: Bound) -> bool:
        """Never one fact twice; facts ``of different articles`` from articles that are not versions of each other."""
        if row.card is None:
            return True
        for other in bound.values():
            if other.fact is row.fact:
                return False
            if self.plan.different and other.card is not None and step.of is None and _one_article(row, other):
                return False
        return True

    def _next(self, step: Step, bound: Bound, scope: Scope) -> list[Candidate]:
        if step.of is not None:
            scope.rows = bound
            return self._parts(step, bound, scope)
        if step.name not in self._candidates:
            self._candidates[step.name] = self.source.candidates(self.plan, step)
        candidates = self._candidates[step.name]
        if step.join is None or not bound:
            return candidates
        if step.name not in self._finders:
            self._finders[step.name] = _Finder(step.join, step.name, candidates, self.source.scope(self.plan))
        scope.rows = bound
        return self._finders[step.name].find(step.join.other(scope))

    def _parts(self, step: Step, bound: Bound, scope: Scope) -> list[Candidate]:
        assert step.of is not None  # noqa: S101 - the caller asked
        card = bound[step.of_base].card
        found: list[Candidate] = []
        for item in step.of(scope) or ():
            row = Row(item, card)
            scope.rows = {**bound, step.name: row}
            verdicts = [(check, check.holds(scope)) for check in step.filters]
            if any(verdict is False for _, verdict in verdicts):
                continue
            found.append((row, next((check.missing(scope) for check, verdict in verdicts if verdict is None), None)))
        scope.rows = bound
        return found


class _Finder:
    """The candidates of one step by the value that joins them; an unknown value joins nothing."""

    def __init__(self, join: Join, name: str, candidates: list[Candidate], scope: Scope) -> None:
        self._how = join.how
        self._by_value: dict[Any, list[Candidate]] = {}
        for candidate in candidates:
            scope.rows = {name: candidate[0]}
            scope.card = candidate[0].card
            for value in _keys(join.how, join.own(scope)):
                self._by_value.setdefault(value, []).append(candidate)
        texts = (value for value in self._by_value if isinstance(value, str))
        self._near = NearIndex(texts, join.edits) if join.how == "close" else None

    def find(self, value: Any) -> list[Candidate]:
        if value is None:
            return []
        if self._near is not None:
            return [candidate for word in self._near.near(value) for candidate in self._by_value[word]]
        found: dict[int, Candidate] = {}
        for key in _keys(self._how, value):
            for candidate in self._by_value.get(key, ()):
                found.setdefault(id(candidate[0].fact), candidate)
        return list(found.values())


def _keys(how: str, value: Any) -> list[Any]:
    if value is None:
        return []
    if how == "like":
        return sorted(runs_of(value))
    values = value if isinstance(value, tuple) and not isinstance(value, Row) else (value,)
    return [value if how == "close" else _hashable(value) for value in values if value is not None]


def _hashable(value: Any) -> Any:
    return id(value.fact) if isinstance(value, Row) else key_value(value)


def _one_article(row: Row, other: Row) -> bool:
    a, b = row.card, other.card
    if a is None or b is None:
        return False
    if a.key == b.key:
        return True
    return a.supersedes == b.id or b.supersedes == a.id
