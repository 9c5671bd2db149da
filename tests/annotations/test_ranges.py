"""Ranges of dates: their ends, their order, and the length that a sentence gives them."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import assert_sound, facts, texts

from factlint.annotations.ranges import KIND, Range

_PIECES = st.sampled_from(
    ["from", "between", "to", "and", "–", "-", "Dec. 20", "Dec. 3, 2025", "2019", "2014", "2019–2014", "June 12-20",
     "20-12 December", "Monday", "Friday", "a three-day visit", ", for 21 days", "which began in", "ends in", ".", "\n"]
)  # fmt: skip


def only(text: str) -> Range:
    [found] = facts("range", text)
    assert isinstance(found, Range)
    return found


def ranges(text: str) -> list[str]:
    return [found.text for found in facts("range", text)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The fair runs from Dec. 3 to Dec. 20, 2025, in the harbour.", "Dec. 3", "Dec. 20"),
        ("The fair runs from 3 December until 20 December in the harbour.", "3 December", "20 December"),
        ("The talks were held between June 2024 and March 2025.", "June 2024", "March 2025"),
        ("Shops are shut Dec. 24 through Dec. 26 in the town.", "Dec. 24", "Dec. 26"),
        ("The fair will be held on June 12-20 in the harbour.", "12", "20"),
        ("The fair will be held on 12-20 June 2025 in the harbour.", "12", "20"),
        ("He was the minister of justice (2014–2019) and a judge.", "2014", "2019"),
        ("It was so in the season of 1998-02, the club said.", "1998", "02"),
        ("He is away from Monday to Friday, his office said.", "Monday", "Friday"),
    ],
    ids=["days", "british", "months", "through", "dash", "dash-british", "years", "short-year", "weekdays"],
)
def test_ends_are_read_as_written(text: str, first: str, last: str) -> None:
    found = only(text)
    assert (found.first.text, found.last.text) == (first, last)
    assert not found.reversed


@pytest.mark.parametrize(
    "text",
    [
        "Dec. 3 and Dec. 20 are holidays in the town.",
        "Sales rose to 12 million in 2019, and to 14 million in 2020.",
        "They were there from Dec. 3. To Dec. 20 it is a long time.",
        "Ring 020 2019-2014 before Dec. 20.",
        "Flight 2019-2014/3 left in December.",
        "They lost 3-1 on Dec. 20 and won 4-2 in January.",
        "The road is closed between 2000 and 1830 GMT.",
    ],
    ids=["list", "two-years", "two-sentences", "telephone", "code", "score", "clock"],
)
def test_what_is_no_range(text: str) -> None:
    assert not any(found.reversed for found in facts("range", text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("from Dec. 20 to Dec. 3", True),
        ("from Dec. 20 to Jan. 3", False),
        ("from Dec. 20, 2025, to Dec. 3, 2026", False),
        ("from Dec. 20, 2025, to Dec. 3, 2025", True),
        ("from June to March", False),
        ("from June 2025 to March 2024", True),
        ("from 2019 to 2014", True),
        ("from 2019 to 2019", False),
        ("between 2003 and June 2003", False),
        ("from Friday to Monday", False),
        ("on June 20-12", True),
        ("in June 20-12", False),
        ("in the winter of 1996-93", True),
        ("in the winter of 1999-01", False),
    ],
)
def test_a_range_is_reversed_where_no_year_makes_it_right(text: str, wrong: bool) -> None:
    assert any(found.reversed for found in facts("range", f"The port was shut {text}, the mayor said.")) is wrong


@pytest.mark.parametrize("moved", ["brought forward", "moved", "changed", "cut"])
def test_what_is_moved_may_go_backwards(moved: str) -> None:
    assert not only(f"The target was {moved} from 2040 to 2035, the mayor said.").reversed


@pytest.mark.parametrize(
    ("text", "length", "shortest", "longest"),
    [
        ("a three-day visit from Monday to Friday", "three-day", 4, 5),
        ("a ten-day trip from Monday to Wednesday", "ten-day", 9, 10),
        ("a two-week trip from Dec. 1 to Dec. 20", "two-week", 15.5 / 7, 23.5 / 7),
        ("shut from Dec. 22 through Jan. 25, for 35 days,", "35 days", 34, 35),
        ("shut for 35 days, from Dec. 22 to Jan. 25,", "35 days", 34, 35),
        ("five years, from 2008 to 2016,", "five years", 7, 9),
        ("a four-year term, which began in 2023, and ends in 2030", "four-year", 6, 8),
        ("in the five months from August to December", "five months", 3, 5),
        ("eighteen months, from 2008 to 2010,", "eighteen months", 12, 36),
        ("two years from June 2008 to May 2010", "two years", 16 / 12, 30 / 12),
    ],
)
def test_a_stated_length_stands_beside_the_real_one(text: str, length: str, shortest: float, longest: float) -> None:
    found = only(f"The minister had {text} and then came home.")
    assert found.stated is not None
    assert found.stated.text == length
    assert found.shortest == pytest.approx(shortest)
    assert found.longest == pytest.approx(longest)


@pytest.mark.parametrize(
    "text",
    [
        "The 71-year-old served in the army from 1981 to 1987.",
        "The yield of the 10-year bond rose from 2008 to 2010.",
        "He spent nearly four months there from 2015 to 2017.",
        "He served for seven years and 43 days between 1908 and 1915.",
        "The first three days from Monday to Friday were wet.",
        "It rained on two days. From Monday to Friday it was dry.",
        "A three-day visit, he said, and then: from Monday to Friday all is shut.",
    ],
    ids=["age", "bond", "bound", "compound", "part", "other-sentence", "apart"],
)
def test_lengths_of_other_things_are_none_of_the_range(text: str) -> None:
    assert all(found.stated is None for found in facts("range", text))


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("from Dec. 20 to Dec. 3, 2025", "from Dec. 3 to Dec. 20, 2025"),
        ("from 2019 to 2014", "from 2014 to 2019"),
        ("of 1996-93", None),
    ],
)
def test_the_ends_in_each_others_place(text: str, turned: str | None) -> None:
    assert only(f"The fair was held {text} in the harbour.").turned == turned


@given(st.one_of(texts, st.lists(_PIECES, max_size=30).map(" ".join)))
def test_any_text_is_read(text: str) -> None:
    found: tuple[Any, ...] = assert_sound(KIND.name, text)
    for one in found:
        for part in (one.first, one.last, *([one.stated] if one.stated else [])):
            assert part.text == text[part.start : part.end]
    for left, right in pairwise(found):
        assert left.end <= right.start
