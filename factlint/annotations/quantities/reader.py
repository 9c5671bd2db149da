"""From the tokens of an article to its quantities."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.quantities.lookalikes import counts_nothing
from factlint.annotations.quantities.quantity import Quantity
from factlint.annotations.quantities.subject import read_subject
from factlint.annotations.quantities.units import CURRENCY_CODES, CURRENCY_SIGNS, DOLLARS, UNITS
from factlint.text.numerals import NUMBER_WORDS, SCALES, Number, read_number
from factlint.text.tokens import Tokens
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.annotations import Reading

_VAGUE = frozenset({"dozens", *(f"{scale}s" for scale in SCALES)})
_ROUGHLY = word_set("about around nearly almost roughly approximately some over under above below circa estimated")
_BOUNDS = frozenset(
    {("more", "than"), ("less", "than"), ("fewer", "than"), ("greater", "than"), ("at", "least"), ("at", "most")}
    | {("up", "to"), ("close", "to"), ("many", "as"), ("much", "as"), ("maximum", "of"), ("minimum", "of")}
)
_DASHES = frozenset({"-", "–", "—"})
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10} | {
    "halves": 2, "thirds": 3, "quarters": 4, "fifths": 5, "sixths": 6, "eighths": 8, "tenths": 10,
}  # fmt: skip

_FIRST_WORDS = frozenset({*_VAGUE, *NUMBER_WORDS, *CURRENCY_SIGNS, *DOLLARS, *CURRENCY_CODES, "a", "half", "scores"})


class _Found(NamedTuple):
    """Tokens ``start`` to ``end`` (exclusive) and what they say."""

    start: int
    end: int
    value: float | None
    unit: str | None = None


def read_quantities(reading: Reading) -> Iterable[Quantity]:
    """Every quantity of the article in text order; none overlaps another or a date."""
    tokens = Tokens(reading.text)
    dates = [(date.start, date.end) for date in reading.layer("date")]
    free = 0
    for index, word in enumerate(tokens.words):
        begins = index >= free and (word in _FIRST_WORDS or word[0].isdecimal())
        found = _read(tokens, index) if begins else None
        if found is None:
            continue
        free = found.end
        if found.unit is None and counts_nothing(tokens, found.start, found.end):
            continue
        start, end = tokens.starts[found.start], tokens.ends[found.end - 1]
        if not _overlaps(dates, start, end):
            yield _quantity(reading, tokens, found, start, end)


def _quantity(reading: Reading, tokens: Tokens, found: _Found, start: int, end: int) -> Quantity:
    return Quantity(
        start=start,
        end=end,
        text=reading.text[start:end],
        place=reading.place(start),
        value=found.value,
        unit=found.unit,
        approximate=found.value is None or _is_rough(tokens, found.start),
        subject=read_subject(tokens, found.end, measured=found.unit is not None),
    )


def _is_rough(tokens: Tokens, start: int) -> bool:
    before = tokens.word(start - 1)
    return before in _ROUGHLY or (tokens.word(start - 2), before) in _BOUNDS


def _read(tokens: Tokens, index: int) -> _Found | None:
    """The quantity that begins at a token: a number, a share of a whole, or a vague plural."""
    if tokens.word(index) in _VAGUE or tokens.at(index, "scores", "of"):
        return _vague(tokens, index)
    unit, place = _currency(tokens, index)
    number = read_number(tokens, place)
    if number is None:
        return _half(tokens, index)
    if unit is None:
        share = _share(tokens, index, number)
        if share is not None:
            return share
    second = _range(tokens, number)
    value, end = (number.value, number.end) if second is None else (None, second.end)
    if unit is None:
        unit, end = _unit(tokens, end)
    else:
        end += tokens.word(end) in {"dollar", "dollars"}
    return _Found(index, end, value, unit)


def _vague(tokens: Tokens, index: int) -> _Found:
    """``dozens``, ``billions of dollars``."""
    unit = UNITS.get(tokens.word(index + 2)) if tokens.word(index + 1) == "of" else None
    return _Found(index, index + 1 if unit is None else index + 3, None, unit)


def _half(tokens: Tokens, index: int) -> _Found | None:
    """``half a million``; ``half of``, ``a third of``, ``a quarter of`` as shares of a whole."""
    if tokens.at(index, "half", "a") and tokens.word(index + 2) in SCALES:
        return _Found(index, index + 3, SCALES[tokens.word(index + 2)] / 2)
    place = index + (tokens.word(index) == "a")
    word = tokens.word(place)
    if tokens.word(place + 1) == "of" and (word == "half" or (place > index and word in _PARTS)):
        return _Found(index, place + 1, 1 / _PARTS[word], "share")
    return None


def _share(tokens: Tokens, index: int, number: Number) -> _Found | None:
    """``two-thirds``, ``three quarters``, ``one in five`` as a share of a whole."""
    place = number.end + (tokens.word(number.end) == "-")
    whole = _PARTS.get(tokens.word(place))
    if whole is not None and number.value < whole and tokens.word(place) != "quarter":
        return _Found(index, place + 1, number.value / whole, "share")
    if tokens.at(number.end, "in") and tokens.word(index) == "one":
        base = read_number(tokens, number.end + 1)
        if base is not None and base.value > 1:
            return _Found(index, base.end, 1 / base.value, "share")
    return None


def _currency(tokens: Tokens, index: int) -> tuple[str | None, int]:
    """The currency before a figure, and the index of the figure."""
    word = tokens.word(index)
    if word in CURRENCY_SIGNS:
        return CURRENCY_SIGNS[word], index + 1
    if word in DOLLARS and tokens.word(index + 1) == "$" and tokens.joined(index + 1):
        return DOLLARS[word], index + 2
    if word in CURRENCY_CODES and tokens.raw(index).isupper():
        return word.upper(), index + 1 + (tokens.word(index + 1) in CURRENCY_SIGNS)
    return None, index


def _range(tokens: Tokens, first: Number) -> Number | None:
    """The second number of ``15-20``, ``15 to 20``; None where there is none, or it is no greater."""
    joined = tokens.word(first.end) in _DASHES and tokens.joined(first.end) and tokens.joined(first.end + 1)
    if not joined and tokens.word(first.end) != "to":
        return None
    second = read_number(tokens, _currency(tokens, first.end + 1)[1])
    return second if second is not None and second.value > first.value else None


def _unit(tokens: Tokens, index: int) -> tuple[str | None, int]:
    """The unit behind a number, and the index behind it."""
    place = index + (tokens.word(index) == "-" and tokens.joined(index))
    if tokens.at(place, "per", "cent"):
        return "percent", place + 2
    if tokens.word(place) == "percentage" and tokens.word(place + 1) in {"point", "points"}:
        return "points", place + 2
    place += tokens.word(place) == "us" and tokens.word(place + 1) == "dollars"
    unit = UNITS.get(tokens.word(place))
    return (None, index) if unit is None else (unit, place + 1)


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a range shares a character with one of the spans, which are in order and apart."""
    index = bisect_left(spans, (end, -1)) - 1
    return index >= 0 and spans[index][1] > start
