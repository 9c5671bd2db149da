"""What became of one fact in a rule: whether the rule looks there, and which condition stopped it, with its values.

A trace follows the rule from that fact on, whatever the order of the plan: first the fact alone, then each other
variable, as far as any combination goes. So the answer is about the fact that was asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from factlint.engine.compose import Composer
from factlint.engine.conditions import LOOSE
from factlint.engine.join import Execution
from factlint.engine.narrowing import counted
from factlint.engine.reasons import Reason, in_words, reason
from factlint.lang import tree
from factlint.lang.compile import compiled
from factlint.lang.scope import Members, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factlint.engine.join import Bound
    from factlint.engine.plan import Plan, Step
    from factlint.engine.rows import Source
    from factlint.lang.scope import Scope, Value
    from factlint.text.lines import LineIndex

_CARRIED = 100
"""So many combinations are followed from one variable to the next."""

_NEAREST = 2
"""So many of the combinations that come nearest are shown."""

_MOST = 5_000
"""So many facts are tried for a variable; the nearest is among them unless a story has thousands."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """Facts that were tried together, and the conditions that did not hold of them (or that nobody can tell).

    ``others`` are the facts beside the one that was asked for: the variable, its words, and the place of it.
    """

    others: tuple[tuple[str, str, str], ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """What became of one fact.

    ``verdict`` is *elsewhere* (it stands where the rule does not look), *other words* (a longer listed phrase has it),
    *stopped* (a condition is false), *alone* (there is nothing for the variable ``wanting``), *unknown* (a condition
    cannot be told), *group* (all holds, but the group of facts that it is in is not to be reported), *right side* (the
    group is reported, at its other facts), *found*, or *other side* (it speaks against what is reported).
    """

    variable: str
    row: Row
    verdict: str
    attempts: tuple[Attempt, ...] = ()
    wanting: str = ""
    tried: int = 0


class _Condition(NamedTuple):
    expr: tree.Expr
    holds: Value
    names: frozenset[str]


class _Partial(NamedTuple):
    """Some variables with facts that nothing has ruled out, and the conditions that are unknown of them."""

    bound: Bound
    unknown: tuple[_Condition, ...]


class Tracer:
    """Follows the facts of one article or story through one rule."""

    def __init__(self, plan: Plan, source: Source, lines: Mapping[tuple[str, str], LineIndex]) -> None:
        self.plan = plan
        self.source = source
        self._lines = lines
        self._conditions = [
            _Condition(part, compiled(part), tree.variables(part) - LOOSE)
            for part in tree.conjuncts(plan.rule.query.where)
        ]
        self._rows: list[Bound] | None = None

    def trace(self, step: Step, row: Row) -> Trace:
        """What became of a fact in the role of a step's variable."""
        name = step.name
        if not self.plan.in_sections(row, step.sections, step.excluded):
            return Trace(name, row, "elsewhere")
        if self._in_other_words(step, row):
            return Trace(name, row, "other words")
        bound = {name: row}
        false, unknown = self._asked(bound, name)
        if false:
            return Trace(name, row, "stopped", (self._attempt(bound, name, false),), tried=1)
        partial = [_Partial(bound, tuple(unknown))]
        for other in (one for one in self.plan.steps if one.name != name):
            partial, stopped, tried = self._extended(partial, other)
            if not partial:
                attempts = tuple(self._attempt(bound, name, false) for bound, false in stopped)
                return Trace(name, row, "stopped" if tried else "alone", attempts, other.name, tried)
        sure = next((one for one in partial if not one.unknown), None)
        if sure is None:
            near = min(partial, key=lambda one: len(one.unknown))
            return Trace(name, row, "unknown", (self._attempt(near.bound, name, near.unknown),))
        return self._grouped(name, row, sure.bound)

    # -- one variable after the other

    def _extended(
        self, partial: Sequence[_Partial], step: Step
    ) -> tuple[list[_Partial], list[tuple[Bound, tuple[_Condition, ...]]], int]:
        """The combinations with one variable more; those that came nearest where there is none; how many were tried."""
        going: list[_Partial] = []
        stopped: list[tuple[Bound, tuple[_Condition, ...]]] = []
        tried = 0
        for one in partial:
            for row in self._candidates(step, one.bound):
                if not self._may_stand(step, row, one.bound):
                    continue
                tried += 1
                bound = {**one.bound, step.name: row}
                false, unknown = self._asked(bound, step.name)
                if false:
                    stopped.append((bound, tuple(false)))
                else:
                    going.append(_Partial(bound, (*one.unknown, *unknown)))
        going.sort(key=lambda one: len(one.unknown))
        stopped.sort(key=lambda one: (len(one[1]), self._distance(one[0], step.name)))
        return going[:_CARRIED], stopped[:_NEAREST], tried

    def _candidates(self, step: Step, bound: Bound) -> Iterable[Row]:
        if step.of is not None:
            items = step.of(self._scope(bound))
            return [Row(item, bound[step.of_base].card) for item in items or ()]
        join = step.join
        if step.is_knowledge and join is not None and join.asked is not None and join.asked[0] in bound:
            other = join.other(self._scope(bound))
            near = self.source.known.looked_up(step, other, lambda: self.source.scope(self.plan))
            if near is not None:
                return [row for row, _ in near]
        return [row for row, _ in self.source.candidates(self.plan, step)[:_MOST]]

    def _may_stand(self, step: Step, row: Row, bound: Bound) -> bool:
        for name, other in bound.items():
            if other.fact is row.fact and not isinstance(row.fact, str):
                return False
            if row.card is None or other.card is None or step.of_base == name:
                continue
            if self.plan.different and self.source.one_article(row.card, other.card):
                return False
            if not self._together(row, other):
                return False
        return True

    def _together(self, row: Row, other: Row) -> bool:
        """Whether two facts stand in the same sentence, paragraph or section, where the rule asks that."""
        placement = self.plan.rule.query.placement
        if placement is None or placement.relation != "same" or placement.unit in ("article", "story", "run"):
            return True
        return bool(getattr(row.fact, placement.unit, None) == getattr(other.fact, placement.unit, None))

    def _asked(self, bound: Bound, new: str) -> tuple[list[_Condition], list[_Condition]]:
        """The conditions that can be asked now, and could not before: those that are false, those that are unknown."""
        scope, names = self._scope(bound), bound.keys()
        false: list[_Condition] = []
        unknown: list[_Condition] = []
        for one in self._conditions:
            if one.names <= names and (new in one.names or (not one.names and len(bound) == 1)):
                answer = one.holds(scope)
                if answer is None:
                    unknown.append(one)
                elif not answer:
                    false.append(one)
        return false, unknown

    # -- words

    def _in_other_words(self, step: Step, row: Row) -> bool:
        """Whether a word counts for nothing: it is of another rule, or overlaps a longer phrase that counts instead."""
        if step.kind != "word" or self.plan.words is None:
            return False
        # A story has the words that its rules may bind, no others.
        words = self.source.scope(self.plan).facts("word") or (row,)
        here = [
            (one, None)
            for one in words
            if one.card == row.card and self.plan.in_sections(one, step.sections, step.excluded)
        ]
        return all(one.fact is not row.fact for one, _ in counted(here, self.plan.words, self.plan.unless))

    # -- groups

    def _grouped(self, name: str, row: Row, bound: Bound) -> Trace:
        """What became of a fact for which every condition holds."""
        if self._rows is None:
            self._rows = Execution(self.plan, self.source).rows()
        done = Trace(name, row, "found" if name == self.plan.primary else "other side")
        if self.plan.alike:
            return done
        composer = Composer(self.plan, self._lines, lambda: self.source.scope(self.plan))
        group = _group_of(bound, composer.groups(self._rows))
        if group is None:
            return Trace(name, row, "group")
        members = Members(group)
        having, where = self.plan.rule.query.having, self.plan.rule.query.report_where
        scope = self._scope(bound)
        scope.members = members
        for condition, verdict in ((having, "group"), (where, "right side")):
            if condition is not None and (why := reason(condition, scope)).answer is not True:
                return Trace(name, row, verdict, (Attempt((), (why,)),), tried=len(group))
        return done

    # -- in words

    def _attempt(self, bound: Bound, own: str, conditions: Iterable[_Condition]) -> Attempt:
        scope = self._scope(bound)
        others = tuple((name, in_words(row), self._place(row)) for name, row in bound.items() if name != own)
        return Attempt(others, tuple(reason(one.expr, scope) for one in conditions))

    def _place(self, row: Row) -> str:
        """``b.txt:3:4`` of a fact of an article; empty for what the desk knows."""
        start = getattr(row.fact, "start", None)
        lines = self._lines.get(row.card.key) if row.card is not None else None
        if lines is None or start is None or row.card is None:
            return ""
        line, column = lines.position(start)
        return f"{row.card.path}:{line}:{column}" if self.plan.across else f"{line}:{column}"

    def _distance(self, bound: Bound, name: str) -> tuple[bool, int]:
        """How far a fact is from the others: in another article, in code points."""
        row = bound[name]
        first = next(iter(bound.values()))
        if row.card is None or first.card is None:
            return False, 0
        return row.card.key != first.card.key, abs(getattr(row.fact, "start", 0) - getattr(first.fact, "start", 0))

    def _scope(self, bound: Bound) -> Scope:
        scope = self.source.scope(self.plan)
        scope.rows = bound
        return scope


def _group_of(bound: Bound, groups: Sequence[Sequence[Bound]]) -> Sequence[Bound] | None:
    """The group that has these facts: in these roles, else in any, for variables of one kind are unordered."""
    roles = {name: id(row.fact) for name, row in bound.items()}
    facts = set(roles.values())
    exact = (one for one in groups if any({name: id(row.fact) for name, row in it.items()} == roles for it in one))
    loose = (one for one in groups if any({id(row.fact) for row in it.values()} == facts for it in one))
    return next(exact, None) or next(loose, None)


def roles(plan: Plan, kind: str) -> Iterator[Step]:
    """The variables of a rule that a fact of a kind may stand for."""
    return (step for step in plan.facts if step.kind == kind)
