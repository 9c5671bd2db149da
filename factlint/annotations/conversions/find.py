"""From the quantities of an article to the measures that are given twice."""

from __future__ import annotations

import dataclasses
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.annotations.conversions.conversion import Conversion
from factlint.annotations.conversions.rates import times_outside
from factlint.annotations.conversions.sizes import converted, kind_of, off, unit_of
from factlint.article import Part
from factlint.text.deferred import deferred
from factlint.text.nearby import search_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.annotations import Reading
    from factlint.annotations.quantities import Quantity

_LONGEST = 40
_ROUGHLY = (
    r"(?:(?:or|about|around|approximately|approx\.?|roughly|some|nearly|almost|just|over|under|more|than|c\.|ca\.?|"
    r"i\.e\.,?|that is,?|equal to|[~≈=]) ?)*"
)
_OF_SIZE = r"(?:high|tall|long|wide|deep|away|across|in length|in height|in weight|in diameter|each)"
_BRACKET = deferred(rf"(?: {_OF_SIZE})?\s?[(\[]{_ROUGHLY}", re.IGNORECASE)
_BEHIND_BRACKET = deferred(rf"(?: {_OF_SIZE})?[)\];,]")
_APPOSITION = deferred(rf"(?: {_OF_SIZE})?, or {_ROUGHLY}", re.IGNORECASE)
_BEHIND_APPOSITION = deferred(rf"(?: {_OF_SIZE})?[,.;]")
# What has other measures for each other: barrels of oil are weighed, fluid ounces poured.
_LIKE = frozenset({"mass", "volume"})
_NUMBER = deferred(r"-?[0-9][0-9,]*(?:\.[0-9]+)?")
_BIGGER = {"inch": "foot", "ounce": "lb", "lb": "stone", "yard": "mile", "furlong": "mile", "metre": "km"}
# The figures end a longer measure, or are the lower half of a fraction: 13st 5lb, two miles and 4 furlongs, 3/4in.
_BEGUN = deferred(
    r"(?:\d ?(?:st|stones?|lbs?|pounds?|ft|feet|foot|miles?|yards?|km|kg)(?:,? and|,)? |\d[/⁄]|[½¼¾⅓⅔⅛⅜⅝⅞] ?)\Z",
    re.IGNORECASE,
)
_BEGUN_REACH = 16
# 2.500 km: the point may part the thousands, as it does in much of Europe.
_POINTED = deferred(r"\d{1,3}\.\d{3}(?!\d)")


def find_conversions(reading: Reading) -> Iterator[Conversion]:
    """The measures with a second one in other units beside them, in text order."""
    quantities: tuple[Quantity, ...] = reading.layer("quantity")  # type: ignore[assignment]
    previous: Quantity | None = None
    for first, second in pairwise(quantities):
        if (
            _go_together(first, second)
            and _is_pair(reading.text, first, second)
            and not _is_rest(reading.text, previous, first)
        ):
            yield _conversion(reading, first, second, same_kind=kind_of(first) == kind_of(second))
        previous = first


def _go_together(first: Quantity, second: Quantity) -> bool:
    """Whether two quantities may be one in two units, or are meant to be: a price behind a length is not."""
    kinds = {kind_of(first), kind_of(second)}
    return None not in kinds and (kinds == {"money"} or "money" not in kinds) and kinds != _LIKE


def _is_pair(text: str, first: Quantity, second: Quantity) -> bool:
    if second.start - first.end > _LONGEST or unit_of(first) == unit_of(second):
        return False
    if _BRACKET.fullmatch(text, first.end, second.start):
        return _BEHIND_BRACKET.match(text, second.end) is not None
    same_kind = kind_of(first) == kind_of(second)
    apposed = same_kind and _APPOSITION.fullmatch(text, first.end, second.start) is not None
    return apposed and _BEHIND_APPOSITION.match(text, second.end) is not None


def _is_rest(text: str, previous: Quantity | None, first: Quantity) -> bool:
    """Whether the first measure is only the smaller unit of a longer one: ``six feet five inches``."""
    if search_before(_BEGUN, text, first.start, _BEGUN_REACH):
        return True
    if previous is None or first.start - previous.end > len(" and "):
        return False
    return unit_of(previous) == _BIGGER.get(unit_of(first) or "")


def _conversion(reading: Reading, first: Quantity, second: Quantity, *, same_kind: bool) -> Conversion:
    money = kind_of(first) == "money"
    measured = same_kind and not money
    return Conversion(
        start=first.start,
        end=second.end,
        text=reading.text[first.start : second.end],
        place=first.place,
        measure=_part(first),
        converted=_part(second),
        same_kind=same_kind,
        off=_off(first, second) if measured else None,
        about="about" in {first.bound, second.bound},
        right=_right(first, second) if measured else None,
        times_outside=_times_outside(first, second) if money else None,
    )


def _off(first: Quantity, second: Quantity) -> float | None:
    """How far the two are apart, by the reading of the first figures that fits better."""
    gap = off(first, second)
    if gap and first.value is not None and _POINTED.match(first.text):
        whole = off(dataclasses.replace(first, value=first.value * 1000, digits=1.0), second)
        return gap if whole is None else min(gap, whole)
    return gap


def _times_outside(first: Quantity, second: Quantity) -> float | None:
    if first.value is None or second.value is None:
        return None
    return times_outside(first.value, first.unit or "", second.value, second.unit or "")


def _part(quantity: Quantity) -> Part:
    return Part(start=quantity.start, end=quantity.end, text=quantity.text, place=quantity.place)


def _right(first: Quantity, second: Quantity) -> str | None:
    """The second measure with the number that follows from the first, to as many digits as the first has."""
    value = converted(first, second)
    if value is None or second.scale is not None or not second.figures:
        return None
    match = _NUMBER.search(second.text)
    if match is None:
        return None
    return second.text[: match.start()] + _written(value, first) + second.text[match.end() :]


def _written(value: float, first: Quantity) -> str:
    exact = abs(first.value or 0.0) / (first.digits or 1.0)
    digits = max(2, len(f"{exact:.0f}"))
    short = float(f"{value:.{digits}g}")
    return f"{short:,.0f}" if short.is_integer() or abs(short) >= 10 ** (digits - 1) else f"{short:,.{digits}g}"
