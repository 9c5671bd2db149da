"""Why a rule did or did not fire at a place: its findings there, what it could not decide, the facts that it saw."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factlint.annotations import kinds
from factlint.app.articles import gathered
from factlint.app.check import reported
from factlint.article import Weighed
from factlint.engine.run import Engine
from factlint.text.lines import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.app.session import Session
    from factlint.article import Annotation, Article
    from factlint.findings import Finding, Undecided
    from factlint.ruleset.rule import Rule
    from factlint.text.problem import Problem


@dataclass(frozen=True, slots=True)
class Seen:
    """One fact that a rule saw: where it stands, its kind, its words, and what weighed for and against it."""

    path: str
    line: int
    column: int
    kind: str
    text: str
    odds: float | None = None
    counted: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Explained:
    """What one rule makes of some articles, or of one line of them."""

    findings: tuple[Finding, ...]
    undecided: tuple[Undecided, ...]
    seen: tuple[Seen, ...]
    problems: tuple[Problem, ...]


def explained(session: Session, rule: Rule, path: str, line: int | None) -> Explained:
    """What a rule makes of the articles at a path, or of one line of them; the reference articles help as evidence."""
    corpus = gathered(session, (path,))
    engine = Engine([rule.with_severity("note") if rule.severity == "off" else rule], session.knowledge)
    mapped = [engine.map(article, reference=reference) for article, reference in corpus.articles]
    outcome = engine.reduce(mapped, session.configured.settings.story)
    references = {article.key for article, reference in corpus.articles if reference}
    own = [article for article, reference in corpus.articles if not reference]
    findings = tuple(
        finding
        for finding in reported(outcome.findings, references)
        if line is None or any(place.line == line for place in finding.places)
    )
    undecided = tuple(sorted(case for case in outcome.undecided if (case.path, case.id) not in references))
    seen = tuple(found for article in own for found in _seen(engine, rule, article) if line in (None, found.line))
    return Explained(findings, undecided, seen, (*session.problems, *corpus.problems))


def _seen(engine: Engine, rule: Rule, article: Article) -> Iterator[Seen]:
    """The facts of the rule's kinds; of those that are weighed each one once, at its first place."""
    reading = engine.read(article)
    lines = LineIndex(article.text)
    for kind in dict.fromkeys(binding.kind.value for binding in rule.query.bindings):
        if kind in kinds():
            yield from (_one(fact, kind, article, lines) for fact in _first(reading.layer(kind)))


def _one(fact: Annotation, kind: str, article: Article, lines: LineIndex) -> Seen:
    line, column = lines.position(fact.start)
    seen = Seen(article.path, line, column, kind, fact.text)
    return replace(seen, odds=fact.odds, counted=fact.counted) if isinstance(fact, Weighed) else seen


def _first(facts: Sequence[Annotation]) -> Iterator[Annotation]:
    told: set[object] = set()
    for fact in facts:
        same = (fact.text, fact.counted) if isinstance(fact, Weighed) else fact.start
        if same not in told:
            told.add(same)
            yield fact
