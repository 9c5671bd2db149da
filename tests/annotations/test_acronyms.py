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
    ("text", "defined", "bracketed", "beside"),
    [
        ("the International Atomic Energy Agency (IAEA) said", True, True, None),
        ("the IAEA (International Atomic Energy Agency) said", True, False, None),
        ("The International Atomic Energy Agency met. The IAEA said", False, False, None),
        ("a matrix-assisted flow (MAF) and computer-aided design (CAD)", True, True, None),
        ("the Kurdistan Workers' Party (PKK) said", False, True, None),
        ("the International Atomic Energy Agency (IAAE) said", False, True, "International Atomic Energy Agency"),
        ("the Organisation for Economic Co-operation and Development (OECD) said", True, True, None),
        (
            "the new International Atomic Energy Agency’s (IAAE) board",
            False,
            True,
            "International Atomic Energy Agency",
        ),
        ("the Democratic Republic of Congo (RDC) said", False, True, None),
        ("the Securities and Exchange Commission (ESC) said", False, True, None),
        ("The BBC met (the IAAE too).", False, False, None),
    ],
)
def test_what_stands_beside_an_acronym(text: str, defined: bool, bracketed: bool, beside: str | None) -> None:
    found = facts("acronym", text)[-1]
    assert (found.defined, found.bracketed, found.beside) == (defined, bracketed, beside)


@pytest.mark.parametrize(
    ("text", "styles"),
    [
        ("The UN and the U.N. met.", ["plain", "stops"]),
        ("The men of OPEC and the men of Opec met.", ["plain", "word"]),
        ("The men of Opec met.", []),
        ("The men of OPEC and Opec Holding met.", ["plain"]),
        ("The WHO, that is who. But Who are they.", ["plain"]),
        ("He went to DEAD OR ALIVE and then to Alive again.", ["plain"] * 3),
    ],
)
def test_how_an_acronym_is_written(text: str, styles: list[str]) -> None:
    assert [found.style for found in facts("acronym", text)] == styles


def test_a_part_of_a_longer_name_is_no_acronym() -> None:
    assert facts("acronym", "the SARS-CoV virus") == ()


@pytest.mark.parametrize(
    "text",
    [
        "NATO SAYS THE PIER IS SAFE",
        "L’ÉTÉ À ÉVRY ET ÉPÔNE: ÎLE À 5 km par NATO",
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
