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
_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"tsch|tch|tsh|ch", "c"), (r"sch|sh", "s"), (r"zh|j(?=[aeiou])", "z"), (r"kh", "h"), (r"ph", "f"),
        (r"th", "t"), (r"wh", "w"), (r"ck|q|k", "k"), (r"c(?=[eiy])", "s"), (r"c(?=[^eiy]|$)", "k"), (r"tz|ts|z", "z"),
        (r"w|v|ff|f", "v"), (r"[iy]+[iye]*", "i"), (r"ee|ie|ei|ey", "i"), (r"ou|oo|u", "u"), (r"ew|ev", "ev"),
        (r"iv", "iv"), (r"h(?=[^aeiou]|$)", ""),
    )
]  # fmt: skip
_DOUBLE = re.compile(r"(.)\1+")


def plain_glyphs(text: str) -> str:
    """Typographic quotation marks, apostrophes, dashes and blanks as their plain keyboard forms; length may change."""
    return text.translate(_GLYPHS)


@lru_cache(maxsize=50_000)
def comparable(text: str) -> str:
    """Text as ``=``, ``contains`` and ``is like`` compare it: case, glyphs, blanks and edge punctuation folded.

    Accents count, be they part of their letter (NFC) or marks behind it (NFD).
    """
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
    value = re.sub(r"[^a-z]", "", folded(word))
    for pattern, sound in _SOUNDS:
        value = pattern.sub(sound, value)
    return _DOUBLE.sub(r"\1", value)
