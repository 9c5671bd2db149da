"""Quotations: the words between quotation marks and who spoke them."""

from __future__ import annotations

from factlint.annotations import Kind
from factlint.annotations.quotes.marks import Quotation, find_quotations
from factlint.annotations.quotes.quote import Quote
from factlint.annotations.quotes.reader import read_quotes

__all__ = ["KIND", "Quotation", "Quote", "find_quotations"]

KIND = Kind(name="quote", fact=Quote, find=read_quotes, layer="quotes")
