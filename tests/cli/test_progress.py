"""The line that says how far a run is: on a terminal, after a while, and never in what is kept."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest

from factlint.app.observing import Unobserved, stepped
from factlint.cli import progress
from factlint.cli.progress import Progress, line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(progress, "time", clock)
    monkeypatch.setenv("TERM", "xterm")
    return clock


def run(shown: Progress, clock: Clock, steps: int, seconds: float) -> None:
    shown.stage("reading")
    shown.stage("checking", steps)
    for _ in range(steps):
        clock.now += seconds
        shown.step()
    shown.stage("comparing")
    shown.close()


def test_a_short_run_shows_nothing(clock: Clock) -> None:
    err = Terminal()
    run(Progress(err=err), clock, 10, 0.05)
    assert err.getvalue() == ""


def test_a_long_run_shows_how_far_it_is_and_cleans_up(clock: Clock) -> None:
    err = Terminal()
    run(Progress(err=err), clock, 40, 0.095)
    shown = err.getvalue()
    frames = [frame for frame in shown.split("\r\x1b[K") if frame]
    assert frames[0].startswith("checking  █")
    assert frames[0].endswith("11 of 40  11 articles/s  3 s left")
    assert frames[-1] == "comparing …"
    assert shown.endswith("\r\x1b[K")
    assert "\n" not in shown


def test_frames_are_no_more_than_an_eye_can_see(clock: Clock) -> None:
    err = Terminal()
    run(Progress(err=err), clock, 20_000, 0.001)
    assert 100 < err.getvalue().count("checking") <= 200


def test_a_broken_off_run_leaves_a_clean_line(clock: Clock) -> None:
    err = Terminal()
    shown = Progress(err=err)
    shown.stage("checking", 9)
    clock.now += 5
    shown.step()
    shown.close()
    assert err.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize(("err", "quiet"), [(io.StringIO(), False), (Terminal(), True)], ids=["file", "quiet"])
def test_nothing_where_nobody_looks(clock: Clock, err: io.StringIO, quiet: bool) -> None:
    run(Progress(err=err, quiet=quiet), clock, 100, 1)
    assert err.getvalue() == ""


def test_a_terminal_that_cannot_go_back_gets_none(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    err = Terminal()
    run(Progress(err=err), clock, 100, 1)
    assert err.getvalue() == ""


@pytest.mark.parametrize(
    ("done", "seconds", "end"),
    [
        (0, 5, "0 of 2,000"),
        (20, 5, "20 of 2,000"),
        (500, 30, "500 of 2,000  1:30 min left"),
        (100, 600, "100 of 2,000  3:10 h left"),
        (2000, 9, "2,000 of 2,000"),
        (2001, 9, "2,001 of 2,000"),
    ],
)
def test_time_left_is_said_when_it_can_be_told(done: int, seconds: float, end: str) -> None:
    assert line("checking", done, 2000, seconds).endswith(end)


def test_what_was_done_before_says_nothing_about_the_time_left() -> None:
    assert line("checking", 1010, 2000, 1, before=1000, rate=0.5).endswith("1,010 of 2,000")
    assert line("checking", 1500, 2000, 10, before=1000, rate=1234.5).endswith("1,234 articles/s  10 s left")
    assert line("checking", 2000, 2000, 0, before=2000).endswith("2,000 of 2,000")


def test_a_step_can_be_of_many_articles(clock: Clock) -> None:
    err = Terminal()
    shown = Progress(err=err)
    shown.stage("checking", 8, done=4)
    clock.now += 2
    shown.step(1000)
    assert err.getvalue().endswith("5 of 8  500 articles/s  6 s left")


def test_a_line_fits_into_the_terminal(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    err = Terminal()
    run(Progress(err=err), clock, 40, 0.095)
    assert max(map(len, err.getvalue().split("\r\x1b[K"))) == 39


def test_a_bar_is_always_as_long() -> None:
    bars = {sum(char in "█░" for char in line("x", done, 77, 1)) for done in range(78)}
    assert bars == {24}


def test_steps_are_handed_on_as_they_come() -> None:
    assert list(stepped(Unobserved(), iter("abc"))) == ["a", "b", "c"]


def test_redirected_output_is_free_of_it(
    factlint: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    monkeypatch.setattr(progress, "_PACE", 0.0)
    (tmp_path / "a.txt").write_text("The ministers met in Oslo.\n", encoding="utf-8")
    done = factlint("a.txt")
    assert "\r" not in done.out + done.err


def test_terminal_shows_it_during_a_run(
    factlint: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    monkeypatch.setattr(progress, "_PACE", 0.0)
    monkeypatch.setattr(progress, "is_terminal", lambda _: True)
    (tmp_path / "a.txt").write_text("The ministers met in Oslo.\n", encoding="utf-8")
    done = factlint("a.txt")
    assert "1 of 1" in done.err
    assert done.err.endswith("\r\x1b[K")
    assert done.out.startswith("1 article")
