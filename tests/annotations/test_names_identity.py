"""Which mentions of an article are one person, and whom the desk knows them to be."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import article
from test_names import names, shipped

from factlint.annotations import Reading
from factlint.annotations.names.nicknames import may_be_one
from factlint.text.literals import Literals

if TYPE_CHECKING:
    from collections.abc import Sequence


def who(text: str) -> list[tuple[str, str | None]]:
    return [(name.text, name.who) for name in names(text) if name.kind == "person"]


def last(text: str) -> Any:
    return names(text)[-1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Anna Holm came. Holm left.", ["anna holm"] * 2, id="surname"),
        pytest.param("Bill Corrigan came. William Corrigan left.", ["bill corrigan", "bill corrigan"], id="short form"),
        pytest.param("J. Corrigan came. John Corrigan left.", ["john corrigan"] * 2, id="initial"),
        pytest.param("John F. Corrigan came. John Corrigan left.", ["john f. corrigan"] * 2, id="middle initial"),
        pytest.param("J. Edgar Corrigan came. Edgar Corrigan left.", ["j. edgar corrigan"] * 2, id="first initial"),
        pytest.param("Mohammed Akbari came. Muhammad Akbari left.", ["mohammed akbari"] * 2, id="transliteration"),
        pytest.param("John Corrigan came. Mary Corrigan left.", ["john corrigan", "mary corrigan"], id="two"),
        pytest.param(
            "John Corrigan and Mary Corrigan came. Corrigan left.", ["john corrigan", "mary corrigan", None], id="open"
        ),
        pytest.param(
            "John Corrigan and Jane Corrigan met J. Corrigan there.",
            ["john corrigan", "jane corrigan", None],
            id="open initial",
        ),
        pytest.param(
            "John Corrigan and Mary Corrigan came. Mrs Corrigan left.",
            ["john corrigan", "mary corrigan", "mary corrigan"],
            id="Mrs",
        ),
        pytest.param(
            "John Corrigan and Mary Corrigan came. Mr Corrigan left.",
            ["john corrigan", "mary corrigan", "john corrigan"],
            id="Mr",
        ),
        pytest.param("John Corrigan came. Mrs Corrigan left.", ["john corrigan", None], id="Mrs is not John"),
        pytest.param(
            "Senator Pat Corrigan met Lee Corrigan. Senator Corrigan left.",
            ["pat corrigan", "lee corrigan", "pat corrigan"],
            id="title",
        ),
        pytest.param("Al Corrigan Jr. met Al Corrigan there.", ["al corrigan jr.", "al corrigan"], id="junior"),
        pytest.param("Mr Quirl came. Mrs Quirl left.", [None, None], id="a couple"),
        pytest.param("Mr Quirl came, and later Mr Quirl left.", ["quirl", "quirl"], id="only a surname"),
        pytest.param("Anna Holm came. “Anna left,” he said.", ["anna holm"] * 2, id="given name"),
        pytest.param("Prince Harry met Harry Corrigan.", ["harry", "harry corrigan"], id="a prince"),
        pytest.param(
            "Donald Trump met Eric Trump. Trump left.",
            ["donald-trump", "eric trump", "donald-trump"],
            id="known and unknown",
        ),
        pytest.param(
            "Volodymyr Zelensky came. Volodymyr Zelenskiy left.", ["volodymyr-zelenskyy"] * 2, id="accepted forms"
        ),
        pytest.param(
            "Gabriel García Mårquez sang. García Mårquez left.", ["gabriel garcia marquez"] * 2, id="two surnames"
        ),
        pytest.param(
            "Dwayne 'The Rock' Corrigan came. Corrigan left.", ["dwayne 'the rock' corrigan"] * 2, id="nickname"
        ),
    ],
)
def test_mentions_of_one_person_are_one(text: str, found: Sequence[str | None]) -> None:
    assert [name for _, name in who(text)] == list(found)


def test_what_is_no_person_is_nobody() -> None:
    assert {name.who for name in names("In Berlin the Bank of England met Quorl.")} == {None}


def test_a_double_surname_is_the_surname() -> None:
    name = last("Gabriel García Mårquez sang. They saw García Mårquez.")
    assert (name.given, name.surname, name.bare, name.introduced) == (
        None,
        "García Mårquez",
        True,
        "Gabriel García Mårquez",
    )


def test_a_double_surname_may_begin_with_a_given_name() -> None:
    assert who("Andrew Lloyd Webber sang. They saw Lloyd Webber. Then Webber left.") == [
        ("Andrew Lloyd Webber", "andrew lloyd webber"),
        ("Lloyd Webber", "andrew lloyd webber"),
        ("Webber", "andrew lloyd webber"),
    ]


def test_a_family_is_none_of_its_members() -> None:
    name = last("Anna Holm came. They met the Holms.")
    assert (name.text, name.bare, name.who) == ("Holms", False, None)


def test_a_woman_is_not_the_man_of_her_surname() -> None:
    name = last("Donald Trump came with Mrs Trump.")
    assert (name.entity, name.introduced) == (None, None)


@pytest.mark.parametrize(
    ("text", "published", "entity"),
    [
        pytest.param("They met US President Bush.", None, None, id="no clock"),
        pytest.param("They met US President Bush.", datetime.date(2005, 5, 5), "george-w-bush", id="office"),
        pytest.param("They met President Bush.", datetime.date(2005, 5, 5), "george-w-bush", id="title"),
        pytest.param("They met US President George Bush.", datetime.date(2005, 5, 5), "george-w-bush", id="full name"),
        pytest.param("They met former President Bush.", datetime.date(2005, 5, 5), None, id="former"),
        pytest.param("They met President Bush.", datetime.date(2020, 5, 5), None, id="in no office that day"),
    ],
)
def test_of_namesakes_the_holder_on_the_day_is_meant(
    text: str, published: datetime.date | None, entity: str | None
) -> None:
    reading = Reading(article(text, published=published), shipped(), Literals([]))
    assert [name.entity for name in reading.layer("name")] == [entity]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Bill", "William", True),
        ("J.", "John", True),
        ("J.K.", "Joanne", True),
        ("George W.", "George H.W.", False),
        ("George W.", "George", True),
        ("Mohammed", "Muhammad", True),
        ("Sergei", "Sergey", True),
        ("John", "Joan", False),
        ("Jean-Claude", "Jean", False),
        ("Jack 'Ace'", "Jack", True),
        ("", "John", False),
    ],
)
def test_given_names_of_one_person(one: str, other: str, same: bool) -> None:
    assert may_be_one(one, other) is same
    assert may_be_one(other, one) is same


_GIVEN = st.sampled_from(["Anna", "A.", "Bill", "William", "Mary", "George W.", "George"])
_SURNAME = st.sampled_from(["Holm", "Corrigan", "Trump"])
_TITLE = st.sampled_from(["", "Mr ", "Mrs ", "Senator "])
_SENTENCE = st.one_of(
    st.builds("They met {}{} {} there.".format, _TITLE, _GIVEN, _SURNAME),
    st.builds("They met {}{} there.".format, _TITLE, _SURNAME),
)


@given(st.lists(_SENTENCE, max_size=6))
def test_identity_does_not_depend_on_the_order_of_sentences(sentences: list[str]) -> None:
    def found(ordered: list[str]) -> list[tuple[str, str | None]]:
        return sorted(((name.text, name.who) for name in names(" ".join(ordered))), key=str)

    assert found(sentences) == found(sentences[::-1])


@given(st.lists(_SENTENCE, max_size=6).map(" ".join))
def test_equal_full_names_are_one_person(text: str) -> None:
    by_text: dict[str, set[str | None]] = {}
    for name in names(text):
        assert name.who is None or name.kind == "person"
        if name.given is not None:
            by_text.setdefault(name.text, set()).add(name.who)
    assert all(len(people) == 1 for people in by_text.values())


ACTOR = "The actor Denzel Washington came."


@pytest.mark.parametrize(
    ("text", "kind", "meant"),
    [
        pytest.param(f"{ACTOR} Washington said so.", "person", "denzel washington", id="a city's name"),
        pytest.param(f"{ACTOR} Mr Washington said so.", "person", "denzel washington", id="Mr"),
        pytest.param("Mr Washington said so.", "person", "washington", id="Mr alone"),
        pytest.param(
            f"{ACTOR} He left Los Angeles. Washington said so.", "person", "denzel washington", id="elsewhere"
        ),
        pytest.param(f"{ACTOR} He was in Washington. Washington said so.", "unknown", None, id="the city as well"),
        pytest.param(f"{ACTOR} He was in Washington.", "place", None, id="only the city"),
        pytest.param(f"{ACTOR} Mr Washington left. Washington said so.", "place", None, id="the city beside Mr"),
        pytest.param("The envoy Anna Holm came. Washington said so.", "place", None, id="somebody else"),
    ],
)
def test_a_place_that_bears_the_name_of_somebody(text: str, kind: str, meant: str | None) -> None:
    assert (last(text).kind, last(text).who) == (kind, meant)


def test_a_place_is_nobody_before_somebody_is_introduced() -> None:
    assert [name.kind for name in names(f"Washington was quiet. {ACTOR}")] == ["place", "person"]
