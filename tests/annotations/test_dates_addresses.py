from __future__ import annotations

import pytest
from readings import facts

from factlint.text.zones import gaps


@pytest.mark.parametrize(
    "text",
    [
        "See https://example.org/2024/02/31/story for more.",
        "See www.example.org/2024/02/31 for more.",
        "See the [table](https://example.org/2024/12/15) for more.",
        "See 2025/11/31.html and 2025-12-14-report.pdf for more.",
    ],
)
def test_no_date_stands_in_an_address_or_the_name_of_a_file(text: str) -> None:
    assert not facts("date", text)


@pytest.mark.parametrize(
    "text",
    [
        "It began on 2024/12/15. See https://example.org/2024/02/31 for more.",
        "See https://example.org/2024/02/31 for more. It began on 2024/12/15.",
        "See https://example.org/a and https://example.org/2024/02/31, of 2024/12/15.",
        "The [talks](https://example.org/2024/02/31) of 2024/12/15.pdfs were long.",
    ],
)
def test_the_dates_beside_an_address_are_read(text: str) -> None:
    assert [date.text for date in facts("date", text)] == ["2024/12/15"]


@pytest.mark.parametrize(
    "text", ["It lifted off at 1230 GMT.", "It lifted off at 4 p.m. (1200 GMT)", "It lifted off at 2100 hours."]
)
def test_a_time_of_the_day_is_no_quantity(text: str) -> None:
    assert not [one for one in facts("quantity", text) if one.value and one.value > 1000]


def test_four_figures_that_count_are_a_quantity() -> None:
    assert [one.value for one in facts("quantity", "They had 1230 goats.")] == [1230]


def test_a_zone_out_of_season_leaves_the_season_of_the_one_beside_it_open() -> None:
    import datetime

    winter = datetime.date(2025, 12, 16)
    assert -300 in gaps("BST", "ET", winter)
    assert gaps("GMT", "ET", winter) == (-300,)


@pytest.mark.parametrize(
    ("text", "nightly"),
    [
        ("Jane Roe was killed on May 4, 1999, before dawn.", True),
        ("Jane Roe was killed on May 4, 1999, in her house.", False),
    ],
)
def test_night_may_belong_to_two_days(text: str, nightly: bool) -> None:
    assert [one.nightly for one in facts("occurrence", text)] == [nightly]
