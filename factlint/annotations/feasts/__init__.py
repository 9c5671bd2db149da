"""Holidays by name with a date or a weekday beside them: ``Thanksgiving, Nov. 27``, ``Easter falls on April 20``."""

from __future__ import annotations

from factlint.annotations import Kind
from factlint.annotations.feasts.feast import Feast
from factlint.annotations.feasts.find import find_feasts

__all__ = ["KIND", "Feast"]

KIND = Kind(name="feast", fact=Feast, find=find_feasts)
