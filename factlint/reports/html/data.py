"""What the page shows, as plain values; its offsets count UTF-16 units, as the scripts of a browser do."""

from __future__ import annotations

import re
import shlex
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from factlint.findings.places import Places
from factlint.findings.sheets import Sheet
from factlint.findings.suppress import BASELINED, DISMISSED
from factlint.findings.verdict import summarized
from factlint.findings.wording import closing, title, told, undecided
from factlint.reports.html.stories import Doubt, story_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factlint.findings.finding import Finding, Location, Suggestion
    from factlint.findings.result import ArticleInfo, Result
    from factlint.findings.suppress import Suppression
    from factlint.text.problem import Problem

    Key = tuple[str, str]

# Beyond so many characters in all, a page holds the texts of the articles that findings speak of, and no others.
_ROOM = 8_000_000
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Units:
    """Turns offsets that count code points of a text into such that count UTF-16 units."""

    def __init__(self, text: str) -> None:
        self._wide = [match.start() for match in _ASTRAL.finditer(text)] if not text.isascii() else []

    def at(self, offset: int) -> int:
        """The units before an offset."""
        return offset + bisect_left(self._wide, offset) if self._wide else offset


def document(result: Result) -> dict[str, Any]:
    """The page's data for a result."""
    return _Document(result).whole()


class _Document:
    """One result on its way to the page."""

    def __init__(self, result: Result) -> None:
        self.result = result
        self.numbers = {one.key: number for number, one in enumerate(result.articles)}
        self.units = {one.key: Units(one.text) for one in result.articles}
        self.places = Places(result)
        self.sheets: Mapping[Key, Sheet] = {sheet.key: sheet for sheet in result.sheets}
        self.doubted = _doubted(result.findings)

    def whole(self) -> dict[str, Any]:
        result = self.result
        summary = summarized(result)
        return {
            "version": 1,
            "verdict": closing(result),
            "counts": {name: getattr(summary, name) for name in ("articles", "error", "warning", "note", "clean")},
            "articles": [self._article(one, shown) for one, shown in zip(result.articles, self._shown(), strict=True)],
            "findings": self._findings(),
            "rules": {rule.id: {"title": rule.title, "why": rule.why} for rule in self._rules()},
            "stories": [
                story_tables(keys, self.sheets, self.numbers, self.units, self.doubted)
                for _, keys in result.stories
                if len(keys) > 1
            ],
            "remarks": [*undecided(result), *result.notes],
            "problems": [_problem(problem) for problem in result.problems],
            "redacted": result.redacted,
        }

    def _rules(self) -> Iterable[Any]:
        reported = {finding.rule for finding in self.result.findings}
        return (rule for rule in self.result.rules if rule.id in reported)

    def _shown(self) -> list[bool]:
        """Whether the page holds the text of each article."""
        if sum(len(one.text) for one in self.result.articles) <= _ROOM:
            return [True] * len(self.result.articles)
        spoken_of = {
            place.article
            for finding in self.result.findings
            for place in (finding.primary, *(other.location for other in finding.related))
        }
        return [one.key in spoken_of for one in self.result.articles]

    def _article(self, info: ArticleInfo, shown: bool) -> dict[str, Any]:
        sheet, units = self.sheets.get(info.key) or Sheet(*info.key), self.units[info.key]
        return {
            "name": title(info.path, info.id),
            "path": info.path,
            "id": info.id,
            "text": info.text if shown else None,
            "begins": units.at(info.begins),
            "reference": info.reference,
            "unchecked": info.unchecked,
            "headline": sheet.headline,
            "source": sheet.source,
            "published": sheet.published,
            "sections": [[kind, units.at(start), units.at(end)] for kind, start, end in sheet.sections]
            if sheet
            else [],
        }

    def _findings(self) -> list[dict[str, Any]]:
        found = []
        for key, finding, reason in keyed(self.result):
            gone = {"gone": _gone(reason)} if reason is not None else {}
            found.append({"key": key, **self._finding(finding), **gone})
        return found

    def _finding(self, finding: Finding) -> dict[str, Any]:
        home = self.places.home(finding)
        related = [self._place(one.location, one.role, one.label) for one in finding.related if one.location != home]
        primary = [] if home == finding.primary else [self._place(finding.primary, "same", "")]
        return {
            "rule": finding.rule,
            "family": finding.family,
            "severity": finding.severity,
            "confidence": finding.confidence,
            "message": finding.message,
            "trial": finding.trial,
            "home": self._place(home, "same", ""),
            "others": [*primary, *related],
            "ways": [_way(way) for way in finding.suggestions],
            "accept": [_accept(line) for line in finding.accept],
        }

    def _place(self, place: Location, role: str, label: str) -> dict[str, Any]:
        units = self.units.get(place.article)
        return {
            "article": self.numbers.get(place.article),
            "path": title(place.path, place.id),
            "start": units.at(place.start) if units else place.start,
            "end": units.at(place.end) if units else place.end,
            "where": f"{place.line}:{place.column}",
            "paragraph": self.places.paragraph(place),
            "text": place.text,
            "role": role,
            "label": label,
        }


def keyed(result: Result) -> Iterator[tuple[str, Finding, Suppression | None]]:
    """The findings of a page, then those that are dismissed or in the baseline, each with the key it is known by there.

    That is its fingerprint, with a number behind it if ever two had one.
    """
    kept = ((one.finding, one) for one in result.suppressions if one.kind in (DISMISSED, BASELINED))
    used: dict[str, int] = {}
    for finding, reason in (*((one, None) for one in result.findings), *kept):
        count = used[finding.fingerprint] = used.get(finding.fingerprint, 0) + 1
        yield finding.fingerprint if count == 1 else f"{finding.fingerprint}-{count}", finding, reason


def _gone(one: Suppression) -> dict[str, Any]:
    """Why a finding is not open, and whether that can be taken back from here."""
    said = one.dismissal
    if said is None:
        return {"title": "in the baseline", "line": "In the baseline: it was there before.", "undo": False}
    who = f" by {said.by}" if said.by else ""
    day = f" on {said.day.isoformat()}" if said.day else ""
    until = f" It holds until {said.until.isoformat()}." if said.until else ""
    where = {"place": "this place", "article": "this article", "desk": "every article"}[said.scope]
    line = f"Dismissed for {where}{who}{day}: {said.reason}{'' if said.reason.endswith('.') else '.'}{until}"
    return {"title": "dismissed", "line": line, "undo": not said.in_text}


def _doubted(findings: Iterable[Finding]) -> dict[Key, list[Doubt]]:
    """The names that findings say should be others, by article."""
    found: dict[Key, list[Doubt]] = {}
    for finding in findings:
        if finding.family == "names" and finding.counterpart:
            for place in finding.places:
                found.setdefault(place.article, []).append(Doubt(place.start, place.end, finding.counterpart))
    return found


def _way(way: Suggestion) -> dict[str, Any]:
    return {"title": way.title, "automatic": way.automatic, "edits": len(way.edits)}


def _accept(line: str) -> dict[str, Any]:
    """A line to type where the words are right, and what of it a form can be filled in with."""
    reason, _, typed = line.partition("factlint add ")
    try:
        words = shlex.split(typed)
    except ValueError:
        words = []
    names = [word for word in words if not word.startswith("--")]
    apart = "--different" in words and len(names) > 1
    return {
        "line": line,
        "reason": reason.strip(),
        "name": "" if apart or not names else names[0],
        "different": names[:2] if apart else [],
        "place": "--place" in words,
    }


def _problem(problem: Problem) -> str:
    place = ":".join(str(part) for part in (problem.path, problem.line, problem.column) if part is not None)
    return f"{place}: {told(problem)}"
