"""From named paths to articles: what is walked, what is read once, what is a problem."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from factlint.config import Settings
from factlint.sources import Collected, collect, read_text, sources, suffixes

if TYPE_CHECKING:
    from pathlib import Path


def write(root: Path, *names: str) -> None:
    for name in names:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"text of {name}\n")


def keys(collected: Collected) -> list[tuple[str, str]]:
    return [article.key for article in collected.articles]


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    write(tmp_path, "in/b.txt", "in/a.txt", "in/sub/c.md", "in/.hidden/d.txt", "in/.e.txt", "in/f.png", "in/G.TXT")
    write(tmp_path, "in/factlint.yml", "in/factlint.yml.txt")
    articles = collect(["in"], cwd=tmp_path)
    names = ["G.TXT", "a.txt", "b.txt", "factlint.yml.txt", "sub/c.md"]
    assert keys(articles) == [(f"in/{name}", name) for name in names]
    assert not articles.problems


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        pytest.param(["in/sub/c.txt"], ("in/sub/c.txt", "c.txt"), id="file"),
        pytest.param(["./in//sub/../sub/c.txt"], ("in/sub/c.txt", "c.txt"), id="crooked"),
        pytest.param(["in/sub/c.txt", "in"], ("in/sub/c.txt", "sub/c.txt"), id="file-and-folder"),
        pytest.param(["in", "in/sub/c.txt"], ("in/sub/c.txt", "sub/c.txt"), id="folder-and-file"),
        pytest.param(["in/sub", "in", "in/"], ("in/sub/c.txt", "sub/c.txt"), id="outermost-folder"),
        pytest.param(["."], ("in/sub/c.txt", "in/sub/c.txt"), id="dot"),
        pytest.param(["link.txt", "in/sub/c.txt"], ("in/sub/c.txt", "c.txt"), id="link-and-file"),
        pytest.param(["link.txt"], ("link.txt", "link.txt"), id="link"),
    ],
)
def test_a_file_named_in_several_ways_is_read_once(tmp_path: Path, paths: list[str], expected: tuple[str, str]) -> None:
    write(tmp_path, "in/sub/c.txt")
    (tmp_path / "link.txt").symlink_to("in/sub/c.txt")
    if paths == ["."]:
        (tmp_path / "link.txt").unlink()
    assert keys(collect(paths, cwd=tmp_path)) == [expected]
    assert keys(collect(paths[::-1], cwd=tmp_path)) == [expected]


def test_an_absolute_path_inside_is_shown_relative_and_one_outside_absolute(tmp_path: Path) -> None:
    write(tmp_path, "in/a.txt", "out/b.txt")
    paths = [str(tmp_path / "in/a.txt"), str(tmp_path / "out/b.txt")]
    shown = [article.path for article in collect(paths, cwd=tmp_path / "in").articles]
    assert shown == [(tmp_path / "out/b.txt").as_posix(), "a.txt"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        pytest.param("nope.txt", "no such file or folder", id="missing"),
        pytest.param("a.txt/b.txt", "no such file or folder", id="below-a-file"),
        pytest.param("in\0.txt", "cannot be read", id="nul-in-path"),
        pytest.param("x" * 5000, "cannot be read", id="endless-name"),
        pytest.param("a.png", "not a type of file", id="type"),
        pytest.param("a.txt.factlint.yml", "not a type of file", id="sidecar"),
        pytest.param("empty", "no article in this folder", id="empty-folder"),
        pytest.param("dead.txt", "no such file or folder", id="dead-link"),
        pytest.param("links", "leads nowhere", id="dead-link-in-folder"),
    ],
)
def test_a_bad_path_is_a_problem_and_the_others_are_read(tmp_path: Path, path: str, message: str) -> None:
    write(tmp_path, "good.txt", "a.txt", "a.png", "empty/.keep", "links/b.txt")
    (tmp_path / "a.txt.factlint.yml").write_text("desk: world\n")
    (tmp_path / "dead.txt").symlink_to("nowhere.txt")
    (tmp_path / "links/dead.txt").symlink_to("nowhere.txt")
    articles, (problem,) = collect(["good.txt", path], cwd=tmp_path)
    assert ("good.txt", "good.txt") in [article.key for article in articles]
    assert message in problem.message
    assert problem.hint


def test_the_hint_lists_what_is_read(tmp_path: Path) -> None:
    write(tmp_path, "a.png")
    _, (problem,) = collect(["a.png"], cwd=tmp_path)
    assert all(suffix in problem.hint for suffix in suffixes())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    _, (problem,) = collect(["."], cwd=tmp_path)
    assert problem.message == "this is not a file"


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_may_not_be_read(tmp_path: Path, kind: str) -> None:
    write(tmp_path, "in/good.txt", "in/closed/a.txt")
    locked = tmp_path / ("in/closed" if kind == "folder" else "in/closed/a.txt")
    locked.chmod(0)
    try:
        if os.access(locked, os.R_OK):
            pytest.skip("this user may read everything")
        articles, (problem,) = collect(["in"], cwd=tmp_path)
    finally:
        locked.chmod(0o700)
    assert [article.id for article in articles] == ["good.txt"]
    assert "cannot be read" in problem.message


def test_links_in_a_circle_end_and_real_paths_win(tmp_path: Path) -> None:
    write(tmp_path, "in/z/a.txt", "beside/b.txt")
    (tmp_path / "in/again").symlink_to(tmp_path / "in")
    (tmp_path / "in/b-link").symlink_to("z")
    (tmp_path / "in/out").symlink_to("../beside")
    (tmp_path / "in/self.txt").symlink_to("self.txt")
    articles, (problem,) = collect(["in"], cwd=tmp_path)
    assert [article.key for article in articles] == [("in/out/b.txt", "out/b.txt"), ("in/z/a.txt", "z/a.txt")]
    assert problem.path == "in/self.txt"


def test_stdin_is_read_as_the_file_it_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "a.md.factlint.yml").write_text("desk: world\n")
    (article,), problems = read_text(b"# Head\n", "a.md", cwd=tmp_path)
    assert (article.key, article.text, article.metadata.desk) == (("a.md", "a.md"), "# Head\n", "world")
    assert [block.kind for block in article.blocks] == ["headline"]
    assert not problems
    assert read_text("text", "sub/a.txt", "other", cwd=tmp_path).articles[0].key == ("sub/a.txt", "other")
    assert "not a type" in read_text(b"", "a.pdf", cwd=tmp_path).problems[0].message


def test_settings_fill_gaps_and_override_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("---\ndesk: world\n---\n")
    (article,), _ = collect(["a.txt"], cwd=tmp_path, settings=Settings(desk="home", source="The Example"))
    assert (article.metadata.desk, article.metadata.source) == ("world", "The Example")


def test_every_format_has_a_name_and_suffixes_of_its_own() -> None:
    every = [suffix for source in sources().values() for suffix in source.suffixes]
    assert len(every) == len(set(every))
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in every)
    assert all(name == source.name for name, source in sources().items())


@pytest.mark.parametrize("name", sorted(sources()))
def test_every_format_reads_an_empty_file_and_refuses_a_picture(name: str) -> None:
    path = f"a{sources()[name].suffixes[0]}"
    assert not read_text(b"", path).problems
    articles, problems = read_text(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1", path)
    assert not articles
    assert len(problems) == 1


def test_a_folder_reached_through_a_link_is_still_inside(tmp_path: Path) -> None:
    write(tmp_path, "real/in/a.txt")
    (tmp_path / "way").symlink_to("real")
    path = str(tmp_path / "way/in/a.txt")
    assert keys(collect([path], cwd=tmp_path / "real")) == [("in/a.txt", "a.txt")]
    assert keys(collect(["in"], cwd=tmp_path / "way")) == [("in/a.txt", "a.txt")]
