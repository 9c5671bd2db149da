"""How old somebody is: ``Jane Roe, 46,``, ``the 46-year-old``, ``has died aged 79``."""

from __future__ import annotations

from factlint.annotations import Kind
from factlint.annotations.ages.age import Age
from factlint.annotations.ages.find import find_ages

__all__ = ["KIND", "Age"]

KIND = Kind(name="age", fact=Age, find=find_ages)
