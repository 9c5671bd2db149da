"""Runs of days, months or years: from which date to which, and how long the sentence says that they are."""

from __future__ import annotations

from factlint.annotations import Kind
from factlint.annotations.ranges.find import find_ranges
from factlint.annotations.ranges.range import Range

__all__ = ["KIND", "Range"]

KIND = Kind(name="range", fact=Range, find=find_ranges)
