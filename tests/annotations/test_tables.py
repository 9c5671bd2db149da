"""Tables of facts that people can look up: the holidays of a year, and what a dollar has cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.annotations.conversions.rates import times_outside
from factlint.annotations.dates.holidays import KEYS, feast_day
from factlint.annotations.feasts.calendar import RULES, days_in, observed

if TYPE_CHECKING:
    from collections.abc import Callable


def test_the_holidays_of_a_year(golden: Callable[[str, str], None]) -> None:
    lines = []
    for name in sorted(RULES):
        days = " ".join(f"{day:%a %d %b}" for day in days_in(name, 2026))
        instead = " ".join(f"{day:%a %d %b}" for day in observed(name, 2026))
        lines.append(f"{name}: {days}" + (f"; or {instead}" if instead else ""))
    golden("holidays-of-2026.txt", "\n".join(lines) + "\n")


def test_the_holidays_that_dates_are_read_from(golden: Callable[[str, str], None]) -> None:
    lines = [
        f"{key}: {' '.join(f'{feast_day(key, year):%a %d %b %Y}' for year in (2025, 2026))}" for key in sorted(KEYS)
    ]
    golden("named-days.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize(("year", "known"), [(1924, False), (1925, True), (2099, True), (2100, False)])
def test_the_years_that_have_a_calendar(year: int, known: bool) -> None:
    assert bool(days_in("christmas", year)) is known


# About the lowest and the highest that each stood at a dollar, to the year.
@pytest.mark.parametrize(
    ("unit", "low", "high"),
    [
        ("EUR", 0.63, 1.20),  # 2008, 2000
        ("GBP", 0.48, 0.92),  # 2007, 2022
        ("JPY", 75.8, 161.5),  # 2011, 2024
        ("CHF", 0.74, 1.82),  # 2011, 2000
        ("CNY", 6.05, 8.28),  # 2014, 2000
        ("CAD", 0.92, 1.61),  # 2007, 2002
        ("AUD", 0.91, 2.05),  # 2011, 2001
        ("NZD", 1.14, 2.54),  # 2011, 2000
        ("SGD", 1.21, 1.85),  # 2011, 2001
        ("HKD", 7.75, 7.85),
        ("SEK", 5.85, 11.4),  # 2008, 2022
        ("NOK", 4.95, 11.7),  # 2008, 2020
        ("DKK", 4.68, 9.0),  # 2008, 2000
        ("PLN", 2.05, 5.0),  # 2008, 2022
        ("INR", 39.3, 88.0),  # 2008, 2025
        ("KRW", 905.0, 1570.0),  # 2007, 2009
        ("RUB", 23.2, 120.0),  # 2008, 2022
        ("TWD", 27.6, 35.1),  # 2021, 2009
        ("USD", 1.0, 1.0),
    ],
)
def test_what_a_dollar_has_cost(unit: str, low: float, high: float) -> None:
    for rate in (low, high):
        assert times_outside(1, "USD", rate, unit) == 1
        assert times_outside(rate, unit, 1, "USD") == 1
    for rate in (low / 1.2, high * 1.2):
        outside = times_outside(1, "USD", rate, unit)
        assert outside is not None
        assert 1 < outside < 1.25
        assert times_outside(rate, unit, 1, "USD") == pytest.approx(outside)


@pytest.mark.parametrize(
    ("one", "other"), [((1, "VEF"), (1, "USD")), ((1, "USD"), (1, "VEF")), ((0, "USD"), (1, "EUR")), ((1, "USD"), (0, "EUR"))]
)  # fmt: skip
def test_where_nothing_can_be_told(one: tuple[float, str], other: tuple[float, str]) -> None:
    assert times_outside(*one, *other) is None
