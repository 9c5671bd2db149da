"""Verdicts in words, the same in every report that people read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.findings.finding import SEVERITIES
from factlint.findings.verdict import NEVER, fails, summarized
from factlint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.findings.finding import Finding, Location, Undecided
    from factlint.findings.places import Places
    from factlint.findings.result import Result
    from factlint.findings.verdict import Summary
    from factlint.text.problem import Problem

_MARKS = ('"', "“", "„", "«", "‘", "'")
# How many ways out a line has room for.
_WAYS = 3


def counted(number: int, noun: str, plural: str = "") -> str:
    """``1 article``, ``2 articles``; ``plural`` where an s is not enough."""
    return f"1 {noun}" if number == 1 else f"{number:,} {plural or noun + 's'}"


def title(path: str, article_id: str) -> str:
    """The name of an article, safe to show: the path of a file, ``path · id`` of a record."""
    is_file = path == article_id or path.endswith("/" + article_id)
    return visible(path if is_file else f"{path} · {article_id}")


def left_out(result: Result) -> tuple[str, ...]:
    """A line for each article that was not checked, with the reason."""
    return tuple(f"not checked: {title(one.path, one.id)}: {one.unchecked}" for one in result.articles if one.unchecked)


def tally(findings: Iterable[Finding]) -> str:
    """``2 errors, 1 warning``; empty for no findings."""
    severities = [finding.severity for finding in findings]
    counts = [(severities.count(severity), severity) for severity in reversed(SEVERITIES)]
    return ", ".join(counted(count, severity) for count, severity in counts if count)


def closing(result: Result) -> str:
    """The verdict on a run in a few sentences on one line."""
    summary = summarized(result)
    sentences = [_scope(result, summary) + _outcome(result, summary) + "."]
    if result.fixed:
        sentences.insert(0, f"Fixed {counted(result.fixed, 'finding')}.")
    if summary.automatic:
        sentences.append(f"{counted(summary.automatic, 'automatic fix', 'automatic fixes')} (--fix).")
    if summary.suppressed or summary.baselined or result.unchanged:
        sentences.append(_not_shown(summary, result.unchanged))
    if result.problems:
        sentences.append(f"{counted(len(result.problems), 'problem')} kept something from being checked.")
    elif summary.findings and not any(fails(one, result.fail_on, result.reference_keys) for one in result.findings):
        sentences.append(_passes(result.fail_on))
    return " ".join(sentences)


def _not_shown(summary: Summary, unchanged: int) -> str:
    """What was left out: ``Not shown: 2 dismissed, 3 in the baseline.``."""
    counts = (summary.suppressed, summary.baselined, unchanged)
    kinds = ("dismissed", "in the baseline", "on unchanged lines")
    return f"Not shown: {', '.join(f'{count:,} {kind}' for count, kind in zip(counts, kinds, strict=True) if count)}."


def _scope(result: Result, summary: Summary) -> str:
    """``6 articles (2 more read as evidence), 1 story``."""
    scope = counted(summary.articles, "article")
    if result.reference_keys:
        scope += f" ({len(result.reference_keys):,} more read as evidence)"
    told_together = sum(len(keys) > 1 for _, keys in result.stories)
    return scope + (f", {counted(told_together, 'story', 'stories')}" if told_together else "")


def _outcome(result: Result, summary: Summary) -> str:
    """What was found in how many of the articles."""
    unchecked = sum(bool(article.unchecked) for article in result.articles)
    left_out = f"; {counted(unchecked, 'article')} not checked" if unchecked else ""
    if not summary.articles:
        return left_out or ", so nothing was checked"
    if not summary.findings:
        return ": " + ("all clean" if summary.articles > 1 else "clean") + left_out
    found = f": {tally(result.findings)}"
    if summary.articles > 1:
        found += f" in {counted(summary.articles - summary.clean, 'article')}"
        found += f"; {counted(summary.clean, 'article') if summary.clean else 'none'} clean"
    return found + left_out


def _passes(fail_on: str) -> str:
    return "Passes, as nothing fails this run." if fail_on == NEVER else f"Passes: no {fail_on} or worse."


def undecided(result: Result) -> list[str]:
    """What could not be decided: a line on what the desk can supply, a line that sums up the rest."""
    reference = result.reference_keys
    rows = [row for row in result.undecided if (row.path, row.id) not in reference]
    wanting = [row for row in rows if "published" in row.reason]
    rest = [row for row in rows if "published" not in row.reason]
    lines = [_wanting(wanting)] if wanting else []
    if rest:
        rules, articles = len({row.rule for row in rest}), len({(row.path, row.id) for row in rest})
        cases = counted(sum(row.count for row in rest), "other case" if wanting else "case")
        scope = f"{cases} of {counted(rules, 'rule')} in {counted(articles, 'article')}"
        lines.append(f"Could not decide: {scope} (--format json says why).")
    return lines


def _wanting(rows: Iterable[Undecided]) -> str:
    """Which rules want to know when an article was published."""
    articles: dict[str, set[tuple[str, str]]] = {}
    for row in rows:
        articles.setdefault(row.rule, set()).add((row.path, row.id))
    rules = ", ".join(f"{rule} in {counted(len(keys), 'article')}" for rule, keys in sorted(articles.items()))
    verb = "need" if len(articles) > 1 else "needs"
    return f"Could not decide: {rules} {verb} the publication date (set `published`, or --published)."


def beside(result: Result) -> Iterator[str]:
    """The lines that people read on the error stream while a program reads the report; each ends with a line break."""
    yield from (problem.render() + "\n" for problem in result.problems)
    table = result.statistics.table() if result.statistics is not None else ()
    remarks = (*left_out(result), *undecided(result), *result.notes, *table, closing(result))
    yield from (visible(remark) + "\n" for remark in remarks)


def spoken(finding: Finding, home: Location, places: Places) -> str:
    """A finding in one line, for formats that have room for no more; ``home`` is the place that it is shown at."""
    remarks = ["on trial"] if finding.trial else []
    remarks += [f"paragraph {number}"] if (number := places.paragraph(home)) is not None else []
    if len(finding.places) > 1:
        remarks.append(f"{len(finding.places):,} places")
    fixes = [way.title for way in finding.suggestions if way.automatic and way.edits]
    choices = [way.title for way in finding.suggestions if not way.automatic and way.edits]
    for tag, ways in (("fix", fixes), ("suggest", choices)):
        if ways:
            more = f" and {len(ways) - _WAYS:,} more" if len(ways) > _WAYS else ""
            remarks.append(f"{tag}: {' or '.join(ways[:_WAYS])}{more}")
    where = f"{home.id} {home.line}:{home.column}: " if places.in_record(home) else ""
    return where + finding.message + (f" ({'; '.join(remarks)})" if remarks else "")


def told(problem: Problem) -> str:
    """What is wrong and, if it is known, what to do about it."""
    return problem.message + (f" ({problem.hint})" if problem.hint else "")


def in_marks(words: str) -> str:
    """Words between quotation marks, unless they begin with one of their own."""
    return words if words.startswith(_MARKS) else f"“{words}”"
