"""A desk that follows the README: what ships stays, the desk's word is added, and the program says so."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
SNIPPETS = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)


def snippet(start: str) -> str:
    """The YAML of the README that begins with some words."""
    return next(text for text in SNIPPETS if text.startswith(start))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with all that the README has the copy editor write."""
    places = re.search(r"`(places: \[.*?\])`", README)
    assert places
    files = {
        "factlint.yml": snippet("rules: [desk/]"),
        "desk/knowledge/people.yaml": snippet("people:"),
        "desk/knowledge/places.yaml": places[1],
        "desk/style/house.yaml": snippet("rules:\n"),
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("desk")
def test_every_example_still_holds(factlint: Callable[..., Any]) -> None:
    ended = factlint("test")
    assert (ended.code, ended.err) == (0, ""), ended.out


def test_what_ships_stays(desk: Path, factlint: Callable[..., Any]) -> None:
    text = "The fans of Dynamo Kiev sang as the envoy, Steve Whitkoff, left the ground with Steven C. Witkoff.\n"
    (desk / "a.txt").write_text(text, encoding="utf-8")
    ended = factlint("check", "a.txt")
    assert "Whitkoff should be Witkoff" in ended.out
    assert "1 article: 1 error" in ended.out


@pytest.mark.usefixtures("desk")
def test_config_says_what_adds_to_what(factlint: Callable[..., Any]) -> None:
    lines = [
        "person steve-witkoff: desk/knowledge/people.yaml adds to rules/knowledge/people.yaml",
        "place kyiv: desk/knowledge/places.yaml adds to rules/knowledge/places.yaml",
        "rule style/us: desk/style/house.yaml replaces rules/style/mixed-forms.yaml",
    ]
    # The second time from the cache.
    for _ in range(2):
        assert factlint("config").out.splitlines()[-3:] == lines


def test_a_desk_that_calls_a_shipped_wrong_form_right_breaks_no_shipped_example(
    tmp_path: Path, factlint: Callable[..., Any]
) -> None:
    """Nor does its own rule of a shipped id lose what the desk knows."""
    (tmp_path / "desk" / "knowledge").mkdir(parents=True)
    (tmp_path / "desk" / "names").mkdir()
    (tmp_path / "factlint.yml").write_text("rules: [desk]\n", encoding="utf-8")
    (tmp_path / "desk" / "knowledge" / "own.yaml").write_text(
        "places: [{name: Kiev}]\npeople: [{name: Anna Whitcoff}]\n", encoding="utf-8"
    )
    assert factlint("test").code == 0
    rule = (
        "severity: warning\n"
        "find: from word w, spelling s where s.list = 'places' and w.form = s.wrong\n"
        "message: no\n"
        "examples: {bad: ['They flew to [[Kiev]] on Monday.'], good: [They flew on Monday.]}\n"
    )
    (tmp_path / "desk" / "names" / "place-style.yaml").write_text(rule, encoding="utf-8")
    ended = factlint("test")
    assert ended.code == 1
    assert ended.out.startswith("missing: names/place-style")
