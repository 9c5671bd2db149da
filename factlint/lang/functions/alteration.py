"""``alteration(a, b)``: how two versions of a quotation differ, from harmless to grave.

One of: identical, punctuation only, declared cut, silent cut, reworded.
"""

from __future__ import annotations

from factlint.lang.functions import Function
from factlint.lang.types import TEXT


def _alteration(one: str, other: str) -> str:
    from factlint.lang.versions import versions

    return versions(one, other).kind


FUNCTION = Function("alteration", (TEXT, TEXT), TEXT, _alteration)
