"""``hedged(text, part)``: whether the words of a part are softened where they stand in a text: *I think* right before.

They are not where the text does not have the words in a row.
"""

from __future__ import annotations

from factlint.lang.functions import Function
from factlint.lang.types import TEXT, YESNO
from factlint.text.wordlist import word_set

_HEDGES = word_set("think believe hope guess suppose maybe perhaps probably possibly if may might could unless")
_BEFORE = 4  # words before the part


def _hedged(text: str, part: str) -> bool:
    from factlint.lang.spoken import spoken

    words, inner = spoken(text), spoken(part)
    for start in range(len(words) - len(inner) + 1):
        if words[start : start + len(inner)] == inner:
            return not _HEDGES.isdisjoint(words[max(0, start - _BEFORE) : start])
    return False


FUNCTION = Function("hedged", (TEXT, TEXT), YESNO, _hedged)
