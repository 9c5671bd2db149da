"""Near words share a key: what leads from one to the other misses nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.lang.similar import close
from factlint.text.neighbours import MOST_EDITS, near_keys, remains

WORDS = st.text("abehiknorstvwyzäé", min_size=1, max_size=9)


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, str]:
    word = draw(WORDS)
    other = list(word)
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, len(other)))
        how = draw(st.sampled_from(["drop", "add", "replace", "swap"]))
        if how == "add":
            other.insert(at, draw(st.sampled_from("abekosz")))
        elif at < len(other) and how == "drop":
            del other[at]
        elif at < len(other) and how == "replace":
            other[at] = draw(st.sampled_from("abekosz"))
        elif at + 1 < len(other):
            other[at], other[at + 1] = other[at + 1], other[at]
    return word, "".join(other)


@given(slips() | st.tuples(WORDS, WORDS), st.integers(1, MOST_EDITS))
def test_close_words_share_a_key(pair: tuple[str, str], edits: int) -> None:
    word, other = pair
    if other and close(word, other, edits):
        assert set(near_keys(word)) & set(near_keys(other, edits))


def test_what_remains() -> None:
    assert remains("abc", 1) == {"abc", "ab", "ac", "bc"}
    assert remains("ab", 2) == {"ab", "a", "b", ""}


@pytest.mark.parametrize("word", ["", "x" * 10_000, "é", "\ud800"])
def test_any_word_has_few_keys(word: str) -> None:
    assert len(list(near_keys(word))) < 2_000
