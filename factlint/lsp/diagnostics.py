"""Findings and problems as an editor shows them beside the text."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from lsprotocol import types

from factlint.findings.wording import in_marks
from factlint.lsp.documents import uri_of
from factlint.lsp.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from factlint.article import Article
    from factlint.findings import Finding, Location
    from factlint.findings.finding import Related
    from factlint.text.problem import Problem

SOURCE = "factlint"
SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}
_ROLES = {"same": "the same here", "other": "the other side", "evidence": "speaks for it"}
_MOST_PLACES = 200
_MOST_RELATED = 20

Key = tuple[str, str]


class Places:
    """Where the places of findings are in an editor: the address of each article's file, and positions in that file."""

    def __init__(
        self, root: Path, articles: Mapping[Key, Article], encoding: str, opened: Mapping[str, str] | None = None
    ) -> None:
        self._root = root
        self._articles = articles
        self._encoding = encoding
        self._opened = opened or {}
        self._made: dict[Key, Positions] = {}

    def of(self, place: Location) -> types.Location:
        """The address and the range of a place; the top of the file where its article is not at hand."""
        return types.Location(self.uri(place.path), self.range(place.article, place.start, place.end))

    def range(self, key: Key, start: int, end: int) -> types.Range:
        """The range in its file of what stands between two offsets of an article."""
        article = self._articles.get(key)
        if article is None:
            return types.Range(types.Position(0, 0), types.Position(0, 0))
        positions = self._positions(article)
        if article.origin is None:
            return positions.range(start, end)
        found = positions.range(*article.origin.offsets.span(start, end))
        for position in (found.start, found.end):
            position.line += article.origin.line - 1
        return found

    def uri(self, path: str) -> str:
        """The address of the file that is shown as ``path``."""
        return self._opened.get(path) or uri_of(self._root / path)

    def _positions(self, article: Article) -> Positions:
        if article.key not in self._made:
            text = article.text if article.origin is None else article.origin.text
            self._made[article.key] = Positions(text, self._encoding)
        return self._made[article.key]


def of_finding(
    finding: Finding, key: Key, places: Places, pages: Mapping[str, str]
) -> Iterator[tuple[types.Diagnostic, Location]]:
    """A diagnostic for each place in one article that the finding wants changed; ``pages`` are addresses by rule.

    Of a finding with very many places an editor gets the first ones.
    """
    page = pages.get(finding.rule)
    for place in islice((place for place in finding.places if place.article == key), _MOST_PLACES):
        yield (
            types.Diagnostic(
                range=places.of(place).range,
                message=finding.message,
                severity=SEVERITIES[finding.severity],
                code=finding.rule,
                code_description=types.CodeDescription(page) if page else None,
                source=SOURCE,
                related_information=list(_related(finding, place, places)),
                data={"fingerprint": finding.fingerprint},
            ),
            place,
        )


def _related(finding: Finding, here: Location, places: Places) -> Iterator[types.DiagnosticRelatedInformation]:
    # A finding may have thousands of places: only those that are shown are looked at.
    others = islice((one for one in finding.related if one.location != here), _MOST_RELATED)
    if here != finding.primary:
        yield types.DiagnosticRelatedInformation(
            places.of(finding.primary), f"{in_marks(finding.primary.text)}, the first place"
        )
    for one in others:
        yield types.DiagnosticRelatedInformation(places.of(one.location), _label(one))


def _label(related: Related) -> str:
    said = related.label or _ROLES.get(related.role, related.role)
    return f"{in_marks(related.location.text)}: {said}" if related.location.text else said


def of_problems(problems: Iterable[Problem], positions: Positions) -> list[types.Diagnostic]:
    """What is wrong with a file, each at its place; at the first line where it has none."""
    return [_of_problem(problem, positions) for problem in dict.fromkeys(problems)]


def _of_problem(problem: Problem, positions: Positions) -> types.Diagnostic:
    if problem.line is None:
        start, end = 0, positions.end_of_line(1)
    else:
        start = positions.line(problem.line, problem.column or 1)
        end = max(min(start + problem.length, positions.end_of_line(problem.line)), start)
    hint = f"\n{problem.hint}" if problem.hint else ""
    return types.Diagnostic(
        range=positions.range(start, end),
        message=problem.message + hint,
        severity=SEVERITIES[problem.level],
        source=SOURCE,
    )
