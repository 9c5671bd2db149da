"""Holidays with a date beside them: which day each year has, what is a date of theirs and what only stands near."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import assert_sound, facts, reading, texts

from factlint.annotations.feasts import KIND, Feast
from factlint.annotations.feasts.calendar import RULES, days_in

TODAY = datetime.date(2025, 10, 16)
_PIECES = st.sampled_from(
    ["Thanksgiving", "Christmas Day", "Easter", "Orthodox Easter", "Memorial Day", ",", "(", ")", "Nov. 27, 2025",
     "Dec. 26", "April 20", "falls on a", "Friday", "this year", "next year", "fell on", "before", "and", ".", "\n"]
)  # fmt: skip


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


# Western and Orthodox Easter as the churches' calendars have them.
@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (2000, "2000-04-23", "2000-04-30"),
        (2008, "2008-03-23", "2008-04-27"),
        (2011, "2011-04-24", "2011-04-24"),
        (2013, "2013-03-31", "2013-05-05"),
        (2016, "2016-03-27", "2016-05-01"),
        (2019, "2019-04-21", "2019-04-28"),
        (2024, "2024-03-31", "2024-05-05"),
        (2025, "2025-04-20", "2025-04-20"),
        (2026, "2026-04-05", "2026-04-12"),
        (2038, "2038-04-25", "2038-04-25"),
    ],
)
def test_easter_of_both_churches(year: int, western: str, orthodox: str) -> None:
    assert days_in("easter", year) == tuple(dict.fromkeys([day(western), day(orthodox)]))
    assert days_in("orthodox easter", year) == (day(orthodox),)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("thanksgiving", "2025-11-27"),
        ("black friday", "2025-11-28"),
        ("memorial day", "2025-05-26"),
        ("labor day", "2025-09-01"),
        ("presidents' day", "2025-02-17"),
        ("mother's day", "2025-05-11"),
        ("father's day", "2025-06-15"),
        ("good friday", "2025-04-18"),
        ("ash wednesday", "2025-03-05"),
        ("pentecost", "2025-06-08"),
        ("remembrance sunday", "2025-11-09"),
        ("halloween", "2025-10-31"),
    ],
)
def test_the_days_of_a_year(name: str, first: str) -> None:
    assert days_in(name, 2025)[0] == day(first)


@pytest.mark.parametrize("year", [1924, 2100, 1, 9999])
def test_no_days_outside_the_years_of_the_rules(year: int) -> None:
    assert {days_in(name, year) for name in RULES} == {()}


@pytest.mark.parametrize(
    ("text", "date", "fits"),
    [
        ("Shops are shut on Thanksgiving, Nov. 27, 2025, he said.", "Nov. 27, 2025", True),
        ("Shops are shut on Thanksgiving, Nov. 20, 2025, he said.", "Nov. 20, 2025", False),
        ("Shops are shut on Thanksgiving (Nov. 20, 2025), he said.", "Nov. 20, 2025", False),
        ("Shops are shut on Nov. 20, 2025 (Thanksgiving), he said.", "Nov. 20, 2025", False),
        ("Thanksgiving in Canada is kept, and Thanksgiving falls on Oct. 13, 2025, he said.", "Oct. 13, 2025", True),
        ("Shops are shut on Thanksgiving, Nov. 27, he said.", "Nov. 27", True),
        ("Shops are shut on Thanksgiving, Nov. 20, he said.", "Nov. 20", False),
        ("Shops are shut on Christmas Day, Jan. 7, he said.", "Jan. 7", True),
        ("Shops are shut on Boxing Day, Dec. 28, 2020, he said.", "Dec. 28, 2020", True),
        ("Halloween falls on a Friday this year, he said.", "Friday", True),
        ("Halloween falls on a Monday this year, he said.", "Monday", False),
        ("Halloween next year falls on a Saturday, he said.", "Saturday", True),
    ],
)
def test_a_day_fits_a_holiday_or_not(text: str, date: str, fits: bool) -> None:
    [found] = facts("feast", text, published=TODAY)
    assert isinstance(found, Feast)
    assert (found.date.text, found.fits) == (date, fits)


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Shops are shut on Halloween, Oct. 31, he said.", True),
        ("Shops are shut on Halloween, Oct. 30, he said.", False),
        ("Shops are shut on Good Friday, April 18, he said.", None),
        ("Shops are shut on Good Friday, June 18, he said.", False),
        ("Halloween falls on a Friday this year, he said.", None),
    ],
    ids=["fixed", "not-its-day", "some-years", "in-no-year", "weekday"],
)
def test_without_a_clock_the_year_may_decide(text: str, fits: bool | None) -> None:
    [found] = facts("feast", text)
    assert found.fits is fits


@pytest.mark.parametrize(
    "text",
    [
        "Shops are shut on Christmas Day, Dec. 24 and Dec. 31, he said.",
        "Shops are shut on Dec. 24, Christmas Day and Boxing Day, he said.",
        "Before Christmas, Dec. 20, he shut the shops.",
        "Peace Officers Memorial Day, May 15, 2025, is kept, he said.",
        "The Christmas Day bombing, Dec. 20, 2025, was mourned, he said.",
        "On Christmas Day\nDec. 20, 2025",
        "The week of Thanksgiving, Nov. 24, is busy, he said.",
    ],
    ids=["list-behind", "list-before", "before", "longer-name", "bombing", "line", "week"],
)
def test_what_only_stands_near_is_left_out(text: str) -> None:
    assert facts("feast", text, published=TODAY) == ()


def test_the_right_day_is_in_the_style_of_the_date() -> None:
    [british] = facts("feast", "Shops are shut on Boxing Day, 24 December 2025, he said.")
    assert british.right == "26 December 2025"
    [several] = facts("feast", "Shops are shut on Mother's Day, May 20, 2025, he said.")
    assert several.right is None


@given(st.one_of(texts, st.lists(_PIECES, max_size=30).map(" ".join)), st.dates())
def test_any_text_is_read_on_any_day(text: str, today: datetime.date) -> None:
    assert_sound(KIND.name, text)
    for one in reading(text, published=today).layer("feast"):
        assert isinstance(one, Feast)
        assert one.date.text == text[one.date.start : one.date.end]
        assert one.name.text == text[one.name.start : one.name.end]
