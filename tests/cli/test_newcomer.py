"""What somebody meets who has never used it: no arguments, habits from other programs, slips of the finger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., Any]


def test_without_arguments_it_says_how_to_begin(factlint: Run) -> None:
    done = factlint()
    assert (done.code, done.out) == (2, "")
    lines = done.err.splitlines()
    assert len(lines) < 10
    assert [line.split()[1] for line in lines if line.startswith("  factlint")] == ["articles/", "facts", "add"]
    assert "factlint --help" in lines[-1]


@pytest.mark.parametrize("width", ["60", "80", "200"])
def test_help_lists_each_command_without_dots(factlint: Run, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("COLUMNS", width)
    done = factlint("--help")
    assert done.code == 0
    listed = done.out.split("Commands:")[1]
    assert "..." not in listed
    assert "check " in listed


def test_habits_of_other_programs_are_understood(factlint: Run) -> None:
    assert factlint("help").out == factlint("--help").out
    assert factlint("help", "facts").out == factlint("facts", "--help").out
    assert factlint("version").out == factlint("-V").out == factlint("--version").out


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        (("chek",), "did you mean “check”?"),
        (("fact", "a.txt"), "did you mean “facts”?"),
        (("a.txt", "--formt", "json"), "--format"),
        (("a.txt", "--format", "jsn"), "did you mean “json”? the formats are"),
        (("a.txt", "--select", "name/*"), "did you mean “names/*”?"),
        (("explain", "mispelled"), "did you mean “names/misspelled”?"),
        (("explain", "zzz"), "factlint rules lists them all"),
        (("test", "zzz"), "factlint rules lists them all"),
        (("facts",), "name files or folders"),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, tuple) else None,
)
def test_a_slip_is_answered_with_what_was_meant(
    factlint: Run, tmp_path: Path, given: tuple[str, ...], hint: str
) -> None:
    (tmp_path / "a.txt").write_text("The ministers met in Oslo.\n", encoding="utf-8")
    done = factlint(*given)
    assert done.code == 2
    assert hint in done.err
    assert len(done.err) < 700


@pytest.mark.parametrize("name", ["chek", "help", "version"])
def test_a_folder_may_have_any_name(factlint: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "a.txt").write_text("The ministers met in Oslo.\n", encoding="utf-8")
    assert factlint(name).out.startswith("1 article: clean.")


def test_a_path_that_is_nearly_a_command_stays_a_path(factlint: Run) -> None:
    assert "no such file or folder" in factlint("chek.txt").err
    assert "no such file or folder" in factlint("./chek").err
