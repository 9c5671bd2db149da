"""Enumerations: points that are counted through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import assert_sound, facts, texts

from factlint.annotations.enumerations import KIND

_PIECES = st.sampled_from(["First,", "Secondly,", "Third,", "Fifth,", "\n1. ", "\n2) ", "\n4. ", "words", ". ", "\n"])


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("First, a bridge. Second, a road. Third, a mole.", [(2, 2), (3, 3)]),
        ("Firstly, a bridge. Secondly, a road. Fourthly, a mole.", [(2, 2), (4, 3)]),
        ("1. A bridge\n2. A road\n4. A mole\n", [(2, 2), (4, 3)]),
        ("First, a bridge. Second, a road.", []),
        ("Second, a bridge. Third, a road. Fifth, a mole.", []),
        ("He was first. In the Third, Fourth, and Fifth, all was lost.", []),
    ],
    ids=["words", "adverbs", "lines", "two", "no-first", "inside"],
)
def test_points(text: str, points: list[tuple[int, int]]) -> None:
    assert [(one.number, one.expected) for one in facts("enumeration", text)] == points


@given(st.one_of(texts, st.lists(_PIECES, max_size=30).map("".join)))
def test_any_text_is_read(text: str) -> None:
    assert all(one.number >= one.expected for one in assert_sound(KIND.name, text))
