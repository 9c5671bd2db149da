"""Which runner does the work: processes where there is enough of it to pay for their start, else this one alone."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from factlint.engine.run import key_of
from factlint.runner import CannotStartError
from factlint.runner.serial import Serial

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.article import Article
    from factlint.engine.run import Engine, Sent, Telling, Told
    from factlint.runner import Runner
    from factlint.text.problem import Problem

WORTH = 1_500_000
"""From so many code points of text on two processes are faster than one: each needs about half a second to start."""
WORTH_STORIES = 2_000
"""The same for stories, counted in articles."""


def cores() -> int:
    """How many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Chosen:
    """Does small work here and large work in ``jobs`` processes (None: as many as there are cores)."""

    memory = None

    def __init__(self, engine: Engine, jobs: int | None = None) -> None:
        self._engine = engine
        self._jobs = jobs or cores()
        self._serial = Serial(engine)
        self._pool: Runner | None = None

    @property
    def problems(self) -> list[Problem]:
        """See Runner."""
        return self._pool.problems if self._pool is not None else self._serial.problems

    def map(self, articles: Sequence[tuple[Article, bool]]) -> Iterator[Sent]:
        """See Runner."""
        large = len(articles) > 1 and sum(len(article.text) for article, _ in articles) >= WORTH
        done = set()
        try:
            for sent in self._runner(large).map(articles):
                done.add(key_of(sent))
                yield sent
        except CannotStartError:
            self._alone()
            yield from self._serial.map([one for one in articles if one[0].key not in done])

    def tell(self, stories: Sequence[Telling]) -> Iterator[tuple[int, Told]]:
        """See Runner."""
        large = len(stories) > 1 and sum(len(story.articles) for story in stories) >= WORTH_STORIES
        done = set()
        try:
            for number, told in self._runner(large).tell(stories):
                done.add(number)
                yield number, told
        except CannotStartError:
            self._alone()
            left = [number for number in range(len(stories)) if number not in done]
            yield from ((left[at], told) for at, told in self._serial.tell([stories[number] for number in left]))

    def close(self) -> None:
        """See Runner."""
        if self._pool is not None:
            self._pool.close()

    def _runner(self, large: bool) -> Runner:
        if self._pool is None and large and self._jobs > 1:
            from factlint.runner.processes import Processes

            self._pool = Processes(self._engine, self._jobs)
        return self._pool or self._serial

    def _alone(self) -> None:
        """Go on in this process: others cannot be started here."""
        if self._pool is not None:
            self._serial.problems += self._pool.problems
            self._pool.close()
        self._pool, self._jobs = None, 1
