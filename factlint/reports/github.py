"""Workflow commands of GitHub Actions, which show each finding beside its line in a pull request.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from factlint.findings.places import Places
from factlint.findings.wording import beside, spoken, told
from factlint.reports import Format, Style
from factlint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.findings.finding import Finding
    from factlint.findings.result import Result
    from factlint.text.problem import Problem

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def write(result: Result, out: TextIO, err: TextIO, _style: Style) -> None:
    """A command for each finding and each problem; what else a reader should know goes to the error stream."""
    places = Places(result)
    out.writelines(_finding(one, places) + "\n" for one in result.findings)
    out.writelines(_problem(problem) + "\n" for problem in result.problems)
    out.flush()
    err.writelines(beside(result))


def _finding(finding: Finding, places: Places) -> str:
    home = places.home(finding)
    lines: dict[str, object] = {"file": home.path}
    if not places.in_record(home):
        lines |= {"line": home.line, "endLine": home.end_line, "col": home.column}
        # Columns of two lines do not go together.
        lines |= {"endColumn": home.end_column} if home.line == home.end_line else {}
    return _command(_COMMANDS[finding.severity], lines | {"title": finding.rule}, spoken(finding, home, places))


def _problem(problem: Problem) -> str:
    lines = {"file": problem.path, "line": problem.line, "col": problem.column, "title": "factlint"}
    return _command("error", {name: value for name, value in lines.items() if value is not None}, told(problem))


def _command(name: str, properties: Mapping[str, object], message: str) -> str:
    listed = ",".join(f"{key}={_property(visible(str(value)))}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(visible(message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


REPORT = Format(name="github", write=write)
