"""``--watch``: what is noticed, what a round shows, and how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factlint.app.session import opened
from factlint.app.watching import changed, next_change, states

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[2]
CLEAN = "The ministers met in Oslo.\n"
WRONG = "The envoy Steve Whitcoff met the ministers.\n"
# Seconds after which a test has failed; nothing waits so long.
LATE = 60


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / ".cache"))
    for name in ("news", "archive", "desk/style"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("news/a.txt", "archive/old.txt"):
        (tmp_path / name).write_text(CLEAN, encoding="utf-8")
    (tmp_path / "desk/style/own.yaml").write_text("rules: []\n", encoding="utf-8")
    (tmp_path / "factlint.yml").write_text("rules: [desk/]\nreference: [archive/]\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "name",
    [
        "news/a.txt",
        "news/new.txt",
        "news/a.txt.factlint.yml",
        "archive/old.txt",
        "archive/new.md",
        "desk/style/own.yaml",
        "desk/names/new.yaml",
        "factlint.yml",
    ],
)
def test_what_a_check_depends_on_is_noticed(folder: Path, name: str) -> None:
    session = opened(folder)
    before = states(session, ["news"])
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("other\n", encoding="utf-8")
    assert [shown for shown in changed(before, states(session, ["news"])) if not shown.endswith(name)] == []
    assert len(changed(before, states(session, ["news"]))) == 1


@pytest.mark.parametrize("name", ["news/table.csv", "other.txt", "news/.hidden.txt"])
def test_what_no_check_reads_is_not_noticed(folder: Path, name: str) -> None:
    session = opened(folder)
    before = states(session, ["news"])
    (folder / name).write_text("other\n", encoding="utf-8")
    assert changed(before, states(session, ["news"])) == ()


def test_an_article_that_goes_or_comes_is_noticed(folder: Path) -> None:
    session = opened(folder)
    before = states(session, ["news", "later.txt"])
    (folder / "news/a.txt").unlink()
    (folder / "later.txt").write_text(CLEAN, encoding="utf-8")
    assert changed(before, states(session, ["news", "later.txt"])) == ("later.txt", "news/a.txt")


def test_a_change_is_told_when_nothing_moves_any_more(folder: Path) -> None:
    """An editor empties a file and then fills it: one change, and the whole text is there."""
    session = opened(folder)
    before = states(session, ["news"])
    texts = iter(["", "The", WRONG])
    looks = 0

    def wait(_seconds: float) -> None:
        nonlocal looks
        looks += 1
        text = next(texts, None)
        if text is not None:
            (folder / "news/a.txt").write_text(text, encoding="utf-8")

    assert next_change(session, ["news"], before, wait) == ("news/a.txt",)
    assert (folder / "news/a.txt").read_text(encoding="utf-8") == WRONG
    assert looks == 4


@pytest.mark.parametrize(
    "given",
    [("--fix",), ("--stdin-filename", "x.txt"), ("-",)],
    ids=["fix", "name of standard input", "standard input"],
)
def test_it_looks_at_files_and_changes_none(factlint: Callable[..., Any], given: tuple[str, ...]) -> None:
    done = factlint("check", "--watch", *given)
    assert done.code == 2
    assert "leave out --fix and standard input" in done.err


def test_it_needs_something_to_watch(factlint: Callable[..., Any]) -> None:
    done = factlint("check", "--watch")
    assert done.code == 2
    assert "no article is named" in done.err


class Watch:
    """factlint with --watch as a process; both its streams are read as one."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "factlint", *arguments, "--watch"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self._limit = threading.Timer(LATE, self.process.kill)
        self._limit.start()

    def round(self) -> str:
        """What is shown until it waits again."""
        assert self.process.stdout is not None
        shown = ""
        for line in self.process.stdout:
            shown += line
            if line.startswith("Watching "):
                return shown
        raise AssertionError(f"it ended too soon:\n{shown}")

    def interrupt(self) -> tuple[int, str]:
        """Ctrl-C: the exit code, and what is still said."""
        self.process.send_signal(signal.SIGINT)
        rest, _ = self.process.communicate()
        return self.process.returncode, rest

    def close(self) -> None:
        self._limit.cancel()
        self.process.kill()
        self.process.wait()


@pytest.fixture
def watch(folder: Path) -> Iterator[Watch]:
    watch = Watch(folder, "news", "--select", "names/misspelled")
    yield watch
    watch.close()


def test_every_save_is_a_round_and_ctrl_c_ends_it(folder: Path, watch: Watch) -> None:
    assert "1 article (1 more read as evidence)" in watch.round()
    (folder / "news/a.txt").write_text(WRONG, encoding="utf-8")
    second = watch.round()
    assert second.startswith("Changed: news/a.txt\n")
    assert "Whitcoff should be Witkoff" in second
    (folder / "factlint.yml").write_text("rles: [desk/]\n", encoding="utf-8")
    third = watch.round()
    assert "rles" in third
    (folder / "factlint.yml").unlink()
    assert "1 error" in watch.round()
    code, rest = watch.interrupt()
    assert code == 130
    assert "Traceback" not in rest
