"""Figures: numbers with what they count, their bounds and the words around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import assert_sound, facts, texts

from factlint.annotations.figures import KIND

_PIECES = st.sampled_from(
    ["45", "45,000", "24-hour", "ban", "banks", "Band Aid 20", "every", "11 minutes", "per", "100,000", "people", "£99",
     "(149 euros)", "about", "at least", "killed", "another", "7610", "6,777", "votes", "Top 500", "list", ".", ",", "\n"]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "number", "form", "counted"),
    [
        ("It has sued 45 banks over it.", "45", "count", "bank"),
        ("They cut 45,000 jobs in May.", "45,000", "count", "job"),
        ("They treated 25 wounded people there.", "25", "count", "people"),
        ("He wants a 24-hour ban on it.", "24", "compound", "hour ban"),
        ("He plays an 18-rated game.", "18", "compound", "rated game"),
        ("The song of Band Aid 20 is out.", "20", "name", "band aid"),
        ("They decide every 11 minutes on one.", "11", "rate", "every minute"),
        ("It is 4.5 per 100,000 people there.", "100,000", "rate", "per people"),
        ("It costs £99 (149 euros) there.", "149 euros", "measure", "EUR"),
        ("The 7610 is on sale.", "7610", "plain", ""),
    ],
)
def test_what_is_counted(text: str, number: str, form: str, counted: str) -> None:
    found = [(one.text, one.form, one.counted) for one in facts("figure", text)]
    assert (number, form, counted) in found


@pytest.mark.parametrize(
    "text",
    [
        "It began in 1998 and in 1989.",
        "Jane Roe, 46, said so.",
        "The game ended 3-2.",
        "It opens at 10:30.",
        "On May 25.",
    ],
    ids=["years", "age", "score", "time", "day"],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert [one.text for one in facts("figure", text) if one.form != "measure"] == []


@pytest.mark.parametrize(
    ("words", "least", "most"),
    [
        ("", 50, 50),
        ("about ", 40, 60),
        ("at least ", 50, float("inf")),
        ("more than ", 50, float("inf")),
        ("up to ", 40, 50),
        ("nearly ", 40, 50),
    ],
)
def test_bounds(words: str, least: float, most: float) -> None:
    [found] = facts("figure", f"They sued {words}50 banks there.")
    assert (found.least, found.most) == (least, most)


def test_change_is_marked() -> None:
    [first, second] = facts("figure", "They sued 50 banks. They sued another 60 banks.")
    assert (first.turning, second.turning) == (False, True)


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("The fire killed 50 people there.", "dead"),
        ("The fire left 50 people dead there.", "dead"),
        ("The fire left 50 people wounded there.", "hurt"),
        ("The fire drew 50 people there.", None),
    ],
)
def test_tolls(text: str, toll: str | None) -> None:
    [found] = facts("figure", text)
    assert found.toll == toll


def test_context_has_the_words_that_mean_something() -> None:
    [found] = facts("figure", "All 42 members of the harbour council signed a letter.")
    assert found.context == ("council", "harbour", "letter", "sign")


@given(st.one_of(texts, st.lists(_PIECES, max_size=30).map(" ".join)))
def test_any_text_is_read(text: str) -> None:
    found = assert_sound(KIND.name, text)
    assert len({one.start for one in found}) == len(found)
    for one in found:
        assert one.around[one.offset :].startswith(one.text)
        assert one.least <= one.value <= one.most


def test_long_texts_are_read() -> None:
    assert facts("figure", "1," * 200_000) is not None
    assert facts("figure", "A" * 400_000 + " 20 banks") is not None
