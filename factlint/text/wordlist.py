"""Word lists as they are pleasant to read and to mend in source: one text, blanks between the words."""

from __future__ import annotations


def word_set(*words: str) -> frozenset[str]:
    """The words of texts, for fast look-up."""
    return frozenset(word for text in words for word in text.split())


def numbered(words: str, first: int = 0) -> dict[str, int]:
    """Each word of a text with its place, counted from ``first``."""
    return {word: number for number, word in enumerate(words.split(), first)}
