"""``factlint try``: what a rule would do to real articles, before it gates anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., Any]


# The command of this page is "try".
DRAFT = """\
severity: warning
find: from date d where d.stated_weekday != d.weekday
message: "{d.text} is a {d.weekday}"
why: A weekday and a date do not fit.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for number in range(6):
        text = f"The talks opened on Tuesday, Dec. 15, 2025, with {number + 2} ministers.\nKiev was quiet, he said.\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_loaded_rule_is_counted_and_shown(factlint: Run, desk: Path) -> None:
    done = factlint("try", "dates/weekday-mismatch", ".")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("dates/weekday-mismatch (")
    for words in (
        "read       6 articles, 96 words",
        "6 errors: 62.50 in 1,000 words, in 6 articles (100.0%)",
        "All hits:",
    ):
        assert words in done.out
    lines = done.out.splitlines()
    shown = next(index for index, line in enumerate(lines) if line.startswith("    1:21  "))
    assert lines[shown + 1].index("~") == lines[shown].index("Tuesday, Dec. 15, 2025")
    assert lines[shown + 1].count("~") == len("Tuesday, Dec. 15, 2025")


def test_a_draft_needs_no_configuration(factlint: Run, desk: Path) -> None:
    (desk / "draft.yaml").write_text(DRAFT, encoding="utf-8")
    done = factlint("try", "draft.yaml", "0.txt", "1.txt")
    assert done.code == 0
    assert done.out.startswith("style/draft (warning): A weekday and a date do not fit")
    assert "2 warnings" in done.out
    assert "Tuesday, Dec. 15, 2025 is a Monday" in done.out


def test_a_draft_has_the_family_of_its_folder(factlint: Run, desk: Path) -> None:
    (desk / "desk" / "dates").mkdir(parents=True)
    (desk / "desk" / "dates" / "new.yaml").write_text(DRAFT, encoding="utf-8")
    assert factlint("try", "desk/dates/new.yaml", ".").out.startswith("dates/new (warning)")
    assert factlint("try", "desk", ".").out.startswith("dates/new (warning)")


def test_a_draft_may_bring_its_own_knowledge(factlint: Run, desk: Path) -> None:
    (desk / "desk" / "names").mkdir(parents=True)
    (desk / "desk" / "knowledge").mkdir()
    rule = DRAFT.replace(
        "from date d where d.stated_weekday != d.weekday",
        'from word w, spelling s where s.list = "people" and w.form = s.wrong',
    ).replace("{d.text} is a {d.weekday}", "{w.text} should be {s.right}")
    (desk / "desk" / "names" / "new.yaml").write_text(rule, encoding="utf-8")
    (desk / "desk" / "knowledge" / "names.yaml").write_text(
        "people: [{name: Karel Novotny, wrong: {Novotny: [Novotnny]}}]\n", encoding="utf-8"
    )
    (desk / "a.txt").write_text("Mr Novotnny was there.\n", encoding="utf-8")
    for named in ("desk/names/new.yaml", "desk"):
        assert "Novotnny should be Novotny" in factlint("try", named, "a.txt").out


def test_a_list_of_words_is_tried_too(factlint: Run, desk: Path) -> None:
    (desk / "house.yaml").write_text("rules:\n  - spell: {minister: [ministers]}\n", encoding="utf-8")
    assert "6 errors" in factlint("try", "house.yaml", ".").out


def test_the_draw_is_the_same_every_time_and_another_for_another_seed(factlint: Run, desk: Path) -> None:
    def drawn(*more: str) -> str:
        return str(factlint("try", "dates/weekday-mismatch", ".", "--limit", "2", *more).out)

    assert drawn() == drawn()
    assert "2 of 6 hits, drawn by lot" in drawn()
    assert len({drawn("--seed", str(number)) for number in range(8)}) > 1
    assert "hits, drawn" not in drawn("--limit", "0")


def test_what_is_drawn_stays_when_articles_come_and_go(factlint: Run, desk: Path) -> None:
    def drawn() -> set[str]:
        shown = factlint("try", "dates/weekday-mismatch", ".", "--limit", "3").out
        return {line for line in shown.splitlines() if line.startswith("  ") and ".txt" in line}

    before = drawn()
    gone = next(name for name in ("0.txt", "1.txt", "2.txt", "3.txt") if not any(name in line for line in before))
    (desk / gone).unlink()
    assert drawn() == before


def test_several_places_of_a_hit_are_marked(factlint: Run, desk: Path) -> None:
    text = "Present were envoys from Finland, Norway, Finland, Poland and Sweden.\n"
    (desk / "list.txt").write_text(text, encoding="utf-8")
    done = factlint("try", "lists/duplicate-item", "list.txt")
    marks = [line for line in done.out.splitlines() if "~~~~~~~" in line]
    assert len(marks) == 2
    assert "against this" in marks[1]


def test_undecided_cases_are_counted_with_their_reasons(factlint: Run, desk: Path) -> None:
    (desk / "a.txt").write_text("The talks opened on Tuesday, Dec. 15.\n", encoding="utf-8")
    (desk / "draft.yaml").write_text(DRAFT, encoding="utf-8")
    done = factlint("try", "draft.yaml", "a.txt")
    assert "hits       none" in done.out
    assert "undecided  1 case in 1 article" in done.out
    assert "Why not decided:\n       1  date weekday is unknown" in done.out


@pytest.mark.parametrize(
    ("rule", "said"),
    [("dates/weekday-mismach", "did you mean “dates/weekday-mismatch”?"), ("gone.yaml", "no rule file")],
    ids=["no id", "no file"],
)
def test_no_such_rule(factlint: Run, desk: Path, rule: str, said: str) -> None:
    done = factlint("try", rule, ".")
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_a_broken_draft_is_shown_at_its_place(factlint: Run, desk: Path) -> None:
    (desk / "draft.yaml").write_text(DRAFT.replace("d.weekday\n", "d.wekday\n"), encoding="utf-8")
    done = factlint("try", "draft.yaml", ".")
    assert (done.code, done.out) == (2, "")
    assert "draft.yaml:2:" in done.err
    assert "did you mean “weekday”?" in done.err


def test_a_file_without_rules_is_refused(factlint: Run, desk: Path) -> None:
    (desk / "empty.yaml").write_text("# nothing yet\n", encoding="utf-8")
    assert "there is no rule in it" in factlint("try", "empty.yaml", ".").err


def test_a_missing_article_is_said_and_the_rest_is_tried(factlint: Run, desk: Path) -> None:
    done = factlint("try", "dates/weekday-mismatch", "0.txt", "gone.txt")
    assert done.code == 2
    assert "gone.txt" in done.err
    assert "1 error" in done.out


def test_a_rule_that_is_off_is_tried_as_a_note(factlint: Run, desk: Path) -> None:
    (desk / "draft.yaml").write_text(DRAFT.replace("severity: warning", 'severity: "off"'), encoding="utf-8")
    assert "6 notes" in factlint("try", "draft.yaml", ".").out
