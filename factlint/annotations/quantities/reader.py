"""From the text of an article to its quantities.

The text is searched for figures and for number words; what stands there is read once and remembered by its words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations.quantities.bounds import bound_before, bound_behind
from factlint.annotations.quantities.context import (
    is_age,
    is_alternative,
    is_clock,
    is_name,
    is_reference,
    is_row,
    is_score,
    is_tied,
    is_year,
)
from factlint.annotations.quantities.memory import Memory
from factlint.annotations.quantities.open_units import OPEN_UNITS, OpenUnits
from factlint.annotations.quantities.phrases import read_phrase, with_sign
from factlint.annotations.quantities.places import places
from factlint.annotations.quantities.quantity import Quantity
from factlint.annotations.quantities.subject import NOTHING, read_counted
from factlint.annotations.quantities.wording import Amount
from factlint.text.plain import lowered, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.annotations import Reading
    from factlint.annotations.quantities.phrases import Phrase

# So many characters before a number are looked at.
_LEFT = 40
_OPEN_HIGH = frozenset({"at least", "more than", "about"})
_OPEN_LOW = frozenset({"up to", "less than", "nearly", "about"})
_OLDEST = 120
_COUNTING_NOTHING = frozenset({"age", "score"})


def read_quantities(reading: Reading) -> Iterator[Quantity]:
    """Every quantity of the article in text order; none overlaps another or a date."""
    return _Quantities(reading).read()


class _Quantities:
    """The quantities of one article. ``_low`` is its text in small letters, of the same length."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = plain(reading.text)
        self._low = lowered(self._text)
        self._memory = reading.knowledge.once(Memory)
        self._open_units = OpenUnits(self._text, self._low, self._memory.pieces)

    def read(self) -> Iterator[Quantity]:
        low = self._low
        dates = iter(self._reading.layer("date"))
        date = next(dates, None)
        free = 0
        for place in places(low):
            while date is not None and date.end <= place:
                date = next(dates, None)
            if place < free or (date is not None and date.start <= place):
                continue
            start = with_sign(low, place) if low[place].isdecimal() else place
            before = self._words_before(start)
            phrase = read_phrase(low, start, before, self._memory)
            if phrase is None or (date is not None and date.start < phrase.end):
                continue
            free = phrase.end
            settled = self._settled(phrase, before)
            if settled is not None:
                yield self._quantity(phrase, settled, before)

    def _words_before(self, start: int) -> list[str]:
        """The words before a place in its line, the first of them cut off where they are many."""
        return self._text[max(0, start - _LEFT) : start].rpartition("\n")[2].split()

    def _quantity(self, phrase: Phrase, amount: Amount, before: list[str]) -> Quantity:
        start, end, _, least, most = phrase
        if amount.unit == "score":
            least = most = None
        value = amount.value
        bound = bound_before(before) or bound_behind(self._low, end)
        if value is not None:
            least, most = (None if bound in _OPEN_LOW else value), (None if bound in _OPEN_HIGH else value)
        counted = NOTHING
        if amount.unit not in _COUNTING_NOTHING:
            counted = read_counted(self._low, end, self._memory.pieces, measured=amount.unit is not None)
        return Quantity(
            start=start,
            end=end,
            text=self._reading.text[start:end],
            place=self._reading.place(start),
            value=value,
            unit=amount.unit,
            approximate=bound is not None or value is None,
            subject=counted.subject,
            bound=bound,
            low=least,
            high=most,
            scale=amount.scale,
            digits=amount.digits,
            figures=amount.figures,
            of=counted.of,
        )

    def _settled(self, phrase: Phrase, before: list[str]) -> Amount | None:
        """The amount with a unit that its surroundings tell; None where it counts nothing."""
        amount = phrase.amount
        if amount.unit is None:
            return self._counted(phrase, before)
        if amount.unit == "score" and is_tied(self._low, phrase.start, phrase.end):
            return None
        if amount.unit not in OPEN_UNITS:
            return None if amount.money and is_alternative(self._low, phrase.end) else amount
        return self._open_units.settled(amount, phrase.end, before)

    def _counted(self, phrase: Phrase, before: list[str]) -> Amount | None:
        """A number without a unit: a count or an age."""
        start, end, amount, least, _ = phrase
        low = self._low
        if amount.value is None and least is None:
            return amount
        if is_tied(low, start, end):
            return None
        if not amount.figures:
            return None if low[start:end] == "one" or is_name(self._text, start, end, before) else amount
        return self._in_figures(phrase, before)

    def _in_figures(self, phrase: Phrase, before: list[str]) -> Amount | None:
        text, (start, end, amount, least, _) = self._text, phrase
        if is_row(text, start, end) or is_clock(text, start, end):
            return None
        if is_age(text, start, end, before):
            return amount._replace(unit="age") if amount.value is not None and amount.value < _OLDEST else None
        if amount.scale is None and is_reference(text, start, end, before):
            return None
        if least is not None and is_score(text, start, end, before):
            return Amount(None, "score", figures=True)
        return None if is_year(text, start, end) and bound_before(before) is None else amount
