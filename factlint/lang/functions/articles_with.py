"""``articles_with(word)``: in how many articles of the run a word stands, in small letters or capitals, accents folded.

Words of fewer than three letters and the most usual ones are not counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.lang.functions import Function
from factlint.lang.types import NUMBER, TEXT
from factlint.text.forms import folded

if TYPE_CHECKING:
    from collections.abc import Mapping


def _articles_with(found_in: Mapping[str, int], word: str) -> int:
    return found_in.get(folded(word).removesuffix("'s"), 0)


FUNCTION = Function("articles_with", (TEXT,), NUMBER, _articles_with, of_run=True)
