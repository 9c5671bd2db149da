"""``differing(a, b)``: the one word of a text that another text of equally many words has otherwise.

Unknown where they differ in no word, in several, or in the number of their words.
"""

from __future__ import annotations

from functools import lru_cache

from factlint.lang.functions import Function
from factlint.lang.types import TEXT
from factlint.text.forms import comparable


# A rule asks for the same two texts again and again: in a quantifier, for each of its facts.
@lru_cache(maxsize=4_000)
def _differing(one: str, other: str) -> str | None:
    words, others = one.split(), other.split()
    if len(words) != len(others):
        return None
    found = [word for word, same in zip(words, others, strict=True) if comparable(word) != comparable(same)]
    return found[0] if len(found) == 1 else None


FUNCTION = Function("differing", (TEXT, TEXT), TEXT, _differing)
