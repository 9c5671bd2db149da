"""The end of the report: a verdict for each article, the counts, what could not be decided, remarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.findings.finding import SEVERITIES
from factlint.findings.verdict import by_article
from factlint.findings.wording import closing, tally, title, undecided
from factlint.reports.terminal.advice import next_step
from factlint.reports.terminal.paint import paint
from factlint.text.cells import cells, cropped
from factlint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.findings import Finding
    from factlint.findings.result import ArticleInfo, Result
    from factlint.reports.terminal.page import Page

# One article needs no table; more than these no reader scans.
_FEWEST, _MOST = 2, 20
_NAME = 60
_UNCHECKED = 5


def closing_lines(result: Result, page: Page) -> Iterator[str]:
    """All lines after the findings."""
    articles = sorted((one for one in result.articles if not one.reference), key=lambda article: article.key)
    if _FEWEST <= len(articles) <= _MOST:
        yield from _table(articles, result, page)
        yield ""
    else:
        yield from _unchecked(articles)
    if result.statistics is not None:
        yield from map(visible, result.statistics.table())
        yield ""
    yield from verdict_lines(result, page)
    for line in (*undecided(result), *result.notes):
        yield visible(line)
    if advice := next_step(result, page):
        yield visible(advice)


def verdict_lines(result: Result, page: Page) -> Iterator[str]:
    """The verdict on the run alone."""
    yield paint(visible(closing(result)), "title", page.color)


def _table(articles: list[ArticleInfo], result: Result, page: Page) -> Iterator[str]:
    """``brief.txt  2 errors, 1 note``: a line an article."""
    touched = by_article(result.findings)
    names = [cropped(title(*article.key), _NAME) for article in articles]
    widest = max(map(cells, names))
    for article, name in zip(articles, names, strict=True):
        gap = " " * (widest - cells(name) + 2)
        yield f"  {name}{gap}{_verdict(article, touched.get(article.key, ()), page)}"


def _verdict(article: ArticleInfo, findings: tuple[Finding, ...], page: Page) -> str:
    if article.unchecked:
        return paint(f"not checked: {visible(article.unchecked)}", "dim", page.color)
    if not findings:
        return paint("ok", "ok", page.color)
    gravest = next(severity for severity in reversed(SEVERITIES) if any(one.severity == severity for one in findings))
    homes = [page.home(finding).article for finding in findings]
    # Nothing stands under the name of an article whose findings all begin elsewhere; so say where to look.
    elsewhere = "" if article.key in homes else f" (see {', '.join(sorted({page.name(home) for home in homes})[:3])})"
    return paint(tally(findings), gravest, page.color) + elsewhere


def _unchecked(articles: list[ArticleInfo]) -> Iterator[str]:
    left_out = [article for article in articles if article.unchecked]
    for article in left_out[:_UNCHECKED]:
        yield f"Not checked: {cropped(title(*article.key), _NAME)}: {visible(article.unchecked)}"
    if len(left_out) > _UNCHECKED:
        yield f"Not checked: {len(left_out) - _UNCHECKED:,} more."
