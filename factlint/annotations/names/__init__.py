"""Names of people, places and organisations, with the titles that people carry and the offices that these name.

Precision comes first: a capital that a sentence or a headline may have given is a name only where the rest of the
article or the desk's list bears it out, and who is meant stays open where two people could be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations import Kind, Reading
from factlint.annotations.names.find import find_names
from factlint.annotations.names.name import Name

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["KIND", "Name"]


def _find(reading: Reading) -> Iterable[Name]:
    return find_names(reading)


KIND = Kind(name="name", fact=Name, find=_find, layer="names")
