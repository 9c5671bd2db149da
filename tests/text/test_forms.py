"""Comparable forms: what counts as the same text."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from factlint.text.forms import comparable, folded, skeleton
from factlint.text.tokens import Tokens


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=40))
def test_composed_and_decomposed_text_compare_alike(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert comparable(decomposed) == comparable(text)
    assert folded(decomposed) == folded(text)
    assert skeleton(decomposed) == skeleton(text)


def test_accents_count_when_texts_are_compared_and_not_when_they_are_folded() -> None:
    assert comparable("Muñoz") != comparable("Munoz")
    assert folded("Muñoz") == folded("Munoz") == "munoz"


def test_marks_stay_with_their_letters() -> None:
    tokens = Tokens(unicodedata.normalize("NFD", "José’s café, 5 élan"))
    assert [unicodedata.normalize("NFC", word) for word in tokens.words] == ["josé", "’", "s", "café", ",", "5", "élan"]
