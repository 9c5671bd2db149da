"""The whole result as one JSON document; its shape is kept stable (``version`` grows when it has to change)."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, TextIO

from factlint.findings.in_file import in_file
from factlint.findings.suppress import UNCHANGED
from factlint.findings.verdict import summarized
from factlint.findings.wording import left_out
from factlint.reports import Format, Style
from factlint.text.visible import visible

if TYPE_CHECKING:
    import datetime

    from factlint.findings.finding import Edit, Finding, Location, Related, Suggestion, Undecided
    from factlint.findings.result import Result
    from factlint.findings.statistics import Statistics
    from factlint.findings.suppress import Suppression
    from factlint.text.problem import Problem

VERSION = 1

# Lone surrogates cannot be encoded, some readers take U+0085, U+2028 and U+2029 for the end of a line, and a terminal
# obeys the other controls and signs of direction.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def write(result: Result, out: TextIO, err: TextIO, _style: Style) -> None:
    """One document; beside it, on the error stream, only which articles were not checked."""
    out.write(encoded(document(result), indent=2) + "\n")
    err.writelines(visible(remark) + "\n" for remark in left_out(result))


def encoded(value: object, indent: int | None = None) -> str:
    """JSON with its characters as they are, but for those that would not survive the way to the reader."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def document(result: Result) -> dict[str, Any]:
    """The result as plain values."""
    result = in_file(result)
    summary = summarized(result)
    counts = ("articles", "error", "warning", "note", "suppressed", "baselined")
    found: dict[str, Any] = {
        "version": VERSION,
        "findings": [finding(one) for one in result.findings],
        "undecided": [_undecided(row) for row in result.undecided],
        "errors": [_problem(problem) for problem in result.problems],
        "summary": {name: getattr(summary, name) for name in counts},
    }
    if shown := [suppression(one) for one in result.suppressions if one.kind != UNCHANGED]:
        found["suppressions"] = shown
    if result.statistics is not None:
        found["statistics"] = _statistics(result.statistics)
    return found


def finding(finding: Finding) -> dict[str, Any]:
    """One finding as plain values."""
    place = finding.primary
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        **_place(place),
        "text": place.text,
        "suggestions": [_suggestion(way) for way in finding.suggestions],
        "related": [_related(other) for other in finding.related],
        "fingerprint": finding.fingerprint,
    } | ({"trial": True} if finding.trial else {})


def suppression(one: Suppression) -> dict[str, Any]:
    """A finding that is not reported, and who said so."""
    found: dict[str, Any] = {"kind": one.kind, "reason": one.reason}
    said = one.dismissal
    if said is not None:
        found |= {"scope": said.scope, "by": said.by}
        found |= {"day": _day(said.day), "until": _day(said.until)}
        found |= {"path": said.place.path, "line": said.place.line} if said.place is not None else {}
    return found | {"finding": finding(one.finding)}


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _statistics(counted: Statistics) -> dict[str, Any]:
    names = ("rule", "severity", "reported", "dismissed", "baselined")
    rows = [
        {name: getattr(rule, name) for name in names} | {"per_1000_words": round(rule.per_1000, 4), "trial": rule.trial}
        for rule in counted.rules
    ]
    return {"words": counted.words, "rules": rows}


def _place(place: Location) -> dict[str, Any]:
    return {
        "path": place.path,
        "id": place.id,
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }


def _suggestion(way: Suggestion) -> dict[str, Any]:
    return {"title": way.title, "automatic": way.automatic, "edits": [_edit(edit) for edit in way.edits]}


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "path": edit.path,
        "id": edit.id,
        "start": edit.start,
        "end": edit.end,
        "replacement": edit.replacement,
    }


def _related(other: Related) -> dict[str, Any]:
    place = other.location
    return {
        "role": other.role,
        "path": place.path,
        "id": place.id,
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
        "label": other.label,
    }


def _undecided(row: Undecided) -> dict[str, Any]:
    return {"rule": row.rule, "path": row.path, "id": row.id, "reason": row.reason, "count": row.count}


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "hint": problem.hint,
    }


REPORT = Format(name="json", write=write)
