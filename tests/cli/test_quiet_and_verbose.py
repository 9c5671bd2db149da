"""How much is said, in which colours, with which links, and what the report says to do next."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from factlint.cli.screen import style

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., Any]

WRONG = "The envoy Steve Whitcoff met the ministers in Kiev on Tuesday, Dec. 15, 2025.\n"
NO_DATE = "The ministers met in Oslo. The next round is due on Dec. 15, the office said.\n"
COLOUR = "\x1b["


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "FORCE_HYPERLINK", "TERM_PROGRAM", "VTE_VERSION", "KITTY_WINDOW_ID"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    for name, text in (("a.txt", WRONG), ("b.txt", NO_DATE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


class Stream:
    def __init__(self, terminal: bool) -> None:
        self.isatty = lambda: terminal


def test_quiet_shows_what_fails_and_the_verdict(factlint: Run, articles: Path) -> None:
    done = factlint("a.txt", "b.txt", "--quiet", "--fail-on", "error")
    assert (done.code, done.err) == (1, "")
    assert "Whitcoff" in done.out
    assert "Kyiv" not in done.out
    assert len(done.out.splitlines()[-1]) > 20
    assert "2 articles" in done.out.splitlines()[-1]


def test_quiet_of_a_clean_article_is_one_line(factlint: Run, articles: Path) -> None:
    done = factlint("b.txt", "-q")
    assert (done.code, done.out, done.err) == (0, "1 article: clean.\n", "")


def test_quiet_leaves_the_report_for_a_program_whole(factlint: Run, articles: Path) -> None:
    loud, quiet = (factlint("a.txt", "b.txt", "no.txt", "--format", "json", *given) for given in ((), ("-q",)))
    assert json.loads(loud.out) == json.loads(quiet.out)
    loud, quiet = (factlint("a.txt", "no.txt", "--format", "csv", *given) for given in ((), ("-q",)))
    assert loud.out == quiet.out
    assert "no such file" in quiet.err
    assert "1 article" in loud.err
    assert "1 article" not in quiet.err


def test_verbose_says_what_was_read_and_how_long_it_took(factlint: Run, articles: Path) -> None:
    (articles / "factlint.yml").write_text("story: all\n", encoding="utf-8")
    done, other = factlint("a.txt", "--with", "b.txt", "-v"), factlint("a.txt", "--with", "b.txt")
    assert done.out == other.out
    said = re.sub(r"\d+\.\d+ s", "N s", done.err).splitlines()
    assert said[0] == "settings: factlint.yml"
    assert re.fullmatch(r"rules: \d+ of \d+ rules, from rules", said[1])
    assert {"reading: N s", "checking (2): N s", "comparing: N s", "checked: a.txt", "evidence: b.txt"} <= set(said)
    assert any(line.startswith("story ") and line.endswith(": a.txt, b.txt") for line in said)


def test_quiet_and_verbose_are_not_for_one_run(factlint: Run, articles: Path) -> None:
    done = factlint("a.txt", "-q", "-v")
    assert done.code == 2
    assert "opposites" in done.err


@pytest.mark.parametrize(
    ("given", "variables", "coloured"),
    [
        ((), {}, False),
        (("--color", "always"), {}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "0"}, False),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colours_are_where_they_are_wanted(
    factlint: Run,
    articles: Path,
    monkeypatch: pytest.MonkeyPatch,
    given: tuple[str, ...],
    variables: dict[str, str],
    coloured: bool,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert (COLOUR in factlint("a.txt", *given).out) is coloured
    assert COLOUR not in factlint("a.txt", "--format", "json", *given).out


@pytest.mark.parametrize(
    ("terminal", "variables", "coloured"),
    [
        (True, {}, True),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
    ],
)
def test_terminal_has_colours_unless_it_says_no(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, variables: dict[str, str], coloured: bool
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert style(Stream(terminal)).color is coloured  # type: ignore[arg-type]


def test_width_is_that_of_the_terminal_within_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    widths = {}
    for columns in ("60", "400"):
        monkeypatch.setenv("COLUMNS", columns)
        widths[columns] = [style(Stream(terminal)).width for terminal in (True, False)]  # type: ignore[arg-type]
    assert widths == {"60": [60, 100], "400": [140, 100]}


@pytest.mark.parametrize(
    ("variables", "linked"),
    [
        ({}, False),
        ({"TERM_PROGRAM": "WezTerm"}, True),
        ({"TERM": "xterm-kitty"}, True),
        ({"VTE_VERSION": "7200"}, True),
        ({"VTE_VERSION": "3405"}, False),
        ({"TERM_PROGRAM": "WezTerm", "FORCE_HYPERLINK": "0"}, False),
        ({"FORCE_HYPERLINK": "1"}, True),
    ],
)
def test_links_are_for_terminals_that_follow_them(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], linked: bool
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert bool(style(Stream(True)).links) is linked  # type: ignore[arg-type]
    if "FORCE_HYPERLINK" not in variables:
        assert not style(Stream(False)).links  # type: ignore[arg-type]


def test_link_leads_to_the_file_and_its_line(factlint: Run, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (articles / "ä b.txt").write_text(f"The talks began.\n\n{WRONG}", encoding="utf-8")
    without = factlint("ä b.txt").out
    monkeypatch.setenv("FORCE_HYPERLINK", "1")
    shown = factlint("ä b.txt").out
    address = (articles / "ä b.txt").as_uri()
    assert f"\x1b]8;;{address}\x1b\\ä b.txt\x1b]8;;\x1b\\" in shown
    assert f"\x1b]8;;{address}#3\x1b\\3:17 " in shown
    assert re.sub(r"\x1b]8;;.*?\x1b\\", "", shown) == without


@pytest.mark.parametrize(
    ("given", "last"),
    [
        (("a.txt",), "Next: --diff shows the automatic fix, --fix makes it."),
        (("a.txt", "--ignore", "names/*"), "Next: factlint explain dates/weekday-mismatch a.txt:1"),
    ],
)
def test_report_ends_with_what_to_do(factlint: Run, articles: Path, given: tuple[str, ...], last: str) -> None:
    assert factlint(*given).out.splitlines()[-1] == last


@pytest.mark.parametrize(
    "given",
    [("b.txt",), ("a.txt", "no.txt"), ("a.txt", "--quiet"), ("a.txt", "--redact"), ("a.txt", "--format", "markdown")],
)
def test_report_does_not_nag(factlint: Run, articles: Path, given: tuple[str, ...]) -> None:
    done = factlint(*given)
    assert "Next:" not in done.out + done.err


def test_what_cannot_be_fixed_is_not_advised_again(factlint: Run, articles: Path) -> None:
    (articles / "c.txt").write_text(f"“{WRONG.strip()}”, she said. Steve Whitcoff left.\n", encoding="utf-8")
    assert "--diff" not in factlint("c.txt", "--fix").out


def test_the_command_of_the_advice_works(factlint: Run, articles: Path) -> None:
    (articles / "a b's.txt").write_text(WRONG, encoding="utf-8")
    import shlex

    last = factlint("a b's.txt", "--ignore", "names/*").out.splitlines()[-1]
    arguments = shlex.split(last.removeprefix("Next: factlint "))
    assert arguments == ["explain", "dates/weekday-mismatch", "a b's.txt:1"]
    assert factlint(*arguments).code == 0
