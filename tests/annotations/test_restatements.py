"""Two names of one time side by side: which of them is looser, and whether they agree."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import assert_sound, facts, texts

from factlint.annotations.restatements import KIND

TODAY = datetime.date(2025, 12, 16)
_PIECES = st.sampled_from(
    ["yesterday", "today", "(Friday)", ", Friday,", ", on Dec. 15,", "the third quarter", ", in November,", "last summer",
     "in the 1980s", "in 1991", "the first half of next year", "and", ".", "\n"]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "loose", "exact", "day"),
    [
        ("It ended yesterday (Friday), they said.", "yesterday", "Friday", datetime.date(2025, 12, 12)),
        ("It ended yesterday, Monday, they said.", "yesterday", "Monday", datetime.date(2025, 12, 15)),
        ("It goes on tomorrow, Dec. 19, they said.", "tomorrow", "Dec. 19", datetime.date(2025, 12, 19)),
        ("It goes on tonight (Tuesday).", "tonight", "Tuesday", datetime.date(2025, 12, 16)),
    ],
)
def test_days_of_both_sides(text: str, loose: str, exact: str, day: datetime.date) -> None:
    [found] = facts("restatement", text, published=TODAY)
    assert (found.loose.text, found.exact.text, found.relation, found.day) == (loose, exact, "day", day)


def test_without_a_clock_no_day_is_known() -> None:
    [found] = facts("restatement", "It ended yesterday (Friday), they said.")
    assert found.resolved is None
    assert found.day is None


@pytest.mark.parametrize(
    ("text", "relation", "agrees"),
    [
        ("It opened in the third quarter, on Nov. 4, they said.", "quarter", False),
        ("It opened in the fourth quarter, on Nov. 4, they said.", "quarter", True),
        ("It opens in the first half of next year, in August, they said.", "half", False),
        ("It opened last summer, in December, they said.", "season", False),
        ("It opened last winter (in January), they said.", "season", True),
        ("It opened in the 1980s, in 1991, they said.", "decade", False),
        ("It opened in the 1980s, in 1987, they said.", "decade", True),
    ],
)
def test_periods_hold_the_date_or_not(text: str, relation: str, agrees: bool) -> None:
    [found] = facts("restatement", text, published=TODAY)
    assert (found.relation, found.agrees) == (relation, agrees)


@pytest.mark.parametrize(
    "text",
    [
        "It goes on today, Friday and Saturday.",
        "It ended yesterday. Friday is a holiday.",
        "The radio programme Today, Friday, asked.",
        "Today on Friday they met.",
        "It opened last summer, and in December it was shut.",
        "It opened in the third quarter of the game, after 12 minutes.",
    ],
    ids=["row", "two-sentences", "programme", "no-mark", "and", "no-date"],
)
def test_neighbours_that_are_two_times(text: str) -> None:
    assert facts("restatement", text, published=TODAY) == ()


def test_results_are_marked() -> None:
    [found] = facts("restatement", "Profits rose in the third quarter, on Nov. 4, they said.", published=TODAY)
    assert found.fiscal


@given(st.one_of(texts, st.lists(_PIECES, max_size=30).map(" ".join)))
def test_any_text_is_read(text: str) -> None:
    for one in assert_sound(KIND.name, text):
        assert one.loose.text == text[one.loose.start : one.loose.end]
        assert one.exact.text == text[one.exact.start : one.exact.end]
