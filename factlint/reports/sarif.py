"""SARIF 2.1.0, the format of code scanning: rules with their help, every place, fixes, what could not be decided.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; numbers in comments are its sections.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO
from urllib.parse import quote

from factlint import __version__
from factlint.findings.places import Places
from factlint.findings.suppress import UNCHANGED
from factlint.findings.verdict import exit_code
from factlint.findings.wording import beside, told
from factlint.reports import Format, Style
from factlint.reports.json import encoded
from factlint.text.markup import markdown_text
from factlint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.findings.finding import Edit, Finding, Location, Related, Suggestion, Undecided
    from factlint.findings.result import Result, RuleInfo
    from factlint.findings.suppress import Suppression
    from factlint.text.problem import Problem

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "SRCROOT"


def write(result: Result, out: TextIO, err: TextIO, _style: Style) -> None:
    """One log with one run; what else a reader should know goes to the error stream."""
    out.write(encoded({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(result)]}, indent=2) + "\n")
    err.writelines(beside(result))


def _run(result: Result) -> dict[str, Any]:
    indexes = {rule.id: index for index, rule in enumerate(result.rules)}
    places = Places(result)
    return {
        "tool": {
            "driver": {
                "name": "factlint",
                "version": __version__,
                "rules": [_rule(rule) for rule in result.rules],
                "notifications": [
                    _notification("problem", "Something kept articles from being checked"),
                    _notification("undecided", "A rule could not be decided"),
                    _notification("unchecked", "An article was not checked"),
                ],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that factlint was run in."}}},
        "invocations": [_invocation(result)],
        "artifacts": [{"location": _artifact(path)} for path in sorted({one.path for one in result.articles})],
        "results": [
            *(_finding(one, places, indexes) for one in result.findings),
            *(_suppressed(one, places, indexes) for one in result.suppressions if one.kind != UNCHANGED),
        ],
    }


# -- rules


def _rule(rule: RuleInfo) -> dict[str, Any]:
    text = "\n\n".join(part for part in (rule.why, *_examples(rule)) if part)
    markdown = "\n\n".join(markdown_text(part) for part in text.split("\n\n"))
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title + "."},
        "fullDescription": {"text": rule.why or rule.title + "."},
        "help": {"text": text or rule.title + ".", "markdown": markdown or markdown_text(rule.title) + "."},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": [rule.id.split("/", 1)[0], *(["trial"] if rule.trial else [])]},
    }


def _examples(rule: RuleInfo) -> Iterator[str]:
    for label, texts in (("Reported", rule.bad), ("Not reported", rule.good)):
        yield from (f"{label}: {text}" for text in texts)


def _notification(name: str, text: str) -> dict[str, Any]:
    return {"id": name, "shortDescription": {"text": text + "."}}


# -- the run


def _invocation(result: Result) -> dict[str, Any]:
    code = exit_code(result.findings, result.fail_on, result.problems, result.reference_keys)
    reference = result.reference_keys
    rows = (row for row in result.undecided if (row.path, row.id) not in reference)
    unchecked = (_told("unchecked", "note", one.unchecked, one.path) for one in result.articles if one.unchecked)
    return {
        "executionSuccessful": not result.problems,
        "exitCode": code,
        "toolExecutionNotifications": [*map(_problem, result.problems), *unchecked, *map(_undecided, rows)],
    }


def _problem(problem: Problem) -> dict[str, Any]:
    found = _told("problem", "error", told(problem), problem.path)
    if problem.line is not None:
        region = {"startLine": problem.line} | ({"startColumn": problem.column} if problem.column is not None else {})
        found["locations"][0]["physicalLocation"]["region"] = region
    return found


def _undecided(row: Undecided) -> dict[str, Any]:
    found = _told("undecided", "note", f"could not decide {row.rule}: {row.reason} ({row.count:,})", row.path)
    return found | {"associatedRule": {"id": row.rule}}


def _told(name: str, level: str, text: str, path: str) -> dict[str, Any]:
    return {
        "descriptor": {"id": name},
        "level": level,
        "message": _message(text),
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(path)}}],
    }


# -- findings


def _finding(finding: Finding, places: Places, indexes: dict[str, int]) -> dict[str, Any]:
    home = places.home(finding)
    others = [one for one in (finding.primary, *(place for place in finding.places[1:])) if one != home]
    related = [
        *(_other(place, "the same must change here", "same", places) for place in others),
        *(_related(one, places) for one in finding.related if one.role != "same"),
    ]
    fixes = [fix for way in finding.suggestions if (fix := _fix(way, places)) is not None]
    found: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": finding.severity,
        "message": _message(finding.message),
        "locations": [_location(home, places)],
        "partialFingerprints": {"factlint/v1": finding.fingerprint},
        "properties": {"confidence": finding.confidence} | ({"trial": True} if finding.trial else {}),
    }
    if finding.rule in indexes:
        found["ruleIndex"] = indexes[finding.rule]
    if related:
        found["relatedLocations"] = [one | {"id": number} for number, one in enumerate(related)]
    if fixes:
        found["fixes"] = fixes
    return found


def _suppressed(one: Suppression, places: Places, indexes: dict[str, int]) -> dict[str, Any]:
    """A finding that is not reported, with who said so (3.27.23): in the article itself, or in a file beside it."""
    said = one.dismissal
    found: dict[str, Any] = {"kind": "inSource" if said is not None and said.in_text else "external"}
    found |= {"status": "accepted", "justification": visible(one.reason)}
    if said is not None and said.place is not None:
        region = {"startLine": said.place.line, "startColumn": said.place.column}
        found["location"] = {
            "physicalLocation": {"artifactLocation": _artifact(said.place.path), "region": region},
        }
        found["properties"] = {"by": said.by, "scope": said.scope} | {
            name: day.isoformat() for name, day in (("day", said.day), ("until", said.until)) if day is not None
        }
    return _finding(one.finding, places, indexes) | {"suppressions": [found]}


def _related(other: Related, places: Places) -> dict[str, Any]:
    return _other(other.location, other.label or other.location.text or other.role, other.role, places)


def _other(place: Location, label: str, role: str, places: Places) -> dict[str, Any]:
    return {**_location(place, places), "message": _message(label), "properties": {"role": role}}


def _location(place: Location, places: Places) -> dict[str, Any]:
    """A place in its file; the lines of a record are not those of its file, so that it is named (3.28.4)."""
    physical: dict[str, Any] = {"artifactLocation": _artifact(place.path)}
    found: dict[str, Any] = {"physicalLocation": physical}
    if places.in_record(place):
        where = f"{place.id}:{place.line}:{place.column}"
        found["logicalLocations"] = [{"name": place.id, "fullyQualifiedName": where, "kind": "object"}]
    else:
        physical["region"] = _region(place) | ({"snippet": {"text": place.text}} if place.text else {})
    number = places.paragraph(place)
    return found | ({"properties": {"paragraph": number}} if number is not None else {})


def _region(place: Location) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _fix(way: Suggestion, places: Places) -> dict[str, Any] | None:
    """A way out as changes of files; None where one of its edits is no edit of a file as it stands."""
    found = [(edit, places.of_edit(edit)) for edit in way.edits]
    if not found or any(place is None or places.in_record(place) for _, place in found):
        return None
    changes: dict[str, list[dict[str, Any]]] = {}
    for edit, place in found:
        assert place is not None  # noqa: S101 - looked at above
        changes.setdefault(edit.path, []).append(_replacement(edit, place))
    return {
        "description": _message(way.title),
        "artifactChanges": [
            {"artifactLocation": _artifact(path), "replacements": edits} for path, edits in changes.items()
        ],
        "properties": {"automatic": way.automatic},
    }


def _replacement(edit: Edit, place: Location) -> dict[str, Any]:
    return {"deletedRegion": _region(place), "insertedContent": {"text": edit.replacement}}


def _artifact(path: str) -> dict[str, Any]:
    if path.startswith("/"):
        return {"uri": "file://" + quote(path, errors="surrogatepass")}
    return {"uri": quote(path, errors="surrogatepass"), "uriBaseId": _ROOT}


def _message(text: str) -> dict[str, str]:
    """A plain message; words in brackets with an address behind them would be a link unless escaped (3.11.6)."""
    shown = visible(text)
    if "](" in shown:
        shown = shown.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return {"text": shown or "–"}


REPORT = Format(name="sarif", write=write)
