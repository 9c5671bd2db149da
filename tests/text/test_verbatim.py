"""Forms that stand for themselves: nothing is wrong where they do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.text.verbatim import verbatim

WORD = "Novotni"


def at(text: str) -> bool:
    start = text.index(WORD)
    return verbatim(text, start, start + len(WORD))


@pytest.mark.parametrize(
    "text",
    [
        "See https://example.org/Novotni now.",
        "See www.Novotni.cz now.",
        "Write to Novotni@example.org now.",
        "Ask @Novotni now.",
        "It is #Novotni now.",
        "“Mr Novotni [sic] left,” the note said.",
        "Karel Novotni (sic) left.",
        "An earlier version misspelled Mr Novotny as Novotni.",
        "The name was misspelt Novotni in the list.",
        "He changed his name from Novotni in 1990.",
    ],
)
def test_where_a_form_stands_for_itself(text: str) -> None:
    assert at(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mr Novotni left.",
        "Mr Novotny/Novotni left.",
        "The name was misspelled. Mr Novotni left.",
        "See https://example.org now. Mr Novotni left.",
        "Novotni’s house (sick) was sold.",
        "The plan of Novotni spelled trouble.",
    ],
)
def test_where_it_is_used(text: str) -> None:
    assert not at(text)


@given(st.text(), st.integers(0, 40), st.integers(0, 9))
def test_any_place_of_any_text_has_an_answer(text: str, start: int, length: int) -> None:
    assert verbatim(text, min(start, len(text)), min(start + length, len(text))) in (True, False)
