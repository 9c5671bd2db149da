"""Partitions: folders that say a field of all that lies in them, as ``source=wire/published=2025-12-31``.

That is how Hive, Spark and others lay archives out (https://arrow.apache.org/docs/python/dataset.html); what a folder
says does not stand in its files.
"""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NOTHING = frozenset({"", "__HIVE_DEFAULT_PARTITION__", "null"})
_DAYS = frozenset({"published", "updated"})
_TEXTS = frozenset({"version", "source", "desk", "language", "story"})


def values(path: str) -> dict[str, str]:
    """What the folders of a path say; the path has a ``/`` between its parts, the last of which is a file."""
    from urllib.parse import unquote

    parts = (folder.partition("=") for folder in path.split("/")[:-1])
    return {name: unquote(value) for name, mark, value in parts if mark and value not in _NOTHING}


def said(path: str, names: Sequence[tuple[str, str]]) -> Mapping[str, Any]:
    """The metadata that the folders of a path say; ``names`` are fields with the names that a desk has for them.

    What is no day where one belongs is left aside.
    """
    folder, _, _ = path.rpartition("/")
    return _said(folder, tuple(names)) if "=" in folder else {}


@lru_cache(256)
def _said(folder: str, names: tuple[tuple[str, str], ...]) -> Mapping[str, Any]:
    there = values(f"{folder}/")
    there |= {name: there[own] for name, own in names if own in there}
    found: dict[str, Any] = {name: value for name, value in there.items() if name in _TEXTS}
    for name in _DAYS & there.keys():
        if (day := day_of(there[name])) is not None:
            found[name] = day
    return found


def day_of(value: str) -> datetime.date | None:
    """A day as it is written in the name of a folder: ``2025-12-31``, or with no marks; None where it is no day."""
    try:
        return datetime.date.fromisoformat(value[:10])
    except ValueError:
        return None
