"""Several reports of one run, each in its place; and reports without the words of the articles."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

import pytest

from factlint import reports

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORDS = "Whitcoffskaya came, he said, on Monday, Dec. 16, 2025.\n"
RULES = "rules:\n  - {spell: {Witkoff: Whitcoffskaya}, id: names/desk}\n"


@pytest.fixture
def desk(factlint: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """Runs the program in a folder with one article and one rule of the desk."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "desk.yaml").write_text(RULES)
    (tmp_path / "factlint.yml").write_text("rules: [rules]\nselect: ['names/desk', 'dates/weekday-mismatch']\n")
    (tmp_path / "a.txt").write_text(WORDS)
    return factlint


def test_one_run_writes_several_reports(desk: Callable[..., Any], tmp_path: Path) -> None:
    ended = desk("a.txt", "--output", "sarif=x.sarif", "--output", "markdown=comment.md")
    assert ended.out == desk("a.txt").out
    assert json.loads((tmp_path / "x.sarif").read_text())["version"] == "2.1.0"
    assert (tmp_path / "comment.md").read_text().startswith("### factlint\n")


def test_a_file_alone_takes_the_place_of_the_terminal(desk: Callable[..., Any], tmp_path: Path) -> None:
    ended = desk("a.txt", "--format", "json", "--output", "x.json", "--output", "jsonl=x.jsonl")
    assert ended.out == ""
    findings = json.loads((tmp_path / "x.json").read_text())["findings"]
    assert [json.loads(line) for line in (tmp_path / "x.jsonl").read_text().splitlines()] == findings


def test_a_report_takes_the_place_of_an_old_one_whole(desk: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("old" * 10_000)
    desk("a.txt", "--output", "json=x.json")
    assert json.loads((tmp_path / "x.json").read_text())["version"] == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "factlint.yml", "rules", "x.json"]


@pytest.mark.parametrize(
    ("outputs", "said"),
    [
        (["sarfi=x"], "did you mean “sarif”?"),
        (["x.txt", "y.txt"], "cannot go to two files"),
        (["json=x", "csv=x"], "two reports cannot be one file: x"),
        (["json=no/such/folder/x"], "no/such/folder/x"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_bad_outputs(desk: Callable[..., Any], outputs: list[str], said: str) -> None:
    ended = desk("a.txt", *(part for output in outputs for part in ("--output", output)))
    assert ended.code == 2
    assert said in ended.err


def test_a_name_with_an_equals_sign_is_a_file(desk: Callable[..., Any], tmp_path: Path) -> None:
    assert desk("a.txt", "--output", "./json=x").code == 1
    assert "names/desk" in (tmp_path / "json=x").read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices of POSIX")
def test_a_device_or_a_pipe_is_written_as_it_is(desk: Callable[..., Any], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    assert desk("a.txt", "--output", "/dev/null", "--output", "json=pipe").code == 1
    assert json.loads(os.read(reader, 100_000))["version"] == 1
    os.close(reader)


@pytest.mark.parametrize("name", reports.names())
def test_a_redacted_report_says_where_and_not_what(desk: Callable[..., Any], name: str) -> None:
    ended = desk("a.txt", "--redact", "--format", name)
    assert ended.code == 1
    for word in ("Whitcoffskaya", "Witkoff", "Dec. 16"):
        assert word not in ended.out + ended.err
    assert "a.txt" in ended.out
    assert "names/desk" in ended.out


def test_a_redacted_message_is_the_title_of_its_rule(desk: Callable[..., Any]) -> None:
    found = json.loads(desk("a.txt", "--redact", "--format", "json").out)["findings"]
    assert [(one["text"], one["line"], one["column"]) for one in found] == [("", 1, 1), ("", 1, 33)]
    assert found[0]["message"] == "The desk lists these forms as wrong"
    assert [one["suggestions"][0]["edits"] for one in found] == [[], []]
