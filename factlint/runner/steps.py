"""Steps of an archive's scan, here or in a crew of processes: the same function over every task."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from factlint.engine.run import Engine
from factlint.runner import CannotStartError
from factlint.runner.chosen import cores
from factlint.runner.crew import Crew

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factlint.knowledge import Knowledge
    from factlint.ruleset.rule import Rule
    from factlint.runner.crew import Work

    Step = Callable[[Engine, Any], Any]
    Each = Callable[[Sequence[Any]], Iterator[tuple[int, Any]]]


@contextmanager
def steps(rules: Sequence[Rule], knowledge: Knowledge, step: Step, jobs: int | None, *, apart: bool) -> Iterator[Each]:
    """Gives a function that does ``step`` for tasks and yields each answer with the number of its task, as they come.

    In place of the answer of a task that ended its process stands Lost (see ``crew``). Where ``apart``, one job has a
    process of its own too: what is remembered there goes with it when it has become much.
    """
    jobs = jobs or cores()
    crew = Crew(partial(_begun, rules, knowledge, step), jobs, renewed=True) if jobs > 1 or apart else None
    try:
        yield _Steps(partial(_begun, rules, knowledge, step), crew)
    finally:
        if crew is not None:
            crew.close()


class _Steps:
    """Does tasks in a crew, if there is one and processes can be started, else here."""

    def __init__(self, begin: Callable[[], Work], crew: Crew | None) -> None:
        self._begin = begin
        self._crew = crew

    def __call__(self, tasks: Sequence[Any]) -> Iterator[tuple[int, Any]]:
        done = set()
        if self._crew is not None:
            try:
                for number, answer in self._crew.run([task] for task in tasks):
                    done.add(number)
                    yield number, answer
                # What was remembered for these tasks is of no use to those of the next step.
                self._crew.close()
            except CannotStartError:
                self._crew = None
        if len(done) < len(tasks):
            yield from ((number, self._here(task)) for number, task in enumerate(tasks) if number not in done)

    @cached_property
    def _here(self) -> Work:
        return self._begin()


def _begun(rules: Sequence[Rule], knowledge: Knowledge, step: Step) -> Work:
    return partial(step, Engine(rules, knowledge))
