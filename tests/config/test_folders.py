"""Settings in layers: the user's, those of folders, and severities for desks, outlets and paths."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest

from factlint.config import load
from factlint.config.levels import level_anywhere, level_in, level_of
from factlint.config.settings import Level, Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RULES = """\
rules:
  - {spell: {Witkoff: [Whitcoff]}, id: names/desk}
  - {prefer: {Kyiv: Kiev}, id: style/desk}
  - {prefer: {Odesa: Odessa}, id: style/off, severity: off}
"""
TEXT = "Steve Whitcoff came to Kiev from Odessa.\n"


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Writes files of a repository; the user's own settings are in ``home``."""
    (tmp_path / ".git").mkdir()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))

    def files(**texts: str) -> None:
        for name, text in texts.items():
            path = tmp_path / name.replace("__", "/").replace("_yml", ".yml").replace("_txt", ".txt")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    files(rules__desk_yml=RULES)
    return files


def severities(factlint: Callable[..., Any], *arguments: str) -> dict[str, str]:
    ended = factlint("check", *arguments, "--format", "json")
    document = json.loads(ended.out)
    assert document["errors"] == []
    return {f"{one['path']} {one['rule']}": one["severity"] for one in document["findings"]}


def test_each_layer_beats_those_below(write: Callable[..., None], tmp_path: Path) -> None:
    write(
        home__factlint__config_yml="desk: mine\nlanguage: en\nformat: json\n",
        factlint_yml="desk: world\nsource: The Example\nformat: csv\n",
        wire__factlint_yml="desk: wire\n",
    )
    there = load(tmp_path / "wire", None, {"format": "sarif"})
    settings = there.settings
    assert not there.problems
    assert (settings.desk, settings.source, settings.language, settings.format) == (
        "wire",
        "The Example",
        "en",
        "sarif",
    )
    assert there.root == tmp_path
    above = load(tmp_path)
    assert above.settings.desk == "world"
    assert above.folders is not None
    below = above.folders.of(tmp_path / "wire" / "2026")
    assert below is not None
    assert below.settings.desk == "wire"
    assert above.folders.of(tmp_path / "other") is None
    named = load(tmp_path, "wire/factlint.yml").settings
    assert (named.desk, named.source) == ("wire", None)


def test_what_holds_for_a_run_is_not_set_in_a_folder(write: Callable[..., None], tmp_path: Path) -> None:
    write(factlint_yml="desk: world\n", wire__factlint_yml="fail_on: note\n")
    (problem,) = load(tmp_path / "wire").problems
    assert (problem.path, problem.line, "holds for a whole run" in problem.message) == ("factlint.yml", 1, True)


def test_metadata_of_a_folder_fills_gaps(
    write: Callable[..., None], factlint: Callable[..., Any], tmp_path: Path
) -> None:
    write(
        factlint_yml="published: 2026-01-01\ndesk: world\n",
        wire__factlint_yml="desk: wire\n",
        wire__a_txt=TEXT,
        wire__b_txt="---\ndesk: own\n---\n" + TEXT,
        c_txt=TEXT,
    )
    from factlint.app.articles import gathered
    from factlint.app.session import opened

    corpus = gathered(opened(tmp_path), ("wire", "c.txt"))
    assert {one.path: (one.metadata.desk, one.metadata.published) for one, _ in corpus.articles} == {
        "c.txt": ("world", dt.date(2026, 1, 1)),
        "wire/a.txt": ("wire", dt.date(2026, 1, 1)),
        "wire/b.txt": ("own", dt.date(2026, 1, 1)),
    }


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ("names/desk: note", {"a": "note", "wire/a": "note", "wire/s": "note"}),
        ("names/desk: {level: note, paths: wire/}", {"a": "error", "wire/a": "note", "wire/s": "note"}),
        ("names/*: {level: off, for: Sport}", {"a": "error", "wire/a": "error"}),
        ("names/desk: [note, {level: error, for: sport}]", {"a": "note", "wire/a": "note", "wire/s": "error"}),
        (
            "names/desk: [{level: 'off', paths: 'wire/*'}, {level: warning, paths: wire/s.txt}]",
            {"a": "error", "wire/s": "warning"},
        ),
        ("names/desk: {level: off, for: sport, paths: a.txt}", {"a": "error", "wire/a": "error", "wire/s": "error"}),
    ],
    ids=["all", "path", "desk", "the narrower wins", "the later wins", "both must hold"],
)
def test_severity_by_desk_and_path(
    write: Callable[..., None], factlint: Callable[..., Any], config: str, expected: dict[str, str]
) -> None:
    write(
        factlint_yml=f"rules: [rules]\nselect: ['*/desk', style/*]\nseverity:\n  {config}\n",
        a_txt=TEXT, wire__a_txt=TEXT, wire__s_txt="---\ndesk: sport\n---\n" + TEXT,
    )  # fmt: skip
    found = severities(factlint, "a.txt", "wire")
    assert {name.split(".")[0]: level for name, level in found.items() if name.endswith(" names/desk")} == expected
    assert sum(name.endswith(" style/desk") for name in found) == 3


def test_severity_of_a_folder(write: Callable[..., None], factlint: Callable[..., Any]) -> None:
    write(
        factlint_yml="rules: [rules]\nselect: ['*/desk']\n",
        wire__factlint_yml="severity: {names/*: note}\nignore: style/*\n",
        a_txt=TEXT, wire__a_txt=TEXT,
    )  # fmt: skip
    assert severities(factlint, ".") == {
        "a.txt names/desk": "error", "a.txt style/desk": "warning", "wire/a.txt names/desk": "note",
    }  # fmt: skip


def test_a_rule_that_is_off_may_be_on_for_some(write: Callable[..., None], factlint: Callable[..., Any]) -> None:
    write(
        factlint_yml="rules: [rules]\nselect: ['style/*']\nseverity: {style/off: {level: warning, paths: wire/}}\n",
        a_txt=TEXT, wire__a_txt=TEXT,
    )  # fmt: skip
    found = severities(factlint, ".")
    assert [name for name in found if "style/off" in name] == ["wire/a.txt style/off"]


@pytest.mark.parametrize(
    ("config", "column", "said"),
    [
        ("names/*: {levle: note}", 11, "did you mean “level”?"),
        ("names/*: {for: sport}", 10, "needs “level”"),
        ("names/*: {level: loud}", 18, "cannot be “loud”"),
        ("names/*: [note, loud]", 17, "cannot be “loud”"),
        ("name/*: note", 1, "no rule is called “name/*”"),
    ],
    ids=["key", "no level", "level", "list", "glob"],
)
def test_a_faulty_severity(
    write: Callable[..., None], factlint: Callable[..., Any], config: str, column: int, said: str
) -> None:
    write(factlint_yml=f"severity:\n  {config}\n", a_txt=TEXT)
    ended = factlint("check", "a.txt")
    assert ended.code == 2
    assert said in ended.out + ended.err
    assert f"factlint.yml:2:{column + 2 if column > 1 else ''}" in ended.out + ended.err or column == 1


def test_config_of_an_article_tells_what_each_value_took_the_place_of(
    write: Callable[..., None], factlint: Callable[..., Any]
) -> None:
    write(
        home__factlint__config_yml="desk: mine\n",
        factlint_yml="desk: world\nseverity: {names/*: note}\n",
        wire__factlint_yml="desk: wire\nseverity: {style/*: {level: off, for: sport}}\n",
        wire__a_txt=TEXT,
    )
    ended = factlint("config", "wire/a.txt")
    assert (ended.code, ended.err) == (0, "")
    lines = [" ".join(line.split()) for line in ended.out.splitlines()]
    at = lines.index("desk wire wire/factlint.yml:1:1")
    assert lines[at + 1 : at + 4] == [
        "over world factlint.yml:1:1", "over mine home/factlint/config.yml:1:1", "language (none) default",
    ]  # fmt: skip
    at = lines.index("severity style/*: (level: off, for: sport) wire/factlint.yml:2:1")
    assert lines[at + 1] == "with names/*: note factlint.yml:2:1"
    assert "desk world factlint.yml:1:1" in [" ".join(line.split()) for line in factlint("config").out.splitlines()]
    assert factlint("config", "nope.txt").code == 2


def test_levels() -> None:
    settings = Settings(severity=(("style/*", "off"),), levels=(Level("style/a", "note", ("sport",), ("/x/*",)),))
    assert level_of("style/a", "error", settings) == "off"
    assert level_anywhere("style/a", "error", settings) == "note"
    assert level_anywhere("style/b", "error", settings) == "off"
    assert level_in("style/a", "error", settings, "/x/y/a.txt", {"sport"}) == "note"
    assert level_in("style/a", "error", settings, "/x/y/a.txt", {"world"}) == "off"
    assert level_in("style/a", "error", settings, "/y/a.txt", {"sport"}) == "off"


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("severity: {style/of: note}", "no rule is called “style/of”"),
        ("severity: {style/off: note}", "style/off is off in this run"),
        ("fail_on: note", "holds for a whole run"),
    ],
    ids=["no such rule", "a rule that does not run", "not for a folder"],
)
def test_a_fault_in_a_folder(write: Callable[..., None], factlint: Callable[..., Any], config: str, said: str) -> None:
    write(factlint_yml="rules: [rules]\n", wire__factlint_yml=config + "\n", wire__a_txt=TEXT, b_txt=TEXT)
    ended = factlint("check", "wire", "b.txt")
    assert ended.code == 2
    assert (ended.out + ended.err).count(said) == 1
    assert "wire/factlint.yml:1:" in ended.out + ended.err
    assert factlint("check", "b.txt").code == 1


def test_the_configuration_may_end_with_yaml(tmp_path: Path, factlint: Callable[..., Any]) -> None:
    (tmp_path / "factlint.yaml").write_text("desk: world\n", encoding="utf-8")
    assert load(tmp_path).settings.desk == "world"
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert "factlint.yaml" not in factlint("check", ".").err


def test_of_two_configurations_in_one_folder_the_second_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "factlint.yml").write_text("desk: world\n", encoding="utf-8")
    (tmp_path / "factlint.yaml").write_text("desk: sport\n", encoding="utf-8")
    found = load(tmp_path)
    assert found.settings.desk == "world"
    (problem,) = found.problems
    assert (problem.path, problem.message) == ("factlint.yml", "factlint.yaml in the same folder is not read")
