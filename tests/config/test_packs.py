"""Packs: found by name or folder, at the version that is asked for, and owned by somebody."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from factlint import __version__

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RULES = "rules:\n  - {spell: {Witkoff: [Whitcoff]}, id: names/desk}\n"
ABOUT = {"name": "ap-style", "version": "1.2.0", "owner": "Standards desk"}


def pack(folder: Path, rules: str = RULES, **about: str | None) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    said = {**ABOUT, **about}
    (folder / "pack.yml").write_text("".join(f'{key}: "{value}"\n' for key, value in said.items() if value is not None))
    (folder / "desk.yaml").write_text(rules)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an installed pack; importing it would fail."""
    site = tmp_path / "site"
    pack(site / "ap_rules")
    (site / "ap_rules" / "__init__.py").write_text("raise AssertionError('a pack is data')\n")
    about = site / "ap_rules-9.9.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: ap-rules\nVersion: 9.9\n")
    (about / "entry_points.txt").write_text("[factlint.packs]\nap-style = ap_rules\n")
    monkeypatch.setattr(sys, "path", [str(site), *sys.path])
    return site / "ap_rules"


def configured(folder: Path, *packs: str, more: str = "") -> None:
    (folder / "factlint.yml").write_text(f"packs: [{', '.join(packs)}]\n{more}")
    (folder / "a.txt").write_text("Steve Whitcoff came.\n")


def rule_of(ended: Any) -> dict[str, Any]:
    records = [json.loads(line) for line in ended.out.splitlines()]
    return next(one for one in records if one["id"] == "names/desk")


@pytest.mark.parametrize("wish", ["ap-style", "AP_Style", "'ap-style>=1.2'", "'ap-style >= 1, < 2'", "'ap-style==1.2'"])
def test_an_installed_pack(factlint: Callable[..., Any], tmp_path: Path, installed: Path, wish: str) -> None:
    configured(tmp_path, wish, more="select: [names/desk]\n")
    ended = factlint("check", "a.txt")
    assert (ended.code, ended.err, "Whitcoff should be Witkoff" in ended.out) == (1, "", True)
    rule = rule_of(factlint("rules", "--format", "jsonl"))
    assert {key: rule[key] for key in ("pack", "version", "owner", "path")} == {
        "pack": "ap-style", "version": "1.2.0", "owner": "Standards desk", "path": "ap-style/desk.yaml",
    }  # fmt: skip
    assert "[ap-style 1.2.0, Standards desk]" in factlint("rules").out


def test_a_folder_and_its_place_among_the_rules(factlint: Callable[..., Any], tmp_path: Path) -> None:
    pack(tmp_path / "shared", requires=f">={__version__}")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "mine.yaml").write_text(RULES.replace("Whitcoff", "Whitkoff"))
    configured(tmp_path, "./shared", more="rules: own\nselect: [names/desk]\n")
    assert "pack" not in rule_of(factlint("rules", "--format", "jsonl"))
    ended = factlint("config")
    assert (ended.code, "rule names/desk: own/mine.yaml replaces shared/desk.yaml" in ended.out) == (0, True)


@pytest.mark.parametrize(
    ("wish", "about", "said"),
    [
        ("ap-stile", {}, "did you mean “ap-style”?"),
        ("'ap-style>=1.3'", {}, "is version 1.2.0, and ap-style>=1.3 is asked for"),
        ("'ap-style<1.2'", {}, "install that version of the pack"),
        ("'ap-style>=new'", {}, "write it as ap-style>=1.2,<2"),
        ("'>=1'", {}, "write ap-style, ap-style>=1.2 or ./desk"),
        ("ap-style", {"requires": ">=99"}, f"needs factlint >=99, and this is {__version__}"),
        ("ap-style", {"requires": "new"}, "is no version of factlint"),
        ("ap-style", {"owner": None}, "add owner: to ap-style/pack.yml"),
        ("ap-style", {"version": "one"}, "write numbers with stops between them"),
        ("ap-style", {"name": "other"}, "calls itself “other”"),
        ("ap-style", {"versoin": "1"}, "did you mean “version”?"),
        ("./nowhere", {}, "there is no folder nowhere"),
        ("./empty", {}, "a pack needs this file"),
        ("ap-style, ./site/ap_rules", {}, "two packs are called “ap-style”"),
    ],
    ids=str,
)
def test_a_pack_that_is_missing_or_wrong(
    factlint: Callable[..., Any], tmp_path: Path, installed: Path, wish: str, about: dict[str, str | None], said: str
) -> None:
    pack(installed, **about)
    (tmp_path / "empty").mkdir()
    configured(tmp_path, wish)
    ended = factlint("check", "a.txt")
    assert ended.code == 2
    assert said in ended.out + ended.err


def test_nothing_is_written_into_a_pack(factlint: Callable[..., Any], tmp_path: Path) -> None:
    pack(tmp_path / "shared")
    (tmp_path / "shared" / "knowledge").mkdir()
    (tmp_path / "shared" / "knowledge" / "names.yaml").write_text("people:\n  - {name: Karel Novotny}\n")
    configured(tmp_path, "./shared")
    before = (tmp_path / "shared" / "knowledge" / "names.yaml").read_text()
    assert factlint("add", "Karel Novotny", "--not", "Novotnny").code == 0
    assert (tmp_path / "shared" / "knowledge" / "names.yaml").read_text() == before
    assert "Novotnny" in (tmp_path / "factlint-rules" / "knowledge" / "names.yaml").read_text()
