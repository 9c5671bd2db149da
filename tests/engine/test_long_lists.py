"""A list of very many forms is asked row by row, and answers as a short one does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.engine.forms import MANY, Forms, of_field, together
from factlint.knowledge import Knowledge, stored
from factlint.knowledge.load import load

if TYPE_CHECKING:
    from pathlib import Path


def wrong(number: int) -> str:
    """A word of letters alone: figures would part it."""
    return "Lynd" + "".join("abcdefghij"[int(figure)] for figure in str(number))


def desk(size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Knowledge, Knowledge]:
    """So many people with one wrong spelling each: in memory, and from the cache."""
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "cache"))
    people = "".join(f"  - {{name: Ada Lind{n}, wrong: {{Lind{n}: [{wrong(n)}]}}}}\n" for n in range(size))
    fresh = load([("a.yaml", "places: [{name: Kyiv, other: [Kiev]}]\npeople:\n" + people)]).knowledge
    stored.put("knowledge", "a" * 64, fresh)
    kept = stored.opened("knowledge", "a" * 64)
    assert kept is not None
    return fresh, kept


@pytest.mark.parametrize("size", [MANY - 1, MANY, MANY + 1], ids=["fewer", "few", "many"])
def test_many_forms_are_those_that_few_would_be(size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh, kept = desk(size, tmp_path, monkeypatch)
    name = next(row.list for row in fresh.rows("spelling") if row.wrong == "Lyndh")
    for constant in (None, ("list", name)):
        short, long = (of_field(one, "spelling", "wrong", constant) for one in (fresh, kept))
        assert bool(short.plain)
        assert not short.lists
        rows = size + (constant is None)  # and the place
        assert bool(long.lists) is (rows > MANY)
        assert bool(long.plain) is (rows <= MANY)
        for form in ("Lyndh", wrong(size - 1), "lyndh", "Lind7", "Lynd", "Kiev", ""):
            assert (form in long) is (form in short), form
        assert ("Kiev" in short) is (constant is None)
        for one in long.lists:
            assert list(one.beginning("Lyndh")) == ["Lyndh"]
            assert not list(one.beginning("Lynd"))
    other = of_field(kept, "spelling", "wrong", ("list", "no such list"))
    assert "Lyndh" in other


def test_another_constant_leaves_a_form_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, kept = desk(MANY + 1, tmp_path, monkeypatch)
    [long] = of_field(kept, "spelling", "wrong", ("list", "people")).lists
    other = type(long)(long.knowledge, long.kind, long.name, ("list", "no such list"))
    assert "Lyndh" in long
    assert "Lyndh" not in other
    assert not list(other.beginning("Lyndh"))


def test_several_sources_are_one() -> None:
    both = together([Forms(frozenset({"a"})), Forms(frozenset({"b"}))])
    assert both == Forms(frozenset({"a", "b"}))
