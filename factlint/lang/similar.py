"""When two texts or two words are nearly the same."""

from __future__ import annotations

import re
from functools import lru_cache

from factlint.text.forms import folded, plain_glyphs, skeleton

RUN = 3
"""Texts are alike only if this many words in a row stand in both (all the words of a shorter one)."""

_WORD = re.compile(r"\w+(?:'\w+)*")
_SHORT = 5


@lru_cache(maxsize=50_000)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without marks."""
    return tuple(_WORD.findall(plain_glyphs(text).casefold()))


def runs_of(text: str) -> frozenset[tuple[str, ...]]:
    """All runs of RUN words; a shorter text is one run. Alike texts share one, so it is the key of an index."""
    words = words_of(text)
    if len(words) <= RUN:
        return frozenset({words}) if words else frozenset()
    return frozenset(words[i : i + RUN] for i in range(len(words) - RUN + 1))


def likeness(left: str, right: str) -> float:
    """The share (0 to 1) of the shorter text's words that stand in the other in the same order; 0 without a shared run.

    The longest common word run as a gate and the common words in order as the measure: on the quotations of one story
    runs never joined two different utterances, and order keeps bags of common words apart.
    """
    if not runs_of(left) & runs_of(right):
        return 0.0
    from rapidfuzz.distance import LCSseq

    a, b = words_of(left), words_of(right)
    return LCSseq.similarity(a, b) / min(len(a), len(b))


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
