"""Anniversaries with the event that they are counted from: ``the 25th anniversary of the 2001 attacks``."""

from __future__ import annotations

from factlint.annotations import Kind
from factlint.annotations.jubilees.find import find_jubilees
from factlint.annotations.jubilees.jubilee import Jubilee

__all__ = ["KIND", "Jubilee"]

KIND = Kind(name="jubilee", fact=Jubilee, find=find_jubilees)
