"""Roles: which person an article calls what, as whom of which nation, and whether it means now.

A title that slipped to the wrong name shows itself in two ways: the article gives one person two offices that nobody
holds together, or the desk knows who held the office on that day. Both need titles as facts of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations import Kind, Reading
from factlint.annotations.roles.find import find_roles
from factlint.annotations.roles.role import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["KIND", "Role"]


def _find(reading: Reading) -> Iterable[Role]:
    return find_roles(reading)


KIND = Kind(name="role", fact=Role, find=_find)
