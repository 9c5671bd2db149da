"""Two values for one thing: which pairs of figures are weighed, and what speaks for a slip."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import assert_sound, facts, texts

from factlint.annotations.conflicts import KIND

_PIECES = st.sampled_from(
    ["45,000 jobs", "44,000 jobs", "a 24-hour ban", "a 14-hour ban", "Band Aid 20 is", "Band Aid 50 is", "7610", "7601",
     "per 100,000 people", "per 300,000 people", "£99 (149 euros)", "£99 (194 euros)", "at least", "another", "in 2012",
     "Oslo", ".", "\n\n", "said"]
)  # fmt: skip


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(one.text, one.other) for one in facts("conflict", text) if one.suspect and one.odds >= 0]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "Maker to cut 45,000 jobs\n\nThe maker could cut 44,000 jobs.\n\nIts head said so on Monday, they wrote.",
            ("44,000", "45,000"),
        ),
        ("He wants a 24-hour ban there.\n\nHe is sure.\n\nThe 14-hour ban was put off.", ("14", "24")),
        ("All owners of the 7610 know it. The 7610 is on sale. Their 7601 is shut.", ("7601", "7610")),
        ("It is 4 per 100,000 people here.\n\nSo it is.\n\nIt is 3 per 300,000 people there.", ("300,000", "100,000")),
        (
            "It costs £99 (149 euros) here.\n\nThe maker says so.\n\nThe price of £99 (194 euros) is fair.",
            ("194 euros", "149 euros"),
        ),
        ("The Band Aid 20 song is out.\n\nBand Aid 20 is new.\n\nThe Band Aid 50 song sells well.", ("50", "20")),
        (
            "The news of the day\n\nThe bank froze assets of €275 million.\n\nIt was long ago.\n\nThe bank holds the frozen "
            "assets of €275 billion.",
            ("€275 billion", "€275 million"),
        ),
    ],
    ids=["headline", "compound", "digits", "base", "converted", "name", "magnitude"],
)
def test_slips(text: str, pair: tuple[str, str]) -> None:
    assert _pairs(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "They sued 45 banks.\n\nIt was long ago.\n\nThey sued another 35 banks.",
        "They sued 45 banks and 35 banks.",
        "It held 5,700 people.\n\nIt was long ago.\n\nIt held around 5,000 people.",
        "He won 45 points.\n\nIt was long ago.\n\nShe won 35 points.",
        "It costs $45 here.\n\nIt was long ago.\n\nIt costs $54 there.",
        "They sued 45 banks.\n\nIt was long ago.\n\nThey sued 45 banks.",
    ],
    ids=["another", "one-sentence", "rounded", "points", "money", "same"],
)
def test_two_things(text: str) -> None:
    assert _pairs(f"The news of the day from Oslo\n\n{text}") == []


def test_both_sides_are_facts_of_one_pair() -> None:
    text = "Maker to cut 45,000 jobs\n\nThe maker could cut 44,000 jobs.\n\nIts head said so on Monday, they wrote."
    first, second = facts("conflict", text)
    assert first.pair == second.pair
    assert {first.suspect, second.suspect} == {True, False}
    assert first.evidence == second.evidence
    assert "one digit differs" in first.evidence


def test_the_value_that_stands_less_often_is_the_suspect() -> None:
    text = "The Band Aid 50 song is out.\n\nBand Aid 20 is new.\n\nThe Band Aid 20 song sells well."
    [suspect] = [one for one in facts("conflict", text) if one.suspect]
    assert (suspect.text, suspect.uses) == ("50", 1)


@given(st.one_of(texts, st.lists(_PIECES, max_size=30).map(" ".join)))
def test_any_text_is_read(text: str) -> None:
    found: tuple[Any, ...] = assert_sound(KIND.name, text)
    assert sum(one.suspect for one in found) * 2 == len(found)
    assert all(one.text != one.other for one in found)
