"""Running a plan: every way to bind its variables so that the condition is true, by indexes where there are any."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factlint.engine.finder import Finder
from factlint.engine.verdicts import Remembered, verdict
from factlint.lang.scope import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.engine.finder import Candidate
    from factlint.engine.plan import Plan, Step
    from factlint.engine.rows import Source
    from factlint.engine.verdicts import Verdict
    from factlint.lang.scope import Scope

Bound = dict[str, Row]
"""The rows of all variables of a query."""

Identity = frozenset[tuple[str, int]]
"""Which facts are bound, whatever the order."""

ENOUGH = 50_000
"""So many combinations of facts are tried for a rule in an article or story (or ENOUGH_EACH for each fact)."""
ENOUGH_EACH = 32
TOO_MANY = "there are too many facts to compare all of them with each other"


class Execution:
    """One run of a plan over one source. ``undecided`` counts, by article and reason, what could not be told."""

    def __init__(self, plan: Plan, source: Source) -> None:
        self.plan = plan
        self.source = source
        self.undecided: Counter[tuple[tuple[str, str], str]] = Counter()
        self._open: dict[Identity, tuple[tuple[str, str], str]] = {}
        self._candidates: dict[str, list[Candidate]] = {}
        self._finders: dict[str, Finder] = {}
        self._remembered: dict[str, Remembered] = {}
        self._left = ENOUGH

    def rows(self) -> list[Bound]:
        """Every binding for which the condition is true.

        Variables of one kind are unordered, so each set of facts comes once; but the groups of a ``grouped by`` may
        tell the two sides apart, and get both orders.
        """
        if self._is_plain():
            return self._single()
        found: list[Bound] = []
        seen: set[Identity] = set()
        scope = self.source.scope(self.plan)
        ordered = bool(self.plan.rule.query.grouped_by)
        self._left = max(ENOUGH, ENOUGH_EACH * self.source.many(self.plan, self.plan.steps[0]))
        for bound in self._extend(0, {}, None, scope):
            identity = self._identity(bound)
            if ordered or identity not in seen:
                seen.add(identity)
                found.append(bound)
        self.undecided.update(case for identity, case in self._open.items() if identity not in seen)
        return found

    def _is_plain(self) -> bool:
        """Whether there is one variable, of which nothing more is asked."""
        first, *more = self.plan.steps
        return not more and not first.checks

    def _single(self) -> list[Bound]:
        """The rows of a plan with one variable, of which nothing more is asked."""
        [step] = self.plan.steps
        candidates = self.source.candidates(self.plan, step)
        open_ = [(row.card.key, missing) for row, missing in candidates if missing is not None and row.card is not None]
        self.undecided.update(open_)
        return [{step.name: row} for row, missing in candidates if missing is None]

    def _identity(self, bound: Bound) -> Identity:
        return frozenset((step.kind, id(bound[step.name].fact)) for step in self.plan.steps)

    def _extend(self, number: int, bound: Bound, unknown: str | None, scope: Scope) -> Iterator[Bound]:
        if number == len(self.plan.steps):
            if unknown is None:
                yield dict(bound)
            else:
                self._count(bound, unknown)
            return
        step = self.plan.steps[number]
        for row, missing in self._next(step, bound, scope):
            self._left -= 1
            if self._left < 0:
                self._give_up(row, bound)
                return
            if not self._may_stand(step, row, bound):
                continue
            bound[step.name] = row
            scope.rows = bound
            held, why = self._verdict(step, scope)
            if held is not False:
                yield from self._extend(number + 1, bound, unknown or missing or why, scope)
            del bound[step.name]

    def _verdict(self, step: Step, scope: Scope) -> Verdict:
        if not step.decisive:
            return verdict(step.checks, scope)
        if step.name not in self._remembered:
            self._remembered[step.name] = Remembered(step.checks, step.decisive)
        return self._remembered[step.name].verdict(scope)

    def _count(self, bound: Bound, reason: str) -> None:
        card = bound[self.plan.primary].card
        if card is not None:
            self._open.setdefault(self._identity(bound), (card.key, reason))

    def _give_up(self, row: Row, bound: Bound) -> None:
        """Tell, once, that not all combinations were tried: a limit that nobody hears of would be a silent pass."""
        card = next((one.card for one in (*bound.values(), row) if one.card is not None), None)
        if card is not None and self._left == -1:
            self.undecided[card.key, TOO_MANY] += 1

    def _may_stand(self, step: Step, row: Row, bound: Bound) -> bool:
        """Never one fact twice; facts ``of different articles`` from articles that are not versions of each other."""
        for other in bound.values():
            if other.fact is row.fact and not isinstance(row.fact, str):
                return False
            if self.plan.different and step.of is None and self._one_article(row, other):
                return False
        return True

    def _one_article(self, row: Row, other: Row) -> bool:
        return row.card is not None and other.card is not None and self.source.one_article(row.card, other.card)

    def _next(self, step: Step, bound: Bound, scope: Scope) -> list[Candidate]:
        if step.of is not None:
            scope.rows = bound
            return self._parts(step, bound, scope)
        if step.is_knowledge and step.join is not None and bound:
            scope.rows = bound
            known = self.source.known.looked_up(step, step.join.other(scope), self._fresh)
            if known is not None:
                return known
        if step.name not in self._candidates:
            self._candidates[step.name] = self.source.candidates(self.plan, step)
        candidates = self._candidates[step.name]
        if step.join is None or not bound:
            return candidates
        scope.rows = bound
        return self._finder(step, candidates).find(step.join.other(scope), self._apart(bound))

    def _fresh(self) -> Scope:
        return self.source.scope(self.plan)

    def _apart(self, bound: Bound) -> frozenset[tuple[str, str]]:
        """The articles that facts ``of different articles`` must not stand in any more."""
        if not self.plan.different:
            return frozenset()
        return frozenset(row.card.key for row in bound.values() if row.card is not None)

    def _finder(self, step: Step, candidates: list[Candidate]) -> Finder:
        """The index of a step; that of what the desk knows is the same for every article."""
        if step.is_knowledge:
            return self.source.known.finder(step, candidates, self.source.scope(self.plan))
        if step.name not in self._finders:
            self._finders[step.name] = Finder(step, candidates, self.source.scope(self.plan))
        return self._finders[step.name]

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
