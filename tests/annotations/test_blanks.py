"""Spaces that do not break a line, or are narrower than others, say what ordinary ones say."""

from __future__ import annotations

from pathlib import Path

import pytest
from readings import reading
from test_facts_of_examples import told

from factlint.annotations import kinds
from factlint.article import Annotation

HERE = Path(__file__).parent
CORNERS = sorted((HERE / "corners").glob("*.txt"))


def texts() -> list[str]:
    passages = (HERE / "passages.txt").read_text("utf-8").rstrip("\n").split("\n===\n")
    return [
        *passages,
        *(line.replace("¶", "\n\n") for file in CORNERS for line in file.read_text("utf-8").splitlines()),
    ]


@pytest.mark.parametrize("blank", ["\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{EN SPACE}"])
def test_the_facts_are_those_of_ordinary_spaces(blank: str) -> None:
    plain = "\n\n".join(text for text in texts() if not any(odd in text for odd in "\xa0\u2009\u202f"))
    usual, other = reading(plain), reading(plain.replace(" ", blank))
    for kind in kinds():
        assert list(map(told, other.layer(kind))) == list(map(told, usual.layer(kind)))


def test_the_words_of_a_fact_and_of_its_parts_are_those_of_the_article() -> None:
    found = reading(
        "Dana\xa0Lind spoke on Dec.\xa015. The countries were Denmark, Finland, New\xa0Zealand and Iceland.\n"
    )
    dana = found.facts("name")[0]
    [listed] = found.facts("list")
    assert dana.text == "Dana\xa0Lind"
    assert [item.text for item in listed.items] == ["Denmark", "Finland", "New\xa0Zealand", "Iceland"]
    for kind in kinds():
        for fact in found.facts(kind):
            assert fact.text == found.article.text[fact.start : fact.end]
            assert all(part.text == found.article.text[part.start : part.end] for part in _parts(fact))


def _parts(fact: Annotation) -> list[Annotation]:
    return [part for part in getattr(fact, "items", ()) if isinstance(part, Annotation)]


def test_a_thin_space_between_marks_holds_them_apart() -> None:
    found = reading("She said the roof fell in and “it was ‘over at once’\u2009” for all of them on Monday.\n")
    assert [quote.text for quote in found.facts("quote")] == ["it was ‘over at once’"]
    assert not found.facts("stray")
