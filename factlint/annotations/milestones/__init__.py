"""Events of the desk's list with a date beside them: ``the fall of the Berlin Wall in 1989``."""

from __future__ import annotations

from factlint.annotations import Kind
from factlint.annotations.milestones.find import find_milestones
from factlint.annotations.milestones.milestone import Milestone

__all__ = ["KIND", "Milestone"]

KIND = Kind(name="milestone", fact=Milestone, find=find_milestones)
