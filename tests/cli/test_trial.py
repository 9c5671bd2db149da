"""Rules on trial: reported, marked as such in every report, and never the reason that a run fails."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from factlint import reports

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LISTED = "rules:\n  - {spell: {Witkoff: [Whitcoff]}, id: names/desk, status: trial}\n"
QUERY = """\
severity: error
status: trial
find: from name n where n.surname = "Whitcoff"
message: "{n.text} is spelled in an unusual way"
"""


@pytest.fixture(params=["listed", "query"])
def desk(factlint: Callable[..., Any], tmp_path: Path, request: pytest.FixtureRequest) -> Callable[..., Any]:
    (tmp_path / "rules" / "names").mkdir(parents=True)
    (tmp_path / "rules" / "names" / "desk.yaml").write_text(LISTED if request.param == "listed" else QUERY)
    (tmp_path / "factlint.yml").write_text("rules: [rules]\nselect: [names/desk]\n")
    (tmp_path / "a.txt").write_text("Steve Whitcoff came to Vienna.\n")
    return factlint


def test_it_is_reported_and_never_fails(desk: Callable[..., Any], tmp_path: Path) -> None:
    ended = desk("check", "a.txt", "--fail-on", "note")
    assert (ended.code, "names/desk (on trial)" in ended.out) == (0, True)
    rules = tmp_path / "rules" / "names" / "desk.yaml"
    rules.write_text(rules.read_text().replace(", status: trial", "").replace("status: trial\n", ""))
    assert desk("check", "a.txt", "--fail-on", "note").code == 1


@pytest.mark.parametrize("form", [name for name in reports.names() if name != "checklist"])
def test_every_report_says_so(desk: Callable[..., Any], form: str) -> None:
    ended = desk("check", "a.txt", "--format", form)
    assert ended.code == 0
    assert "trial" in ended.out


def test_the_list_of_rules_says_so(desk: Callable[..., Any]) -> None:
    assert "(on trial)" in next(line for line in desk("rules").out.splitlines() if " names/desk " in line)
    records = map(json.loads, desk("rules", "--format", "jsonl").out.splitlines())
    assert next(one for one in records if one["id"] == "names/desk")["status"] == "trial"


def test_the_table_of_statistics_says_so(desk: Callable[..., Any]) -> None:
    assert "names/desk  error (trial)" in desk("check", "a.txt", "--statistics").out


def test_another_status_is_a_fault(factlint: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "desk.yaml").write_text(LISTED.replace("status: trial", "status: trail"))
    (tmp_path / "factlint.yml").write_text("rules: [rules]\n")
    (tmp_path / "a.txt").write_text("Vienna.\n")
    ended = factlint("check", "a.txt")
    assert (ended.code, "did you mean “trial”?" in ended.out + ended.err) == (2, True)


def test_a_rule_on_trial_hides_no_other(factlint: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    other = "  - {spell: {Witkoff: [Whitcoff]}, id: names/other, severity: warning}\n"
    (tmp_path / "rules" / "desk.yaml").write_text(LISTED + other)
    (tmp_path / "factlint.yml").write_text("rules: [rules]\nselect: [names/desk, names/other]\n")
    (tmp_path / "a.txt").write_text("Steve Whitcoff came to Vienna.\n")
    ended = factlint("check", "a.txt", "--format", "json")
    (found,) = json.loads(ended.out)["findings"]
    assert (ended.code, found["rule"], "trial" in found) == (1, "names/other", False)
