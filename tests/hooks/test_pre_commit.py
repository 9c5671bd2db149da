"""The hook as a newsroom would use it: the real pre-commit, this checkout as the repository of the hook."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from dev_tools import need_module, need_program

from factlint.sources import suffixes

ROOT = Path(__file__).resolve().parents[2]
AUTHOR = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
NO_ARTICLES = {
    "newsroom.py": "print('Whitcoff')\n",
    "seeds/berlin.txt.factlint.yml": "source: The Desk\n",
    "seeds/table.csv": "name\nWhitcoff\n",
    "notes.txt.bak": "Whitcoff\n",
}


def git(folder: Path, *arguments: str) -> str:
    # Git sets variables for its hooks; they would turn these commands to the repository that the tests are run for.
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", *AUTHOR, *arguments]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, check=True, text=True).stdout


def commit_all(folder: Path) -> str:
    """Make a folder a repository with one commit of everything in it; the commit."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--no-verify", "--message", "Everything")
    return git(folder, "rev-parse", "HEAD").strip()


def hook() -> dict[str, object]:
    (only,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert isinstance(only, dict)
    return only


def configuration(source: Path, revision: str, **options: object) -> str:
    used = {"repos": [{"repo": str(source), "rev": revision, "hooks": [{"id": "factlint", **options}]}]}
    return yaml.safe_dump(used)


class Desk:
    """A newsroom's repository, and pre-commit with its environments in a folder of their own."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self._env = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
        programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
        self._env |= {"PRE_COMMIT_HOME": str(home), "PRE_COMMIT_COLOR": "never", "PATH": programs}

    def pre_commit(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", *arguments]
        return subprocess.run(
            command, cwd=self.folder, env=self._env, capture_output=True, check=False, encoding="utf-8"
        )


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    need_module("pre_commit", "pre-commit")
    need_program("git")
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture(scope="module")
def snapshot(home: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """This checkout as it stands, changes included, as a repository of one commit."""
    if not (ROOT / ".git").exists():
        pytest.skip("this is not a git checkout")
    copy = tmp_path_factory.mktemp("factlint")
    for name in git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"):
        if name and (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy / name)
    return copy, commit_all(copy)


@pytest.fixture(scope="module")
def desk(home: Path, snapshot: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    (folder / "factlint.yml").write_text("reference: [seeds/]\n", encoding="utf-8")
    (folder / ".pre-commit-config.yaml").write_text(configuration(*snapshot), encoding="utf-8")
    (folder / "split.yaml").write_text(
        configuration(*snapshot, args=["--format", "jsonl"], require_serial=False), encoding="utf-8"
    )
    for name, text in NO_ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    commit_all(folder)
    return Desk(folder, home)


# Formats whose file names do not say that they are articles, and those of archives and photos.
NOT_PASSED = {
    ".docm", ".jpeg", ".jpg", ".json", ".xml", ".parquet",
    ".jsonl.gz", ".jsonl.zst", ".ndjson.gz", ".ndjson.zst",
}  # fmt: skip


def test_hook_takes_every_type_of_article() -> None:
    passed = {suffix for suffix in suffixes() if re.search(str(hook()["files"]), f"a{suffix}")}
    assert passed == set(suffixes()) - NOT_PASSED


@pytest.mark.parametrize("name", ["a.txt", "b/C.MD", "a.markdown", "a.jsonl", "a.ndjson", "a.html", "a.docx"])
def test_hook_takes_an_article(name: str) -> None:
    assert re.search(str(hook()["files"]), name)


@pytest.mark.parametrize("name", [*NO_ARTICLES, "txt", "a.txt.gz", "package.json", "factlint.yml"])
def test_hook_leaves_other_files_alone(name: str) -> None:
    assert not re.search(str(hook()["files"]), name)


def test_hook_names_files_in_one_run() -> None:
    assert hook()["require_serial"] is True
    assert hook()["pass_filenames"] is True


@pytest.mark.slow
def test_pre_commit_accepts_both_files(home: Path) -> None:
    for command, name in (
        ("validate-manifest", ".pre-commit-hooks.yaml"),
        ("validate-config", ".pre-commit-config.yaml"),
    ):
        done = Desk(ROOT, home).pre_commit(command, name)
        assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_hook_reports_findings_and_stops_the_commit(desk: Desk) -> None:
    done = desk.pre_commit("run", "--all-files")
    assert done.returncode == 1
    assert "- exit code: 1" in done.stdout  # 2 would say that a file was passed that is no article
    for rule in ("names/misspelled", "dates/contradicts-story", "lists/duplicate-item"):
        assert rule in done.stdout
    assert "6 articles, 1 story" in done.stdout


@pytest.mark.slow
def test_hook_passes_a_clean_article_beside_faulty_references(desk: Desk) -> None:
    done = desk.pre_commit("run", "--files", "seeds/clean.md")
    assert done.returncode == 0, done.stdout
    assert "Passed" in done.stdout


@pytest.mark.slow
def test_hook_reads_the_story_of_a_lone_article(desk: Desk) -> None:
    done = desk.pre_commit("run", "--files", "seeds/caption.txt")
    assert done.returncode == 1
    assert "dates/contradicts-story" in done.stdout
    assert "names/misspelled" not in done.stdout


@pytest.mark.slow
def test_hook_is_not_run_for_other_files(desk: Desk) -> None:
    done = desk.pre_commit("run", "--files", *NO_ARTICLES)
    assert done.returncode == 0, done.stdout
    assert "no files to check" in done.stdout


@pytest.mark.slow
def test_pre_commit_splits_files_and_the_findings_stay_the_same(desk: Desk) -> None:
    split = desk.pre_commit("run", "--config", "split.yaml", "--all-files").stdout
    lines = {line for line in split.splitlines() if line.startswith("{")}
    whole = subprocess.run(
        [sys.executable, "-m", "factlint", "--format", "jsonl", "seeds"],
        cwd=desk.folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert lines == set(whole.stdout.splitlines())
    assert len({json.loads(line)["fingerprint"] for line in lines}) == len(lines)
    if (os.cpu_count() or 1) > 1:
        assert len(re.findall(r"^\d+ articles?\b.*$", split, re.MULTILINE)) > 1, "one run saw all files"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["factlint-seeds", "factlint-clean", "rule-examples"])
def test_own_hook_passes(home: Path, snapshot: tuple[Path, str], name: str) -> None:
    done = Desk(snapshot[0], home).pre_commit("run", name, "--all-files", "--verbose")
    assert done.returncode == 0, done.stdout
