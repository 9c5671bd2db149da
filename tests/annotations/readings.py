"""Articles for tests of annotations, and texts that no reader of articles may stumble over."""

from __future__ import annotations

import pathlib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import strategies as st

from factlint.annotations import Reading
from factlint.article import Article, Metadata
from factlint.knowledge import Knowledge
from factlint.text.literals import Literals

if TYPE_CHECKING:
    from factlint.article import Section

SHARED = pathlib.Path(__file__).resolve().parents[2] / ".." / "shared"

# Pieces that the finders look for, in any order, with what breaks lines and what does not.
_PIECES = (
    "\n", "\r\n", "\r", "\u2028", "\x0b", "\x00", " ", "  ", "\t", "\u00a0", ".", "!", "?", "...", "…", ",", ";",
    ":", "-", "- ", "—", "“", "”", "‘", "’", '"', "'", "«", "»", "(", ")", "Mr.", "U.S.", "Dec. 15", "a.m.",
    "No. 5", "the", "The", "the the", "and", "or", "Denmark", "Finland", "Oslo,", "the Netherlands",
    "Sign up for our newsletter", "Follow us on:", "By Jane Doe", "BERLIN —", "Correction:", "AI Brief", "Photo:",
    "(AP)", "said", "iPhone", "bridgeUnder", "word.Next", "(IAEA)", "İ", "ß", "😀", "e\u0301", "日本", "5", "90s",
    "three men:", "A long line of plain words that ends with a stop like any other does.",
)  # fmt: skip
texts = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join),
    st.lists(st.sampled_from(_PIECES), max_size=40).map("".join),
)


def article(text: str, blocks: tuple[Section, ...] = (), **metadata: Any) -> Article:
    return Article("desk/a.txt", "a.txt", text, Metadata(**metadata), blocks)


def reading(text: str, blocks: tuple[Section, ...] = (), **metadata: Any) -> Reading:
    return Reading(article(text, blocks, **metadata), Knowledge({}), Literals([]))


def facts(kind: str, text: str, **metadata: Any) -> tuple[Any, ...]:
    return reading(text, **metadata).facts(kind)


def assert_sound(kind: str, text: str) -> tuple[Any, ...]:
    """Every annotation has the words of its place, in text order, and knows its section and sentence."""
    found = facts(kind, text)
    for fact in found:
        assert 0 <= fact.start < fact.end <= len(text)
        assert fact.text == text[fact.start : fact.end]
        assert "\n" not in fact.text
        assert "\r" not in fact.text
    assert [fact.start for fact in found] == sorted(fact.start for fact in found)
    return found


def seed(number: str) -> str:
    """One of the five real articles that lie beside the checkout."""
    found = sorted(SHARED.glob(f"seeds/{number}_*.txt"))
    if not found:
        pytest.skip("the real articles are not beside this checkout")
    return found[0].read_text(encoding="utf-8")
