"""The gate that every CI recipe calls: what it checks, what it writes, how it ends."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from branches import CLEAN, GATE, ROOT, WRONG, Newsroom, commit
from dev_tools import need_program

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    need_program("git")
    return Newsroom(tmp_path, {"articles/old.txt": WRONG, "articles/other.txt": CLEAN, "notes.py": "print(1)\n"})


def test_only_changed_articles_are_checked(newsroom: Newsroom) -> None:
    commit(newsroom.clone, {"articles/new.txt": CLEAN, "notes.py": "print(2)\n"}, "New")
    done = newsroom.gate(FACTLINT_PATHS="articles/", FACTLINT_SINCE="origin/main")
    assert done.returncode == 0, done.stderr
    assert "1 article (2 more read as evidence)" in done.stdout


def test_a_wrong_article_fails_the_gate(newsroom: Newsroom) -> None:
    commit(newsroom.clone, {"articles/new one.txt": WRONG, "articles/Ünï.TXT": CLEAN}, "New")
    done = newsroom.gate(FACTLINT_SINCE="main")
    assert done.returncode == 1, done.stderr
    assert "Whitcoff should be Witkoff" in done.stdout
    assert "articles/Ünï.TXT" in done.stdout
    assert "notes.py" not in done.stdout


@pytest.mark.parametrize(("level", "code"), [("never", 0), ("error", 1)])
def test_the_level_is_the_one_that_was_chosen(newsroom: Newsroom, level: str, code: int) -> None:
    done = newsroom.gate(FACTLINT_PATHS="articles/", FACTLINT_FAIL_ON=level)
    assert (done.returncode, done.stderr) == (code, "")
    assert "2 articles" in done.stdout


def test_without_a_base_or_with_all_everything_is_checked(newsroom: Newsroom) -> None:
    plain, all_of_it = newsroom.gate(), newsroom.gate(FACTLINT_SINCE="all", GITHUB_BASE_REF="main")
    assert (plain.returncode, plain.stdout) == (1, all_of_it.stdout)
    assert "evidence" not in plain.stdout


def test_paths_and_evidence_are_taken_one_a_line(newsroom: Newsroom) -> None:
    commit(newsroom.clone, {"a b/new.txt": CLEAN, "c/new.txt": CLEAN, "d/new.txt": WRONG}, "New")
    done = newsroom.gate(
        FACTLINT_PATHS="\n  a b/  \n\nc/\n", FACTLINT_SINCE="main", FACTLINT_REFERENCE="articles/old.txt\nd\n"
    )
    assert done.returncode == 0, done.stdout
    assert "2 articles (2 more read as evidence)" in done.stdout


def test_evidence_of_the_settings_is_kept(newsroom: Newsroom) -> None:
    files = {"factlint.yml": "reference: [articles/old.txt]\n", "articles/new.txt": CLEAN}
    commit(newsroom.clone, files, "New")
    done = newsroom.gate(FACTLINT_PATHS="articles/", FACTLINT_SINCE="main")
    assert "1 article (1 more read as evidence)" in done.stdout


def test_an_own_file_of_settings_is_used(newsroom: Newsroom) -> None:
    commit(newsroom.clone, {"desk/lax.yml": "fail_on: never\n", "articles/new.txt": WRONG}, "New")
    assert newsroom.gate(FACTLINT_SINCE="main", FACTLINT_CONFIG="desk/lax.yml").returncode == 0


def test_what_stands_beside_an_article_stands_for_it(newsroom: Newsroom) -> None:
    commit(newsroom.clone, {"articles/old.txt.factlint.yml": "source: The Desk\n"}, "Source")
    done = newsroom.gate(FACTLINT_PATHS="articles/", FACTLINT_SINCE="main")
    assert done.returncode == 1, done.stdout
    assert "articles/old.txt" in done.stdout


def test_an_old_slip_in_a_changed_article_may_be_left_alone(newsroom: Newsroom) -> None:
    commit(newsroom.clone, {"articles/old.txt": f"{WRONG}\n{CLEAN}"}, "More")
    assert newsroom.gate(FACTLINT_SINCE="main").returncode == 1
    done = newsroom.gate(FACTLINT_SINCE="main", FACTLINT_LINES="changed")
    assert done.returncode == 0, done.stdout
    commit(newsroom.clone, {"articles/old.txt": f"{WRONG}\n{WRONG}"}, "Worse")
    assert newsroom.gate(FACTLINT_SINCE="main", FACTLINT_LINES="changed").returncode == 1


def test_what_the_base_did_meanwhile_is_not_ours(newsroom: Newsroom) -> None:
    commit(newsroom.origin, {"articles/other.txt": WRONG}, "Meanwhile")
    commit(newsroom.clone, {"articles/new.txt": CLEAN}, "New")
    newsroom.run("git", "fetch", "--quiet", "origin")
    assert newsroom.gate(FACTLINT_PATHS="articles/", FACTLINT_SINCE="origin/main").returncode == 0


def test_a_shallow_clone_gets_what_it_lacks(newsroom: Newsroom) -> None:
    commit(newsroom.clone, {"articles/new.txt": CLEAN}, "New")
    newsroom.shallow()
    done = newsroom.gate(FACTLINT_PATHS="articles/", FACTLINT_SINCE="origin/main")
    assert done.returncode == 0, done.stderr
    assert "1 article (2 more read as evidence)" in done.stdout


@pytest.mark.parametrize("name", ["no-such-branch", "--output=x"])
def test_an_unknown_base_says_what_to_do(newsroom: Newsroom, name: str) -> None:
    done = newsroom.gate(FACTLINT_SINCE=name)
    assert done.returncode == 2
    assert f"{name} is not in this clone: check out the whole history" in done.stderr


def test_reports_are_written(newsroom: Newsroom) -> None:
    commit(newsroom.clone, {"articles/new.txt": WRONG}, "New")
    files = {"FACTLINT_SARIF": "x.sarif", "FACTLINT_GITLAB": "quality.json", "FACTLINT_SUMMARY": "x.md"}
    for _ in range(2):
        newsroom.gate(FACTLINT_SINCE="main", **files)
    [run] = json.loads((newsroom.clone / "x.sarif").read_text(encoding="utf-8"))["runs"]
    [result] = run["results"]
    assert result["ruleId"] == "names/misspelled"
    [row] = json.loads((newsroom.clone / "quality.json").read_text(encoding="utf-8"))
    assert row["location"]["path"] == "articles/new.txt"
    assert (newsroom.clone / "x.md").read_text(encoding="utf-8").count("### factlint") == 1


def test_reports_are_written_where_nothing_changed(newsroom: Newsroom) -> None:
    commit(newsroom.clone, {"notes.py": "print(2)\n"}, "Nothing")
    (newsroom.clone / "articles" / "other.txt").unlink()
    done = newsroom.gate(
        FACTLINT_SINCE="main", FACTLINT_SARIF="x.sarif", FACTLINT_GITLAB="quality.json", FACTLINT_SUMMARY="x.md"
    )
    assert (done.returncode, done.stdout) == (0, "No article has changed since main.\n"), done.stderr
    sarif = json.loads((newsroom.clone / "x.sarif").read_text(encoding="utf-8"))
    assert sarif["version"] == "2.1.0"
    assert sarif["$schema"].endswith("sarif-2.1.0.json")
    assert [run["results"] for run in sarif["runs"]] == [[]]
    assert json.loads((newsroom.clone / "quality.json").read_text(encoding="utf-8")) == []
    assert "No article has changed" in (newsroom.clone / "x.md").read_text(encoding="utf-8")


def test_a_lonely_copy_says_where_it_belongs(newsroom: Newsroom) -> None:
    copy = newsroom.clone / "gate.sh"
    shutil.copy(GATE, copy)
    done = newsroom.run("bash", str(copy), FACTLINT_SINCE="main")
    assert done.returncode == 2
    assert "must lie in a checkout of factlint" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("script", [".github/recipes/gate.sh", ".ci/run"])
def test_scripts_are_clean_for_shellcheck(script: str) -> None:
    need_program("shellcheck")
    done = subprocess.run(["shellcheck", str(ROOT / script)], capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stdout
