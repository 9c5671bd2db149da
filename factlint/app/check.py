"""Check articles: the main job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.app.articles import gathered
from factlint.engine.run import Engine
from factlint.findings.fingerprint import fingerprinted
from factlint.findings.merge import merge
from factlint.findings.result import ArticleInfo, Result
from factlint.findings.sort import ordered
from factlint.runner import serial

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.app.articles import Corpus
    from factlint.app.session import Session
    from factlint.engine.run import Story
    from factlint.findings import Finding
    from factlint.runner import Runner

_RUN: Runner = serial.run


def check(session: Session, paths: Sequence[str], piped: tuple[bytes, str] | None = None) -> Result:
    """The result of checking some paths, or one article that was piped in under a name."""
    corpus = gathered(session, paths, piped)
    engine = Engine(session.rules, session.knowledge)
    mapped = list(_RUN(engine, corpus.articles))
    outcome = engine.reduce(mapped, session.configured.settings.story)
    references = {article.key for article, reference in corpus.articles if reference}
    findings = reported(outcome.findings, references)
    return Result(
        findings=findings,
        undecided=tuple(sorted(case for case in outcome.undecided if (case.path, case.id) not in references)),
        problems=(*session.problems, *corpus.problems),
        articles=_infos(corpus, outcome.stories),
        stories=outcome.stories,
        fail_on=session.configured.settings.fail_on,
        notes=_notes(corpus, session),
    )


def reported(findings: Sequence[Finding], references: set[tuple[str, str]]) -> tuple[Finding, ...]:
    """Merged, with fingerprints, in report order; without those that want nothing changed in a checked article."""
    merged = fingerprinted(merge(findings))
    return ordered(finding for finding in merged if any(place.article not in references for place in finding.places))


def _infos(corpus: Corpus, stories: Sequence[Story]) -> tuple[ArticleInfo, ...]:
    of = {key: name for name, keys in stories for key in keys if len(keys) > 1}
    checked = [
        ArticleInfo(one.path, one.id, one.text, of.get(one.key), reference) for one, reference in corpus.articles
    ]
    left_out = [ArticleInfo(one.path, one.id, one.text, unchecked=why) for one, why in corpus.unchecked]
    return tuple(sorted((*checked, *left_out), key=lambda info: info.key))


def _notes(corpus: Corpus, session: Session) -> tuple[str, ...]:
    """What a reader should know about the reach of the run."""
    lonely = len(corpus.articles) == 1 and not session.configured.settings.reference
    if lonely and any(rule.query.across for rule in session.rules):
        return ("Story rules saw only this article; name the others of its story, or give them with --with.",)
    return ()
