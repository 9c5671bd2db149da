"""``factlint test``: each rule against its own examples, with a diff that says what to mend."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

RULE = """\
severity: warning
find: from date d where d.full and d.stated_weekday != d.weekday
message: "{{d.text}} is a {{d.weekday}}"
suggest: "{{d.weekday}}, {{d.monthday}}"
why: Readers plan by weekdays.
examples:
{examples}
"""
GOOD = 'good: ["They met on Monday, Dec. 15, 2025."]'
BAD = 'bad: ["They met on [[Tuesday, Dec. 15, 2025]]."]'


@pytest.fixture
def tested(factlint: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """Runs ``factlint test`` on a desk's own rule with these examples."""

    def run(*examples: str, arguments: tuple[str, ...] = ("dates/desk-*",), text: str | None = None) -> Any:
        folder = tmp_path / "desk" / "dates"
        folder.mkdir(parents=True)
        written = RULE.format(examples=textwrap.indent("\n".join(examples), "  ")) if text is None else text
        (folder / "desk-weekday.yaml").write_text(written, encoding="utf-8")
        (tmp_path / "factlint.yml").write_text("rules: [desk]\n")
        return factlint("test", *arguments)

    return run


def test_examples_that_hold(tested: Callable[..., Any]) -> None:
    ended = tested(BAD, GOOD)
    assert (ended.code, ended.out, ended.err) == (0, "1 rule, 2 examples: all as they say\n", "")


@pytest.mark.parametrize(
    ("examples", "shown"),
    [
        (
            'good: ["They met on Tuesday, Dec. 15, 2025."]',
            """\
            noisy: dates/desk-weekday (a good text is reported)
              desk/dates/desk-weekday.yaml:7
                They met on Tuesday, Dec. 15, 2025.
              - nothing to report
              + 12-34 “Tuesday, Dec. 15, 2025”: Tuesday, Dec. 15, 2025 is a Monday
            """,
        ),
        (
            'bad: ["They met on [[Monday, Dec. 15, 2025]]."]',
            """\
            missing: dates/desk-weekday (a bad text is not reported)
              desk/dates/desk-weekday.yaml:7
                They met on Monday, Dec. 15, 2025.
              - 12-33 “Monday, Dec. 15, 2025”
              + nothing was reported
            """,
        ),
        (
            'bad: ["They met on Tuesday, [[Dec. 15]], 2025."]',
            """\
            wrong span: dates/desk-weekday (another place is reported)
              desk/dates/desk-weekday.yaml:7
                They met on Tuesday, Dec. 15, 2025.
              - 21-28 “Dec. 15”
              + 12-34 “Tuesday, Dec. 15, 2025”
            """,
        ),
        (
            'bad: ["They met on [[Tuesday, Dec. 15, 2025 -> Wednesday, Dec. 15]]."]',
            """\
            wrong fix: dates/desk-weekday (another fix is suggested)
              desk/dates/desk-weekday.yaml:7
                They met on Tuesday, Dec. 15, 2025.
              - 12-34 “Tuesday, Dec. 15, 2025” -> Wednesday, Dec. 15
              + 12-34 “Tuesday, Dec. 15, 2025” -> Monday, Dec. 15
            """,
        ),
        (
            'undecided: ["They met on Monday, Dec. 15, 2025."]',
            """\
            decided: dates/desk-weekday (it should be undecided)
              desk/dates/desk-weekday.yaml:7
                They met on Monday, Dec. 15, 2025.
              - it cannot be told
              + it was decided: nothing to report
            """,
        ),
        (
            'bad:\n  - articles: ["On [[Tuesday, Dec. 15, 2025]].", "On [[Monday, Dec. 15, 2025]]."]',
            """\
            wrong span: dates/desk-weekday (another place is reported)
              desk/dates/desk-weekday.yaml:8
                On Tuesday, Dec. 15, 2025. / On Monday, Dec. 15, 2025.
              - article 1 3-25 “Tuesday, Dec. 15, 2025”
              - article 2 3-24 “Monday, Dec. 15, 2025”
              + article 1 3-25 “Tuesday, Dec. 15, 2025”
            """,
        ),
    ],
    ids=["noisy", "missing", "wrong span", "wrong fix", "decided", "two articles"],
)
def test_each_verdict_has_a_readable_diff(tested: Callable[..., Any], examples: str, shown: str) -> None:
    ended = tested(examples)
    shown = textwrap.dedent(shown)
    assert ended.out == f"{shown}\n1 rule, 1 example: 1 failed\n"
    assert (ended.code, ended.err) == (1, "")


@pytest.mark.parametrize(("examples", "missing"), [(BAD, "no good"), (GOOD, "no bad")])
def test_strict_asks_for_both_kinds_of_examples(tested: Callable[..., Any], examples: str, missing: str) -> None:
    ended = tested(examples, arguments=("--strict", "dates/desk-weekday"))
    assert ended.code == 1
    assert "no examples: dates/desk-weekday" in ended.out
    assert f"there is {missing} example" in ended.out


def test_an_undecided_example_asks_that_something_was_left_open(tested: Callable[..., Any]) -> None:
    rule = RULE.replace("d.full and", "d.full and article.published > d.resolved and").format(
        examples='  undecided: ["They met on Tuesday, Dec. 15, 2025."]\n  bad: [{text: "On [[Tuesday, Dec. 15, 2025]].", published: 2025-12-16}]'
    )
    assert tested(text=rule).code == 0


def test_metadata_of_an_example_count(tested: Callable[..., Any]) -> None:
    rule = RULE.format(
        examples='  bad: [{text: "On [[Tuesday, Dec. 15, 2025]].", source: AP}]\n  good: ["On Tuesday, Dec. 15, 2025."]'
    )
    assert tested(text=rule + "for: [AP]\n").code == 0


def test_a_rule_that_is_off_is_tested_too(tested: Callable[..., Any]) -> None:
    assert tested(text=RULE.format(examples=f"  {BAD}").replace("severity: warning", "severity: off")).code == 0


def test_a_broken_rule_is_told_and_the_others_are_tested(tested: Callable[..., Any]) -> None:
    ended = tested(text="severity: warning\nfind: from date d were d.full\nmessage: x\n", arguments=("dates/*",))
    assert ended.code == 2
    assert "desk/dates/desk-weekday.yaml:2:19: error: “were” cannot stand here" in ended.err
    assert "did you mean “where”?" in ended.err
    assert "all as they say" in ended.out


def test_an_unknown_rule(tested: Callable[..., Any]) -> None:
    ended = tested(BAD, arguments=("dates/desk-weekdy",))
    assert (ended.code, ended.out) == (2, "")
    assert "did you mean “dates/desk-weekday”?" in ended.err


def test_the_rules_that_ship_do_what_they_say(factlint: Callable[..., Any]) -> None:
    ended = factlint("test", "--strict")
    assert (ended.code, ended.err) == (0, ""), ended.out
    assert ended.out.endswith("all as they say\n")
