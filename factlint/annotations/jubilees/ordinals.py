"""Ordinals: ``25th`` and ``twenty-fifth`` as numbers, and numbers as ordinals."""

from __future__ import annotations

from factlint.text.numerals import ORDINALS, TENS, UNITS

_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}


def ordinal(number: int) -> str:
    """A number as an ordinal in figures: ``22nd``."""
    suffix = "th" if number % 100 in {11, 12, 13} else _SUFFIXES.get(number % 10, "th")
    return f"{number}{suffix}"


def read_ordinal(word: str) -> int | None:
    """The number of an ordinal, in figures or in words, or of ``ten-year``; None for another word."""
    word = word.lower()
    if word[0].isdigit():
        figures = word.partition("-")[0].rstrip("stndrh")
        return int(figures) if figures.isdigit() and len(figures) < 5 else None
    if word.endswith("-year"):
        return UNITS.get(word[:-5]) or TENS.get(word[:-5])
    tens, hyphen, unit = word.partition("-")
    if hyphen:
        return TENS[tens] + ORDINALS[unit] if tens in TENS and 0 < ORDINALS.get(unit, 0) < 10 else None
    return ORDINALS.get(word) or _WHOLE_TENS.get(word)


_WHOLE_TENS = {f"{word[:-1]}ieth": value for word, value in TENS.items()} | {"hundredth": 100}
