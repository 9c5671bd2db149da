"""One moment in two zones: ``9 a.m. EST (1400 GMT)``."""

from __future__ import annotations

from factlint.annotations import Kind
from factlint.annotations.timepairs.find import find_timepairs
from factlint.annotations.timepairs.timepair import Timepair

__all__ = ["KIND", "Timepair"]

KIND = Kind(name="timepair", fact=Timepair, find=find_timepairs)
