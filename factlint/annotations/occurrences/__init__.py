"""Full dates of what has happened or is to come, as the verb right before them says."""

from __future__ import annotations

from factlint.annotations import Kind
from factlint.annotations.occurrences.find import find_occurrences
from factlint.annotations.occurrences.occurrence import Occurrence

__all__ = ["KIND", "Occurrence"]

KIND = Kind(name="occurrence", fact=Occurrence, find=find_occurrences)
