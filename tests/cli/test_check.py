"""The program as a newsroom calls it: what it says, where, and with which exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
RULES = """\
rules:
  - {spell: {Witkoff: Whitcoff}, id: names/desk}
  - {prefer: {Kyiv: Kiev}, id: style/desk}
  - {one_of: [percent, per cent], id: style/desk-percent}
"""
LATE = """\
severity: error
find: from date d where d.full and d.resolved > article.published
message: "{d.text} comes after publication"
"""
PAIR = """\
severity: warning
find: from date a, date b of different articles where a.full and b.full and a.month = b.month and a.day = b.day and a.year != b.year
message: "{a.text} or {b.text}"
"""
CLEAN = "They met in Kyiv on Monday."
ERROR = "Steve Whitcoff came to Kyiv."
WARNING = "They met in Kiev on Monday."
NOTE = "They want 5 percent, and then 6 per cent."


@pytest.fixture
def desk(factlint: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """Runs the program in a folder with articles and three rules of the desk; the rules that ship are left out."""
    (tmp_path / "rules" / "dates").mkdir(parents=True)
    (tmp_path / "rules" / "desk.yaml").write_text(RULES)
    (tmp_path / "rules" / "dates" / "desk-late.yaml").write_text(LATE)
    (tmp_path / "rules" / "dates" / "desk-pair.yaml").write_text(PAIR)
    (tmp_path / "factlint.yml").write_text("rules: [rules]\nselect: ['*/desk*']\n")
    for name, text in {"clean": CLEAN, "error": ERROR, "warning": WARNING, "note": NOTE}.items():
        (tmp_path / f"{name}.txt").write_text(text + "\n")
    return factlint


def found(ended: Any) -> list[tuple[str, str]]:
    return [(one["rule"], one["path"]) for one in json.loads(ended.out)["findings"]]


# -- exit codes


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["clean.txt"], 0),
        (["note.txt"], 0),
        (["warning.txt"], 1),
        (["error.txt"], 1),
        (["note.txt", "--fail-on", "note"], 1),
        (["warning.txt", "--fail-on", "error"], 0),
        (["error.txt", "--fail-on", "error"], 1),
        (["error.txt", "warning.txt", "--fail-on", "never"], 0),
        (["error.txt", "--ignore", "names/*"], 0),
        (["error.txt", "--select", "style/desk"], 0),
        (["warning.txt", "--select", "names/desk,style/desk"], 1),
        (["warning.txt", "--select", "names/desk", "--select", "style/d*"], 1),
        (["check", "warning.txt"], 1),
        (["."], 1),
        (["--help"], 0),
        (["check", "--help"], 0),
        (["--version"], 0),
        ([], 2),
        (["check"], 2),
        (["missing.txt"], 2),
        (["clean.txt", "missing.txt"], 2),
        (["clean.txt", "--frobnicate"], 2),
        (["clean.txt", "--format", "xml"], 2),
        (["clean.txt", "--fail-on", "bad"], 2),
        (["clean.txt", "--story", "both"], 2),
        (["clean.txt", "--stdin-filename", "x.txt"], 2),
        (["clean.txt", "--published", "Monday"], 2),
        (["clean.txt", "--select", "names/nobody"], 2),
        (["clean.txt", "--ignore", "names/nobody"], 2),
        (["clean.txt", "--with", "missing"], 2),
        (["clean.txt", "--config", "missing.yml"], 2),
        (["clean.txt", "--output", "no/such/folder/x.txt"], 2),
        (["clean.txt", "--output", "."], 2),
        (["facts"], 2),
        (["facts", "missing.txt"], 2),
        (["facts", "clean.txt", "--format", "xml"], 2),
        (["explain"], 2),
        (["explain", "names/nobody"], 2),
        (["explain", "names/desk"], 0),
        (["rules"], 0),
        (["config"], 0),
        (["config", "--select", "names/nobody"], 2),
        (["\udcff.txt"], 2),
    ],
    ids=repr,
)
def test_exit_codes(desk: Callable[..., Any], arguments: list[str], code: int) -> None:
    ended = desk(*arguments)
    assert ended.code == code, ended
    assert ended.err if code == 2 else not ended.err or "Could not decide" in ended.err


def test_the_others_are_checked_beside_a_missing_path(desk: Callable[..., Any]) -> None:
    ended = desk("error.txt", "missing.txt", "warning.txt", "--format", "json")
    assert (ended.code, found(ended)) == (2, [("names/desk", "error.txt"), ("style/desk", "warning.txt")])
    assert [error["path"] for error in json.loads(ended.out)["errors"]] == ["missing.txt"]
    assert "missing.txt: error: " in desk("error.txt", "missing.txt").err


def test_a_file_that_is_no_text_is_told_and_the_others_are_checked(desk: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 40)
    ended = desk("noise.txt", "error.txt", "--format", "json")
    assert (ended.code, found(ended)) == (2, [("names/desk", "error.txt")])
    assert "noise.txt: error: " in desk("noise.txt").err


def test_a_broken_rule_is_told_and_the_others_run(desk: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "rules" / "dates" / "broken.yaml").write_text(
        "severity: error\nfind: from date d where d.yer = 1\nmessage: x\n"
    )
    ended = desk("error.txt", "--format", "json")
    assert (ended.code, found(ended)) == (2, [("names/desk", "error.txt")])
    told = desk("error.txt").err
    assert "rules/dates/broken.yaml:2:27: error: a date has no field “yer”" in told
    assert "did you mean “year”?" in told


def test_a_broken_setting_is_told_and_the_others_hold(desk: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "factlint.yml").write_text("rules: [rules]\nselect: ['*/desk*']\nfail_on: allways\n")
    ended = desk("error.txt", "--format", "json")
    assert (ended.code, found(ended)) == (2, [("names/desk", "error.txt")])
    assert "factlint.yml:3:10: error: " in desk("error.txt").err


@pytest.mark.parametrize("arguments", [["--select", "names/dsk"], ["--ignore", "names/dsk"]])
def test_an_unknown_rule_is_met_with_the_nearest(desk: Callable[..., Any], arguments: list[str]) -> None:
    assert "did you mean “names/desk”?" in desk("clean.txt", *arguments).err


# -- how the report comes


def test_paths_alone_are_checked(desk: Callable[..., Any]) -> None:
    assert desk("error.txt", "note.txt") == desk("check", "error.txt", "note.txt")
    assert desk("--fail-on", "never", "error.txt") == desk("check", "error.txt", "--fail-on", "never")


def test_a_report_is_plain_where_nobody_looks(desk: Callable[..., Any]) -> None:
    ended = desk("error.txt")
    assert "\x1b" not in ended.out
    assert "Whitcoff should be Witkoff" in ended.out


@pytest.mark.parametrize("form", ["terminal", "json", "jsonl"])
def test_output_writes_the_same_report_to_a_file(desk: Callable[..., Any], tmp_path: Path, form: str) -> None:
    shown = desk("error.txt", "note.txt", "--format", form)
    ended = desk("error.txt", "note.txt", "--format", form, "--output", "report")
    assert (ended.code, ended.out) == (1, "")
    assert (tmp_path / "report").read_bytes().decode() == shown.out


def test_jsonl_is_a_finding_a_line(desk: Callable[..., Any]) -> None:
    ended = desk("error.txt", "warning.txt", "note.txt", "--format", "jsonl")
    assert [json.loads(line)["rule"] for line in ended.out.splitlines()] == [
        "names/desk",
        "style/desk-percent",
        "style/desk",
    ]


# -- standard input


def test_standard_input(desk: Callable[..., Any]) -> None:
    ended = desk("-", "--format", "json", stdin=ERROR.encode())
    assert (ended.code, found(ended)) == (1, [("names/desk", "stdin.txt")])
    ended = desk("-", "--stdin-filename", "desk/draft.md", "--format", "json", stdin=ERROR.encode())
    assert found(ended) == [("names/desk", "desk/draft.md")]


def test_standard_input_beside_files(desk: Callable[..., Any]) -> None:
    ended = desk("-", "warning.txt", "--format", "json", stdin=ERROR.encode())
    assert found(ended) == [("names/desk", "stdin.txt"), ("style/desk", "warning.txt")]


@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf", b"\x00"])
def test_hardly_anything_on_standard_input(desk: Callable[..., Any], data: bytes) -> None:
    assert desk("-", stdin=data).code in (0, 2)


def test_records_on_standard_input(desk: Callable[..., Any]) -> None:
    line = json.dumps({"id": "r1", "text": ERROR})
    ended = desk("-", "--stdin-filename", "wire.jsonl", "--format", "json", stdin=line.encode())
    assert [one["id"] for one in json.loads(ended.out)["findings"]] == ["r1"]


# -- evidence


@pytest.fixture
def pair(desk: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    (tmp_path / "wire").mkdir()
    text = "Envoys met in Berlin on Dec. {}, 2025, for talks on Ukraine. Whitcoff and Kushner came to the Chancellery; Kiev sent Umerov."
    (tmp_path / "draft.txt").write_text(text.format(15).replace("2025", "2026"))
    (tmp_path / "wire" / "a.txt").write_text(text.format(15))
    return desk


def test_evidence_is_read_and_never_reported(pair: Callable[..., Any]) -> None:
    assert ("dates/desk-pair", "draft.txt") not in found(pair("draft.txt", "--format", "json"))
    ended = pair("draft.txt", "--with", "wire", "--format", "json")
    assert {path for _, path in found(ended)} == {"draft.txt"}
    assert ("dates/desk-pair", "draft.txt") in found(ended)
    [finding] = [one for one in json.loads(ended.out)["findings"] if one["rule"] == "dates/desk-pair"]
    assert [(place["role"], place["path"]) for place in finding["related"]] == [("other", "wire/a.txt")]
    assert json.loads(ended.out)["summary"]["articles"] == 1


def test_what_is_wrong_with_evidence_alone_fails_nothing(pair: Callable[..., Any]) -> None:
    ended = pair("clean.txt", "--with", "wire")
    assert (ended.code, "Whitcoff" in ended.out) == (0, False)


def test_an_article_that_is_also_evidence_is_checked(pair: Callable[..., Any]) -> None:
    alone, both = (pair("wire/a.txt", *more, "--format", "json") for more in ((), ("--with", "wire")))
    assert alone.code == both.code == 1
    assert found(alone) == found(both)


# -- settings of a run


def test_published_fills_gaps_and_overrides_nothing(desk: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "said.txt").write_text("---\npublished: 2025-12-20\n---\nThey met on Dec. 15, 2025.\n")
    (tmp_path / "mute.txt").write_text("They met on Dec. 15, 2025.\n")
    ended = desk("said.txt", "mute.txt", "--format", "json")
    [case] = json.loads(ended.out)["undecided"]
    assert (found(ended), case["path"], case["reason"]) == ([], "mute.txt", "published is unknown")
    ended = desk("said.txt", "mute.txt", "--published", "2025-12-01", "--format", "json")
    assert found(ended) == [("dates/desk-late", "mute.txt")]
    assert found(desk("said.txt", "mute.txt", "--published", "2025-12-16", "--format", "json")) == []


@pytest.mark.parametrize(("how", "together"), [("all", True), ("folder", True), ("none", False), ("auto", False)])
def test_story(desk: Callable[..., Any], tmp_path: Path, how: str, together: bool) -> None:
    (tmp_path / "one.txt").write_text("The mill burned on May 2, 2020.")
    (tmp_path / "two.txt").write_text("A choir sang in Lyon on May 2, 2021.")
    ended = desk("one.txt", "two.txt", "--story", how, "--format", "json")
    assert bool(found(ended)) is together


# -- streams


def process(arguments: str, *, shell: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    command = f"{sys.executable} -m factlint {arguments}{shell}"
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        check=False,
    )


@pytest.mark.parametrize(
    "arguments",
    [
        "seeds",
        "check seeds --format json",
        "facts seeds --format jsonl",
        "facts seeds",
        "rules",
        "explain names/misspelled",
    ],
)
@pytest.mark.parametrize("reader", ["head -c 1", "true"])
def test_a_closed_pipe_is_no_error(arguments: str, reader: str) -> None:
    done = process(arguments, shell=f" | {reader}")
    assert (done.stderr, done.returncode in (0, 1)) == ("", True)


def test_a_gate_holds_though_nobody_reads_on() -> None:
    assert process("seeds --format json", shell=" | true").returncode == 1


def test_a_terminal_that_knows_no_curly_quotes() -> None:
    done = process("seeds --fail-on never", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.isascii()
    assert "\\u201c" in done.stdout


def test_json_for_such_a_terminal_is_still_json() -> None:
    wanted = process("seeds --fail-on never --format json")
    done = process("seeds --fail-on never --format json", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert json.loads(done.stdout) == json.loads(wanted.stdout)


@pytest.mark.parametrize("shell", [" >&-", " 2>&-", " <&- >/dev/null"])
def test_closed_streams(shell: str) -> None:
    assert process("seeds --fail-on never", shell=shell).returncode == 0
