"""``transliterations(a, b)``: whether two names are one in two systems of transliteration (Zelenskyy, Zelensky)."""

from __future__ import annotations

from factlint.knowledge.ending import same_class
from factlint.lang.functions import Function
from factlint.lang.types import TEXT, YESNO

FUNCTION = Function("transliterations", (TEXT, TEXT), YESNO, same_class)
