"""Words made of initials, and the long form where the article gives it beside them or before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations import Kind, Reading
from factlint.annotations.acronyms.acronym import Acronym
from factlint.annotations.acronyms.find import find_acronyms

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["KIND", "Acronym"]


def _find(reading: Reading) -> Iterable[Acronym]:
    return find_acronyms(reading)


KIND = Kind(name="acronym", fact=Acronym, find=_find)
