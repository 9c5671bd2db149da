"""``without_accents(text)``: the text with its accents dropped (Erdoğan becomes Erdogan, Ørsted Orsted)."""

from __future__ import annotations

import unicodedata

from factlint.lang.functions import Function
from factlint.lang.types import TEXT

# Letters whose stroke is part of them and no accent in Unicode.
_STROKES = str.maketrans("łŁøØđĐıİ", "lLoOdDiI")


def without_accents(text: str) -> str:
    """A text with plain letters for those with accents; case and everything else stay."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text.translate(_STROKES))
    return unicodedata.normalize("NFC", "".join(char for char in decomposed if not unicodedata.combining(char)))


FUNCTION = Function("without_accents", (TEXT,), TEXT, without_accents)
