"""``size(text)``: how many words a text has."""

from __future__ import annotations

import re
from functools import lru_cache

from factlint.lang.functions import Function
from factlint.lang.types import NUMBER, TEXT

_WORD = re.compile(r"\w+(?:['’-]\w+)*")


@lru_cache(maxsize=50_000)
def _size(text: str) -> int:
    return len(_WORD.findall(text))


FUNCTION = Function("size", (TEXT,), NUMBER, _size)
