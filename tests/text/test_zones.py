"""Time zones by their short names: how far ahead of GMT, and which name is in force."""

from __future__ import annotations

import datetime

import pytest

from factlint.text.zones import NAMES, gaps, name_on, offsets

WINTER, SUMMER, SWITCH = datetime.date(2025, 12, 16), datetime.date(2025, 7, 16), datetime.date(2025, 11, 2)


@pytest.mark.parametrize(
    ("name", "day", "minutes"),
    [
        ("GMT", None, (0,)),
        ("ET", WINTER, (-300,)),
        ("ET", SUMMER, (-240,)),
        ("ET", SWITCH, (-300, -240)),
        ("ET", None, (-300, -240)),
        ("EST", WINTER, (-300,)),
        ("EST", SUMMER, (-300, -240)),
        ("EDT", SUMMER, (-240,)),
        ("BST", None, (60, 360)),
        ("IST", None, (330, 60, 120)),
        ("XYZ", None, ()),
    ],
)
def test_offsets(name: str, day: datetime.date | None, minutes: tuple[int, ...]) -> None:
    assert tuple(sorted(offsets(name, day))) == tuple(sorted(minutes))


@pytest.mark.parametrize(
    ("name", "day", "right"),
    [
        ("EST", SUMMER, "EDT"),
        ("EDT", WINTER, "EST"),
        ("EST", WINTER, "EST"),
        ("CET", SUMMER, "CEST"),
        ("BST", WINTER, "GMT"),
        ("AEDT", SUMMER, "AEST"),
        ("EST", SWITCH, None),
        ("GMT", SUMMER, None),
        ("MST", SUMMER, None),
        ("JST", SUMMER, None),
    ],
)
def test_the_name_in_force(name: str, day: datetime.date, right: str | None) -> None:
    assert name_on(name, day) == right


def test_zones_that_change_together_stay_apart_by_as_much() -> None:
    assert gaps("ET", "PT", None) == (-180,)
    assert sorted(gaps("ET", "GMT", None)) == [240, 300]


@pytest.mark.parametrize("day", [datetime.date.min, datetime.date.max], ids=str)
def test_the_ends_of_the_calendar_are_no_trouble(day: datetime.date) -> None:
    for name in sorted(NAMES):
        assert offsets(name, day)
        name_on(name, day)
