"""The commands beside check: what they print and how they end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def factlint(*args: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "factlint", *args],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )


ARTICLE = "The mediator Karel Novotny spoke of “steady progress” on Monday, Dec. 15, 2025, to 14 ministers.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def test_facts_as_a_table(folder: Path) -> None:
    done = factlint("facts", "a.txt", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    for words in ("a.txt", "Karel Novotny", "2025-12-15", "steady progress"):
        assert words in done.stdout


def test_facts_as_records(folder: Path) -> None:
    [record] = [
        json.loads(line) for line in factlint("facts", "a.txt", "--format", "jsonl", cwd=folder).stdout.splitlines()
    ]
    assert (record["id"], record["path"], record["published"], record["language"]) == ("a.txt", "a.txt", None, "en")
    for layer in ("sections", "names", "dates", "quotes", "quantities", "lists"):
        for fact in record[layer]:
            assert 0 <= fact["start"] <= fact["end"] <= len(ARTICLE)
            assert fact.get("text", ARTICLE[fact["start"] : fact["end"]]) == ARTICLE[fact["start"] : fact["end"]]
    [date] = record["dates"]
    assert (date["value"], date["precision"], date["stated_weekday"]) == ("2025-12-15", "day", "Monday")
    assert {"surname", "given", "title", "office", "kind", "entity"} <= set(record["names"][0])
    assert {"speaker", "speaker_entity", "cue", "outlet", "anonymous"} <= set(record["quotes"][0])


def test_facts_of_stories(folder: Path) -> None:
    (folder / "b.txt").write_text(ARTICLE, encoding="utf-8")
    shown = factlint("facts", ".", "--stories", cwd=folder).stdout
    assert shown.startswith("2 articles: ")
    assert factlint("facts", ".", "--stories", "--story", "none", cwd=folder).stdout.count("1 article: ") == 2


def test_facts_of_a_missing_file(folder: Path) -> None:
    done = factlint("facts", "a.txt", "gone.txt", cwd=folder)
    assert done.returncode == 2
    assert "Karel Novotny" in done.stdout
    assert "gone.txt" in done.stderr


def test_explain_shows_why_query_and_examples() -> None:
    done = factlint("explain", "lists/duplicate-item")
    assert (done.returncode, done.stderr) == (0, "")
    for words in ("lists/duplicate-item  ·  error", "from list l", "[[Finland]]", "Right:"):
        assert words in done.stdout


def test_explain_writes_out_a_data_rule() -> None:
    shown = factlint("explain", "style/us").stdout
    assert 'w.form in ["US", "U.S."]' in shown
    assert "one_of" in shown


def test_explain_shows_the_scorecard_of_a_rule() -> None:
    shown = factlint("explain", "names/two-spellings").stdout
    assert "Evidence for a lookalike, with its weight" in shown
    assert "same given name" in shown


SPELLINGS = "The mediator Karel Novotny spoke on Monday, officials said.\nMr Novotni said that he hoped for a truce.\n"


@pytest.mark.parametrize("place", ["b.txt", "b.txt:2"])
def test_explain_shows_what_counted_at_a_place(folder: Path, place: str) -> None:
    (folder / "b.txt").write_text(SPELLINGS, encoding="utf-8")
    done = factlint("explain", "names/two-spellings", place, cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    for words in (f"fires in {place}", "2:4", "Novotni", "one edit"):
        assert words in done.stdout


def test_explain_shows_why_a_rule_does_not_fire(folder: Path) -> None:
    done = factlint("explain", "dates/weekday-mismatch", "a.txt:1", cwd=folder)
    assert "does not fire in a.txt:1" in done.stdout
    assert "Monday, Dec. 15, 2025" in done.stdout


def test_explain_at_a_missing_file(folder: Path) -> None:
    done = factlint("explain", "names/two-spellings", "none.txt", cwd=folder)
    assert done.returncode == 2
    assert "none.txt" in done.stderr


def test_explain_of_no_rule() -> None:
    done = factlint("explain", "lists/duplicate-itm")
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean “lists/duplicate-item”?" in done.stderr


def test_rules_lists_every_rule_with_its_severity(folder: Path) -> None:
    (folder / "factlint.yml").write_text("severity: {style/us: off, lists/*: note}\n", encoding="utf-8")
    shown = factlint("rules", cwd=folder).stdout.splitlines()
    severities = {line.split()[1]: line.split()[0] for line in shown}
    assert severities["style/us"] == "off"
    assert severities["lists/duplicate-item"] == "note"
    assert severities["dates/impossible"] == "error"
    records = [json.loads(line) for line in factlint("rules", "--format", "jsonl", cwd=folder).stdout.splitlines()]
    assert {record["id"] for record in records} == set(severities)


def test_config_says_where_each_value_came_from(folder: Path) -> None:
    (folder / "factlint.yml").write_text("fail_on: error\nstory: all\n", encoding="utf-8")
    done = factlint("config", "--story", "none", cwd=folder)
    rows = {line.split()[0]: line.split(maxsplit=1)[1] for line in done.stdout.splitlines()}
    assert rows["fail_on"].split() == ["error", "factlint.yml:1:1"]
    assert rows["story"].split()[0] == "none"
    assert "command line" in rows["story"]
    assert rows["format"].split() == ["terminal", "default"]


def test_config_tells_a_faulty_setting(folder: Path) -> None:
    (folder / "factlint.yml").write_text("fail-on: grave\n", encoding="utf-8")
    done = factlint("config", cwd=folder)
    assert done.returncode == 2
    assert "factlint.yml:1:10" in done.stderr


@pytest.mark.parametrize("command", ["check", "facts", "test", "explain", "rules", "config"])
def test_every_command_has_help(command: str) -> None:
    done = factlint(command, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Usage: factlint {command}")


def test_version() -> None:
    from factlint import __version__

    assert factlint("--version").stdout == f"factlint {__version__}\n"
