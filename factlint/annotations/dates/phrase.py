"""A phrase: a run of tokens that speaks of time, and its sense."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.dates.senses import fixed

if TYPE_CHECKING:
    from factlint.annotations.dates.senses import Sense


class Phrase(NamedTuple):
    """Tokens ``start`` to ``end`` (exclusive), how precise they are (see Date), and what they mean.

    ``weekday`` (0 is Monday) and all that follow are what the words themselves write: see Date.
    """

    start: int
    end: int
    precision: str
    sense: Sense
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    clock: int | None = None
    zone: str | None = None
    daypart: str | None = None
    holiday: str | None = None
    range_start: bool = False
    range_end: bool = False
    last_day: int | None = None
    last_month: int | None = None
    last_year: int | None = None
    amount: float | None = None
    unit: str | None = None
    bound: str | None = None
    direction: str | None = None

    @property
    def settled(self) -> bool:
        """Whether no clock changes the meaning."""
        return isinstance(self.sense, partial) and self.sense.func is fixed


def fixed_phrase(start: int, end: int, precision: str, value: str) -> Phrase:
    """A phrase whose value no clock changes."""
    return Phrase(start, end, precision, partial(fixed, value=value))
