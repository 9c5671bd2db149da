"""``factlint correct``: a printed correction is put on record, and what has the same slip is found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., Any]

# The command of this page is "correct".
NAME = "An earlier version misspelled the name of the mediator Karel Novotnny. It is Karel Novotny, not Novotnny."
YEAR = "An earlier version misstated the year of the fall of the Quuxville Tower. It was 1989, not 1990."


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "desk").mkdir()
    (tmp_path / "factlint.yml").write_text("rules: [desk]\n", encoding="utf-8")
    archive = tmp_path / "archive"
    archive.mkdir()
    (archive / "1.txt").write_text("Mr Novotnny spoke. Later Novotnny left.\n", encoding="utf-8")
    (archive / "2.txt").write_text("The fall of the Quuxville Tower in 1990 was no surprise.\n", encoding="utf-8")
    (archive / "3.txt").write_text("Karel Novotny saw the Quuxville Tower fall in 1989.\n", encoding="utf-8")
    return tmp_path


def test_a_name_is_proposed_and_found(factlint: Run, desk: Path) -> None:
    done = factlint("correct", NAME, "archive")
    assert (done.code, done.err) == (1, "")
    assert done.out.splitlines() == [
        "names: Karel Novotny is right, Novotnny is wrong",
        '  to put it on record: --write, or factlint add "Karel Novotny" --not Novotnny',
        "  the same slip in 1 article:",
        "    archive/1.txt:1:4  Novotnny",
        "    archive/1.txt:1:26  Novotnny",
    ]
    assert list((desk / "desk").rglob("*")) == []


def test_a_name_is_written(factlint: Run, desk: Path) -> None:
    done = factlint("correct", NAME, "--write")
    assert (done.code, done.err) == (0, "")
    assert "desk/knowledge/names.yaml:" in done.out
    assert "Novotnny should be Novotny" in factlint("archive").out


def test_a_year_becomes_a_rule_with_examples(factlint: Run, desk: Path) -> None:
    done = factlint("correct", YEAR, "archive", "--write")
    assert done.code == 1
    assert "dates: 1989 is right, 1990 is wrong (the fall of the Quuxville Tower)" in done.out
    assert "archive/2.txt:1:1" in done.out
    assert "archive/3.txt" not in done.out
    assert "desk/dates/quuxville-tower-fall.yaml:1  dates/quuxville-tower-fall" in done.out
    tested = factlint("test", "dates/quuxville-tower-fall", "--strict")
    assert (tested.code, tested.out) == (0, "1 rule, 2 examples: all as they say\n")
    assert "1989, not 1990: this was corrected before" in factlint("archive").out


def test_what_is_proposed_can_be_typed(factlint: Run, desk: Path) -> None:
    import shlex

    proposed = factlint("correct", YEAR).out.split("--write, or ")[1].splitlines()[0]
    done = factlint(*shlex.split(proposed)[1:])
    assert (done.code, done.err) == (0, "")
    assert "1989, not 1990" in factlint("archive").out


def test_the_second_rule_of_a_name_gets_a_number(factlint: Run, desk: Path) -> None:
    factlint("correct", YEAR, "--write")
    assert "dates/quuxville-tower-fall-2" in factlint("correct", YEAR.replace("1990", "1991"), "--write").out


def test_an_article_with_a_correction_in_it(factlint: Run, desk: Path) -> None:
    text = (
        "Envoys open the talks in the capital\n\nThe envoys met for two hours on Monday, officials said after it.\n\n"
        f"Correction: {NAME}\n"
    )
    (desk / "new.txt").write_text(text, encoding="utf-8")
    done = factlint("correct", "new.txt", "archive")
    assert done.code == 1
    assert "Novotnny is wrong" in done.out
    none = factlint("correct", "archive/3.txt")
    assert none.code == 2
    assert "archive/3.txt has no correction" in none.err


def test_nothing_else_has_it(factlint: Run, desk: Path) -> None:
    done = factlint("correct", NAME, "archive/3.txt")
    assert done.code == 0
    assert "in 1 article nothing has the same slip" in done.out


@pytest.mark.parametrize(
    ("notice", "hint"),
    [("We regret the error.", "It is Novotny, not Novotni."), ("It is good, not bad.", "does not say of what")],
)
def test_a_notice_that_cannot_be_understood(factlint: Run, desk: Path, notice: str, hint: str) -> None:
    done = factlint("correct", notice, "archive")
    assert done.code == 2
    assert hint in done.err


def test_standard_input(factlint: Run, desk: Path) -> None:
    assert "Novotnny is wrong" in factlint("correct", "-", stdin=NAME.encode()).out


def test_a_title(factlint: Run, desk: Path) -> None:
    notice = "An earlier version misstated the title of Elena Borova. She is the deputy mayor, not the mayor."
    (desk / "archive" / "4.txt").write_text("The mayor, Elena Borova, spoke.\nThe deputy mayor is Elena Borova.\n")
    done = factlint("correct", notice, "archive", "--write")
    assert done.code == 1
    assert "archive/4.txt:1:1" in done.out
    assert "archive/4.txt:2" not in done.out
    assert factlint("test", "titles/elena-borova").code == 0
