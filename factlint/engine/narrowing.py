"""The facts of one article for the steps of all rules, by the conditions that they were put to one after the other."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factlint.engine.conditions import Check
    from factlint.engine.finder import Candidate
    from factlint.engine.forms import Forms
    from factlint.engine.layers import Layers
    from factlint.engine.plan import Plan, Step
    from factlint.engine.sieves import Lead, Sieve, Sieves
    from factlint.lang.scope import Row, Scope


class Narrowing:
    """What each sieve leaves of an article's facts; each is asked at most once, and only where something is left.

    ``sections`` are those that the article has: in others there is nothing to look for.
    """

    def __init__(self, sieves: Sieves, sections: frozenset[str], layers: Layers) -> None:
        self._sieves = sieves
        self._sections = sections
        self._layers = layers
        self._whole: dict[str, list[Candidate]] = {}
        self._left: dict[Sieve, list[Candidate]] = {}
        self._ends: dict[int, list[Candidate]] = {}

    def leads(self) -> list[Lead]:
        """The leads that have facts in this article, in their order."""
        found: list[Lead] = []
        for kind in self._sieves.kinds:
            if self._all(kind):
                self._follow(self._sieves.led(kind), [], found)
        return sorted(found)

    def _follow(self, sieves: Iterable[Sieve], candidates: list[Candidate], found: list[Lead]) -> None:
        """Put what one sieve has left to those behind it, and so on while anything is left."""
        for sieve in sieves:
            quick = sieve.quick
            left = self._left[sieve] = self._sifted(sieve, candidates) if quick is None else quick(candidates)
            if left:
                found += sieve.leads
                if sieve.led:
                    self._follow(sieve.led, left, found)

    def candidates(self, plan: Plan, step: Step) -> list[Candidate]:
        """The rows of a step that its own conditions do not rule out; not to be changed, other rules have the same."""
        _, sieve, words, rest = self._sieves.ending(plan, step)
        left = self._candidates(sieve)
        if not left or not (words or rest):
            return left
        found = self._ends.get(id(step))
        if found is None:
            if words and plan.words is not None:
                left = counted(left, plan.words, plan.unless)
            for check in rest:
                left = self._asked(check, plan, step, left)
            found = self._ends[id(step)] = left
        return found

    def _candidates(self, sieve: Sieve) -> list[Candidate]:
        found = self._left.get(sieve)
        if found is None:
            before = self._candidates(sieve.before) if sieve.before is not None else []
            found = self._left[sieve] = self._sifted(sieve, before)
        return found

    def _sifted(self, sieve: Sieve, candidates: list[Candidate]) -> list[Candidate]:
        """What a sieve leaves of what the one before it has left."""
        if sieve.check is None:
            return self._placed(sieve)
        return self._asked(sieve.check, sieve.plan, sieve.step, candidates)

    def _asked(self, check: Check, plan: Plan, step: Step, candidates: list[Candidate]) -> list[Candidate]:
        """What one condition leaves."""
        if not candidates:
            return candidates
        if check.quick is not None:
            return check.quick(candidates)
        return narrowed(candidates, step.name, (check,), self._layers.scope(plan))

    def _placed(self, sieve: Sieve) -> list[Candidate]:
        """The rows that stand where a step looks."""
        sections, step = sieve.sections, sieve.step
        if self._sections.isdisjoint(sections):
            return []
        found = self._all(step.kind)
        if sieve.quoted:
            return [one for one in found if sieve.plan.in_sections(one[0], step.sections, step.excluded)]
        if sieve.quoted is False:
            found = [one for one in found if not one[0].fact.place.quoted]
        return found if self._sections <= sections else [one for one in found if one[0].fact.place.section in sections]

    def _all(self, kind: str) -> list[Candidate]:
        """All rows of a kind, in any section."""
        found = self._whole.get(kind)
        if found is None:
            found = self._whole[kind] = list(zip(self._layers.rows(kind), repeat(None)))
        return found


def filtered(rows: Iterable[Row], step: Step, scope: Scope) -> list[Candidate]:
    """The rows that the step's own conditions do not rule out."""
    return narrowed([(row, None) for row in rows], step.name, step.filters, scope)


def narrowed(candidates: Sequence[Candidate], name: str, checks: Sequence[Check], scope: Scope) -> list[Candidate]:
    """The candidates for a variable that some more conditions do not rule out."""
    found: list[Candidate] = []
    rows: dict[str, Row] = {}
    scope.rows = rows
    for row, unknown in candidates:
        rows[name] = row
        for check in checks:
            verdict = check.holds(scope)
            if verdict is None:
                unknown = unknown or check.missing(scope)  # noqa: PLW2901 - what is unknown so far
            elif not verdict:
                break
        else:
            found.append((row, unknown))
    return found


def counted(candidates: Sequence[Candidate], wanted: Forms, unless: frozenset[str]) -> list[Candidate]:
    """The words of one rule: of forms that overlap the longest, none inside a phrase in which it does not count."""
    # Those in other phrases are few: most rules wait for a word or two.
    forms = {form: form in wanted for form in {row.fact.form for row, _ in candidates}}
    listed = [one for one in candidates if forms[one[0].fact.form] or one[0].fact.form in unless]
    found: list[Candidate] = []
    done = 0
    for candidate in sorted(listed, key=lambda one: (one[0].fact.start, -one[0].fact.end)):
        fact = candidate[0].fact
        if fact.start >= done:
            done = fact.end
            if forms[fact.form]:
                found.append(candidate)
    return found
