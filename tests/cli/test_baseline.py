"""``factlint baseline``, ``--baseline`` and ``--changed-since``: only what is new counts."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RULES = """\
rules:
  - {spell: {Witkoff: [Whitcoff]}, id: names/desk}
  - {prefer: {Kyiv: Kiev}, id: style/desk}
"""
TEXT = "Steve Whitcoff came to Kiev.\n\nHe left at noon.\n"
FILE = ".factlint/baseline.json"


@pytest.fixture
def desk(factlint: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "desk.yaml").write_text(RULES, encoding="utf-8")
    (tmp_path / "factlint.yml").write_text("rules: [rules]\nselect: ['*/desk']\n")
    (tmp_path / "texts").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "texts" / name).write_text(TEXT)
    return factlint


def left(desk: Callable[..., Any], *arguments: str) -> list[str]:
    document = json.loads(desk("check", *arguments, "--format", "json").out)
    assert document["errors"] == []
    return [f"{one['rule']} {one['path']}:{one['line']}" for one in document["findings"]]


@pytest.mark.parametrize(
    ("paths", "folder"), [(("texts",), ""), (("texts/a.txt",), ""), ((".",), ""), (("a.txt",), "texts")], ids=str
)
def test_what_was_there_is_accepted_however_it_is_named(
    desk: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: tuple[str, ...], folder: str
) -> None:
    ended = desk("baseline", "texts")
    assert (ended.code, ended.err) == (0, "")
    assert "4 findings accepted (4 new)" in ended.out
    assert "Whitcoff" not in (tmp_path / FILE).read_text()
    monkeypatch.chdir(tmp_path / folder)
    baseline = str(tmp_path / FILE)
    ended = desk("check", *paths, "--baseline", baseline)
    assert (ended.code, "in the baseline." in ended.out) == (0, True)


def test_it_survives_edits_elsewhere_and_shows_what_is_new(desk: Callable[..., Any], tmp_path: Path) -> None:
    desk("baseline", "texts")
    with (tmp_path / "factlint.yml").open("a") as config:
        config.write(f"baseline: {FILE}\n")
    (tmp_path / "texts" / "a.txt").write_text("A new first line.\n\n" + TEXT)
    assert left(desk, "texts") == []
    (tmp_path / "texts" / "c.txt").write_text("They flew to Kiev.\n")
    assert left(desk, "texts") == ["style/desk texts/c.txt:1"]


def test_what_is_gone_is_told_and_pruned(desk: Callable[..., Any], tmp_path: Path) -> None:
    desk("baseline", "texts")
    (tmp_path / "texts" / "a.txt").write_text(TEXT.replace("Kiev", "Kyiv"))
    for paths in (("texts",), ("texts/a.txt",)):
        assert "1 finding of the baseline is gone" in desk("check", *paths, "--baseline", FILE).out
    assert "gone" not in desk("check", "texts/b.txt", "--baseline", FILE).out
    (tmp_path / "texts" / "c.txt").write_text("They flew to Kiev.\n")
    assert "3 findings accepted (1 gone)" in desk("baseline", "--prune", "texts").out
    (tmp_path / "texts" / "b.txt").unlink()
    assert "1 finding accepted (2 gone)" in desk("baseline", "--prune", "texts").out
    assert left(desk, "texts", "--baseline", FILE) == ["style/desk texts/c.txt:1"]


def test_a_second_run_adds_and_keeps_what_other_articles_have(desk: Callable[..., Any]) -> None:
    desk("baseline", "texts/a.txt")
    assert "4 findings accepted (2 new)" in desk("baseline", "texts/b.txt").out
    assert "nothing changed" in desk("baseline", "texts").out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "there is no such baseline"),
        ("{", "this is no baseline of factlint"),
        ('{"version": 9, "findings": []}', "of version 9"),
        ('{"version": 1, "findings": [{"path": "a"}]}', "this is no baseline"),
        ('[{"version": 1}]', "this is no baseline"),
    ],
    ids=["missing", "no JSON", "version", "entry", "list"],
)
def test_a_faulty_baseline(desk: Callable[..., Any], tmp_path: Path, text: str | None, said: str) -> None:
    if text is not None:
        (tmp_path / "old.json").write_text(text)
    ended = desk("check", "texts", "--baseline", "old.json")
    assert ended.code == 2
    assert said in ended.err + ended.out
    assert "factlint baseline" in ended.err + ended.out


def test_nothing_is_written_over_a_problem(desk: Callable[..., Any], tmp_path: Path) -> None:
    assert desk("baseline", "texts", "missing.txt").code == 2
    assert not (tmp_path / FILE).exists()


# -- changed lines


def git(folder: Path, *words: str) -> None:
    own = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *own, *words], cwd=folder, capture_output=True, check=True)


@pytest.fixture
def repository(desk: Callable[..., Any], tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "one")
    git(tmp_path, "checkout", "-q", "-b", "ours")
    return tmp_path


def test_only_changed_lines_count(desk: Callable[..., Any], repository: Path) -> None:
    texts = repository / "texts"
    assert left(desk, "texts", "--changed-since", "main") == []
    (texts / "a.txt").write_text(TEXT.replace("at noon", "for Kiev at noon"))
    assert left(desk, "texts", "--changed-since", "main") == ["style/desk texts/a.txt:1"]
    git(repository, "commit", "-qam", "two")
    (texts / "new one.txt").write_text("Kiev.\n")
    (texts / "“ü”.txt").write_text("Kiev.\n")
    assert left(desk, "texts", "--changed-since", "main") == [
        "style/desk texts/a.txt:1", "style/desk texts/new one.txt:1", "style/desk texts/“ü”.txt:1",
    ]  # fmt: skip
    ended = desk("check", "texts", "--changed-since", "main")
    assert (ended.code, "on unchanged lines" in ended.out) == (1, True)


def test_what_main_did_meanwhile_is_not_ours(desk: Callable[..., Any], repository: Path) -> None:
    git(repository, "checkout", "-q", "main")
    (repository / "texts" / "b.txt").write_text("Steve Witkoff.\n")
    git(repository, "commit", "-qam", "theirs")
    git(repository, "checkout", "-q", "ours")
    assert left(desk, "texts", "--changed-since", "main") == []


def test_renamed_files_keep_their_old_lines(desk: Callable[..., Any], repository: Path) -> None:
    git(repository, "mv", "texts/a.txt", "texts/ä “b”\t.txt")
    assert left(desk, "texts", "--changed-since", "main") == []
    moved = repository / "texts" / "ä “b”\t.txt"
    moved.write_text(moved.read_text() + "\nIn Kiev.\n")
    assert [one.split(":")[1] for one in left(desk, "texts", "--changed-since", "main")] == ["1"]


def test_lines_that_look_like_a_diff(desk: Callable[..., Any], repository: Path) -> None:
    (repository / "texts" / "a.txt").write_text("++ b/texts/b.txt\n@@ -1 +1,9 @@\n+++ b/x\n" + TEXT)
    git(repository, "commit", "-qam", "two")
    assert left(desk, "texts", "--changed-since", "main") == []


def test_from_a_folder_below(desk: Callable[..., Any], repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "texts" / "a.txt").write_text(TEXT.replace("Steve", "Steven"))
    monkeypatch.chdir(repository / "texts")
    assert left(desk, ".", "--changed-since", "main") == ["names/desk a.txt:1", "style/desk a.txt:1"]


@pytest.mark.parametrize(
    ("ref", "said"), [("nowhere", "knows no commit called “nowhere”"), ("--all", "knows no commit")], ids=str
)
def test_an_unknown_ref(desk: Callable[..., Any], repository: Path, ref: str, said: str) -> None:
    ended = desk("check", "texts", f"--changed-since={ref}")
    assert ended.code == 2
    assert said in ended.err + ended.out


def test_no_repository(desk: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    ended = desk("check", "texts", "--changed-since", "main")
    assert ended.code == 2
    assert "in no git repository" in ended.err + ended.out
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert "git was not found" in desk("check", "texts", "--changed-since", "main").err + ended.out


# -- the exit code


QUOTED = "“We have agreed on every one of the main points of the treaty,” Chancellor Maria Hofer said in Vienna.\n"
GARBLED = (
    "“We have agreed on every last one of the minor points of this treaty,” Chancellor Maria Hofer said in Vienna.\n"
)


@pytest.mark.parametrize(("new", "code"), [(QUOTED, 0), (GARBLED, 1)], ids=["a right article", "a wrong article"])
def test_a_right_new_article_beside_a_wrong_archive_passes(
    factlint: Callable[..., Any], tmp_path: Path, new: str, code: int
) -> None:
    (tmp_path / "archive").mkdir()
    others = [QUOTED, QUOTED, GARBLED if code == 0 else QUOTED]
    for number, text in enumerate(others):
        (tmp_path / "archive" / f"{number}.txt").write_text(text)
    (tmp_path / "new.txt").write_text(new)
    options = ("--with", "archive", "--story", "all", "--select", "quotes/reworded", "--fail-on", "note")
    together = factlint(
        "check", "new.txt", "archive", "--story", "all", "--select", "quotes/reworded", "--fail-on", "note"
    )
    assert together.code == 1, together.out
    assert factlint("check", "new.txt", *options).code == code


def test_the_archive_may_be_wrong_all_over(desk: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("Steve Witkoff came to Kyiv.\n")
    assert desk("check", "texts").code == 1
    ended = desk("check", "new.txt", "--with", "texts")
    assert (ended.code, "1 article (2 more read as evidence)" in ended.out) == (0, True)
