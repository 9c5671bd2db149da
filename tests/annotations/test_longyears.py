"""Years with a figure too many, and the numbers of yearly events: longyear, edition."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import assert_sound, facts, texts

_PIECES = st.sampled_from(
    [
        "Dec. 15,",
        "since",
        "20025",
        "19998",
        "in the year",
        "the 12th",
        "annual",
        "fair, first held in",
        "2010",
        ".",
        "\n",
    ]
)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("It opened on Dec. 15, 20025, in Oslo.", ["20025"]),
        ("It opened on 15 December 20025 in Oslo.", ["20025"]),
        ("It has been shut since 19998.", ["19998"]),
        ("It opened in December 2025 in Oslo.", []),
        ("It is at 14th Street, Washington, DC 20005.", []),
        ("It has been full since 20000 tickets were sold.", []),
        ("It has 20025 seats.", []),
        ("The file is from Dec. 15, 2025012.", []),
    ],
)
def test_a_figure_too_many(text: str, years: list[str]) -> None:
    assert [one.text for one in facts("longyear", text)] == years


def test_an_edition_has_its_number_and_its_first_year() -> None:
    [found] = facts("edition", "It was the 12th annual fair, first held in 2010.", published=datetime.date(2025, 5, 1))
    assert (found.nth, found.year, found.right) == (12, 2010, 16)
    [unclocked] = facts("edition", "It was the twelfth annual fair, held every year since 2010.")
    assert (unclocked.nth, unclocked.right) == (12, None)
    assert facts("edition", "It was the last annual fair, first held in 2010.") == ()


@given(st.one_of(texts, st.lists(_PIECES, max_size=30).map(" ".join)))
def test_any_text_is_read(text: str) -> None:
    assert_sound("longyear", text)
    assert_sound("edition", text)
