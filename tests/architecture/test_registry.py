"""Plug-ins by name: the one that is asked for is imported, and no other."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from factlint.registry import PlugIns

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    folder = tmp_path / "some_plug_ins"
    folder.mkdir()
    (folder / "__init__.py").touch()
    for name in ("bees", "ants"):
        (folder / f"{name}.py").write_text(f"KIND = {name!r}\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    import some_plug_ins  # type: ignore[import-not-found]

    yield some_plug_ins
    for name in [name for name in sys.modules if name.startswith("some_plug_ins")]:
        del sys.modules[name]


def test_knows_all_names_and_loads_none(package: ModuleType) -> None:
    found: PlugIns[str] = PlugIns(package, "KIND", lambda name: name[:-1])
    assert list(found) == ["ant", "bee"]
    assert len(found) == 2
    assert "ant" in found
    assert "ants" not in found
    assert "some_plug_ins.ants" not in sys.modules


def test_loads_the_one_that_is_asked_for(package: ModuleType) -> None:
    found: PlugIns[str] = PlugIns(package, "KIND", lambda name: name[:-1])
    assert found["bee"] == "bees"
    assert "some_plug_ins.ants" not in sys.modules
    assert dict(found) == {"ant": "ants", "bee": "bees"}


def test_what_is_not_there_is_no_plug_in(package: ModuleType) -> None:
    found: PlugIns[str] = PlugIns(package, "KIND", lambda name: name[:-1])
    assert found.get("cat") is None
    with pytest.raises(KeyError):
        found["cat"]
