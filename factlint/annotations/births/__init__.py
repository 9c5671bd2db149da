"""When somebody was born, and died: ``Jane Roe, born in 1972``, ``Tom Hale (1931–2012)``."""

from __future__ import annotations

from factlint.annotations import Kind
from factlint.annotations.births.birth import Birth
from factlint.annotations.births.find import find_births

__all__ = ["KIND", "Birth"]

KIND = Kind(name="birth", fact=Birth, find=find_births)
