"""The entries of one knowledge file as plain values, for the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factlint.cache.packing import packed, unpacked
from factlint.knowledge import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factlint.knowledge import KnowledgeKind

    Entries = Mapping[str, list[Entry]]


def kept_entries(parts: Iterable[tuple[str, Entries]]) -> Any:
    """The entries of each kind by key, without the places they were read from."""
    return tuple(
        (kind, tuple((key, tuple((packed(one.row), one.silent) for one in some)) for key, some in entries.items()))
        for kind, entries in parts
    )


def entries_of(value: Any, kinds: Mapping[str, KnowledgeKind]) -> list[tuple[str, Entries]] | None:
    """What was kept; None where it is not as it should be. The entries have no node."""
    classes = {kind.row.__name__: kind.row for kind in kinds.values()}
    try:
        return [
            (
                kind,
                {key: [Entry(unpacked(row, classes), None, silent) for row, silent in some] for key, some in entries},  # type: ignore[arg-type]
            )
            for kind, entries in value
            if kinds[kind]
        ]
    except (LookupError, TypeError, ValueError):
        return None
