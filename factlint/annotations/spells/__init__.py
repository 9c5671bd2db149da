"""Lengths of time counted from or to a date: ``two weeks ago, on Oct. 3``, ``three years after the 2022 vote``."""

from __future__ import annotations

from factlint.annotations import Kind
from factlint.annotations.spells.find import find_spells
from factlint.annotations.spells.spell import Spell

__all__ = ["KIND", "Spell"]

KIND = Kind(name="spell", fact=Spell, find=find_spells)
