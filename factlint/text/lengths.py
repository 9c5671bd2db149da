"""Lengths of time as they are written: ``nearly four years``, ``two-week``, ``a year and a half``."""

from __future__ import annotations

import re
from typing import NamedTuple

from factlint.text.deferred import deferred
from factlint.text.numerals import NUMBER_WORDS, TENS, UNITS

DAYS = {"day": 1.0, "week": 7.0, "month": 365.2425 / 12, "year": 365.2425, "decade": 3652.425}
"""The days of each unit, of months and years the mean of the Gregorian calendar."""

_BOUNDS = {
    "more than": "more", "over": "more", "at least": "more", "well over": "more", "just over": "just over",
    "little more than": "just over", "little over": "just over",
    "less than": "less", "under": "less", "up to": "less", "at most": "less", "fewer than": "less",
    "nearly": "nearly", "almost": "nearly", "just under": "nearly", "close to": "about", "some": "about",
    "about": "about", "around": "about", "roughly": "about", "approximately": "about",
}  # fmt: skip
_ALIKE = {"night": ("day", 1), "fortnight": ("week", 2), "century": ("decade", 10), "centuries": ("decade", 10)}
_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_LENGTH = deferred(
    rf"(?:\b(?P<bound>{'|'.join(sorted(_BOUNDS, key=len, reverse=True))})\s+(?:a\s+)?)?"
    rf"\b(?P<count>\d{{1,4}}(?:\.\d)?|(?:{_WORDS})(?:-(?:{_WORDS}))?|half an?|an?)(?P<half>\s+and\s+a\s+half)?"
    r"(?:\s+|\s?-\s?)(?:full\s+|whole\s+|long\s+)?"
    r"(?P<unit>day|night|week|fortnight|month|year|decade|century|centuries)s?\b(?P<late_half>\s+and\s+a\s+half)?",
    re.IGNORECASE,
)


class Length(NamedTuple):
    """So many days, weeks, months, years or decades; ``bound`` is more, just over, less, nearly, about or None."""

    amount: float
    unit: str
    bound: str | None
    start: int
    end: int


def lengths_in(text: str, start: int = 0, end: int | None = None) -> list[Length]:
    """The lengths in days or longer units that a part of a text counts, in text order, with their places."""
    found = _LENGTH.finditer(text, start, len(text) if end is None else end)
    return [length for match in found if (length := _length(match)) is not None]


def _length(match: re.Match[str]) -> Length | None:
    count = _count(match["count"].lower())
    if count is None:
        return None
    if match["half"] or match["late_half"]:
        count += 0.5
    unit, factor = _ALIKE.get(match["unit"].lower(), (match["unit"].lower(), 1))
    return Length(count * factor, unit, _BOUNDS.get((match["bound"] or "").lower()), *match.span())


def _count(words: str) -> float | None:
    if words[0].isdigit():
        return float(words)
    if words.startswith("half"):
        return 0.5
    if words in {"a", "an"}:
        return 1.0
    tens, _, unit = words.partition("-")
    if not unit:
        return float(NUMBER_WORDS[words])
    both = tens in TENS and 0 < UNITS.get(unit, 0) < 10
    return float(TENS[tens] + UNITS[unit]) if both else None
