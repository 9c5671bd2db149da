"""Calculations: numbers of a sentence that follow from its other numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import assert_sound, facts, texts

from factlint.annotations.calculations import KIND

_PIECES = st.sampled_from(
    ["rose 5%", "fell 20%", "to $120m", "from $100m", "up 3%", "doubled", "from 30", "to 90", "nine of the 8", "members",
     "45 of 100", "or 45%", "12 people:", "seven in Oslo", "and", "four in Nice", "51 to 48", "a margin of four",
     "between 20", "and 10", "110% of voters", "52% yes", "12% undecided", ",", ".", "(", ")", "\n"]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "relation", "stated", "exact"),
    [
        ("Profit rose 50% to $120m from $100m.", "percent change", 50, "20"),
        ("Profit rose by 20 percent, from $100m to $120m.", "percent change", 20, "20"),
        ("Sales fell from $120m to $100m, a drop of 17 per cent.", "percent change", 17, "16.7"),
        ("Sales were $120m, up 20% from $100m a year ago.", "percent change", 20, "20"),
        ("The rate rose by two points from 4% to 7%.", "points", 2, "3"),
        ("Sales fell 20% to $120m from $100m.", "direction", -1, "rise"),
        ("Turnout doubled from 30 to 90.", "times", 2, "3"),
        ("The price more than tripled to $25 from $12.", "times", 3, "2.1"),
        ("12 people were hurt: seven in Lyon and four in Nice.", "total", 12, "11"),
        ("Nine of the 20 members, or 40%, agreed.", "share", 40, "45"),
        ("She says that 40% of the nine members agreed.", "small share", 40, "44.4"),
        ("She says that 110% of voters came.", "part", 110, "100"),
        ("They voted 51 to 48, a margin of four.", "margin", 4, "3"),
        ("The bill passed 220-210, by a majority of 12.", "margin", 12, "10"),
        ("A poll has 52% for it, 41% against it, and 12% are undecided.", "all shares", 105, "105"),
        ("They expect between 3,000 and 2,000 people.", "range", 2000, "3,000"),
    ],
)
def test_relations(text: str, relation: str, stated: float, exact: str) -> None:
    found = {one.relation: (one.stated, one.exact) for one in facts("calculation", text)}
    assert found.get(relation) == (stated, exact)


@pytest.mark.parametrize(
    "text",
    [
        "Profit rose 7% to $1.2bn from $1.1bn.",
        "Profit rose 10% to 12.1m from 11m.",
        "The rate rose by three points from 4% to 7%.",
        "Nine of the 20 members, or 45%, agreed.",
        "12 people were hurt: seven in Lyon, four in Nice and one in Bonn.",
        "She says that 44% of the nine members agreed.",
    ],
)
def test_what_agrees_is_not_off(text: str) -> None:
    assert [one for one in facts("calculation", text) if one.off > 1] == []


@pytest.mark.parametrize(
    "text",
    [
        "Total sales were 30.1bn, up 27% from the 2004 period.",
        "Profit rose 50%. It went to $120m from $100m.",
        "Shares rose 5% as the fund cut 100 jobs, from an office of 20 banks to let.",
        "He was backed by 6 in 10 of the 3 in 10 voters.",
        "The lead is in double digits, down from 20 points to 13.",
        "12 people were hurt, including seven in Lyon and four in Nice.",
        "Of three teams: 12 men from Lyon and 11 from Nice.",
        "He is to stay in between 2200 and 0700.",
    ],
    ids=["year", "two-sentences", "other-numbers", "in-ten", "digits", "including", "larger-parts", "clock"],
)
def test_numbers_that_are_not_tied(text: str) -> None:
    assert [one.relation for one in facts("calculation", text) if one.off] == []


def test_rounding_of_all_numbers_is_allowed_for() -> None:
    [found] = facts("calculation", "Profit rose 7% to $1.2bn from $1.1bn.")
    assert found.least < 9.1 < found.most
    assert found.off == 0


@given(st.one_of(texts, st.lists(_PIECES, max_size=30).map(" ".join)))
def test_any_text_is_read(text: str) -> None:
    for one in assert_sound(KIND.name, text):
        assert one.least <= one.most
        assert one.off >= 0
