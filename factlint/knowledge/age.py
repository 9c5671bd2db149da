"""What in the desk's knowledge has become old: open terms that are trusted no more, entries that nobody checked."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from factlint.knowledge import kinds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.knowledge.placed import Placed


class Old(NamedTuple):
    """An entry that is to be looked at again.

    ``since`` is the day from which it is not trusted any more; None for an entry that does not say when it was
    checked. Only an open term has effects by its age: checks that lean on it abstain.
    """

    since: datetime.date | None
    what: str
    entry: Placed


def stale(entries: Iterable[Placed], today: datetime.date) -> list[Old]:
    """What is old on a day: first what has effects, the longest overdue first; then what was never checked, by file."""
    found = [old for entry in entries if kinds()[entry.kind].about and (old := _old(entry, today)) is not None]
    return sorted(found, key=lambda old: (_rank(old), old.since or datetime.date.min))


def _old(entry: Placed, today: datetime.date) -> Old | None:
    row = entry.row
    if entry.kind == "office":
        if row.holder is None or row.until is not None:
            return None if row.checked or row.holder is None else Old(None, f"{row.key}: {row.holder}", entry)
        if row.assured is None or row.assured < today:
            return Old(row.assured, f"{row.key}: {row.holder}, open since {row.since}", entry)
        return None
    return None if row.checked else Old(None, f"{entry.kind} {row.name}", entry)


def _rank(old: Old) -> int:
    row = old.entry.row
    return 0 if old.entry.kind == "office" and row.until is None else 1
