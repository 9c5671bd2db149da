"""A text as a row of small tokens: words, numbers, signs and line breaks, each with its place."""

from __future__ import annotations

import re

MARKS = r"\u0300-\u036f"
"""Combining marks, for a character class: in decomposed text (NFD) they follow their letters and are no ``\\w``."""
LETTERS = rf"[^\W\d_]+(?:[{MARKS}]+[^\W\d_]*)*"
"""A pattern for letters in a row with their marks."""

# A number keeps its thousands (800,000) and its decimals (1.35), a numeric date (2025-12-15, 15/12/2025) stays whole;
# letters and figures part (9am, 1990s, 30km), so do the parts of a hyphenated word. A line break is a token of its own.
_TOKEN = re.compile(
    r"(?<![\w-])\d{4}-\d\d-\d\d(?![\d-])|(?<![\w/])\d\d?([./])\d\d?\1(?:\d{4}|\d\d)(?![\w/])"
    rf"|\d+(?:,\d{{3}}(?!\d))*(?:\.\d+)?|{LETTERS}"
    r"|\r\n|[^\w\t\x0b\x0c \xa0\u2000-\u200a\u202f]|_"
)
LINE_BREAKS = frozenset({"\n", "\r", "\r\n"})


class Tokens:
    """The tokens of a text. ``words`` are in lower case; ``starts`` and ``ends`` are offsets into the text."""

    __slots__ = ("ends", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for match in _TOKEN.finditer(text):
            self.words.append(match.group().lower())
            self.starts.append(match.start())
            self.ends.append(match.end())

    def __len__(self) -> int:
        return len(self.words)

    def word(self, index: int) -> str:
        """The token in lower case; empty before the first and after the last one."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def raw(self, index: int) -> str:
        """The token as it is written; empty outside the text."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.words) else ""

    def at(self, index: int, *words: str) -> bool:
        """Whether these words stand at a token, one after the other."""
        return tuple(self.words[index : index + len(words)]) == words

    def joined(self, index: int) -> bool:
        """Whether a token stands right behind the one before it, with no blank between."""
        return 0 < index < len(self.words) and self.starts[index] == self.ends[index - 1]

    def capital(self, index: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.raw(index)[:1].isupper()
