"""The outcome of a run: all that a report may show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.findings.finding import Finding, Undecided
    from factlint.text.problem import Problem


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    """What reports need of one article.

    ``story`` is the id of its story, None where it stands alone. ``reference`` articles are evidence and never reported
    on. ``unchecked`` says why an article was left out (``the language is German``); empty where it was checked.
    """

    path: str
    id: str
    text: str
    story: str | None = None
    reference: bool = False
    unchecked: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What tells this article from every other one of the run."""
        return self.path, self.id

    @property
    def checked(self) -> bool:
        """Whether findings about it count."""
        return not self.reference and not self.unchecked


@dataclass(frozen=True, slots=True)
class Result:
    """A run, ready to be reported: the findings are merged, fingerprinted and in report order.

    ``stories`` pairs the id of a story with the keys of its articles. ``fail_on`` is the severity from which a finding
    fails the run, or ``never``. ``suppressed`` and ``baselined`` count findings that are not in ``findings``. ``notes``
    are closing remarks to the reader, a sentence each.
    """

    findings: tuple[Finding, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    problems: tuple[Problem, ...] = ()
    articles: tuple[ArticleInfo, ...] = ()
    stories: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    fail_on: str = "warning"
    suppressed: int = 0
    baselined: int = 0
    notes: tuple[str, ...] = ()

    @property
    def reference_keys(self) -> frozenset[tuple[str, str]]:
        """The keys of the articles that are only evidence."""
        return frozenset(article.key for article in self.articles if article.reference)
