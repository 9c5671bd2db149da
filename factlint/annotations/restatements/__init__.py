"""Two names of one time side by side, as ``yesterday (Friday)``, and whether they agree."""

from __future__ import annotations

from factlint.annotations import Kind
from factlint.annotations.restatements.find import find_restatements
from factlint.annotations.restatements.restatement import Restatement

__all__ = ["KIND", "Restatement"]

KIND = Kind(name="restatement", fact=Restatement, find=find_restatements)
