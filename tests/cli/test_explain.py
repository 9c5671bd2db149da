"""``factlint explain RULE FILE:LINE``: which condition stopped a rule, with the values on both sides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., Any]

DATES = """\
The talks opened on Monday, Dec. 15, 2025, in the old harbour.
They ended on Tuesday, Dec. 15, 2025, as planned.

Nothing is dated here.
The fair was held on Friday, Dec. 19, in the hall.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(DATES, encoding="utf-8")
    return tmp_path


def told(out: str) -> str:
    """The report with every run of blanks as one: lines are wrapped to the width of the page."""
    return re.sub(r"\s+", " ", out)


def test_equal_sides_are_shown(factlint: Run, desk: Path) -> None:
    done = factlint("explain", "dates/weekday-mismatch", "a.txt:1")
    assert (done.code, done.err) == (0, "")
    assert "does not fire in a.txt:1." in done.out
    assert "1:21 date Monday, Dec. 15, 2025" in told(done.out)
    assert "false d.stated_weekday != d.weekday" in told(done.out)
    assert "d.stated_weekday = “Monday”, d.weekday = “Monday”" in told(done.out)


def test_what_fires_says_so(factlint: Run, desk: Path) -> None:
    done = factlint("explain", "dates/weekday-mismatch", "a.txt:2")
    assert "fires in a.txt:2:" in done.out
    assert "2:15 error Tuesday, Dec. 15, 2025 is a Monday" in told(done.out)
    assert "all conditions hold: it fires" in done.out


def test_a_value_that_is_unknown_is_named(factlint: Run, desk: Path) -> None:
    out = told(factlint("explain", "dates/weekday-mismatch", "a.txt:5").out)
    assert "false d.year is known" in out
    assert "d.year = unknown" in out


def test_a_line_without_such_facts_says_so(factlint: Run, desk: Path) -> None:
    out = factlint("explain", "dates/weekday-mismatch", "a.txt:4").out
    assert "Nothing was read there that it looks at (date)." in out


@pytest.mark.parametrize(("column", "found"), [(21, True), (40, True), (5, False), (60, False)])
def test_a_column_picks_the_fact_that_stands_there(factlint: Run, desk: Path, column: int, found: bool) -> None:
    out = factlint("explain", "dates/weekday-mismatch", f"a.txt:1:{column}").out
    assert ("Monday, Dec. 15, 2025" in out) is found


def test_other_facts_of_the_line_stand_beside(factlint: Run, desk: Path) -> None:
    (desk / "b.txt").write_text("The envoy, Karel Novotny, landed on Sunday.\n", encoding="utf-8")
    out = told(factlint("explain", "dates/weekday-mismatch", "b.txt:1").out)
    assert "Also read there: 1:12 name Karel Novotny" in out


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        ("ignore: [dates/*]", "ignore has “dates/*” (factlint.yml:1:1)"),
        ("select: [names/*]", "select has other rules only (factlint.yml:1:1)"),
        ("severity: {dates/*: off}", "severity has “dates/*: off” (factlint.yml:1:1)"),
    ],
    ids=["ignored", "not selected", "off"],
)
def test_a_rule_that_does_not_run_says_which_setting_it_is(factlint: Run, desk: Path, settings: str, why: str) -> None:
    (desk / "factlint.yml").write_text(settings + "\n", encoding="utf-8")
    assert f"it does not run: {why}" in factlint("explain", "dates/weekday-mismatch", "a.txt:2").out


def test_a_section_where_the_rule_does_not_look(factlint: Run, desk: Path) -> None:
    (desk / "a.md").write_text("---\npublished: Tuesday, Dec. 15, 2025\n---\nText.\n", encoding="utf-8")
    out = factlint("explain", "dates/weekday-mismatch", "a.md:2").out
    assert "it stands in the metadata, where this rule does not look" in out


def test_a_rule_for_another_outlet(factlint: Run, desk: Path) -> None:
    (desk / "mine").mkdir()
    (desk / "mine" / "x.yaml").write_text(
        "rules:\n  - {prefer: {grey: gray}, id: style/grey, for: [The Times]}\n", encoding="utf-8"
    )
    (desk / "factlint.yml").write_text("rules: [mine]\nsource: The Post\n", encoding="utf-8")
    (desk / "a.txt").write_text("The sky was gray that day.\n", encoding="utf-8")
    out = factlint("explain", "style/grey", "a.txt:1").out
    assert "it is for The Times; the outlet or desk of a.txt is The Post" in out


def test_a_data_rule_in_quotation_marks(factlint: Run, desk: Path) -> None:
    (desk / "mine").mkdir()
    (desk / "mine" / "x.yaml").write_text("rules:\n  - {prefer: {grey: gray}, id: style/grey}\n", encoding="utf-8")
    (desk / "factlint.yml").write_text("rules: [mine]\n", encoding="utf-8")
    (desk / "a.txt").write_text("“It is a gray day for us,” he said.\n", encoding="utf-8")
    out = factlint("explain", "style/grey", "a.txt:1").out
    assert "does not fire" in out
    assert "1:10  word  gray" in out
    assert "it stands in a quotation in the body, where this rule does not look" in out


STORY = {
    "a.txt": "The mediator Karel Novotni spoke to the ministers for two hours on Monday, they said.\n",
    "b.txt": "The mediator Karel Novotny spoke to the ministers for two hours on Monday, they said.\n",
    "c.txt": "The talks were led by the mediator Karel Novotny, who has worked in the region before.\n",
}


def test_a_story_rule_shows_the_other_article(factlint: Run, tmp_path: Path) -> None:
    for name, text in STORY.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    arguments = ("--with", ".", "--story", "all")
    wrong = told(factlint("explain", "names/unlike-story", "a.txt:1", *arguments).out)
    assert "as n: all conditions hold: it fires" in wrong
    right = told(factlint("explain", "names/unlike-story", "b.txt:1", *arguments).out)
    assert "does not fire in b.txt:1" in right
    assert "false articles(m.article) > articles(n.article)" in right
    assert "articles(m.article) = 1, articles(n.article) = 2" in right


def test_a_pair_that_does_not_fit_names_the_nearest(factlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY["a.txt"], encoding="utf-8")
    (tmp_path / "b.txt").write_text(STORY["b.txt"].replace("Novotny", "Smith"), encoding="utf-8")
    out = told(factlint("explain", "names/unlike-story", "a.txt:1", "--with", ".", "--story", "all").out)
    assert "none of 1 fits as name m; the nearest:" in out
    assert "with m = “Karel Smith” (b.txt:1:14)" in out
    assert "n.surname = “Novotni”, m.surname = “Smith”" in out


def test_an_article_alone_has_nobody_to_disagree_with(factlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY["a.txt"], encoding="utf-8")
    assert "there is no name m that could stand beside it" in factlint("explain", "names/unlike-story", "a.txt:1").out


def test_what_another_rule_says_better_is_named(factlint: Run, tmp_path: Path) -> None:
    for name, text in STORY.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    out = told(factlint("explain", "names/unlike-story", "a.txt:1", "--with", ".", "--story", "all").out)
    assert "reported as names/unlike-run, which says more of the same words" in out


def test_a_finding_that_the_baseline_has_says_so(factlint: Run, desk: Path) -> None:
    (desk / "factlint.yml").write_text("baseline: accepted.json\n", encoding="utf-8")
    made = factlint("baseline", "a.txt")
    assert made.code == 0, made.err
    out = told(factlint("explain", "dates/weekday-mismatch", "a.txt:2").out)
    assert "baselined: accepted by the baseline" in out


def test_a_whole_file_is_summed_up(factlint: Run, tmp_path: Path) -> None:
    lines = (f"They met on Monday, Dec. {day}, 2025, in the hall.\n" for day in (1, 8, 15, 22, 29))
    (tmp_path / "a.txt").write_text("".join(lines) * 3, encoding="utf-8")
    out = told(factlint("explain", "dates/weekday-mismatch", "a.txt").out)
    assert "15 date d: not d.stated_weekday != d.weekday (such as 1:13 Monday, Dec. 1, 2025)" in out
    assert "Name a line to see the values, as in a.txt:1" in out


def test_escapes_of_an_article_stay_text(factlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Karel \x1b[31mNovotny met on Monday, Dec. 15, 2025.\n", encoding="utf-8")
    assert "\x1b" not in factlint("explain", "dates/weekday-mismatch", "a.txt:1").out


def test_rules_are_listed_by_globs(factlint: Run, tmp_path: Path) -> None:
    lines = factlint("rules", "lists/*", "dates/weekday-mismatch").out.splitlines()
    assert {line.split()[1].split("/")[0] for line in lines} == {"lists", "dates"}
