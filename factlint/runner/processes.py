"""Several processes, each with the rules and the knowledge: articles and stories go out in batches, bytes come back."""

from __future__ import annotations

import signal
from functools import partial
from typing import TYPE_CHECKING, Any

from factlint.cache import codec
from factlint.engine.parcel import Parcel
from factlint.engine.run import Engine, Telling
from factlint.runner.crew import Crew, Lost
from factlint.runner.parts import batches
from factlint.text.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.article import Article
    from factlint.engine.run import Sent, Told
    from factlint.knowledge import Knowledge
    from factlint.ruleset.rule import Rule
    from factlint.runner.crew import Work

BATCH = 64
"""So many articles go out together at most: fewer cost more for the way than for the work."""
BATCH_LENGTH = 250_000
"""So many code points of text go out together, but for a single longer article."""


class Processes:
    """A pool of worker processes for one engine; they start when there is work and stay until it is closed."""

    memory = None

    def __init__(self, engine: Engine, jobs: int) -> None:
        self.problems: list[Problem] = []
        self._engine = engine
        self._jobs = jobs
        self._crew = Crew(partial(_begun, engine.rules, engine.knowledge), jobs)

    def map(self, articles: Sequence[tuple[Article, bool]]) -> Iterator[Sent]:
        """See Runner."""
        most = min(BATCH, max(1, len(articles) // (self._jobs * 4)))
        out = batches(articles, most, BATCH_LENGTH, lambda one: len(one[0].text))
        for number, answer in self._crew.run(out):
            if isinstance(answer, Lost):
                article, _ = articles[number]
                self.problems.append(lost(article.path, article.id, answer))
            else:
                yield Parcel(*answer)

    def tell(self, stories: Sequence[Telling]) -> Iterator[tuple[int, Told]]:
        """See Runner."""
        packed = (story._replace(articles=tuple(self._packed(story))) for story in stories)
        out = batches(packed, BATCH, BATCH, lambda story: len(story.articles))
        for number, answer in self._crew.run(out):
            if isinstance(answer, Lost):
                self.problems.append(_lost_story(stories[number], answer))
            else:
                yield number, codec.loaded(answer)

    def _packed(self, story: Telling) -> Iterator[Parcel]:
        """What the articles of a story gave, without what is not asked there."""
        for sent in story.articles:
            parcel = sent if isinstance(sent, Parcel) else self._engine.parcel(sent)
            parcel = parcel._replace(features=b"", findings=b"")
            yield parcel._replace(run_rows=b"") if story.joined is None else parcel._replace(rows=b"")

    def close(self) -> None:
        """See Runner."""
        self._crew.close()


def _lost_story(story: Telling, end: Lost) -> Problem:
    if story.joined is None:
        return lost(story.name, "", end, "the rules of this story")
    return lost(story.joined.rule, "", end, f"{len(story.articles)} articles for this rule")


def lost(path: str, own: str, end: Lost, what: str = "this article") -> Problem:
    """The problem of an article (or of a story) that ended the process that worked on it."""
    hint = "run again with --jobs 1; an article that is too large for the memory can be left out or split"
    return Problem(path, f"the process that read {what} {_ended(end.exit)}; it is not checked", hint, where=own)


def _ended(exit_code: int | None) -> str:
    if exit_code is None or exit_code >= 0:
        return f"ended with {exit_code}"
    try:
        return f"was killed ({signal.Signals(-exit_code).name})"
    except ValueError:
        return f"was killed (signal {-exit_code})"


def _begun(rules: Sequence[Rule], knowledge: Knowledge) -> Work:
    """In a worker: one engine for all that comes."""
    engine = Engine(rules, knowledge)
    return partial(_done, engine)


def _done(engine: Engine, task: Any) -> Any:
    """One article or one story; what comes of it are plain values."""
    if isinstance(task, Telling):
        findings, undecided = engine.tell(task)
        return codec.dumped((tuple(findings), tuple(undecided)))
    article, reference = task
    return tuple(engine.parcel(engine.map(article, reference=reference)))
