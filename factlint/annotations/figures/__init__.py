"""Numbers in figures with what they count, ready to be compared with others of the article or the story."""

from __future__ import annotations

from factlint.annotations import Kind
from factlint.annotations.figures.figure import Figure
from factlint.annotations.figures.find import find_figures

__all__ = ["KIND", "Figure"]

KIND = Kind(name="figure", fact=Figure, find=find_figures)
