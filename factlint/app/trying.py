"""What a rule would do before it gates anything: how often it fires on real articles, and where."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from factlint.app.articles import gathered
from factlint.app.check import reported
from factlint.app.drafts import draft_of
from factlint.engine.run import Engine
from factlint.findings import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factlint.app.session import Session
    from factlint.article import Article
    from factlint.findings import Finding, Undecided
    from factlint.ruleset.rule import Rule
    from factlint.text.problem import Problem


@dataclass(frozen=True, slots=True)
class Tried:
    """What rules did to some articles.

    ``findings`` are in the order of their places. ``texts`` holds the texts of the articles that a finding has a place
    in, and ``problems`` what could not be read.
    """

    rules: tuple[Rule, ...]
    articles: int
    words: int
    findings: tuple[Finding, ...]
    undecided: tuple[Undecided, ...]
    texts: dict[tuple[str, str], str]
    problems: tuple[Problem, ...]

    @property
    def hit(self) -> int:
        """How many articles have something to change."""
        return len({place.article for finding in self.findings for place in finding.places})

    @property
    def rate(self) -> float:
        """Findings in 1,000 words."""
        return 1000 * len(self.findings) / self.words if self.words else 0.0

    @property
    def by_severity(self) -> tuple[tuple[str, int], ...]:
        """How many findings of each severity, the gravest first."""
        counts = Counter(finding.severity for finding in self.findings)
        return tuple((level, counts[level]) for level in reversed(SEVERITIES) if counts[level])

    @property
    def messages(self) -> tuple[tuple[str, int], ...]:
        """The messages with how often each was given, the most frequent first."""
        return _ranked(finding.message for finding in self.findings)

    @property
    def reasons(self) -> tuple[tuple[str, int], ...]:
        """Why cases could not be decided, with how many."""
        return _ranked(case.reason for case in self.undecided for _ in range(case.count))

    def sample(self, count: int, seed: str) -> tuple[Finding, ...]:
        """So many findings drawn by lot, the same ones for the same seed whatever else is found; in order of place."""
        drawn = sorted(self.findings, key=lambda finding: _lot(finding, seed))[:count]
        return tuple(sorted(drawn, key=lambda finding: finding.primary))


def _ranked(texts: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(texts).items(), key=lambda pair: (-pair[1], pair[0])))


def _lot(finding: Finding, seed: str) -> str:
    """A number that has nothing to do with what the finding says: the hash of where it stands."""
    place = finding.primary
    words = "\0".join((seed, place.path, place.id, str(place.start), str(place.end), finding.message))
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def try_rule(session: Session, name: str, paths: Sequence[str]) -> Tried:
    """Try a rule of the session by its id, or one that is not loaded yet by the path of its file (or folder).

    Raises ProblemError where there is no such rule, or it is broken.
    """
    draft = draft_of(session, name)
    corpus = gathered(session, paths)
    engine = Engine(
        [rule.with_severity("note") if rule.severity == "off" else rule for rule in draft.rules], draft.knowledge
    )
    mapped = [engine.map(article, reference=reference) for article, reference in corpus.articles]
    outcome = engine.reduce(mapped, session.configured.settings.story)
    references = {article.key for article, reference in corpus.articles if reference}
    checked = [article for article, reference in corpus.articles if not reference]
    findings = tuple(sorted(reported(outcome.findings, references), key=lambda finding: finding.primary))
    return Tried(
        rules=draft.rules,
        articles=len(checked),
        words=sum(len(article.text.split()) for article in checked),
        findings=findings,
        undecided=tuple(case for case in outcome.undecided if (case.path, case.id) not in references),
        texts=_texts(findings, [article for article, _ in corpus.articles]),
        problems=corpus.problems,
    )


def _texts(findings: Iterable[Finding], articles: Iterable[Article]) -> dict[tuple[str, str], str]:
    shown_in = {one.primary.article for one in findings}
    shown_in |= {related.location.article for one in findings for related in one.related}
    return {article.key: article.text for article in articles if article.key in shown_in}
