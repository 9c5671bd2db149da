"""Looking after the desk's knowledge: what contradicts itself, how far it reaches, what has become old."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.knowledge.age import Old, stale
from factlint.knowledge.coverage import Coverage, coverage
from factlint.knowledge.placed import Placed, placed
from factlint.knowledge.validation import remarks
from factlint.ruleset.load import rule_files

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence
    from pathlib import Path

    from factlint.app.session import Session
    from factlint.text.problem import Problem


class Checked(NamedTuple):
    """What a validation found: how many entries were looked at, what must be mended, what only should be known."""

    entries: int
    errors: tuple[Problem, ...]
    notes: tuple[Problem, ...]


def entries_of(packs: Sequence[tuple[Path, str]]) -> list[Placed]:
    """Every entry of the knowledge files of some packs."""
    files, _ = rule_files(packs)
    return list(placed((file.shown, file.text, file.pack) for file in files if file.is_knowledge))


def validated(session: Session, today: datetime.date) -> Checked:
    """All that the entries of a session's packs say against each other."""
    entries = entries_of(session.packs)
    found = list(remarks(entries, session.knowledge, today))
    return Checked(
        len(entries),
        tuple(one for one in found if one.level == "error"),
        tuple(one for one in found if one.level != "error"),
    )


def reach(session: Session, today: datetime.date) -> list[Coverage]:
    """How much of the time each office is known for."""
    return list(coverage(session.knowledge, today))


def overdue(session: Session, today: datetime.date) -> list[Old]:
    """What is old on a day, the oldest first."""
    return stale(entries_of(session.packs), today)
