"""Two values that an article gives for what seems to be one thing, weighed by a scorecard."""

from __future__ import annotations

from factlint.annotations import Kind
from factlint.annotations.conflicts.conflict import Conflict
from factlint.annotations.conflicts.evidence import SCORECARD
from factlint.annotations.conflicts.find import find_conflicts

__all__ = ["KIND", "Conflict"]

KIND = Kind(
    name="conflict",
    fact=Conflict,
    find=find_conflicts,
    scorecard=tuple((piece.name, piece.weight) for piece in SCORECARD),
)
