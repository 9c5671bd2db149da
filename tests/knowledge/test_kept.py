"""Large files of knowledge are kept as they were read: what comes of them, and what is wrong, stays the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.cache import store
from factlint.knowledge import kinds, load
from factlint.ruleset.load import rule_files
from factlint.ruleset.shipped import shipped_rules

if TYPE_CHECKING:
    from pathlib import Path

BASE = "b" * 64
FIRST = ("a.yaml", "people:\n  - {name: Ann Berger, wrong: [An Berger]}\n  - {name: Carl Dorn, given: [Karl]}\n")
SECOND = ("b.yaml", "people:\n  - {name: Ann Berger, also: [Annie Berger]}\nplaces:\n  - {name: Exampleton}\n")


@pytest.fixture(autouse=True)
def every_file_is_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(load, "LARGE", 0)


def same(one: load.Loaded, other: load.Loaded) -> bool:
    rows = all(tuple(one.knowledge.rows(kind)) == tuple(other.knowledge.rows(kind)) for kind in kinds())
    return rows and (one.problems, one.overridden) == (other.problems, other.overridden)


def test_what_ships_is_the_same_from_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    files, _ = rule_files([(shipped_rules(), "rules")])
    texts = [(file.shown, file.text) for file in files if file.is_knowledge]
    plain = load.load(texts)
    assert same(load.load(texts, base=BASE), plain)
    monkeypatch.setattr(load, "read_file", lambda path, text: pytest.fail(f"{path} is read again"))
    assert same(load.load(texts, base=BASE), plain)


def test_a_fault_is_told_at_its_place_in_a_file_from_the_cache() -> None:
    load.load([FIRST], base=BASE)
    # The second file calls right what the first calls wrong; which of them is told does not depend on the cache.
    other = ("c.yaml", "people:\n  - {name: An Berger}\n")
    for files in ([FIRST, other], [other, FIRST], [FIRST, SECOND, other]):
        assert same(load.load(files, base=BASE), load.load(files))
        assert same(load.load(files, base=BASE), load.load(files))


def test_a_file_with_problems_is_not_kept_and_a_damaged_one_is_read_again(tmp_path: Path) -> None:
    broken = ("d.yaml", "people:\n  - {nome: Ann}\n")
    assert load.load([broken], base=BASE).problems == load.load([broken], base=BASE).problems != ()
    plain = load.load([FIRST], base=BASE)
    for path in tmp_path.glob("entries-*"):
        path.write_bytes(b"noise")
    assert same(load.load([FIRST], base=BASE), plain)
    for value in ((), 7, (("people", 3),), (("nobody", ()),)):
        store.put("entries", store.digest([BASE, *FIRST]), value)
        load.load([FIRST], base=BASE)
