"""Double quotation marks without a partner, aware of quotations that open again in each paragraph."""

from __future__ import annotations

from factlint.annotations import Kind
from factlint.annotations.strays.find import Stray, find_strays

__all__ = ["KIND", "Stray"]

KIND = Kind(name="stray", fact=Stray, find=find_strays)
"""The fact: a mark that opens what nothing closes, or closes what nothing opened."""
