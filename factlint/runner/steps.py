"""Steps of an archive's scan, here or in a crew of processes: the same function over every task."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from factlint.engine.run import Engine
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
def steps(rules: Sequence[Rule], knowledge: Knowledge, step: Step, jobs: int | None) -> Iterator[Each]:
    """Gives a function that does ``step`` for tasks and yields each answer with the number of its task, as they come.

    In place of the answer of a task that ended its process stands Lost (see ``crew``).
    """
    jobs = jobs or cores()
    if jobs == 1:
        engine = Engine(rules, knowledge)
        yield lambda tasks: ((number, step(engine, task)) for number, task in enumerate(tasks))
        return
    crew = Crew(partial(_begun, rules, knowledge, step), jobs, renewed=True)
    try:
        yield lambda tasks: crew.run([task] for task in tasks)
    finally:
        crew.close()


def _begun(rules: Sequence[Rule], knowledge: Knowledge, step: Step) -> Work:
    return partial(step, Engine(rules, knowledge))
