"""``factlint rules`` --check, --coverage, --stale: looking after a desk's knowledge."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Callable[..., None]:
    """Writes files of knowledge into the desk's pack."""

    def write(**files: str) -> None:
        (tmp_path / "factlint.yml").write_text("rules: [desk/]\n")
        home = tmp_path / "desk" / "knowledge"
        home.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (home / name.replace("_", ".")).write_text(textwrap.dedent(text), encoding="utf-8")

    return write


def own(out: str) -> list[str]:
    """The lines about the desk's files."""
    return [line for line in out.splitlines() if line.startswith("desk/")]


# -- --check


@pytest.mark.parametrize(
    ("files", "line"),
    [
        pytest.param(
            {
                "a_yaml": "people: [{name: Zoe Qvist, born: 1971}]",
                "b_yaml": "people:\n  - {name: Zoe Qvist, born: 1970}",
            },
            "desk/knowledge/b.yaml:2:12: error: “zoe-qvist” stands at desk/knowledge/a.yaml:1:10 too;"
            " its born is 1970 here and 1971 there",
            id="one key in two files, two values",
        ),
        pytest.param(
            {"a_yaml": "people:\n  - {name: Zoe Qvist, wrong: {Qvist: [Qvizt]}}", "b_csv": "right,wrong\nQwist,Qvizt"},
            "desk/knowledge/b.csv:2:7: error: “Qvizt” should be “Qwist” here and “Qvist” at desk/knowledge/a.yaml:2:5",
            id="two right forms",
        ),
        pytest.param(
            {"a_yaml": "people:\n  - {name: Zoe Qvist, wrong: {Qvist: [Reuters]}}"},
            "desk/knowledge/a.yaml:2:39: error: “Reuters” is a right name at rules/knowledge/outlets.yaml",
            id="the right name of an outlet",
        ),
        pytest.param(
            {"a_yaml": "people:\n  - {name: Zoe Qvist, wrong: {Qvist: [Qvizt]}}\ndifferent: [[Qvist, Qvizt]]"},
            "desk/knowledge/a.yaml:2:39: error: “Qvizt” and “Qvist” are listed as two people, and as one here",
            id="two people and one",
        ),
        pytest.param(
            {"a_yaml": "people: [{name: Zoe Qvist, checked: 2027-01-01}]"},
            "desk/knowledge/a.yaml:1:17: error: this was checked on 2027-01-01, which is still to come",
            id="checked tomorrow",
        ),
        pytest.param(
            {
                "a_yaml": "people: [{name: Zoe Qvist, born: 2015}]\n"
                "offices: [{key: xx/head, title: Head, terms: [{holder: Zoe Qvist, since: 2020-01-01}]}]"
            },
            "desk/knowledge/a.yaml:2:56: error: zoe-qvist is born in 2015 and holds xx/head from 2020-01-01 on",
            id="in office as a child",
        ),
    ],
)
def test_what_contradicts_itself(
    files: dict[str, str], line: str, desk: Callable[..., None], factlint: Callable[..., Any]
) -> None:
    desk(**files)
    ended = factlint("rules", "--check", "--today", "2026-11-22")
    assert ended.code == 1
    assert any(found.startswith(line) for found in own(ended.out)), ended.out


def test_an_entry_that_adds_to_another_is_a_note(desk: Callable[..., None], factlint: Callable[..., Any]) -> None:
    desk(a_yaml="people: [{name: Zoe Qvist}]", b_yaml="people:\n  - {name: Zoe Qvist, wrong: {Qvist: [Qvizt]}}")
    ended = factlint("rules", "--check")
    assert own(ended.out) == [
        "desk/knowledge/b.yaml:2:12: note: “zoe-qvist” stands at desk/knowledge/a.yaml:1:10 too; it adds to the entry there"
    ]
    assert ended.code == 0


def test_what_an_entry_does_not_say_contradicts_nothing(
    desk: Callable[..., None], factlint: Callable[..., Any]
) -> None:
    desk(
        a_yaml="people: [{name: Qvist Zoe, surname: Qvist}]\nplaces: [{name: Exville, kind: region}]",
        b_yaml="people: [{name: Qvist Zoe}]\nplaces: [{name: Exville, also: [Exburg]}]",
    )
    assert factlint("rules", "--check").code == 0


def test_a_shared_name_is_a_note(desk: Callable[..., None], factlint: Callable[..., Any]) -> None:
    desk(a_yaml="people:\n  - {name: Zoe Qvist}\n  - {name: Zoe B. Qvist, accepted: [Zoe Qvist]}\n")
    ended = factlint("rules", "--check", "--today", "2026-11-22")
    assert own(ended.out) == [
        "desk/knowledge/a.yaml:3:37: note: “Zoe Qvist” is also Zoe Qvist (desk/knowledge/a.yaml:2:5)"
    ]
    assert ended.code == 0


def test_a_wrong_form_that_is_usual_is_a_note(desk: Callable[..., None], factlint: Callable[..., Any]) -> None:
    desk(a_yaml="people:\n  - {name: Zoe Qvist, wrong: {Qvist: [Quest, Qvizt], Zoe Qvist: [Zoe Quest]}}\n")
    ended = factlint("rules", "--check", "--today", "2026-11-22")
    [line] = own(ended.out)
    assert line.startswith("desk/knowledge/a.yaml:2:39: note: “Quest” is also a word")
    assert line.endswith("and will be changed to “Qvist” wherever it stands")
    assert ended.code == 0


def test_what_ships_is_in_order(factlint: Callable[..., Any]) -> None:
    ended = factlint("rules", "--check", "--today", "2027-06-01")
    assert (ended.code, ended.err) == (0, ""), ended.out
    assert "of knowledge" in ended.out.splitlines()[-1]


def test_what_keeps_a_file_from_loading_comes_first(desk: Callable[..., None], factlint: Callable[..., Any]) -> None:
    desk(a_yaml="offices: [{key: xx/head, title: Head, terms: [{holder: Nobody, since: 2020-01-01}]}]\n")
    ended = factlint("rules", "--check")
    assert ended.code == 2
    assert "“nobody” is not listed under people" in ended.err
    assert "1 error" in ended.out.splitlines()[-1]


# -- --coverage and --stale

OFFICE = """
    people: [{name: Zoe Qvist}, {name: Bo Qvist}]
    offices:
      - key: xx/head
        title: Head
        terms:
          - {holder: Zoe Qvist, since: 2010-01-01, until: 2016-01-01}
          - {holder: unknown, since: 2016-01-01, until: 2017-01-01}
          - {holder: Bo Qvist, since: 2017-01-01, checked: 2026-01-01}
"""


@pytest.mark.parametrize(
    ("today", "cells"),
    [
        pytest.param(
            "2018-01-01",
            "66%  732 of 1,097  bo-qvist, checked 2026-01-01  2016-01-02 to 2016-12-31 (365)",
            id="a gap",
        ),
        pytest.param(
            "2026-07-10",
            "91%  3,834 of 4,209  bo-qvist, checked 2026-01-01  2016-01-02 to 2016-12-31 (365), 2026-07-01 to 2026-07-10 (10)",
            id="not trusted any more",
        ),
    ],
)
def test_coverage(today: str, cells: str, desk: Callable[..., None], factlint: Callable[..., Any]) -> None:
    desk(a_yaml=OFFICE)
    ended = factlint("rules", "--coverage", "--today", today)
    [line] = [line for line in ended.out.splitlines() if line.startswith("xx/head")]
    assert " ".join(line.removeprefix("xx/head").split()) == " ".join(cells.split())
    assert ended.code == 0


def test_coverage_is_a_table(factlint: Callable[..., Any]) -> None:
    heading, *lines = factlint("rules", "--coverage", "--today", "2026-01-01").out.splitlines()
    assert heading.split("  ")[0] == "office"
    at = heading.index("days") + 4
    assert len(lines) > 20
    assert all(line[at - 1].isdigit() for line in lines)


def test_stale_lists_the_longest_overdue_first(desk: Callable[..., None], factlint: Callable[..., Any]) -> None:
    desk(
        a_yaml="""
            people: [{name: Zoe Qvist, checked: 2026-01-01}, {name: Bo Qvist}]
            offices:
              - {key: xx/a, title: A, terms: [{holder: Zoe Qvist, since: 2017-01-01, checked: 2024-02-01}]}
              - {key: xx/b, title: B, terms: [{holder: Zoe Qvist, since: 2017-01-01, checked: 2024-01-01}]}
              - {key: xx/c, title: C, terms: [{holder: Zoe Qvist, since: 2017-01-01, checked: 2026-01-01}]}
              - {key: xx/d, title: D, terms: [{holder: unknown, since: 2017-01-01}]}
        """
    )
    ended = factlint("rules", "--stale", "--today", "2026-02-01")
    told = [line for line in ended.out.splitlines() if "desk/" in line]
    assert [" ".join(line.split()) for line in told] == [
        "trusted to 2024-06-29 xx/b: zoe-qvist, open since 2017-01-01 desk/knowledge/a.yaml:5:35",
        "trusted to 2024-07-30 xx/a: zoe-qvist, open since 2017-01-01 desk/knowledge/a.yaml:4:35",
        "never checked person Bo Qvist desk/knowledge/a.yaml:2:50",
    ]
    assert ended.code == 1


def test_a_day_is_a_day(factlint: Callable[..., Any]) -> None:
    ended = factlint("rules", "--stale", "--today", "soon")
    assert ended.code == 2
    assert "this must be a day, not “soon”" in ended.err


def test_today_is_the_machine_s(factlint: Callable[..., Any]) -> None:
    assert factlint("rules", "--stale").out.splitlines()[-1].startswith("on 20")
