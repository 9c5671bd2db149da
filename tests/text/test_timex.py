"""TIMEX3 values as days of the calendar."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.text.timex import days_of, months_of


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-12-15", "2025-12-15", "2025-12-15"),
        ("2025-12-15TNI", "2025-12-15", "2025-12-15"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-W51", "2025-12-15", "2025-12-21"),
        ("2025-W51-WE", "2025-12-20", "2025-12-21"),
        ("2025-Q3", "2025-07-01", "2025-09-30"),
        ("2025-H2", "2025-07-01", "2025-12-31"),
        ("2025-WI", "2025-12-01", "2026-03-31"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("198", "1980-01-01", "1989-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
    ],
)
def test_days(value: str, first: str, last: str) -> None:
    assert days_of(value) == (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


@pytest.mark.parametrize("value", [None, "", "P2D", "PRESENT_REF", "XXXX-12-15", "2025-02-30", "2025-13", "9999", "00"])
def test_what_is_no_run_of_days(value: str | None) -> None:
    assert days_of(value) is None


def test_months_of_a_part_of_the_year() -> None:
    assert months_of("Q3") == (7, 8, 9)
    assert months_of("WI") == (12, 1, 2, 3)
    assert months_of("W51") == ()


@given(st.text(alphabet="0123456789-WQHXESTP", max_size=12))
def test_any_value_is_days_in_order_or_none(value: str) -> None:
    days = days_of(value)
    assert days is None or days.first <= days.last
