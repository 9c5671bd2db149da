"""Large files of knowledge are kept as they were read: what comes of them, and what is wrong, stays the same."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from factlint.cache import shelf, store
from factlint.knowledge import chunk, kinds, load
from factlint.knowledge.kept import Rows, repacked
from factlint.ruleset.load import rule_files
from factlint.ruleset.named import named
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
    monkeypatch.setattr(chunk, "CHUNK", 1)


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


LISTS = (
    ("a.csv", "wrong,right,desk\nHollm,Holm,\nHohlm,Holm,Sport;Politics\nhollm,Holm,\nEkk,Ek,\nEkk,Eke,Sport\n"),
    ("b.csv", "right;wrong\nHolme;Hollm\nDorn;Dorne\n"),
    ("c.csv", "right,wrong\nHolm,Hollm|Berger\n,Ekk\nEk,Hollm\n"),
)
PEOPLE = (
    ("d.yaml", "people:\n  - {name: Ann Berger, wrong: {Berger: [Bergher, Hohlm]}}\n  - {name: Carl Dorn}\n"),
    (
        "e.yaml",
        "people:\n  - {name: Carl Dorn, accepted: [Karl Dorn], wrong: {Dorn: [Dorne]}}\n  - {name: Eva Bergher}\n",
    ),
    ("f.yaml", "people:\n  - {name: Ann Berger, accepted: [Anne Berger]}\ndifferent: [[Dorn, Dorne]]\n"),
    (
        "g.yaml",
        "offices: [{key: x/head, title: Head, terms: [{holder: Carl Dorn, since: 2020-01-01}, {since: 2024-01-01}]}]",
    ),
)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_very_much_comes_to_what_little_comes_to(count: int) -> None:
    """Packed or not, read now or before: the same rows in the same order, the same problems, the same overrides."""
    for files in permutations((*LISTS, *PEOPLE), count):
        plain = load.load(files)
        assert same(load.load(files, base=BASE), plain), [path for path, _ in files]
        assert same(load.load(files, base=BASE), plain), [path for path, _ in files]


def test_what_is_packed_gives_the_same_objects_each_time() -> None:
    known = load.load([*LISTS[:2], *PEOPLE[:2]], base=BASE).knowledge
    for kind in ("person", "spelling"):
        assert len(known.each(kind)) == len(known.rows(kind))
        assert [id(row) for row in known.rows(kind)] == [id(row) for row in known.rows(kind)]
    more = known.extended({"spelling": known.rows("spelling")[:1]})
    assert tuple(more.rows("spelling")) == (*known.rows("spelling"), known.rows("spelling")[0])


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
    for rows, about in (
        ((), 7),
        ((7,), ()),
        ((("people", 3),), ("person",)),
        ((("person", (("x", b"y"),)),), ("person",)),
    ):
        shelf.put("entries", store.digest([BASE, *FIRST]), rows, (), about)
        assert same(load.load([FIRST], base=BASE), plain)


def test_who_bears_a_form_is_known_of_very_many_too() -> None:
    files = [
        *PEOPLE[:2],
        ("h.yaml", "people:\n  - {name: Dora Dorn}\n  - {name: An Li, surname: Li, accepted: [Ann Li, Dorn]}\n"),
    ]
    few, many = (named(load.load(files, base=base).knowledge) for base in (None, BASE))
    for form in ("Dorn", "dorn", "Carl Dorn", "KARL DORN", "Li", "Ann Li", "Berger", "Nobody", ""):
        assert many.bearers(form) == few.bearers(form)
    assert len(many.bearers("Dorn")) == 3


WRONG = "{name: Ann Berger, accepted: [Anne Berger], wrong: {Berger: [Bergher, Berg her], Ann Berger: [An Berger]}}"
LATER = (
    "{name: Eva Bergher}",
    "{name: An Berger Holm}",
    "{name: Eva Holm, accepted: [Berg]}",
    "{name: Ann Berger, wrong: {Berger: [Anne]}}",
    "{name: Eva Holm, wrong: {Holm: [Bergher]}}",
)


@pytest.mark.parametrize("base", [None, BASE], ids=["plain", "packed"])
@pytest.mark.parametrize("entry", LATER)
def test_what_gives_way_does_not_depend_on_how_many_others_there_are(entry: str, base: str | None) -> None:
    """A short file beside a long one is looked at from its own side, a long one beside a short from the other."""
    others = ", ".join(f"{{name: Nobody Else{number}}}" for number in range(5))
    few = load.load([("a.yaml", f"people: [{WRONG}, {others}]"), ("b.yaml", f"people: [{entry}]")], base=base)
    many = load.load([("a.yaml", f"people: [{WRONG}]"), ("b.yaml", f"people: [{entry}, {others}]")], base=base)
    assert few.knowledge.rows("person")[0] == many.knowledge.rows("person")[0]
    assert set(few.knowledge.rows("person")) == set(many.knowledge.rows("person"))
    assert set(few.knowledge.rows("spelling")) == set(many.knowledge.rows("spelling"))


def test_a_packed_row_is_as_it_was() -> None:
    text = (
        "people:\n  - {name: Ann Berger, born: 1970, alone: yes, checked: 2025-01-02, since: 2001-02-03, note: x}\n"
        "  - {name: Carl Dorn}\n  - {name: Eva Holm, wrong: {Holm: [Hollm]}, different: [Eva Hulm]}\n"
    )
    rows = load.load([("a.yaml", text)]).knowledge.rows("person")
    for row in rows:
        body = repacked(row)
        assert list(Rows(type(row), {row.key: body})) == [row]
        assert repacked(row, body) is body
        assert repacked(row, repacked(rows[1])) == (repacked(rows[1]) if row is rows[1] else body)
