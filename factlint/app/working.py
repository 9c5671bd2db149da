"""Where the work of a run is done: in how many processes, and what of it is remembered from earlier runs."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from factlint.app.observing import stepped
from factlint.engine.run import Outcome, found_of, key_of
from factlint.runner.serial import Serial
from factlint.text.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.app.articles import Corpus
    from factlint.app.session import Session
    from factlint.engine.run import Engine, Sent
    from factlint.runner import Runner


class Worked(NamedTuple):
    """What came of a corpus, and the corpus without what was not reached; ``whole``: the run was finished."""

    corpus: Corpus
    outcome: Outcome
    whole: bool


@contextmanager
def runner(session: Session, engine: Engine) -> Iterator[Runner]:
    """The runner that a session asks for; all that it has started ends with it."""
    made = _made(session, engine)
    try:
        yield made
    finally:
        made.close()


def _made(session: Session, engine: Engine) -> Runner:
    found: Runner = Serial(engine)
    if session.work.jobs != 1:
        from factlint.runner.chosen import Chosen

        found = Chosen(engine, session.work.jobs)
    if session.work.cache and session.key:
        from factlint.cache.database import Database
        from factlint.runner.remembered import Remembered

        return Remembered(engine, found, _base(session), Database())
    return found


def _base(session: Session) -> bytes:
    """All that results come from beside the articles: the files of rules, and which rules run at what severity."""
    from factlint.cache.database import key_of as hashed

    rules = repr([(rule.id, rule.severity) for rule in session.rules])
    # What a letter is, and how dates are reckoned, is Python's to say.
    return hashed([session.key.encode(), rules.encode(), sys.version.encode()])


def worked(session: Session, engine: Engine, corpus: Corpus) -> Worked:
    """Map and reduce a corpus. Ctrl-C ends the work at once, and what was found until then is kept."""
    observer = session.observer
    sent: list[Sent] = []
    with runner(session, engine) as run:
        try:
            observer.stage("checking", len(corpus.articles))
            for one in stepped(observer, run.map(corpus.articles)):
                sent.append(one)  # noqa: PERF402 - an interrupt must find what is there
            sent.sort(key=key_of)
            observer.stage("comparing")
            outcome = engine.reduce(sent, session.configured.settings.story, run.tell, run.memory)
        except KeyboardInterrupt:
            told = list(map(found_of, sent))
            findings = tuple([finding for one, _ in told for finding in one])
            outcome = Outcome(findings, tuple([case for _, cases in told for case in cases]), ())
            return Worked(_reached(corpus, sent, run, "the run was interrupted"), outcome, whole=False)
        return Worked(_reached(corpus, sent, run, "the process that read it ended"), outcome, whole=True)


def _reached(corpus: Corpus, sent: list[Sent], run: Runner, why: str) -> Corpus:
    """The corpus, what has no result among the articles that are not checked."""
    if len(sent) == len(corpus.articles) and not run.problems:
        return corpus
    there = {key_of(one) for one in sent}
    checked = (article for article, reference in corpus.articles if not reference)
    missing = tuple((article, why) for article in checked if article.key not in there)
    problems = sorted(run.problems, key=lambda problem: (problem.path, problem.where))
    return replace(
        corpus,
        articles=tuple(pair for pair in corpus.articles if pair[0].key in there),
        unchecked=(*corpus.unchecked, *missing),
        problems=(*corpus.problems, *problems),
    )


def interrupted(reached: int, all_: int) -> Problem:
    """What is said of a run that was ended early."""
    hint = "run again: unless --no-cache was given, what was read is remembered"
    return Problem("factlint", f"interrupted: {reached} of {all_} articles were read, and no stories", hint)
