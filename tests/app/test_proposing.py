"""Mining an archive: bounded, in parts, and careful about what it calls one name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.app.proposing import archive as archive_module
from factlint.app.proposing.alike import ONE_PERSON, TWO_PEOPLE, edits, near_pairs
from factlint.app.proposing.archive import Archive
from factlint.app.proposing.tally import Form, Span, Tally
from factlint.app.session import opened
from factlint.article import Article, Metadata
from factlint.engine.run import Engine

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.app.proposing.alike import Pair


def form(name: str, articles: int = 1, titles: tuple[str, ...] = (), beside: tuple[int, ...] = ()) -> Form:
    given, _, surname = name.rpartition(" ")
    made = Form(given, surname, uses=Span(articles), articles=articles)
    made.titles.update((title, Span(1)) for title in titles)
    made.companions.extend(beside)
    return made


def pairs(*forms: Form) -> list[Pair]:
    return list(near_pairs(forms))


def engine() -> Engine:
    from pathlib import Path

    return Engine((), opened(Path.cwd()).knowledge)


# -- one person, or two


def test_a_slip_beside_a_frequent_name_is_one_person() -> None:
    [pair] = pairs(form("Karel Novotnny", 1, ("envoy",), (1, 2)), form("Karel Novotny", 9, ("UN envoy",), (1, 2, 3)))
    assert (pair.usual.name, pair.rare.name, pair.surnames) == ("Karel Novotny", "Karel Novotnny", True)
    assert pair.odds >= ONE_PERSON


def test_two_frequent_names_in_other_company_are_two_people() -> None:
    others = [form(f"John {surname}") for surname in ("Baker", "Smith", "Miller")]
    kerry = form("John Kerry", 9, ("minister",), (1, 2, 3))
    found = pairs(kerry, form("John Terry", 8, ("striker",), (4, 5, 6)), *others)
    assert [(pair.rare.name, pair.odds <= TWO_PEOPLE, pair.two) for pair in found] == [("John Terry", True, True)]
    found = pairs(kerry, form("John Terry", 8, ("minister",), (4, 5, 6)), *others)
    assert [pair.two for pair in found] == [False]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Karel Novotny", "Helga Novotna"), ("Karel Novotny", "Karel Berger"), ("Bo Ek", "Bo Elk"), ("Jo Li", "Jo Lu")],
    ids=["nothing shared", "far", "short", "very short"],
)
def test_what_is_not_near_is_no_pair(one: str, other: str) -> None:
    assert pairs(form(one), form(other)) == []


def test_a_plural_is_no_misspelling() -> None:
    [pair] = pairs(form("Karel Novotny", 9, (), (1, 2)), form("Karel Novotnys", 1, (), (1, 2)))
    assert pair.odds < ONE_PERSON


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("novotny", "novotnny", 1), ("novotny", "novtony", 1), ("khodorkovsky", "khordokovsky", 2),
        ("zelensky", "zelenskiy", 1), ("zhukov", "jukov", 2), ("gates", "gatsby", 0), ("ek", "elk", 0), ("same", "same", 0),
    ],
)  # fmt: skip
def test_edits(one: str, other: str, count: int) -> None:
    assert edits(one, other) == edits(other, one) == count


NAMES = st.builds("{} {}".format, st.sampled_from(["Jan", "Karel"]), st.text("nov", min_size=3, max_size=6))


@given(st.lists(NAMES, unique=True, max_size=25))
def test_every_pair_comes_once_in_any_order(names: list[str]) -> None:
    there, back = (
        sorted((pair.usual.name, pair.rare.name, pair.surnames, round(pair.odds, 9)) for pair in near_pairs(forms))
        for forms in ([form(name) for name in names], [form(name) for name in reversed(names)])
    )
    assert there == back
    assert len({frozenset(pair[:2]) for pair in there}) == len(there)


# -- bounded


def article(number: int, text: str) -> Article:
    return Article("a.jsonl", f"{number:06}", text, Metadata())


def test_the_rarest_and_oldest_forms_are_forgotten_first() -> None:
    tally, reader = Tally(most=20), engine()
    letters = "abcdefghijklmnopqrstuvwxyz"
    for number in range(120):
        rare = f"B{letters[number % 26]}r{letters[number // 26]}ner"
        text = f"The minister Karel Novotny met the minister Jan {rare} in the town hall on Monday, officials said."
        tally.fold(reader.read(article(number, text)))
        assert len(tally.forms) <= 21
    assert tally.forms["Karel Novotny"].articles == 120
    assert len(tally.forms["Karel Novotny"].companions) <= 48
    assert len(tally.forms["Karel Novotny"].examples) == 3


def test_names_of_one_article_with_other_given_names_are_two_people() -> None:
    tally, reader = Tally(), engine()
    text = "The minister Karel Novotny met the minister Helga Novotna in the town hall on Monday, officials said."
    tally.fold(reader.read(article(1, text)))
    assert tally.apart == {("Helga Novotna", "Karel Novotny"): 1}


# -- in parts


def test_a_large_file_of_records_is_read_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [json.dumps({"id": str(number), "text": f"Talks went on for {number} days."}) for number in range(30)]
    lines[20] = '{"id": "20"'
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "b.txt").write_text(
        "Die Minister haben sich am Montag in der Stadt getroffen und geredet.", encoding="utf-8"
    )

    def read() -> tuple[list[str], list[tuple[str, int | None]], int]:
        archive = Archive(opened(tmp_path), ["."])
        ids = [one.id for one in archive.articles()]
        return ids, [(problem.path, problem.line) for problem in archive.problems], archive.skipped

    whole = read()
    assert len(whole[0]) == 29
    assert whole[1:] == ([("a.jsonl", 21)], 1)
    monkeypatch.setattr(archive_module, "_PART", 200)
    ids, *rest = read()
    assert (sorted(ids), *rest) == (sorted(whole[0]), *whole[1:])
