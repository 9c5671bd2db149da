"""``alterations(a, b)``: everything that was done to one version of a quotation, against a fuller one, in a few words.

Of: identical, punctuation only, declared cut, silent cut, reworded; several are joined by *and*.
"""

from __future__ import annotations

from factlint.lang.functions import Function
from factlint.lang.types import TEXT


def _alterations(one: str, other: str) -> str:
    from factlint.lang.versions import versions

    return " and ".join(versions(one, other).kinds)


FUNCTION = Function("alterations", (TEXT, TEXT), TEXT, _alterations)
