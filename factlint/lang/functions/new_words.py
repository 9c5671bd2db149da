"""``new_words(a, b)``: how often words of a meaning of their own stand for others in two versions of a quotation.

Forms and spellings of one word (talk, talks; color, colour) are no new words, nor is what brackets or dots declare.
"""

from __future__ import annotations

from functools import lru_cache

from factlint.lang.functions import Function
from factlint.lang.types import NUMBER, TEXT


@lru_cache(maxsize=20_000)
def _new_words(one: str, other: str) -> int:
    from factlint.lang.versions import versions

    return sum(change.weighty for change in versions(one, other).changes)


FUNCTION = Function("new_words", (TEXT, TEXT), NUMBER, _new_words)
