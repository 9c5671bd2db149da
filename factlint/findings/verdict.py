"""What the findings amount to: counts, which articles are clean, the exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.findings.finding import SEVERITIES
from factlint.text.values import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from factlint.findings.finding import Finding
    from factlint.findings.result import Result
    from factlint.text.problem import Problem

NEVER = "never"


@plain
class Summary:
    """Counts over a run.

    ``articles`` are the checked ones (not those read as evidence), ``clean`` those of them without a place to change.
    ``automatic`` counts the findings that can be mended without a decision.
    """

    articles: int
    error: int
    warning: int
    note: int
    suppressed: int
    baselined: int
    clean: int
    automatic: int

    @property
    def findings(self) -> int:
        """All findings."""
        return self.error + self.warning + self.note


def summarized(result: Result) -> Summary:
    """The counts of a run."""
    checked = [article.key for article in result.articles if article.checked]
    severities = [finding.severity for finding in result.findings]
    touched = by_article(result.findings)
    return Summary(
        articles=len(checked),
        error=severities.count("error"),
        warning=severities.count("warning"),
        note=severities.count("note"),
        suppressed=result.suppressed,
        baselined=result.baselined,
        clean=sum(key not in touched for key in checked),
        automatic=sum(any(way.automatic for way in finding.suggestions) for finding in result.findings),
    )


def by_article(findings: Iterable[Finding]) -> Mapping[tuple[str, str], tuple[Finding, ...]]:
    """The findings that want something changed in an article, by its key; an article that is not there is clean."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        for key in dict.fromkeys(place.article for place in finding.places):
            found.setdefault(key, []).append(finding)
    return {key: tuple(about) for key, about in found.items()}


def fails(finding: Finding, fail_on: str, reference_keys: Collection[tuple[str, str]]) -> bool:
    """Whether a finding is grave enough to fail a run, not on trial, and wants something changed in a checked article.

    ``fail_on`` is a severity or ``never``.
    """
    if finding.trial or fail_on == NEVER or SEVERITIES.index(finding.severity) < SEVERITIES.index(fail_on):
        return False
    return any(place.article not in reference_keys for place in finding.places)


def exit_code(
    findings: Iterable[Finding], fail_on: str, problems: Iterable[Problem], reference_keys: Collection[tuple[str, str]]
) -> int:
    """2 where there are problems, else 1 where a finding fails the run (see ``fails``), else 0."""
    if any(True for _ in problems):
        return 2
    return int(any(fails(finding, fail_on, reference_keys) for finding in findings))
