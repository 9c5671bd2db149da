"""Settings: where they are found, which layer wins, and what is said about a faulty one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.config import Settings, load, rows
from factlint.config.files import find

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from factlint.config import Configured
    from factlint.text.problem import Problem


def configured(folder: Path, name: str, text: str, command_line: Mapping[str, object] | None = None) -> Configured:
    (folder / name).write_text(text)
    return load(folder, None, command_line)


def problem_of(found: Configured) -> Problem:
    (problem,) = found.problems
    assert problem.hint
    return problem


YAML = """\
rules: [desk]
reference: archive
select: names/*
ignore:
  - style/one-of
  - text/*
fail_on: error
severity:
  names/*: note
  names/misspelled: off
published: 2025-12-15
story: folder
format: json
source: The Example
desk: world
language: en
"""
TOML = """\
[project]
name = "newsroom"

[tool.factlint]
rules = ["desk"]
reference = "archive"
select = ["names/*"]
ignore = ["style/one-of", "text/*"]
fail-on = "error"
published = 2025-12-15
story = "folder"
format = "json"
source = "The Example"
desk = 'world'
language = "en"

[tool.factlint.severity]
"names/*" = "note"
"names/misspelled" = "off"
"""


@pytest.mark.parametrize(("name", "text"), [("factlint.yml", YAML), ("pyproject.toml", TOML)], ids=["yaml", "toml"])
def test_every_setting_in_both_languages(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "archive").mkdir()
    found = configured(tmp_path, name, text)
    assert not found.problems
    assert found.settings == Settings(
        rules=(str(tmp_path / "desk"),),
        reference=(str(tmp_path / "archive"),),
        select=("names/*",),
        ignore=("style/one-of", "text/*"),
        fail_on="error",
        severity=(("names/*", "note"), ("names/misspelled", "off")),
        published=dt.date(2025, 12, 15),
        story="folder",
        format="json",
        source="The Example",
        desk="world",
        language="en",
    )
    assert found.root == tmp_path
    assert found.path == name


def test_nothing_written_is_the_default(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    found = load(tmp_path)
    assert (found.settings, found.root, found.path, found.problems) == (Settings(), tmp_path, None, ())
    assert {origin.where for origin in found.origins.values()} == {"default"}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"factlint.yml": "desk: top"}, "top", id="upward"),
        pytest.param({"factlint.yml": "desk: top", "a/factlint.yml": "desk: near"}, "near", id="nearest"),
        pytest.param({"pyproject.toml": "[tool.factlint]\ndesk = 'top'"}, "top", id="toml-upward"),
        pytest.param(
            {"a/pyproject.toml": "[tool.factlint]\ndesk = 'toml'", "a/factlint.yml": "desk: yml"}, "yml", id="yml-first"
        ),
        pytest.param(
            {"a/pyproject.toml": "[project]\nname = 'factlint'", "factlint.yml": "desk: top"}, "top", id="other-toml"
        ),
        pytest.param({"a/pyproject.toml": "broken [", "factlint.yml": "desk: top"}, "top", id="not-our-toml"),
        pytest.param({"factlint.yml": "desk: top", "a/.git/x": "", "a/c": ""}, None, id="not-beyond-the-repository"),
        pytest.param({"a/.git": "gitdir: x", "factlint.yml": "desk: top"}, None, id="not-beyond-a-worktree"),
        pytest.param({"a/.git/x": "", "a/factlint.yml": "desk: near"}, "near", id="in-the-repository"),
        pytest.param({"a/factlint.yml/x": "", "factlint.yml": "desk: top"}, "top", id="a-folder-of-that-name"),
        pytest.param({"a/factlint.yml": "", "factlint.yml": "desk: top"}, "top", id="an-empty-one-changes-nothing"),
        pytest.param({"a/factlint.yml": "\ufeffdesk: marked"}, "marked", id="byte-order-mark"),
    ],
)
def test_which_file_is_found(tmp_path: Path, files: dict[str, str], expected: str | None) -> None:
    (tmp_path / ".git").mkdir()
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / "a/b").mkdir(parents=True, exist_ok=True)
    found = load(tmp_path / "a/b")
    assert (found.settings.desk, found.problems) == (expected, ())


def test_the_command_line_beats_the_file_and_that_beats_the_default(tmp_path: Path) -> None:
    given_there = {"desk": "home", "fail_on": None, "ignore": (), "select": ("names/*",), "published": "2025-12-16"}
    found = configured(tmp_path, "factlint.yml", "desk: world\nfail_on: never\nignore: [text/*]\n", given_there)
    settings = found.settings
    assert (settings.desk, settings.fail_on, settings.ignore, settings.story) == ("home", "never", ("text/*",), "auto")
    assert settings.published == dt.date(2025, 12, 16)
    wheres = {name: origin.where for name, origin in found.origins.items()}
    assert (wheres["desk"], wheres["fail_on"], wheres["story"]) == ("command line", "factlint.yml:2:1", "default")


def test_rows_show_what_was_written_and_where(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    text = "rules: [desk]\n\nseverity: {names/*: note, style/*: off}\n"
    shown = {row.setting: (row.value, row.origin) for row in rows(configured(tmp_path, "factlint.yml", text))}
    assert list(shown) == [name for name in Settings.__dataclass_fields__ if name != "levels"]
    assert shown["rules"] == ("desk", "factlint.yml:1:1")
    assert shown["severity"] == ("names/*: note, style/*: off", "factlint.yml:3:1")
    assert shown["fail_on"] == ("warning", "default")
    assert shown["published"] == ("", "default")


def test_toml_settings_say_where_they_stand(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "archive").mkdir()
    wheres = {row.setting: row.origin for row in rows(configured(tmp_path, "pyproject.toml", TOML))}
    assert wheres["rules"] == "pyproject.toml:5:1"
    assert wheres["fail_on"] == "pyproject.toml:9:1"
    assert wheres["severity"] == "pyproject.toml:17:16"


def test_a_file_above_is_shown_from_where_the_user_is(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "factlint.yml").write_text("desc: x\n")
    (problem,) = load(tmp_path / "a").problems
    assert problem.path == "../factlint.yml"


@pytest.mark.parametrize(
    ("name", "text", "line", "column", "message", "hint"),
    [
        pytest.param("factlint.yml", "desk: a\nfail_no: x\n", 2, 1, "no key “fail_no”", "“fail_on”", id="unknown"),
        pytest.param("factlint.yml", "fail_on: eror\n", 1, 10, "cannot be “eror”", "“error”", id="choice"),
        pytest.param("factlint.yml", "story: [a]\n", 1, 8, "must be a text", "", id="list"),
        pytest.param("factlint.yml", "severity: note\n", 1, 11, "must be a group of keys", "", id="severity"),
        pytest.param("factlint.yml", "severity:\n  a/*: loud\n", 2, 8, "the severity of a/*", "", id="level"),
        pytest.param("factlint.yml", "published: soon\n", 1, 12, "must be a day", "", id="day"),
        pytest.param("factlint.yml", "select: {a: b}\n", 1, 9, "must be a list", "", id="select"),
        pytest.param(
            "factlint.yml", "rules:\n  - nope\n", 2, 5, "no such file or folder: nope", "the folder of", id="path"
        ),
        pytest.param("factlint.yml", 'rules: ["a\\0b"]\n', 1, 9, "no such file or folder", "", id="nul-in-path"),
        pytest.param("factlint.yml", "- a\n", 1, 1, "must be a group of keys", "", id="not-a-mapping"),
        pytest.param("factlint.yml", "desk: a: b\n", 1, 8, "not valid YAML", "", id="yaml"),
        pytest.param(
            "pyproject.toml", "[tool.factlint]\nfail-no = 1\n", 2, 1, "fail-no", "“fail_on”", id="toml-unknown"
        ),
        pytest.param("pyproject.toml", "[tool.factlint]\n\nstory = 'al'\n", 3, 1, "“al”", "“all”", id="toml-choice"),
        pytest.param("pyproject.toml", "[tool.factlint]\ndesk = \n", 2, 8, "not valid TOML", "", id="toml"),
        pytest.param("pyproject.toml", "[tool]\nfactlint = 3\n", 2, 1, "must be a group of keys", "", id="no-table"),
    ],
)
def test_a_fault_is_shown_at_its_place_and_the_rest_holds(
    tmp_path: Path, name: str, text: str, line: int, column: int, message: str, hint: str
) -> None:
    problem = problem_of(configured(tmp_path, name, text))
    assert (problem.path, problem.line, problem.column) == (name, line, column)
    assert message in problem.message
    assert hint in problem.hint


def test_a_faulty_setting_leaves_the_others(tmp_path: Path) -> None:
    found = configured(tmp_path, "factlint.yml", "desk: world\nstory: alll\nrules: [nope, .]\n")
    assert (found.settings.desk, found.settings.story, found.settings.rules) == ("world", "auto", (str(tmp_path),))
    assert len(found.problems) == 2


@pytest.mark.parametrize(
    ("config", "message"),
    [
        pytest.param("nope.yml", "no such configuration file", id="missing"),
        pytest.param("a", "this is a folder", id="folder"),
        pytest.param("latin.yml", "not UTF-8", id="encoding"),
        pytest.param("other.toml", "no table [tool.factlint]", id="toml-without-table"),
        pytest.param("a\0b", "cannot be read", id="nul"),
    ],
)
def test_a_named_configuration_that_cannot_be_read(tmp_path: Path, config: str, message: str) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "factlint.yml").write_text("desk: found\n")
    (tmp_path / "latin.yml").write_bytes("desk: café".encode("latin-1"))
    (tmp_path / "other.toml").write_text("[tool.other]\nx = 1\n")
    found = load(tmp_path, config)
    assert found.settings == Settings()
    assert message in problem_of(found).message


def test_a_named_configuration_replaces_the_found_one(tmp_path: Path) -> None:
    (tmp_path / "conf/desk").mkdir(parents=True)
    (tmp_path / "conf/night.yaml").write_text("rules: desk\n")
    found = configured(tmp_path, "factlint.yml", "desk: found\n")
    named = load(tmp_path, "conf/night.yaml")
    assert found.settings.desk == "found"
    assert (named.settings.desk, named.settings.rules) == (None, (str(tmp_path / "conf/desk"),))
    assert named.root == tmp_path / "conf"
    assert load(tmp_path, str(tmp_path / "conf/night.yaml")).settings == named.settings


def test_paths_of_the_command_line_count_from_the_working_directory(tmp_path: Path) -> None:
    (tmp_path / "a/extra").mkdir(parents=True)
    (tmp_path / "factlint.yml").write_text("reference: a\n")
    found = load(tmp_path / "a", None, {"reference": ("extra", "nope")})
    assert found.settings.reference == (str(tmp_path / "a/extra"),)
    problem = problem_of(found)
    assert (problem.path, problem.line, problem.column) == ("command line", None, None)
    assert "working directory" in problem.hint


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [("fail_on", "loud", "cannot be “loud”"), ("published", "soon", "must be a day"), ("desc", "x", "no key")],
)
def test_a_fault_on_the_command_line_has_no_line(tmp_path: Path, option: str, value: str, message: str) -> None:
    problem = problem_of(configured(tmp_path, "factlint.yml", "", {option: value}))
    assert message in problem.message
    assert problem.render().startswith("command line: error: ")


@given(st.text(max_size=60))
def test_no_configuration_raises(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    for name in ("factlint.yml", "pyproject.toml"):
        file = folder / name
        file.write_bytes(text.encode() if name == "factlint.yml" else f"[tool.factlint]\n{text}".encode())
        assert load(folder).settings.format
        file.unlink()


def test_find_parses_nothing_that_does_not_speak_of_factlint(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "pyproject.toml").write_text("this is no TOML at all")
    assert find(tmp_path) is None
