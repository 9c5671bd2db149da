"""Words run together by a missing blank, and names that are written so."""

from __future__ import annotations

import pytest
from hypothesis import given
from readings import assert_sound, facts, seed, texts


def joins(text: str) -> list[str]:
    return [fact.text for fact in facts("join", text)]


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("the magnetic bridgeUnder the radar", "bridge", "Under"),
        ("a splash in techThe Explainer", "tech", "The"),
        ("the battle over censorshipIN THE SPOTLIGHT", "censorship", "IN"),
        ("is it possible?Rush to meet", "possible?", "Rush"),
        ("It was empty.The crew left.", "empty.", "The"),
        ("It came to Oslo.Steve left.", "Oslo.", "Steve"),
        ("“It was empty,”she said.", "empty,”", "she"),
        ("“It was empty.”The crew left.", "empty.”", "The"),
        ("The old pier,said the board, was empty.", "pier,", "said"),
        ("It came from Doe,Roe and Poe.", "Doe,", "Roe"),
        ("the talksTrump held; Trump was late", "talks", "Trump"),
        ("It took off.A film shows it.", "off.", "A"),
    ],
)
def test_a_missing_blank_is_found_between_two_words(text: str, left: str, right: str) -> None:
    (found,) = facts("join", text)
    assert (found.left, found.right) == (left, right)
    assert found.text == left + right


@pytest.mark.parametrize(
    "name",
    [
        "iPhone",
        "eBay",
        "YouTube",
        "BlackRock",
        "LinkedIn",
        "McDonald",
        "MacArthur",
        "DeSantis",
        "LaVar",
        "O'Neill",
        "FitzGerald",
        "easyJet",
        "PayPal",
        "TheWeek.com",
        "www.example.org",
        "https://example.org/aB",
        "jane.Doe@example.org",
        "#NotInMyName",
        "@janeDoe",
        "fileName.Txt",
        "Node.Js",
        "U.S.-led",
        "Ph.D.",
        "a.m.Monday",
        "J.Doe",
        "Mr.Doe",
        "Yahoo!News",
        "e.g.The",
        "1,000",
        "10,Downing",
        "macOS",
        "camelCaseName",
        "vanDyke",
        "MPs",
        "PhDs",
        "Bagle.AT",
        "12.Dec",
        "HuffPost",
        "thyssenKrupp",
    ],
)
def test_names_and_addresses_are_no_joins(name: str) -> None:
    assert joins(f"They saw {name} there. He wrote ({name}) and “{name}”.") == []
    assert joins(f"They saw {name} there.") == []


def test_a_name_in_capitals_counts_only_beside_a_sure_join_with_the_same_second_half() -> None:
    assert joins("the road to DonbasIN THE SPOTLIGHT") == []
    assert joins("digital censorshipIN THE SPOTLIGHT\nthe road to DonbasIN THE SPOTLIGHT") == [
        "censorshipIN",
        "DonbasIN",
    ]


def test_two_words_with_one_second_half_bear_each_other_out() -> None:
    assert joins("the talksSpeed Read\nthe hearingSpeed Read") == ["talksSpeed", "hearingSpeed"]
    assert joins("the talksSpeed reading") == []


def test_an_article_with_many_joins_has_lost_its_line_breaks() -> None:
    lines = ["the moonThe sea", "the bookIn depth", "the roadUnder way", "the rideCulture desk"]
    assert joins("\n".join(lines)) == ["moonThe", "bookIn", "roadUnder", "rideCulture"]


def test_what_stands_there_twice_is_a_name() -> None:
    assert joins("He bought shopThe and sold shopThe.") == []


@given(texts)
def test_joins_are_sound(text: str) -> None:
    for found in assert_sound("join", text):
        assert found.text == found.left + found.right
        assert not any(char.isspace() for char in found.text)


def test_the_eleven_joins_of_a_real_article() -> None:
    found = facts("join", seed("000"))
    assert len(found) == 11
    assert {fact.section for fact in found} == {"boilerplate"}
    assert {fact.right for fact in found} == {"Under", "The", "Rush", "In", "Speed", "IN"}


@pytest.mark.parametrize("number", ["001", "002", "003", "004"])
def test_real_articles_without_joins(number: str) -> None:
    assert joins(seed(number)) == []
