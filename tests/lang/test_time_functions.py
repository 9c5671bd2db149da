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
