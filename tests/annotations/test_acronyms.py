"""Acronyms, and the long form where it stands beside or before them."""

from __future__ import annotations

import pytest
from hypothesis import given
from readings import assert_sound, facts, texts


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("the International Atomic Energy Agency (IAEA) said", "IAEA", "International Atomic Energy Agency"),
        ("the Office of Professional Responsibility (OPR) said", "OPR", "Office of Professional Responsibility"),
        ("several Members of Parliament (MPs) said", "MP", "Members of Parliament"),
        ("its gross domestic product (GDP) grew", "GDP", "gross domestic product"),
        ("the IAEA (International Atomic Energy Agency) said", "IAEA", "International Atomic Energy Agency"),
        ("the United Nations (U.N.) said", "UN", "United Nations"),
        ("the harbour board (IAEA) said", "IAEA", None),
        ("the IAEA said", "IAEA", None),
        ("the IAEA (the agency) said", "IAEA", None),
        ("the Harbour Board\n(HB) closed the pier", "HB", "Harbour Board"),
        ("the International Atomic Energy Agency met. The IAEA said", "IAEA", "International Atomic Energy Agency"),
        ("The IAEA, the International Atomic Energy Agency, said", "IAEA", "International Atomic Energy Agency"),
        ("The Department of Defense paid. The DOD said", "DOD", "Department of Defense"),
        ("The European Union met. The EU said", "EU", "European Union"),
        ("Eastern Utilities closed. The EU said", "EU", None),
        ("Emma Underwood spoke. The EU said", "EU", None),
        ("The IAEA said. The International Atomic Energy Agency met", "IAEA", None),
        ("The IAEA, the agency that inspects, said", "IAEA", None),
    ],
)
def test_the_long_form_stands_beside_the_short_one_or_before_it(text: str, short: str, long: str | None) -> None:
    (found,) = facts("acronym", text)
    assert (found.short, found.long) == (short, long)


@pytest.mark.parametrize(
    "text",
    [
        "NATO SAYS THE PIER IS SAFE",
        "World War II began",
        "OSLO — The pier is safe, said the whole board today.",
        "an A-B test",
        "a@IAEA.org",
        "I am X.",
    ],
)
def test_capitals_that_are_no_acronyms(text: str) -> None:
    assert facts("acronym", text) == ()


@given(texts)
def test_acronyms_are_sound(text: str) -> None:
    for found in assert_sound("acronym", text):
        assert found.short.replace("&", "").isupper()
        assert found.long is None or found.long in text
