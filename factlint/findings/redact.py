"""A result without the words of the articles: what a desk may show to those who may not read its drafts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factlint.findings.finding import Suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.findings.dismissal import Dismissal
    from factlint.findings.finding import Finding, Location, Related
    from factlint.findings.result import ArticleInfo, Result
    from factlint.findings.suppress import Suppression
    from factlint.text.problem import Problem

# Masks as long in UTF-8 as what they stand for, so that a column in bytes stays what it is.
_MASKS = (
    (re.compile(r"[^\s\x80-\U0010ffff]"), "x"),
    (re.compile("[^\\s\x00-\x7f\u0800-\U0010ffff]"), "\u00b7"),
    (re.compile("[^\\s\x00-\u07ff\U00010000-\U0010ffff]"), "\u2022"),
    (re.compile("[^\\s\x00-\uffff]"), "\U0001d7ce"),
)
_QUOTED = re.compile(r"“[^”]*”")
_LEFT_OUT = "“…”"
_NO_WORDS = "the words are left out"


def redacted(result: Result) -> Result:
    """The same result, but no message, place, suggestion or text in it has a word of an article.

    A message becomes the title of its rule. The examples of rules go too, since a desk's own may come from its
    articles. Paths, ids of articles and rules, lines, columns, counts and fingerprints (which are hashes) stay.
    """
    titles = {rule.id: rule.title for rule in result.rules}
    return replace(
        result,
        findings=tuple(_finding(one, titles.get(one.rule, one.rule)) for one in result.findings),
        suppressions=tuple(_suppression(one, titles) for one in result.suppressions),
        problems=tuple(map(_problem, result.problems)),
        articles=tuple(map(_article, result.articles)),
        rules=tuple(replace(rule, bad=(), good=()) for rule in result.rules),
        redacted=True,
        sheets=(),
    )


def _article(article: ArticleInfo) -> ArticleInfo:
    origin = article.origin
    if origin is not None:
        origin = replace(origin, text=masked(origin.text))
    return replace(article, text=masked(article.text), origin=origin)


def masked(text: str) -> str:
    """A text of the same length, lines and blanks that says nothing."""
    for letters, mask in _MASKS:
        text = letters.sub(mask, text)
    return text


def _finding(finding: Finding, title: str) -> Finding:
    return replace(
        finding,
        message=title,
        primary=_place(finding.primary),
        related=tuple(map(_related, finding.related)),
        suggestions=tuple(Suggestion(_NO_WORDS, (), way.automatic) for way in finding.suggestions),
        counterpart="",
        accept=(),
    )


def _suppression(one: Suppression, titles: Mapping[str, str]) -> Suppression:
    """What was dismissed; its reason is the desk's own words, and they may quote the article."""
    found = _finding(one.finding, titles.get(one.finding.rule, one.finding.rule))
    said = one.dismissal
    return replace(one, finding=found, dismissal=_decision(said) if said else None)


def _decision(said: Dismissal) -> Dismissal:
    place = _place(said.place) if said.place is not None else None
    return replace(said, words="", against="", before="", after="", reason=_NO_WORDS, place=place)


def _related(other: Related) -> Related:
    return replace(other, location=_place(other.location), label="")


def _place(place: Location) -> Location:
    return replace(place, text="")


def _problem(problem: Problem) -> Problem:
    """A problem quotes what it is about between curly quotation marks, and shows the line."""
    message, hint = (_QUOTED.sub(_LEFT_OUT, words) for words in (problem.message, problem.hint))
    return replace(problem, message=message, hint=hint, source_line="")
