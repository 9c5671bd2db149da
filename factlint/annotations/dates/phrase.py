"""A phrase: a run of tokens that speaks of time, and its sense."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.dates.senses import fixed

if TYPE_CHECKING:
    from factlint.annotations.dates.senses import Sense


class Phrase(NamedTuple):
    """Tokens ``start`` to ``end`` (exclusive), how precise they are (see Date), and what they mean.

    ``day``, ``month``, ``year`` and ``weekday`` (0 is Monday) are what the words themselves write.
    """

    start: int
    end: int
    precision: str
    sense: Sense
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None


def fixed_phrase(start: int, end: int, precision: str, value: str) -> Phrase:
    """A phrase whose value no clock changes."""
    return Phrase(start, end, precision, partial(fixed, value=value))
