"""factlint for programs: ``factlint.check`` and ``factlint.run``."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factlint

ROOT = Path(__file__).resolve().parents[2]
WRONG = "The envoy Steve Whitcoff met the ministers in Vienna on Monday, Dec. 15, 2025."
WEEKDAY = "The talks opened in Vienna on Tuesday, Dec. 15, 2025."
RULE = "rules:\n  - spell: {Novotny: [Novotnny]}\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "desk" / "names").mkdir(parents=True)
    (tmp_path / "desk" / "names" / "own.yaml").write_text(RULE, encoding="utf-8")
    return tmp_path


def rules_of(texts: list[Any], **more: Any) -> list[str]:
    return [finding.rule for finding in factlint.check(texts, **more)]


def test_finding_says_where_in_the_text_that_was_given() -> None:
    (finding,) = factlint.check([WRONG])
    assert (finding.rule, finding.severity) == ("names/misspelled", "error")
    assert WRONG[finding.primary.start : finding.primary.end] == "Whitcoff"
    assert finding.suggestions[0].edits[0].replacement == "Witkoff"


def test_record_is_called_by_its_id_and_has_metadata() -> None:
    (finding,) = factlint.check([{"id": "a-1", "text": WEEKDAY, "published": datetime.date(2025, 12, 16)}])
    assert (finding.rule, finding.primary.id) == ("dates/weekday-mismatch", "a-1")


def test_nothing_depends_on_the_order() -> None:
    texts = [WRONG, WEEKDAY, WRONG.replace("Vienna", "Rome")]
    assert factlint.run(texts) == factlint.run(texts[::-1])


def test_text_that_is_given_twice_is_read_once() -> None:
    assert len(factlint.run([WRONG, WRONG]).articles) == 1


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"select": ["dates/*"]}, []),
        ({"ignore": ["names/*"]}, []),
        ({"severity": {"names/*": "off"}}, []),
        ({"reference": [WEEKDAY]}, ["names/misspelled"]),
    ],
    ids=["select", "ignore", "severity", "reference"],
)
def test_arguments_are_obeyed(more: dict[str, Any], expected: list[str]) -> None:
    assert rules_of([WRONG], **more) == expected


def test_severity_is_changed() -> None:
    (finding,) = factlint.check([WRONG], severity={"names/*": "note"})
    assert finding.severity == "note"


def test_desk_brings_its_rules(desk: Path) -> None:
    assert rules_of(["Karel Novotnny spoke."]) == []
    assert rules_of(["Karel Novotnny spoke."], rules=[desk / "desk"]) == ["names/novotny"]


def test_configuration_counts_only_where_it_is_named(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = desk / "factlint.yml"
    config.write_text("rules: [desk/]\nignore: [names/misspelled, names/like-known-person]\n", encoding="utf-8")
    monkeypatch.chdir(desk)
    assert rules_of([WRONG]) == ["names/misspelled"]
    assert rules_of([WRONG, "Karel Novotnny spoke."], config=config) == ["names/novotny"]


def test_day_of_publication_lets_rules_decide() -> None:
    text = "The minister signed the law on Dec. 20, 2025, her office said."
    assert any("published" in case.reason for case in factlint.run([text]).undecided)
    assert not any("published" in case.reason for case in factlint.run([text], published="2025-12-21").undecided)


@pytest.mark.parametrize(
    ("texts", "more", "said"),
    [
        ("a text", {}, "texts is one article"),
        ([1], {}, "texts[0] has no text"),
        ([{"title": "x"}], {}, "texts[0] has no text"),
        ([{"text": "a", "id": 1}, {"text": "b", "id": 1}], {}, "two articles have the id"),
        ([{"text": "a", "published": "soon"}], {}, "[texts[0]]"),
        ([], {"select": "names/*"}, "select is one text"),
        ([], {"select": ["nmes/*"]}, "did you mean “names/*”?"),
        ([], {"severity": {"names/*": "loud"}}, "cannot be “loud”"),
        ([], {"story": "maybe"}, "story cannot be “maybe”"),
        ([], {"published": "soon"}, "published must be a day"),
        ([], {"rules": ["/no/such/folder"]}, "no such file or folder"),
        ([], {"config": "/no/such/file.yml"}, "no such configuration file"),
    ],
)
def test_wrong_argument_is_told(texts: Any, more: dict[str, Any], said: str) -> None:
    with pytest.raises(factlint.ProblemError) as caught:
        factlint.run(texts, **more)
    assert said in str(caught.value)
    assert "command line" not in str(caught.value)


def test_broken_rule_stops_check_and_not_run(desk: Path) -> None:
    (desk / "desk" / "names" / "broken.yaml").write_text("find: from nothing\n", encoding="utf-8")
    result = factlint.run([WRONG], rules=[desk / "desk"])
    assert [finding.rule for finding in result.findings] == ["names/misspelled"]
    assert result.problems
    with pytest.raises(factlint.ProblemError):
        factlint.check([WRONG], rules=[desk / "desk"])


def test_text_in_another_language_is_listed_as_not_checked() -> None:
    (article,) = factlint.run([{"text": WRONG, "language": "de"}]).articles
    assert article.unchecked


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=3))
def test_any_text_is_read(texts: list[str]) -> None:
    for finding in factlint.run(texts).findings:
        assert finding.primary.text


def test_same_findings_as_on_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "texts.jsonl").write_text(json.dumps({"id": "a", "text": WRONG}) + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "factlint", "--format", "jsonl", "--no-cache", "texts.jsonl"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, check=False, encoding="utf-8")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    own = factlint.check([{"id": "a", "text": WRONG}])
    assert [(one["rule"], one["start"], one["fingerprint"]) for one in told] == [
        (one.rule, one.primary.start, one.fingerprint) for one in own
    ]


def test_import_is_light() -> None:
    code = "import sys, factlint; print(sorted(name for name in sys.modules if name.startswith('factlint.')))"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True, encoding="utf-8")
    assert done.stdout.strip() == "[]"


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="chek"):
        factlint.chek  # noqa: B018


PROGRAM = """
import factlint

def forms(texts: list[str]) -> dict[str, str]:
    found: tuple[factlint.Finding, ...] = factlint.check(texts, select=["names/*"], published="2025-12-16")
    return {finding.primary.text: finding.message for finding in found}

result: factlint.Result = factlint.run([{"id": "a", "text": "Rome"}])
"""


def test_types_hold_for_those_who_use_it(tmp_path: Path) -> None:
    pytest.importorskip("mypy", reason="mypy is a development tool")
    (tmp_path / "program.py").write_text(PROGRAM, encoding="utf-8")
    env = {**os.environ, "MYPYPATH": str(ROOT)}
    command = [sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", "program.py"]
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    (tmp_path / "program.py").write_text(PROGRAM + "factlint.check(1)\n", encoding="utf-8")
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, check=False, encoding="utf-8")
    assert "arg-type" in done.stdout
