"""Lengths of time that are counted from or to a date: how long they are, and how long they may be."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import assert_sound, facts, reading, texts

from factlint.annotations import Reading
from factlint.annotations.spells import KIND, Spell
from factlint.article import Article, Metadata
from factlint.knowledge import Knowledge
from factlint.knowledge.events import Event
from factlint.text.literals import Literals

TODAY = datetime.date(2025, 12, 16)
_FALL = datetime.date(1989, 11, 9)
_EVENTS = Knowledge({"event": [Event("fall of the berlin wall", "fall of the Berlin Wall", _FALL, _FALL)]})
_PIECES = st.sampled_from(
    ["two weeks ago", "on Oct. 3", "(Oct. 3)", "nine years after", "since 2022", "In 2010,", "the 2001 attacks", "has",
     "has ruled for three years", "nearly four years", "a year and a half", "before", "is", ",", ".", "\n"]
)  # fmt: skip


def only(text: str) -> Spell:
    [found] = facts("spell", text, published=TODAY)
    assert isinstance(found, Spell)
    return found


@pytest.mark.parametrize(
    ("text", "length", "date", "how"),
    [
        ("They met two weeks ago, on Dec. 3, in Oslo.", "two weeks", "Dec. 3", "ago"),
        ("They met two weeks ago (Dec. 3) in Oslo.", "two weeks", "Dec. 3", "ago"),
        ("They met in 1989, 36 years ago, in Oslo.", "36 years", "1989", "ago"),
        ("In 2010, nine years after the 2001 attacks, it was shut.", "nine years", "2001", "after"),
        ("In 2010, nine years before the vote of 2019, it was shut.", "nine years", "2019", "before"),
        ("He has ruled for three years since 2022.", "three years", "2022", "since"),
        (
            "After three years of war since 2022 it has lost much; in the three years since 2022.",
            "three years",
            "2022",
            "since",
        ),
        ("He is back four decades after his debut in 1985.", "four decades", "1985", "after"),
    ],
)
def test_both_sides_are_read(text: str, length: str, date: str, how: str) -> None:
    found = facts("spell", text, published=TODAY)[-1]
    assert (found.length.text, found.date.text, found.how) == (length, date, how)


@pytest.mark.parametrize(
    "text",
    [
        "It was the best year since 2000.",
        "The shop opened a year ago in March.",
        "A month ago Thursday they met.",
        "He had ruled for three years since 2001.",
        "The film was shown 16 years after his death in 1989.",
        "Two weeks ago they met. On Oct. 3 they parted.",
        "They are 40 years old; in 1985 they were none.",
        "Profits rose for three years, since 2022 was poor.",
    ],
    ids=["superlative", "month-of-then", "weekday", "had", "past", "two-sentences", "age", "comma"],
)
def test_other_lengths_are_left_alone(text: str) -> None:
    assert facts("spell", text, published=TODAY) == ()


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        ("two weeks ago, on Dec. 3", True),
        ("two weeks ago, on Nov. 28", True),
        ("two weeks ago, on Oct. 3", False),
        ("ten weeks ago, on Oct. 3", True),
        ("36 years ago, in 1989", True),
        ("26 years ago, in 1989", False),
        ("about 35 years ago, in 1989", True),
        ("nearly 40 years ago, in 1989", True),
        ("more than 36 years ago, in 1989", True),
        ("more than 40 years ago, in 1989", False),
        ("less than 40 years ago, in 1989", True),
        ("less than 30 years ago, in 1989", False),
        ("a year and a half ago, in May 2024", True),
        ("a year and a half ago, in May 2022", False),
    ],
)
def test_words_fit_a_time_or_not(words: str, fits: bool) -> None:
    assert only(f"They met {words}, in Oslo.").fits is fits


def test_without_a_clock_nothing_is_known() -> None:
    [found] = facts("spell", "They met 26 years ago, in 1989, in Oslo.")
    assert found.fits is None
    assert found.real is None


def test_between_two_written_dates_no_clock_is_asked() -> None:
    [found] = facts("spell", "In 2010, six years after the 2001 attacks, it was shut.")
    assert found.fits is False
    assert found.real == "8 to 10 years"


def test_a_clock_from_the_dateline_is_marked() -> None:
    text = "OSLO, Dec. 16, 2025 (Reuters) - They met 26 years ago, in 1989, in the old harbour of the town."
    [found] = facts("spell", text)
    assert found.inferred
    assert found.fits is False


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Germany is one country again 25 years after the fall of the Berlin Wall.", False),
        ("Germany is one country again 36 years after the fall of the Berlin Wall.", True),
        ("Germany was one country again 25 years after the fall of the Berlin Wall.", None),
        ("Germany is one country again 25 years after the fall of the Berlin Walls.", None),
    ],
)
def test_listed_events_have_their_day(text: str, fits: bool | None) -> None:
    article = Article("a", "a", text, Metadata(published=TODAY))
    found = Reading(article, _EVENTS, Literals([])).layer("spell")
    assert [one.fits for one in found if isinstance(one, Spell)] == ([] if fits is None else [fits])


@given(st.one_of(texts, st.lists(_PIECES, max_size=30).map(" ".join)), st.dates())
def test_any_text_is_read_on_any_day(text: str, today: datetime.date) -> None:
    assert_sound(KIND.name, text)
    for one in reading(text, published=today).layer("spell"):
        assert isinstance(one, Spell)
        assert one.low <= one.count <= one.high
        assert one.date.text == text[one.date.start : one.date.end]
        assert one.length.text == text[one.length.start : one.length.end]
