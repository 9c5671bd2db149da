"""Knowledge in a file of the cache answers as knowledge in memory does, however much there is of it."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examined
from hypothesis import strategies as st

from factlint.knowledge import Knowledge, kinds, stored
from factlint.knowledge.load import load
from factlint.lang.similar import close

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KEY = "a" * 64
GIVEN = ("Anna", "Karel", "Bo", "Xí", "")
SURNAMES = ("Holm", "Hollm", "Novotny", "Novotný", "Li", "da Silva", "Witkoff", "Whitcoff")
TEXT = """
people:
  - {name: Anna Holm, accepted: [Anne Holm, Holmová], wrong: {Holm: [Hohlm]}, alone: yes, born: 1970, except: [x y]}
  - {name: Li Wei, surname: Li, checked: 2025-01-01, different: [Li Wai]}
places: [{name: Kyiv, other: [Kiev]}]
outlets: [{name: Reuters}]
events: [{name: the Change, date: 1989-11-09}]
organisations: [{name: Exland Bank, acronym: EB}]
different: [[Novotny, Novotni]]
offices: [{key: xx/head, title: Head, terms: [{holder: Anna Holm, since: 2020-01-01}]}]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path


def kept(knowledge: Knowledge) -> Knowledge:
    stored.put("knowledge", KEY, knowledge)
    found = stored.opened("knowledge", KEY)
    assert found is not None
    return found


def read(text: str) -> Knowledge:
    found = load([("a.yaml", text)])
    assert not found.problems, found.problems
    return found.knowledge


def test_all_rows_come_back() -> None:
    fresh = read(TEXT)
    again = kept(fresh)
    for kind in kinds():
        assert fresh.rows(kind), f"no {kind} to try"
        assert tuple(again.rows(kind)) == tuple(fresh.rows(kind))
        assert again.rows(kind)[0] is again.rows(kind)[0]
        assert again.rows(kind)[:1] == tuple(fresh.rows(kind))[:1]


@st.composite
def people(draw: st.DrawFn) -> str:
    names = draw(st.lists(st.sampled_from(list(product(GIVEN, SURNAMES))), unique=True, min_size=1, max_size=12))
    entries = [
        f'  - {{name: "{f"{given} {surname}".strip()}", surname: "{surname}", alone: {draw(st.sampled_from(["yes", "no"]))}}}'
        for given, surname in names
    ]
    return "people:\n" + "\n".join(entries)


@examined(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(people())
def test_every_look_up_finds_the_same(text: str) -> None:
    fresh = load([("a.yaml", text)]).knowledge
    again = kept(fresh)
    for name, kind in kinds().items():
        for lookup, texts_of in kind.lookups.items():
            asked = {one for row in fresh.rows(name) for one in texts_of(row)} | {"", "nobody"}
            for one in sorted(asked):
                assert again.found(name, lookup, one) == fresh.found(name, lookup, one)
                assert again.count(name, lookup, one) >= len(fresh.found(name, lookup, one))
    for word, edits in product((*SURNAMES, "Holn", "Silva", "Xyz"), (1, 2)):
        near = again.near("person", "surname", word, edits)
        assert near is not None
        wanted = {row for row in fresh.rows("person") if close(word, row.surname, edits)}
        assert wanted <= set(near)


def test_what_is_not_looked_up_is_said() -> None:
    again = kept(read(TEXT))
    assert again.looks_up("person", "surname")
    assert not again.looks_up("person", "born")
    assert again.near("person", "given", "Anna", 1) is None
    assert again.near("person", "surname", "Holm", 3) is None


# -- from outside: a desk with a long list


def long_list(count: int) -> str:
    syllables = ["ba", "ke", "li", "mo", "nu", "ra", "so", "ti", "vu", "ze"]
    names = ["".join(syllables[int(digit)] for digit in f"{number:04}").capitalize() for number in range(count)]
    return "people:\n" + "".join(
        f"  - {{name: Jan {name}, accepted: [J. {name}], wrong: {{{name}: [{name}q, {name} the Elder]}}}}\n"
        for name in names
    )


ARTICLE = """\
The mediator Jan Bakelimoq spoke to Jan Kelimonu the Elder for two hours on Monday, officials said.
Jan Kelimone and Jon Kelimora left early, and Jan Limobake stayed. “The Bakelimoq plan is dead,” she said.
BAKELIMOQ TO STAY
"""


def test_a_long_list_is_found_warm_as_cold(tmp_path: Path, factlint: Callable[..., Any]) -> None:
    """The first run reads the files; the later ones look up what the text asks for; without a cache all is in memory."""
    (tmp_path / "factlint.yml").write_text("rules: [desk/]\n")
    (tmp_path / "desk" / "knowledge").mkdir(parents=True)
    (tmp_path / "desk" / "knowledge" / "people.yaml").write_text(long_list(2_500))
    (tmp_path / "a.txt").write_text(ARTICLE)
    runs = [factlint("check", "a.txt", "--format", "jsonl").out for _ in range(3)]
    assert runs[0].count("names/misspelled") == 2
    assert runs[0] == runs[1] == runs[2]
    shown = factlint("facts", "a.txt", "--format", "jsonl").out
    assert '"entity": "jan-limobake"' in shown


def test_without_a_cache_the_same_is_found(
    tmp_path: Path, factlint: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "factlint.yml").write_text("rules: [desk/]\n")
    (tmp_path / "desk" / "knowledge").mkdir(parents=True)
    (tmp_path / "desk" / "knowledge" / "people.yaml").write_text(long_list(60))
    (tmp_path / "a.txt").write_text(ARTICLE.replace("Bakelimoq", "Bababakeq").replace("BAKELIMOQ", "BABABAKEQ"))
    with_cache = factlint("check", "a.txt", "--format", "jsonl").out
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "file" / "none"))
    assert factlint("check", "a.txt", "--format", "jsonl").out == with_cache != ""


def test_very_many_places_are_read_as_few_are(
    tmp_path: Path, factlint: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are looked up one by one then, and only those with demonyms or phrases of their own are read at all."""
    (tmp_path / "desk" / "knowledge").mkdir(parents=True)
    entries = "{name: Umbra, other: [Umbria], except: [old Umbria]}, {name: Zetania, kind: country, demonym: [Zetan]}"
    (tmp_path / "desk" / "knowledge" / "places.yaml").write_text(f"places: [{entries}]\n", encoding="utf-8")
    (tmp_path / "factlint.yml").write_text("rules: [desk]\n", encoding="utf-8")
    text = "The Zetan minister Karel Holm flew from Zetania to Umbria on Monday. Old Umbria was shut. Umbra and Kyiv, too.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    commands = (("facts", "--format", "jsonl", "a.txt"), ("check", "--format", "jsonl", "a.txt"))
    few = [factlint(*command).out for command in commands]
    assert "Umbria is Umbra in our style" in few[1]
    monkeypatch.setattr("factlint.annotations.names.index._MANY_PLACES", 0)
    assert [factlint(*command).out for command in commands] == few


# -- what is made of knowledge


def test_what_is_made_of_it_is_kept_beside_it() -> None:
    made: list[Knowledge] = []

    def names(knowledge: Knowledge) -> set[str]:
        made.append(knowledge)
        return {person.name for person in knowledge.rows("person")}

    known = read(TEXT)
    assert known.kept("names", names) == known.kept("names", names)
    first = kept(known)
    assert first.kept("names", names) == first.kept("names", names) == known.kept("names", names)
    assert len(made) == 2
    again = stored.opened("knowledge", KEY)
    assert again is not None
    assert again.kept("names", names) == {"Anna Holm", "Li Wei"}
    assert len(made) == 2, "another process finds it in the cache"


def test_what_was_kept_and_damaged_is_made_again(folder: Path) -> None:
    known = kept(read(TEXT))
    assert known.kept("count", lambda knowledge: len(knowledge.rows("person"))) == 2
    [path] = (folder / "cache").glob("knowledge-count-*")
    path.write_bytes(path.read_bytes()[:-1])
    again = stored.opened("knowledge", KEY)
    assert again is not None
    assert again.kept("count", lambda knowledge: len(knowledge.rows("person"))) == 2
