"""What the steps of all rules ask of facts, as trees: what begins alike in several rules is there once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factlint.engine.conditions import Check
    from factlint.engine.plan import Pending, Plan, Step


class Lead(NamedTuple):
    """A step without whose facts there is no use in looking further, and its number among all of these."""

    number: int
    plan: Plan
    step: Step


class Sieve:
    """What one more condition leaves of what the sieve ``before`` left; the first of a tree asks where a fact stands.

    ``plan`` and ``step`` are those that asked first. ``sections`` are those in which a fact may stand; ``quoted`` says
    whether it must stand in a quotation (False: outside), None that it does not matter. ``leads`` are those that end
    here, ``led`` the sieves behind this one that have some at their own end or behind it. ``quick`` is the faster way
    to ask ``check``, where there is one.
    """

    __slots__ = ("before", "check", "further", "leads", "led", "plan", "quick", "quoted", "sections", "step")

    def __init__(self, plan: Plan, step: Step, before: Sieve | None = None, check: Check | None = None) -> None:
        self.plan = plan
        self.step = step
        self.before = before
        self.check = check
        self.quick = check.quick if check is not None else None
        self.sections = plan.sections_of(step)
        self.quoted = not step.excluded if "quotes" in step.sections else None
        self.further: dict[str, Sieve] = {}
        self.leads: list[Lead] = []
        self.led: list[Sieve] = []


class Ending(NamedTuple):
    """The last sieve of a step; the words to choose from what it leaves, and the conditions that no other step has."""

    step: Step
    sieve: Sieve
    words: bool
    rest: tuple[Check, ...]


class Sieves:
    """The sieves of a run, which grow as steps are asked for, and the rules that wait for the facts they begin with."""

    def __init__(self, waiting: Iterable[tuple[int, Pending]] = (), leads: Iterable[Lead] = ()) -> None:
        self._first: dict[tuple[str, frozenset[str], bool, frozenset[str]], Sieve] = {}
        self._led: dict[str, list[Sieve]] = {}
        self._waiting: dict[str, list[tuple[int, Pending]]] = {}
        # The step is kept beside what is known by its identity, so that no other one can ever have the same.
        self._endings: dict[int, Ending] = {}
        for number, one in waiting:
            if one.first is not None:
                self._led.setdefault(one.first, [])
                self._waiting.setdefault(one.first, []).append((number, one))
        for lead in leads:
            self._lead(lead)

    @property
    def kinds(self) -> Iterable[str]:
        """The kinds of fact that leads are waiting for."""
        return self._led

    def led(self, kind: str) -> Sequence[Sieve]:
        """The first sieves of a kind of which there are facts, but for those that lead to nothing."""
        for number, one in self._waiting.pop(kind, ()):
            self._lead(Lead(number, one.plan, one.plan.facts[0]))
        return self._led[kind]

    def ending(self, plan: Plan, step: Step) -> Ending:
        """Where a step ends."""
        found = self._endings.get(id(step))
        if found is None:
            found = self._endings[id(step)] = self._ending(plan, step)
        return found

    def _ending(self, plan: Plan, step: Step) -> Ending:
        sieve = self._placed(plan, step)
        if step.kind == "word" and plan.words is not None:
            return Ending(step, sieve, True, step.filters)
        for number, check in enumerate(step.filters):
            if check.meaning is None:
                return Ending(step, sieve, False, step.filters[number:])
            if check.meaning not in sieve.further:
                sieve.further[check.meaning] = Sieve(plan, step, sieve, check)
            sieve = sieve.further[check.meaning]
        return Ending(step, sieve, False, ())

    def _placed(self, plan: Plan, step: Step) -> Sieve:
        key = (step.kind, step.sections, step.excluded, plan.default)
        if key not in self._first:
            self._first[key] = Sieve(plan, step)
        return self._first[key]

    def _lead(self, lead: Lead) -> None:
        """Have the facts of a step looked for in every article."""
        sieve = self.ending(lead.plan, lead.step).sieve
        sieve.leads.append(lead)
        while sieve.before is not None:
            if sieve not in sieve.before.led:
                sieve.before.led.append(sieve)
            sieve = sieve.before
        first = self._led.setdefault(lead.step.kind, [])
        if sieve not in first:
            first.append(sieve)
