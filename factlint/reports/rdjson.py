"""Reviewdog's diagnostic format, with suggestions that a reviewer accepts with a click.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf; its columns count bytes of UTF-8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO

from factlint.findings.places import Places
from factlint.findings.wording import beside, spoken, told
from factlint.reports import Format, Style
from factlint.reports.json import encoded
from factlint.text.visible import visible

if TYPE_CHECKING:
    from factlint.findings.finding import Edit, Finding, Location
    from factlint.findings.result import Result
    from factlint.text.problem import Problem

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def write(result: Result, out: TextIO, err: TextIO, _style: Style) -> None:
    """One document with findings and problems; what else a reader should know goes to the error stream."""
    places = Places(result)
    diagnostics = [*(_finding(one, places) for one in result.findings), *map(_problem, result.problems)]
    out.write(encoded({"source": {"name": "factlint"}, "diagnostics": diagnostics}, indent=2) + "\n")
    out.flush()
    err.writelines(beside(result))


def _finding(finding: Finding, places: Places) -> dict[str, Any]:
    home = places.home(finding)
    location: dict[str, Any] = {"path": home.path}
    found = {
        "message": visible(spoken(finding, home, places)),
        "location": location,
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    if places.in_record(home):
        return found
    location["range"] = _range(home, places)
    return found | {"suggestions": _suggestions(finding, home, places)}


def _suggestions(finding: Finding, home: Location, places: Places) -> list[dict[str, Any]]:
    """What each way out changes at the place that is shown; the format has no room for changes elsewhere."""
    here = (edit for way in finding.suggestions for edit in way.edits if _is_at(edit, home))
    return [{"range": _range(home, places), "text": edit.replacement} for edit in dict.fromkeys(here)]


def _is_at(edit: Edit, place: Location) -> bool:
    return (edit.path, edit.id, edit.start, edit.end) == (place.path, place.id, place.start, place.end)


def _range(place: Location, places: Places) -> dict[str, Any]:
    return {
        "start": {"line": place.line, "column": places.byte_column(place)},
        "end": {"line": place.end_line, "column": places.byte_column(place, end=True)},
    }


def _problem(problem: Problem) -> dict[str, Any]:
    location: dict[str, Any] = {"path": problem.path}
    if problem.line is not None:
        # Its column counts characters, and the bytes of its line are not at hand.
        location["range"] = {"start": {"line": problem.line}}
    return {"message": visible(told(problem)), "location": location, "severity": "ERROR", "code": {"value": "factlint"}}


REPORT = Format(name="rdjson", write=write)
