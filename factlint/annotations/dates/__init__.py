"""Dates, times, lengths of time and other time words, read as they are written."""

from __future__ import annotations

from factlint.annotations import Kind
from factlint.annotations.dates.anchor import find_anchor
from factlint.annotations.dates.date import Date
from factlint.annotations.dates.reader import read_dates

__all__ = ["KIND", "Date", "find_anchor"]

KIND = Kind(name="date", fact=Date, find=read_dates, layer="dates")
