from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import assert_sound, facts, texts


def numerals(text: str) -> list[tuple[str, str, str | None]]:
    return [(numeral.fault, numeral.text, numeral.right) for numeral in facts("numeral", text)]


@pytest.mark.parametrize(
    ("text", "fault", "words", "right"),
    [
        ("She came 22th there.", "suffix", "22th", "22nd"),
        ("She came 11st there, in the 11st race.", "suffix", "11st", "11th"),
        ("She came 103th there.", "suffix", "103th", "103rd"),
        ("About 2,5000 came.", "grouping", "2,5000", "25,000"),
        ("It cost €1500,000 there.", "grouping", "1500,000", "1,500,000"),
        ("It cost $1.2 billion million there.", "scales", "$1.2 billion million", None),
        ("It cost 3m million there.", "scales", "3m million", None),
        ("It cost $5 million euros there.", "currencies", "$5 million euros", None),
        ("It cost €5bn dollars there.", "currencies", "€5bn dollars", None),
        ("It cost £5 pounds there.", "currency twice", "£5 pounds", "£5"),
        ("It cost US$5 million dollars there.", "currency twice", "US$5 million dollars", "US$5 million"),
    ],
)
def test_faults(text: str, fault: str, words: str, right: str | None) -> None:
    assert numerals(text) == [(fault, words, right)]


@pytest.mark.parametrize(
    "text",
    [
        "The 1st, 2nd, 3rd, 4th, 11th, 12th, 13th, 21st, 101st and 111th.",
        "He weighs 12st and she 9st 4lb.",
        "They paid 1,00,000 or 12,34,567 or 1,234,567 of it.",
        "On March 4,2005, in 2001,2002 and at 1,234.5.",
        "The numbers 4,12,25 and 1234,5678-1 won.",
        "It cost 1.5 million, a thousand million in all.",
        "It cost $5, 6 euros or €4 million.",
        "A $5 million euro-zone fund.",
    ],
)
def test_what_is_right(text: str) -> None:
    assert numerals(text) == []


@given(texts)
def test_any_text_is_read(text: str) -> None:
    assert_sound("numeral", text)


@given(st.integers(0, 10**12))
def test_numbers_as_they_are_written(number: int) -> None:
    assert numerals(f"They sent {number:,} and {number} there.") == []
