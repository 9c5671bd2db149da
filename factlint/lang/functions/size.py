"""``size(text)``: how many words a text has."""

from __future__ import annotations

import re

from factlint.lang.functions import Function
from factlint.lang.types import NUMBER, TEXT


def _size(text: str) -> int:
    return len(re.findall(r"\w+(?:['’-]\w+)*", text))


FUNCTION = Function("size", (TEXT,), NUMBER, _size)
