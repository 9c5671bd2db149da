"""How many words are one name, what kind of name it is, and which part is the surname."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_names import names, only

from factlint.annotations import Reading
from factlint.knowledge import Knowledge
from factlint.text.literals import Literals


@pytest.mark.parametrize(
    ("words", "given", "surname"),
    [
        pytest.param("J.K. Ahlquist", "J.K.", "Ahlquist", id="initials"),
        pytest.param("J. Edgar Ahlquist", "J. Edgar", "Ahlquist", id="an initial first"),
        pytest.param("AJ Harding", "AJ", "Harding", id="initials without stops"),
        pytest.param("P Harding", "P", "Harding", id="one letter"),
        pytest.param("Kim Yong-hwan", "Yong-hwan", "Kim", id="Korean with a hyphen"),
        pytest.param("Moon Jung Hwan", "Jung Hwan", "Moon", id="Korean in three words"),
        pytest.param("Zhang Liwei", "Liwei", "Zhang", id="Chinese"),
        pytest.param("Tsai Shu-fen", "Shu-fen", "Tsai", id="Taiwanese"),
        pytest.param("Kim Harding", "Kim", "Harding", id="Kim as a given name"),
        pytest.param("Tynisha Harding", "Tynisha", "Harding", id="a given name in no list"),
        pytest.param("Crystal Muñoz", "Crystal", "Muñoz", id="a word as a given name"),
        pytest.param("Jude Law", "Jude", "Law", id="a word as a surname"),
        pytest.param("Kevin Spacey", "Kevin", "Spacey", id="an adjective as a surname"),
        pytest.param("Joaquim Sahundi", "Joaquim", "Sahundi", id="of the background list"),
        pytest.param("Dwayne 'The Rock' Harding", "Dwayne 'The Rock'", "Harding", id="nickname"),
        pytest.param("William “Bill” Harding", "William “Bill”", "Harding", id="short form in quotation marks"),
        pytest.param("Valéry Giscard d'Estaing", "Valéry Giscard", "d'Estaing", id="d'"),
        pytest.param("Frank-Walter Harding", "Frank-Walter", "Harding", id="double given name"),
    ],
)
def test_people(words: str, given: str, surname: str) -> None:
    name = only(f"They say that {words} was there.", words)
    assert (name.kind, name.given, name.surname) == ("person", given, surname)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        pytest.param("Fresno", "place", id="city of the background list"),
        pytest.param("Porto Alegre", "place", id="city of two words"),
        pytest.param("Santa Barbara", "place", id="Santa"),
        pytest.param("Committee of the Red Cross", "organisation", id="of the"),
        pytest.param("Department for Work and Pensions", "organisation", id="for and and"),
        pytest.param("Council on Foreign Relations", "organisation", id="on"),
        pytest.param("Labour Party", "organisation", id="an adjective that names a party"),
        pytest.param("Department for Constitutional Affairs", "organisation", id="an adjective inside"),
        pytest.param("Alfa Romeo", "organisation", id="a firm like a person"),
        pytest.param("George Harding Foundation", "organisation", id="named after a person"),
        pytest.param("James Harding Telescope", "unknown", id="a thing named after a person"),
        pytest.param("Essex Beagles", "unknown", id="a team"),
        pytest.param("Million Dollar Baby", "unknown", id="a film"),
        pytest.param("al-Qaeda", "organisation", id="al-"),
    ],
)
def test_other_kinds(words: str, kind: str) -> None:
    assert only(f"They say that {words} was there.", words).kind == kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("The US-China row went on.", ["US", "China"], id="two places"),
        pytest.param("The Biden-Trump debate went on.", ["Biden", "Trump"], id="two people"),
        pytest.param("He was in Guinea-Bissau again.", ["Guinea-Bissau"], id="one place"),
        pytest.param("The Bush-era law went on.", ["Bush"], id="era"),
        pytest.param("Rep. Anna Holm (R-TX) left.", ["Anna Holm"], id="party and state"),
        pytest.param("He flew in a Boeing’s seat.", ["Boeing"], id="possessive"),
        pytest.param("James’ plan and Anna Holm’s.", ["Anna Holm"], id="first word with an apostrophe"),
        pytest.param("It said ‘Nonsense’ to Anna Holm.", ["Anna Holm"], id="a quoted word is no nickname"),
        pytest.param("He had Windows 95 at home.", [], id="a number behind"),
    ],
)
def test_cuts(text: str, found: list[str]) -> None:
    assert [name.text for name in names(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They saw Merrin Oyelowo there. Oyelowo left.", id="the surname stands alone"),
        pytest.param("They saw Merrin Oyelowo there. Mr Oyelowo left.", id="with a title"),
        pytest.param("They met the minister Merrin Oyelowo there.", id="behind a title"),
    ],
)
def test_the_article_shows_that_a_name_is_a_person(text: str) -> None:
    assert only(text, "Merrin Oyelowo").kind == "person"


def test_a_place_is_a_person_where_somebody_bears_the_name() -> None:
    name = only("They met the singer Anna Fresno. Later Fresno left.", "Fresno")
    assert (name.kind, name.introduced) == ("person", "Anna Fresno")


_WORDS = st.sampled_from(
    [
        "Anna",
        "Holm",
        "J.",
        "JK",
        "'Ace'",
        "“Ace”",
        "al-Assad",
        "d'Arc",
        "Kim",
        "Yong-hwan",
        "de",
        "la",
        "US-China",
        "Labour",
        "Party",
        "of",
        "for",
        "the",
        "on",
        "and",
        "&",
        "Jr.",
        "Mr.",
        "Department",
        "Pensions",
        "anti-Trump",
        "Trump's",
        "Holm’",
        "von",
        "‘",
        "’",
        ".",
        ",",
        "San",
        "Jose",
        "95",
        "(R-TX)",
        "MCC",
    ]
)


@given(st.lists(_WORDS, max_size=25).map(" ".join), st.booleans())
def test_names_stand_side_by_side(text: str, known: bool) -> None:
    from readings import article

    found = names(text) if known else Reading(article(text), Knowledge({}), Literals([])).layer("name")
    for name in found:
        assert name.text == text[name.start : name.end]
        assert name.surname in name.text or name.text.isupper()
        assert not name.text[0].isspace()
        assert not name.text[-1].isspace()
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))
