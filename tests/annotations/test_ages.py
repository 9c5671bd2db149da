"""How old people are and when they were born: whose age it is, when it holds, what the years of a life make."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import assert_sound, facts, reading, texts

from factlint.annotations.ages import KIND as AGE
from factlint.annotations.ages import Age
from factlint.annotations.births import KIND as BIRTH
from factlint.annotations.births import Birth

TODAY = datetime.date(2025, 12, 16)
_PIECES = st.sampled_from(
    ["Jane Roe", "Tom Hale", ", 46,", ", 46", "The 46-year-old", "the 46-year-old singer", "died", "has died aged 79",
     "aged 79", "in 2001", "born in 1972", "(1931–2012)", "(b. 1972)", "He was", "is 46.", "said", "and", ".", "\n"]
)  # fmt: skip


def ages(text: str, published: datetime.date | None = TODAY) -> list[Age]:
    found = facts("age", text, published=published)
    return [one for one in found if isinstance(one, Age)]


def births(text: str) -> list[Birth]:
    return [one for one in facts("birth", text, published=TODAY) if isinstance(one, Birth)]


@pytest.mark.parametrize(
    ("text", "who", "years", "how"),
    [
        ("The doctor Jane Roe, 46, said no.", "jane roe", 46, "beside"),
        ("The doctor Jane Roe, aged 46, said no.", "jane roe", 46, "beside"),
        ("“No,” said the doctor Jane Roe, 46.", "jane roe", 46, "beside"),
        ("The 46-year-old doctor Jane Roe said no.", "jane roe", 46, "compound"),
        ("The police found 46-year-old Jane Roe in Oslo.", "jane roe", 46, "compound"),
        ("The police found Jane Roe, a 46-year-old doctor, in Oslo.", "jane roe", 46, "compound"),
        ("The doctor Jane Roe is 46 years old.", "jane roe", 46, "stated"),
        ("The doctor Jane Roe, who is 46, said no.", "jane roe", 46, "stated"),
        ("The doctor Jane Roe has died aged 79, her son said.", "jane roe", 79, "death"),
        ("The doctor Jane Roe, who died in 2001 at the age of 79, said no.", "jane roe", 79, "death"),
        ("The doctor Jane Roe dies at 79", "jane roe", 79, "death"),
        ("The doctor Jane Roe said no. She died aged 79 in Oslo.", "jane roe", 79, "death"),
        ("The doctor Jane Roe said no. The 46-year-old has a house in Oslo.", "jane roe", 46, "definite"),
    ],
)
def test_an_age_belongs_to_somebody(text: str, who: str, years: int, how: str) -> None:
    [found] = ages(text)
    assert (found.who, found.years, found.how) == (who, years, how)
    assert str(years) in found.text


@pytest.mark.parametrize(
    "text",
    [
        "The 23-year-old could meet Jane Roe in the final.",
        "The 23-year-old beat Jane Roe in the final.",
        "The 78-year-old Jane Roe supporter was led away.",
        "The 15-year-old son of Jane Roe was led away.",
        "The 40-year-old ban on trade with Jane Roe is over.",
        "Jane Roe, 46 per cent of them, said no.",
        "Jane Roe, 46.5 metres, came first.",
        "Jane Roe, 1,200, came first.",
        "Jane Roe and Tom Hale said no. The 46-year-old has a house in Oslo.",
        "Jane Roe said no. The 46-year-old bridge was shut.",
        "Jane Roe's manager Saul Hale said so. They died aged 79 in Oslo.",
    ],
    ids=["meets", "beats", "supporter", "son", "ban", "share", "decimal", "thousand", "two-people", "bridge", "they"],
)
def test_whose_age_is_not_sure_is_left_out(text: str) -> None:
    assert ages(text) == []


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("The doctor Jane Roe, 46, said no.", False),
        ("The doctor Jane Roe, 46, said no in 2025.", False),
        ("The doctor Jane Roe, 46, said no in 1998.", True),
        ("The doctor Jane Roe, 46, said no two years ago.", True),
        ("The doctor Jane Roe, 46, born in 1979, said no.", False),
        ("A then 38-year-old Jane Roe had said no.", True),
        ("In an old picture the 12-year-old Jane Roe smiles.", True),
    ],
    ids=["now", "this-year", "another-year", "ago", "birth", "then", "picture"],
)
def test_a_sentence_may_speak_of_another_time(text: str, then: bool) -> None:
    assert [one.then for one in ages(text)] == [then]


def test_an_age_holds_around_the_day_of_the_article() -> None:
    [found] = ages("The doctor Jane Roe, 46, said no.")
    assert (found.resolved, found.latest) == (datetime.date(2025, 12, 15), datetime.date(2025, 12, 17))
    [unclocked] = ages("The doctor Jane Roe, 46, said no.", published=None)
    assert (unclocked.resolved, unclocked.latest) == (None, None)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The doctor Jane Roe died in 2001 aged 86.", datetime.date(2001, 1, 1), datetime.date(2001, 12, 31)),
        ("The doctor Jane Roe died aged 86 in June 2004.", datetime.date(2004, 6, 1), datetime.date(2004, 6, 30)),
        ("The doctor Jane Roe has died aged 86.", datetime.date(2025, 12, 1), datetime.date(2025, 12, 17)),
        ("The doctor Jane Roe died aged 86.", None, None),
    ],
    ids=["year", "month-behind", "has", "some-time"],
)
def test_an_age_at_death_holds_on_the_day_of_death(
    text: str, first: datetime.date | None, last: datetime.date | None
) -> None:
    [found] = ages(text)
    assert (found.resolved, found.latest) == (first, last)


def test_nobody_has_ages_without_end() -> None:
    found = ages("".join(f"The doctor Jane Roe, {20 + index % 60}, said no.\n" for index in range(300)))
    assert 0 < len(found) < 100


def test_a_clock_from_the_dateline_is_marked() -> None:
    text = "OSLO, Dec. 16, 2025 (Reuters) - The doctor Jane Roe, 46, said no to the plans of the old harbour."
    assert [one.inferred for one in ages(text, published=None)] == [True]


@pytest.mark.parametrize(
    ("text", "who", "first", "last"),
    [
        ("Jane Roe was born in 1972.", "jane roe", datetime.date(1972, 1, 1), datetime.date(1972, 12, 31)),
        ("Jane Roe, 46, born in 1972, said no.", "jane roe", datetime.date(1972, 1, 1), datetime.date(1972, 12, 31)),
        ("Jane Roe was born in Oslo on May 3, 1972.", "jane roe", datetime.date(1972, 5, 3), datetime.date(1972, 5, 3)),
        ("Jane Roe (b. 1972) said no.", "jane roe", datetime.date(1972, 1, 1), datetime.date(1972, 12, 31)),
        (
            "Jane Roe said no. She was born in May 1972.",
            "jane roe",
            datetime.date(1972, 5, 1),
            datetime.date(1972, 5, 31),
        ),
        (
            "Jane Roe, whose sister was born in 1972, said no.",
            None,
            datetime.date(1972, 1, 1),
            datetime.date(1972, 12, 31),
        ),
        ("Her sister was born in 1972.", None, datetime.date(1972, 1, 1), datetime.date(1972, 12, 31)),
    ],
)
def test_births_are_dated(text: str, who: str | None, first: datetime.date, last: datetime.date) -> None:
    [found] = births(text)
    assert (found.who, found.first, found.last) == (who, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe was born in Oslo and moved away in 1972.",
        "The plan was born in May.",
        "Jane Roe, stubborn in 1972, said no.",
        "The committee (1931–2012) said no.",
        "Jane Roe (1972) said no.",
        "Jane Roe (1993–2001) said no.",
        "Jane Roe said yes when born in May.",
    ],
    ids=["moved", "no-year", "stubborn", "nobody", "lone-year", "term", "month"],
)
def test_other_years_are_no_births(text: str) -> None:
    assert births(text) == []


def test_the_years_of_a_life_make_an_age() -> None:
    [found] = births("Tom Hale (1931–2012) said no.")
    assert (found.death, found.age) == (2012, 81)
    [living] = births("Tom Hale (b. 1931) said no.")
    assert (living.death, living.age) == (None, None)


@given(st.one_of(texts, st.lists(_PIECES, max_size=30).map(" ".join)), st.dates())
def test_any_text_is_read_on_any_day(text: str, today: datetime.date) -> None:
    assert_sound(AGE.name, text)
    assert_sound(BIRTH.name, text)
    for one in reading(text, published=today).layer("age"):
        assert isinstance(one, Age)
        assert 0 < one.years < 120
        assert one.resolved is None or one.latest is None or one.resolved <= one.latest
