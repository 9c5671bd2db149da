"""Sentences with their quantities as single signs, so that a pattern can say how the numbers are tied together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.text.deferred import deferred

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.annotations import Reading
    from factlint.annotations.quantities import Quantity

_FIRST = 0xE000
_FEWEST_NUMBERS, _MOST_NUMBERS = 2, 40
_LONGEST = 1_500
Q = f"[{chr(_FIRST)}-{chr(_FIRST + _MOST_NUMBERS)}]"
"""A quantity in a pattern."""
NO_Q = f"[^{chr(_FIRST)}-{chr(_FIRST + _MOST_NUMBERS)}.;:]"
"""A sign of a pattern that is no quantity and ends no part of a sentence."""
_FIGURE = deferred(r"\d[\d,]*(?:\.\d+)?")
_ROUND, _LOOSE = 0.01, 0.1
_SIGNS = deferred(Q)


class Span(NamedTuple):
    """What a number may be, by its rounding."""

    low: float
    high: float


class Row(NamedTuple):
    """A sentence; ``text`` has a sign of the private area of Unicode for each quantity, ``start`` is its offset."""

    text: str
    quantities: tuple[Quantity, ...]

    def at(self, sign: str) -> Quantity:
        """The quantity of a sign."""
        return self.quantities[ord(sign) - _FIRST]

    def within(self, text: str) -> list[Quantity]:
        """The quantities of a piece of the row, in order."""
        return [self.at(sign) for sign in _SIGNS.findall(text)]


def rows_of(reading: Reading) -> Iterator[Row]:
    """The sentences of an article that have quantities, and not so many that they are a table."""
    same: list[Quantity] = []
    quantities: tuple[Quantity, ...] = reading.layer("quantity")  # type: ignore[assignment]
    for quantity in quantities:
        if same and quantity.sentence != same[0].sentence:
            yield from _row(reading, same)
            same = []
        same.append(quantity)
    if same:
        yield from _row(reading, same)


def _row(reading: Reading, quantities: list[Quantity]) -> Iterator[Row]:
    if len(quantities) < _FEWEST_NUMBERS and quantities[0].unit != "percent":
        return
    low, high = reading.sentence_bounds(quantities[0].start)
    if len(quantities) > _MOST_NUMBERS or high - low > _LONGEST:
        return
    pieces, at = [], low
    for index, quantity in enumerate(quantities):
        pieces += [reading.text[at : quantity.start], chr(_FIRST + index)]
        at = quantity.end
    yield Row("".join([*pieces, reading.text[at:high]]), tuple(quantities))


def span(quantity: Quantity) -> Span:
    """What a quantity may be: half a unit of its last figure to either side, more behind ``about`` and the like.

    Of a number that ends in noughts nobody knows whether they count: 1 % to either side is enough for 200, too.
    """
    value, half = quantity.value or 0.0, (quantity.digits or 0.0) / 2
    figure = _FIGURE.search(quantity.text)
    if figure is None or (figure.group().endswith("0") and "." not in figure.group()):
        half = min(half, abs(value) * _ROUND)
    loose = max(half, abs(value) * _LOOSE) if quantity.bound else half
    below = quantity.bound not in {"more than", "at least"}
    above = quantity.bound not in {"less than", "nearly", "up to"}
    return Span(value - (loose if below else 0.0), value + (loose if above else 0.0))


def figures(value: float) -> str:
    """A number as a reader would write it: at most one decimal, none where it is nought, thousands with commas."""
    rounded = round(value, 1)
    return f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.1f}"
