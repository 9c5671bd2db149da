"""What one measure is in the unit of another, and how far a written figure is from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations.quantities.units import dimension_of, in_first_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.annotations.quantities import Quantity

_CONVERTED = frozenset({"length", "area", "mass", "volume", "speed", "temperature", "money"})
_PARTS_OF_MONEY = frozenset({"cent", "penny"})
# Units of one name: the short, the metric and the long ton; the gallon of the United States and the imperial one; the
# ounce avoirdupois and the troy ounce of precious metals; "m" for miles (NIST Handbook 44, app. C).
_SIZES = {
    "ton": (907.18474, 1000.0, 1016.0469088),
    "gallon": (3.785411784, 4.54609),
    "ounce": (0.028349523125, 0.0311034768),
    "m": (1.0, 1609.344),
}
_FREEZING = 32.0
# A figure with zeros at its end is not taken to be rounder than this part of it.
_ROUNDEST = 0.1
# So many degrees are as much as the whole of another measure.
_DEGREES = 30.0


def unit_of(quantity: Quantity) -> str | None:
    """The unit of a measure; of pounds the weight, for beside kilograms they are no money."""
    if quantity.unit == "pound" or (quantity.unit == "GBP" and quantity.text.lower().endswith(("pound", "pounds"))):
        return "lb"
    return quantity.unit


def kind_of(quantity: Quantity) -> str | None:
    """What a quantity measures, None where it is nothing that can be converted."""
    dimension = dimension_of(unit_of(quantity))
    return dimension if dimension in _CONVERTED and quantity.unit not in _PARTS_OF_MONEY else None


def off(first: Quantity, second: Quantity) -> float | None:
    """How far ``second`` is from ``first``, as a part of it, beyond the rounding of both; None for vague words."""
    if first.value is not None and second.value is not None:
        return _off(first, second, first.value, second.value)
    if first.value is not None or second.value is not None:
        return None
    ends = ((first.low, second.low), (first.high, second.high))
    gaps = [_off(first, second, one, two) for one, two in ends if one is not None and two is not None]
    return max(gaps) if gaps else None


def converted(first: Quantity, second: Quantity) -> float | None:
    """The value of ``first`` in the unit of ``second``, by the first size that the units have."""
    return None if first.value is None else next(_converted(first.value, unit_of(first), unit_of(second)), None)


def _off(first: Quantity, second: Quantity, one: float, two: float) -> float:
    room, other = _room(one, first.digits), _room(two, second.digits)
    lows = _converted(one - room, unit_of(first), unit_of(second))
    highs = _converted(one + room, unit_of(first), unit_of(second))
    whole = _DEGREES if kind_of(second) == "temperature" else abs(two) or 1.0
    gaps = [max(low - (two + other), (two - other) - high, 0.0) for low, high in zip(lows, highs, strict=True)]
    return min(gaps) / whole


def _room(value: float, digits: float | None) -> float:
    """How far a written figure may be from what it stands for."""
    half = (digits or 1.0) / 2
    return half if half < 1 else max(min(half, _ROUNDEST * abs(value)), 0.5)


def _converted(value: float, unit: str | None, other: str | None) -> Iterator[float]:
    """A value in another unit, once for each size that the units may have."""
    if unit in {"°C", "°F"}:
        yield from _degrees(value, unit, other)
        return
    for size in _sizes(unit):
        for wanted in _sizes(other):
            yield value * size / wanted


def _degrees(value: float, unit: str | None, other: str | None) -> Iterator[float]:
    if unit == other:
        yield value
    elif unit == "°C":
        yield from (value * 1.8 + _FREEZING, value * 1.8)
    else:
        yield from ((value - _FREEZING) / 1.8, value / 1.8)


def _sizes(unit: str | None) -> tuple[float, ...]:
    if unit is None:
        return ()
    return _SIZES.get(unit) or (in_first_unit(unit) or 1.0,)
