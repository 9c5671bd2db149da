"""``familiar(text)``: how usual a word is as a name or as a word, from 0 (in no list) to 9, by the background list."""

from __future__ import annotations

import re
from functools import lru_cache

from factlint.lang.functions import Function
from factlint.lang.types import NUMBER, TEXT
from factlint.text.background import known
from factlint.text.forms import folded
from factlint.text.tokens import MARKS

_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{MARKS}'’])+")


@lru_cache(maxsize=50_000)
def _familiar(text: str) -> int:
    """Of several words the least usual counts: it is the one that may be misspelled. Initials are left aside."""
    return min((max(known(word)) for word in _WORD.findall(folded(text))), default=0)


FUNCTION = Function("familiar", (TEXT,), NUMBER, _familiar)
