"""Under which keys a word is kept so that near words are found without a look at all of them.

Two words that are at most n drops, additions, replacements or swaps of neighbours apart become equal when at most n
letters are taken out of each (the idea of FastSS and SymSpell). So a word is kept under everything that is left of it
then, and what a near word leaves leads to it. A key begins with the first sound, which near names share.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from factlint.text.forms import folded, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_EDITS = 2
SHORT = 5
"""A word of so many letters or fewer is near another one by one edit only."""
_LONGEST = 48


def near_keys(word: str, edits: int = MOST_EDITS) -> Iterator[str]:
    """The keys of a word, for being kept (with as many edits as are ever asked for) as for being looked up."""
    plain, sound = folded(word), skeleton(word)
    yield f"={sound}"
    if len(plain) <= _LONGEST:
        for left in remains(plain, min(edits, 1) if len(plain) <= SHORT else edits):
            yield f"{sound[:1]}-{left}"


def remains(word: str, edits: int) -> set[str]:
    """What is left of a word when up to so many letters are taken out."""
    kept = range(max(0, len(word) - edits), len(word) + 1)
    return {"".join(letters) for length in kept for letters in combinations(word, length)}
