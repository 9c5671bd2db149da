"""Quantities: figures and number words, with their unit and what they count."""

from __future__ import annotations

from factlint.annotations import Kind
from factlint.annotations.quantities.quantity import Quantity
from factlint.annotations.quantities.reader import read_quantities

__all__ = ["KIND", "Quantity"]

KIND = Kind(name="quantity", fact=Quantity, find=read_quantities, layer="quantities")
