"""Units whose letters stand for several: what a pound, an m, a g or a C is, by the words around it and the article."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from factlint.annotations.quantities.subject import read_counted
from factlint.annotations.quantities.wording import SCALES
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factlint.annotations.quantities.subject import Piece
    from factlint.annotations.quantities.wording import Amount

OPEN_UNITS = frozenset({"pound", "m", "g", "°C", "°F"})
_WORDS_OF_MONEY = ("£", "sterling", "pence")
_WORDS_OF_MASS = (" kg", "kilo", "ounce", "weigh", "gram", " lb")
_WORDS_OF_HEAT = ("temperature", "celsius", "fahrenheit", "degree", "°", "heat", "weather", "cold", "warm")
# A figure with "m" behind it is metres where one of these follows, millions of what it counts elsewhere.
_METRES = word_set(
    "high tall long wide deep away race final finals sprint champion freestyle relay relays hurdles backstroke",
    "breaststroke butterfly title titles record steeplechase runner heats semi-final semi-finals and or event events",
    "world olympic",
)
# The courses of the track and the pool, in metres.
_COURSES = frozenset({50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10_000})
_OF_COURSES = word_set("the men's women's boys' girls' indoor outdoor olympic won winning over and his her")
_REACH = 40


class OpenUnits:
    """What the open units of one article are; ``low`` is its text in small letters, of the same length."""

    def __init__(self, text: str, low: str, pieces: Mapping[str, Piece]) -> None:
        self._text = text
        self._low = low
        self._pieces = pieces

    def settled(self, amount: Amount, end: int, before: Sequence[str]) -> Amount | None:
        """An amount that ends at ``end`` with the unit that it has; None where it is none: ``3G``, ``form 5C``."""
        letter = self._text[end - 1]
        if amount.unit == "pound":
            return amount._replace(unit=self._pound)
        before_letter = self._low[end - 2]
        if amount.unit in {"°C", "°F"}:
            bare = before_letter == " " or before_letter.isdecimal()
            return amount if not bare or (letter.isupper() and self._is_of_heat) else None
        if not before_letter.isdecimal():
            return amount
        if amount.unit == "m":
            return self._metres(amount, end, before)
        return None if letter == "G" else amount

    def _metres(self, amount: Amount, end: int, before: Sequence[str]) -> Amount:
        """``100m`` is metres before ``race`` or another measure in brackets, millions of what it counts elsewhere."""
        low = self._low
        word = low[end : end + _REACH].lstrip(" -(").split(" ", 1)[0].rstrip(".,;:)")
        if word in _METRES or low.startswith((" (", ")"), end):
            return amount
        counts = read_counted(low, end, self._pieces, measured=False).subject is not None
        if amount.value is None or not counts:
            course = amount.value in _COURSES and bool(before) and before[-1].lower().replace("’", "'") in _OF_COURSES
            return amount if course else amount._replace(value=None, unit=None)
        digits = (amount.digits or 1) * SCALES["million"]
        return amount._replace(value=amount.value * SCALES["million"], unit=None, scale="million", digits=digits)

    @cached_property
    def _pound(self) -> str:
        """What a pound is in this article: money or a weight; ``pound`` where it does not show."""
        if any(word in self._low for word in _WORDS_OF_MONEY):
            return "GBP"
        return "lb" if any(word in self._low for word in _WORDS_OF_MASS) else "pound"

    @cached_property
    def _is_of_heat(self) -> bool:
        """Whether the article speaks of temperatures."""
        return any(word in self._low for word in _WORDS_OF_HEAT)
