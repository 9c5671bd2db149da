"""A measure or a sum and the same in other units beside it: ``10 miles (16 km)``, ``€200 (£170)``."""

from __future__ import annotations

from factlint.annotations import Kind
from factlint.annotations.conversions.conversion import Conversion
from factlint.annotations.conversions.find import find_conversions

__all__ = ["KIND", "Conversion"]

KIND = Kind(name="conversion", fact=Conversion, find=find_conversions)
