"""The code quality report of GitLab, shown in the merge request.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO

from factlint.findings.fingerprint import digest
from factlint.findings.places import Places
from factlint.findings.wording import beside, spoken, told
from factlint.reports import Format, Style
from factlint.reports.json import encoded
from factlint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.findings.finding import Finding
    from factlint.findings.result import Result
    from factlint.text.problem import Problem

_SEVERITIES = {"error": "critical", "warning": "major", "note": "info"}


def write(result: Result, out: TextIO, err: TextIO, _style: Style) -> None:
    """One list of findings and problems; what else a reader should know goes to the error stream."""
    places = Places(result)
    rows = [*(_finding(one, places) for one in result.findings), *map(_problem, result.problems)]
    out.write(encoded(list(_told_apart(rows)), indent=2) + "\n")
    out.flush()
    err.writelines(beside(result))


def _finding(finding: Finding, places: Places) -> dict[str, Any]:
    home = places.home(finding)
    lines = (1, 1) if places.in_record(home) else (home.line, home.end_line)
    row = _row(finding.rule, spoken(finding, home, places), _SEVERITIES[finding.severity], home.path, *lines)
    return row | {"fingerprint": finding.fingerprint}


def _problem(problem: Problem) -> dict[str, Any]:
    line = problem.line or 1
    row = _row("factlint", told(problem), "blocker", problem.path, line, line)
    return row | {"fingerprint": digest("factlint", problem.path, problem.message)}


def _row(rule: str, message: str, severity: str, path: str, begin: int, end: int) -> dict[str, Any]:
    return {
        "description": visible(message),
        "check_name": rule,
        "severity": severity,
        "location": {"path": path, "lines": {"begin": begin, "end": end}},
    }


def _told_apart(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Rows of which no two have one fingerprint, as those of two articles with one id could; GitLab would drop one."""
    seen: dict[str, int] = {}
    for row in rows:
        own = row["fingerprint"]
        seen[own] = seen.get(own, 0) + 1
        if seen[own] > 1:
            row["fingerprint"] = digest(own, row["location"]["path"], str(seen[own]))
        yield row


REPORT = Format(name="gitlab", write=write)
