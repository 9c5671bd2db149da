"""Functions about ages and zones: age_on, years_since, zone_on."""

from __future__ import annotations

import datetime

import pytest

from factlint.lang.functions import functions


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ("1972-05-03", "2025-05-02", 52),
        ("1972-05-03", "2025-05-03", 53),
        ("1972-02-29", "2025-02-28", 52),
        ("1972-02-29", "2025-03-01", 53),
        ("1972-05-03", "1972-05-03", 0),
        ("1972-05-03", "1972-05-02", None),
    ],
)
def test_age_on(born: str, day: str, age: int | None) -> None:
    call = functions()["age_on"].call
    assert call(datetime.date.fromisoformat(born), datetime.date.fromisoformat(day)) == age


def test_years_since() -> None:
    call = functions()["years_since"].call
    assert call(1957, datetime.date(2025, 12, 16)) == 68
    assert call(2030, datetime.date(2025, 12, 16)) == -5


def test_zone_on() -> None:
    call = functions()["zone_on"].call
    assert call("EST", datetime.date(2025, 7, 4)) == "EDT"
    assert call("JST", datetime.date(2025, 7, 4)) is None


@pytest.mark.parametrize(
    ("published", "month", "day", "weekday", "fit"),
    [
        ("2026-11-23", 11, 20, "Friday", "same"),
        ("2026-11-23", 11, 20, "Thursday", "none"),  # in 2025, 368 days back
        ("2026-11-23", 11, 24, "Monday", "other"),  # in 2025, 364 days back
        ("2026-11-23", 11, 24, "Sunday", "none"),
        ("2026-11-23", 11, 22, "Saturday", "other"),  # in 2025, 366 days back
        ("2026-11-23", 11, 21, "Friday", "none"),  # in 2025, 367 days back
        ("2026-01-10", 7, 28, "Tuesday", "other"),  # 199 days ahead
        ("2026-01-10", 7, 29, "Wednesday", "other"),  # 200 days ahead
        ("2026-01-10", 7, 30, "Thursday", "none"),  # 201 days ahead
        ("2026-12-30", 1, 2, "Saturday", "same"),  # next year
        ("2025-12-30", 1, 2, "Friday", "same"),  # next year
        ("2026-01-02", 12, 30, "Tuesday", "same"),  # last year
        ("2026-03-01", 2, 29, "Sunday", None),  # none of the years has it
        ("2024-03-01", 2, 29, "Thursday", "same"),
        ("2026-03-01", 2, 30, "Sunday", None),
    ],
)
def test_fitting_day(published: str, month: int, day: int, weekday: str, fit: str | None) -> None:
    call = functions()["fitting_day"].call
    assert call(datetime.date.fromisoformat(published), month, day, weekday) == fit


@pytest.mark.parametrize(
    ("day", "month", "number", "year"),
    [
        ("2026-11-23", 11, 20, 2026),
        ("2026-12-30", 1, 2, 2027),
        ("2025-12-30", 1, 2, 2026),
        ("2026-01-02", 12, 30, 2025),
        ("2025-01-02", 12, 30, 2024),
        ("2025-03-01", 2, 29, 2024),
        ("2027-03-01", 2, 29, 2028),
        ("2026-03-01", 2, 29, None),
        ("2024-03-01", 2, 30, None),
    ],
)
def test_year_near(day: str, month: int, number: int, year: int | None) -> None:
    assert functions()["year_near"].call(datetime.date.fromisoformat(day), month, number) == year


@pytest.mark.parametrize(("year", "near"), [(2023, 2024), (2024, None), (2025, 2024), (2026, None), (2101, None)])
def test_leap_year_near(year: int, near: int | None) -> None:
    assert functions()["leap_year_near"].call(year) == near


@pytest.mark.parametrize(
    ("month", "said"),
    [
        (0, None),
        (1, "January has 31 days"),
        (2, "February has 28 days, in leap years 29"),
        (3, "March has 31 days"),
        (4, "April has 30 days"),
        (6, "June has 30 days"),
        (9, "September has 30 days"),
        (11, "November has 30 days"),
        (12, "December has 31 days"),
        (13, None),
    ],
)
def test_month_length(month: int, said: str | None) -> None:
    assert functions()["month_length"].call(month) == said


@pytest.mark.parametrize(
    ("day", "weekday", "number"),
    [
        ("2026-11-18", "Wednesday", 18),
        ("2026-11-18", "Sunday", 15),
        ("2026-11-18", "Saturday", 21),
        ("2026-11-18", "Monday", 16),
        ("2026-11-02", "Sunday", 1),
        ("2026-11-02", "Saturday", None),
        ("2026-11-29", "Tuesday", None),
        ("2026-11-18", "Someday", None),
        ("9999-12-31", "Sunday", None),
    ],
)
def test_day_near(day: str, weekday: str, number: int | None) -> None:
    assert functions()["day_near"].call(datetime.date.fromisoformat(day), weekday) == number
