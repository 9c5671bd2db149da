"""Lengths of time in words and figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.text.lengths import DAYS, lengths_in


@pytest.mark.parametrize(
    ("text", "amount", "unit", "bound"),
    [
        ("four years", 4, "year", None),
        ("nearly four years", 4, "year", "nearly"),
        ("more than a decade", 1, "decade", "more"),
        ("a little over two weeks", 2, "week", "just over"),
        ("at least 12 months", 12, "month", "more"),
        ("less than 40 years", 40, "year", "less"),
        ("about twenty-four months", 24, "month", "about"),
        ("a fortnight", 2, "week", None),
        ("a three-day visit", 3, "day", None),
        ("a year and a half", 1.5, "year", None),
        ("two and a half years", 2.5, "year", None),
        ("half a century", 5, "decade", None),
        ("2.5 years", 2.5, "year", None),
        ("three nights", 3, "day", None),
        ("a 35-day-long strike", 35, "day", None),
    ],
)
def test_amount_unit_and_bound(text: str, amount: float, unit: str, bound: str | None) -> None:
    [found] = lengths_in(text)
    assert (found.amount, found.unit, found.bound) == (amount, unit, bound)


@pytest.mark.parametrize(
    "text", ["years", "some years", "four hours", "four yearlings", "the year", "12345 days", "onetime"]
)
def test_no_counted_length(text: str) -> None:
    assert lengths_in(text) == []


@given(st.text(max_size=60))
def test_places_hold_the_words(text: str) -> None:
    for found in lengths_in(f"{text} nearly four years {text}"):
        assert found.amount >= 0
        assert found.unit in DAYS


def test_a_part_of_a_text_is_read_with_its_offsets() -> None:
    text = "two days and then four years"
    [found] = lengths_in(text, 9)
    assert text[found.start : found.end] == "four years"
