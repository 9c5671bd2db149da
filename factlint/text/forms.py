"""Comparable forms of words and texts: what counts as the same when glyphs, case and transliteration differ."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_GLYPHS = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
        "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": "...", "\u00a0": " ", "\u202f": " ",
    }
)  # fmt: skip
_BLANKS = re.compile(r"\s+")
_EDGES = " \t\n\r\"'.,;:!?-…([)]"

# One transliteration class a line, applied in order to a folded lower-case word: spellings of one sound in names that
# come from other alphabets or languages (BGN/PCGN against newspaper practice).
# Before each, the letters (one, or one of two) without which there is nothing to fold: to ask for them costs less.
_SOUNDS = [
    (letters[0], letters[-1], re.compile(pattern), sound)
    for letters, pattern, sound in (
        ("h", r"tsch|tch|tsh|ch", "c"), ("h", r"sch|sh", "s"), ("hj", r"zh|j(?=[aeiou])", "z"), ("h", r"kh", "h"),
        ("h", r"ph", "f"), ("h", r"th", "t"), ("h", r"wh", "w"), ("cq", r"ck|q", "k"), ("c", r"c(?=[eiy])", "s"),
        ("c", r"c(?=[^eiy]|$)", "k"), ("t", r"tz|ts", "z"), ("wf", r"w|ff|f", "v"), ("iy", r"[iy]+[iye]*", "i"),
        ("e", r"ee|ie|ei|ey", "i"), ("o", r"ou|oo", "u"), ("h", r"h(?=[^aeiou]|$)", ""),
    )
]  # fmt: skip
_NO_LETTER = re.compile(r"[^a-z]")
_DOUBLE = re.compile(r"(.)\1+")


def plain_glyphs(text: str) -> str:
    """Typographic quotation marks, apostrophes, dashes and blanks as their plain keyboard forms; length may change."""
    return text.translate(_GLYPHS)


@lru_cache(maxsize=50_000)
def comparable(text: str) -> str:
    """Text as ``=``, ``contains`` and ``is like`` compare it: case, glyphs, blanks and edge punctuation folded.

    Accents count, be they part of their letter (NFC) or marks behind it (NFD).
    """
    if text.isascii() and text.isalpha():
        return text.lower()
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    return _BLANKS.sub(" ", plain_glyphs(composed).casefold()).strip(_EDGES)


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """A word in lower case without accents: ``Zaporizhzhia`` and ``Álvaro`` become ``zaporizhzhia`` and ``alvaro``."""
    if word.isascii():
        return word.lower().replace("`", "'")
    decomposed = unicodedata.normalize("NFKD", plain_glyphs(word).casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char)).replace("ł", "l").replace("ø", "o")


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """What is left of a name when usual transliteration differences are folded: equal for Zelensky and Zelenskyy."""
    value = folded(word)
    if not (value.isascii() and value.isalpha()):
        value = _NO_LETTER.sub("", value)
    for letter, other, pattern, sound in _SOUNDS:
        if letter in value or other in value:
            value = pattern.sub(sound, value)
    return _DOUBLE.sub(r"\1", value)
