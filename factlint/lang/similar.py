"""When two texts or two words are nearly the same."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.text.deferred import deferred
from factlint.text.forms import folded, plain_glyphs, skeleton
from factlint.text.tokens import MARKS

if TYPE_CHECKING:
    from collections.abc import Sequence

RUN = 3
"""Texts are alike only if this many words in a row stand in both (all the words of a shorter one)."""

LONG_RUN = 8
"""So many shared words in a row are no chance."""

_WORD = deferred(rf"\w[\w{MARKS}]*(?:'\w[\w{MARKS}]*)*")
_SHORT = 5


@lru_cache(maxsize=50_000)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without marks."""
    return tuple(_WORD.findall(unicodedata.normalize("NFC", plain_glyphs(text).casefold())))


@lru_cache(maxsize=4_000)
def runs_of(text: str, length: int = RUN) -> frozenset[tuple[str, ...]]:
    """All runs of so many words; a shorter text is one run. Alike texts share one of RUN words: the key of an index."""
    words = words_of(text)
    if len(words) <= length:
        return frozenset({words}) if words else frozenset()
    return frozenset(words[i : i + length] for i in range(len(words) - length + 1))


@lru_cache(maxsize=20_000)
def likeness(left: str, right: str) -> float:
    """How alike two texts are, from 0 to 1: the share of the shorter one's words that the other has in the same order.

    Without a shared run of RUN words it is 0; the words of a shared run of LONG_RUN or more count twice, for nobody
    says so many words in a row by chance. The run as a gate and the order as the measure keep texts apart that merely
    share their common words.
    """
    if not runs_of(left) & runs_of(right):
        return 0.0
    from rapidfuzz.distance import LCSseq

    a, b = words_of(left), words_of(right)
    shorter = min(len(a), len(b))
    shared = LCSseq.similarity(a, b)
    if shared < shorter and runs_of(left, LONG_RUN) & runs_of(right, LONG_RUN):
        shared = max(shared, 2 * _longest_run(a, b))
    return min(1.0, shared / shorter)


def _longest_run(a: Sequence[str], b: Sequence[str]) -> int:
    """The length of the longest run of words that stands in both, by halves: a run holds all shorter ones."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _grams(a, middle) & _grams(b, middle) else (low, middle - 1)
    return low


def _grams(words: Sequence[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


def has_words(text: str, part: str) -> bool:
    """Whether the words of ``part`` stand in a row in ``text``, whatever the case and the marks."""
    return f" {' '.join(words_of(part))} " in f" {' '.join(words_of(text))} "


@lru_cache(maxsize=100_000)
def close(left: str, right: str, edits: int) -> bool:
    """Whether two words are nearly but not quite the same.

    They are if their sounds are equal when transliteration is folded (Merz, Merts), or if at most ``edits`` letters are
    dropped, added, replaced or swapped (optimal string alignment), one at most in a word of five letters or fewer. The
    first sounds must agree: real slips hardly ever touch them, different names mostly do.
    """
    a, b = folded(left), folded(right)
    if a == b:
        return False
    sound_a, sound_b = skeleton(a), skeleton(b)
    if sound_a == sound_b:
        return bool(sound_a)
    if sound_a[:1] != sound_b[:1]:
        return False
    from rapidfuzz.distance import OSA

    limit = min(edits, 1) if min(len(a), len(b)) <= _SHORT else edits
    return OSA.distance(a, b, score_cutoff=limit) <= limit


def sounds_like(left: str, right: str) -> bool:
    """Whether the sounds of two names are equal when transliteration is folded."""
    return skeleton(left) == skeleton(right) != ""
