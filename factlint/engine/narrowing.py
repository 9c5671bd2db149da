"""The facts of one article for the steps of all rules: what begins alike in several rules is asked once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from factlint.engine.conditions import Check
    from factlint.engine.finder import Candidate
    from factlint.engine.forms import Forms
    from factlint.engine.plan import Plan, Step
    from factlint.lang.scope import Row, Scope


class _Narrowed(NamedTuple):
    """What some conditions have left, and what is left of that by one condition more, by its meaning."""

    candidates: list[Candidate]
    further: dict[str, _Narrowed]


class Narrowing:
    """Candidates by the conditions that they were put to, one after the other.

    Rules about one kind of fact mostly begin with the same condition (``n.kind = "person"``); the second one to ask it
    gets the answer of the first.
    """

    def __init__(self, layers: dict[str, tuple[Row, ...]]) -> None:
        self._layers = layers
        self._places: dict[tuple[str, frozenset[str], bool, frozenset[str]], _Narrowed] = {}

    def candidates(self, plan: Plan, step: Step, fresh: Callable[[], Scope]) -> list[Candidate]:
        """The rows of a step that its own conditions do not rule out. The layer of its kind must be there."""
        if step.kind == "word" and plan.words is not None:
            rows = [row for row, _ in self._placed(plan, step).candidates]
            return filtered(_words(rows, plan.words, plan.unless), step, fresh())
        at = self._placed(plan, step)
        for number, check in enumerate(step.filters):
            if not at.candidates:
                break
            if check.meaning is None:
                return narrowed(at.candidates, step.name, step.filters[number:], fresh())
            further = at.further.get(check.meaning)
            if further is None:
                further = at.further[check.meaning] = _Narrowed(_left(at.candidates, step.name, check, fresh), {})
            at = further
        return at.candidates

    def _placed(self, plan: Plan, step: Step) -> _Narrowed:
        """The rows that stand where the step looks."""
        key = (step.kind, step.sections, step.excluded, plan.default)
        found = self._places.get(key)
        if found is None:
            rows = [row for row in self._layers[step.kind] if plan.in_sections(row, step.sections, step.excluded)]
            found = self._places[key] = _Narrowed([(row, None) for row in rows], {})
        return found


def _left(candidates: list[Candidate], name: str, check: Check, fresh: Callable[[], Scope]) -> list[Candidate]:
    """What one condition leaves."""
    return check.quick(candidates) if check.quick is not None else narrowed(candidates, name, (check,), fresh())


def filtered(rows: Iterable[Row], step: Step, scope: Scope) -> list[Candidate]:
    """The rows that the step's own conditions do not rule out."""
    return narrowed([(row, None) for row in rows], step.name, step.filters, scope)


def narrowed(candidates: Sequence[Candidate], name: str, checks: Sequence[Check], scope: Scope) -> list[Candidate]:
    """The candidates for a variable that some more conditions do not rule out."""
    if not checks:
        return list(candidates)
    found: list[Candidate] = []
    rows: dict[str, Row] = {}
    scope.rows = rows
    for row, unknown in candidates:
        rows[name] = row
        scope.card = row.card or scope.card
        for check in checks:
            verdict = check.holds(scope)
            if verdict is None:
                unknown = unknown or check.missing(scope)  # noqa: PLW2901 - what is unknown so far
            elif not verdict:
                break
        else:
            found.append((row, unknown))
    return found


def _words(rows: Sequence[Row], wanted: Forms, unless: frozenset[str]) -> list[Row]:
    """The words of one rule: of forms that overlap the longest, none inside a phrase in which it does not count."""
    found: list[Row] = []
    done = 0
    for row in sorted(rows, key=lambda row: (row.fact.start, -row.fact.end)):
        form = row.fact.form
        if row.fact.start < done or (form not in wanted and form not in unless):
            continue
        done = row.fact.end
        if form in wanted:
            found.append(row)
    return found
