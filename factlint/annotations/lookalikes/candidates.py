"""Which of an article's words are nearly the same, without comparing each with each."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.annotations.lookalikes.forms import LONG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.annotations.lookalikes.forms import Shape

_MOST = 2
CROWD = 400
"""So many words of one article that share a key are a list, in which near words mean nothing."""


def near_pairs(shapes: Iterable[Shape]) -> Iterator[tuple[Shape, Shape, int]]:
    """Pairs of words that are nearly but not quite the same, each once, with their distance in edits.

    One edit (a letter dropped, added, replaced, or two neighbours swapped) leaves the first two letters or the last two
    of a word as they were, or else, in one of four letters, the first and the last; so only words that share these, as
    they are written or as they sound, are compared.
    """
    by_key: dict[str, list[Shape]] = {}
    for shape in shapes:
        plain, sound, keys = shape
        asked: set[str] = set()
        for key in keys:
            others = by_key.get(key)
            if others is None:
                by_key[key] = [shape]
                continue
            for other in others:
                if -_MOST <= len(other.plain) - len(plain) <= _MOST and other.plain not in asked:
                    asked.add(other.plain)
                    edits = distance(other.plain, plain, other.sound, sound)
                    if edits:
                        yield other, shape, edits
            if len(others) < CROWD:
                others.append(shape)


@lru_cache(maxsize=100_000)
def distance(left: str, right: str, sound_left: str, sound_right: str) -> int | None:
    """Edits between two folded words (optimal string alignment); None where they are too far apart to be one word."""
    from rapidfuzz.distance import OSA

    edits = OSA.distance(left, right, score_cutoff=_MOST + 1)
    if edits <= 1:
        return edits
    if sound_left == sound_right and min(len(left), len(right)) >= 4 and len(sound_left) > 2:
        return min(edits, _MOST)
    if edits > _MOST or min(len(left), len(right)) < LONG:
        return None
    return edits if OSA.distance(sound_left, sound_right, score_cutoff=1) <= 1 else None
