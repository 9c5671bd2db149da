"""What is left out of folders: by git, by .factlintignore, by exclude; and paths with signs for any name."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from factlint.config import Settings
from factlint.sources import collect
from factlint.sources.ignoring import Ignored
from factlint.sources.patterns import patterns, verdict

if TYPE_CHECKING:
    from pathlib import Path


def tree(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("Words.")


def ids(root: Path, *paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    articles, problems = collect(paths, cwd=root, settings=Settings(exclude=exclude))
    assert not problems
    return [article.path for article in articles]


@pytest.mark.parametrize("name", [".gitignore", ".factlintignore"])
def test_patterns_in_a_folder_hold_below_it(tmp_path: Path, name: str) -> None:
    tree(tmp_path, "in/a.txt", "in/old/b.txt", "in/sub/c.txt", "in/sub/d.txt", "in/sub/deep/old/e.txt", "old/f.txt")
    (tmp_path / "in" / name).write_text("# drafts\nold/\nsub/*.txt\n!d.txt\n")
    assert ids(tmp_path, "in") == ["in/a.txt", "in/sub/d.txt"]
    assert ids(tmp_path, ".") == ["in/a.txt", "in/sub/d.txt", "old/f.txt"]


def test_patterns_above_hold_up_to_the_repository(tmp_path: Path) -> None:
    tree(tmp_path, "repo/.git/config", "repo/in/a.txt", "repo/in/b.txt", "repo/in/c.txt")
    (tmp_path / ".gitignore").write_text("a.txt\n")
    (tmp_path / "repo/.gitignore").write_text("b.txt\n/c.txt\n")
    assert ids(tmp_path / "repo", "in") == ["in/a.txt", "in/c.txt"]


def test_what_is_named_is_read_though_git_ignores_it(tmp_path: Path) -> None:
    tree(tmp_path, ".git/config", "drafts/a.txt", "drafts/b.txt")
    (tmp_path / ".gitignore").write_text("drafts/\n")
    assert ids(tmp_path, "drafts/a.txt") == ["drafts/a.txt"]
    assert ids(tmp_path, "drafts") == ["drafts/a.txt", "drafts/b.txt"]


def test_an_inner_file_decides_over_an_outer_one(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt", "in/a.txt", "in/b.txt")
    (tmp_path / ".factlintignore").write_text("a.txt\n")
    (tmp_path / "in/.factlintignore").write_text("!a.txt\nb.txt\n")
    assert ids(tmp_path, ".") == ["in/a.txt"]


def test_exclude_counts_from_the_working_directory(tmp_path: Path) -> None:
    tree(tmp_path, "in/a.txt", "in/b.txt", "out/a.txt", "in/archive/c.txt")
    assert ids(tmp_path, "in", "out", exclude=("/in/a.txt", "archive/")) == ["in/b.txt", "out/a.txt"]
    assert ids(tmp_path, "in/a.txt", exclude=("a.txt",)) == ["in/a.txt"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        pytest.param("in/*.txt", ["in/a.txt"], id="star"),
        pytest.param("in/**/*.txt", ["in/a.txt", "in/sub/c.txt"], id="folders"),
        pytest.param("*/sub/[c-d].*", ["in/sub/c.txt", "in/sub/d.md"], id="range"),
        pytest.param("in/?.txt", ["in/a.txt"], id="one-sign"),
        pytest.param("in/[x].txt", ["in/[x].txt"], id="a-file-of-that-name"),
    ],
)
def test_patterns_of_paths(tmp_path: Path, pattern: str, expected: list[str]) -> None:
    tree(tmp_path, "in/a.txt", "in/b.png", "in/sub/c.txt", "in/sub/d.md")
    if "[x]" in pattern:
        tree(tmp_path, "in/[x].txt")
    assert ids(tmp_path, pattern) == expected


def test_a_pattern_heeds_what_is_ignored_and_may_name_nothing(tmp_path: Path) -> None:
    tree(tmp_path, "in/a.txt", "in/b.txt")
    (tmp_path / "in/.factlintignore").write_text("b.txt\n")
    assert ids(tmp_path, "in/*.txt") == ["in/a.txt"]
    _, (problem,) = collect(["in/*.md"], cwd=tmp_path)
    assert "no article matches" in problem.message


NAMES = ["a.txt", "ab.txt", "[x].txt", "old/a.txt", "old/b.md", "in/old/a.txt", "in/sub/deep/a.txt", "in/sub/deep/c d ",
         "#a", "!a", "sub/in/a.txt"]  # fmt: skip
PATTERNS = ["*.txt", "/a.txt", "old/", "/old", "in/old", "old/*.txt", "**/deep", "in/**", "in/**/a.txt", "**/sub/**",
            "a*", "?b.txt", "[!a]*.txt", "[a-b]?.txt", r"\[x\].txt", r"\#a", r"\!a", "# comment", "", "  ", "*", "!*.txt",
            "in/*/deep", "d", "in/sub/deep/c d ", r"c\ d\ ", "/", "//", "**", "a.txt/", "[", "in/**/**/a.txt", "*a*b*.t*t"]  # fmt: skip


@pytest.mark.parametrize("before", [[], ["*"], ["!a.txt"], ["old/", "!old/a.txt"]], ids=" ".join)
def test_patterns_mean_what_git_takes_them_for(tmp_path: Path, before: list[str]) -> None:
    git = shutil.which("git")
    if git is None:
        pytest.skip("there is no git to compare with")
    tree(tmp_path, *NAMES)
    subprocess.run([git, "init", "-q", str(tmp_path)], check=True)
    for pattern in PATTERNS:
        (tmp_path / ".gitignore").write_text("\n".join([*before, pattern]) + "\n")
        asked = "\0".join(NAMES).encode()
        command = [git, "-C", str(tmp_path), "check-ignore", "--no-index", "-z", "--stdin"]
        told = subprocess.run(command, input=asked, capture_output=True, check=False).stdout.decode().split("\0")
        assert [name for name in NAMES if left_out(tmp_path, name)] == [name for name in NAMES if name in told], pattern


def left_out(root: Path, name: str) -> bool:
    """Whether a walk from the root would come upon a file."""
    ignored = Ignored(str(root), (), str(root))
    known = ignored.within(str(root), None)
    folders = [str(root / folder) for folder in list(PurePosixPath(name).parents)[-2::-1]]
    return any(ignored.has(folder, known, folder=True) for folder in folders) or ignored.has(
        str(root / name), known, folder=False
    )


def test_many_stars_stay_fast() -> None:
    assert verdict(patterns(["*a" * 60 + "b"]), "a" * 250, folder=False) is None
    assert verdict(patterns(["**/a/" * 60 + "b"]), "a/" * 120 + "c", folder=False) is None
