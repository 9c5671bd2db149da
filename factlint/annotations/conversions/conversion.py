"""The fact: a measure that is given in two units."""

from __future__ import annotations

from factlint.article import Annotation, Part, fact


@fact
class Conversion(Annotation):
    """A measure and what it is in other units or another currency, in brackets or behind ``, or``.

    ``measure`` is the first of the two, ``converted`` the second. ``same_kind`` says that both are lengths, weights and
    so on. ``off`` is how far apart they lie, as a part of the second (0.25 is a quarter), once both are given the room
    that their rounding leaves: half of the last digit that counts. Of units that have several sizes (tons, gallons,
    ounces) the one that fits best counts, and a temperature may be one on the scale or a difference. None where the two
    cannot be compared. ``about`` says that one of them is called rough. ``right`` is the second as it follows from the
    first, in its own words, None where they are not a plain number.

    Of amounts of money ``times_outside`` is how many times the second lies outside what the first may have been worth
    in any year since 1999, 1 where it lies inside; None for measures and for currencies that fell too far.
    """

    measure: Part
    converted: Part
    same_kind: bool
    off: float | None = None
    about: bool = False
    right: str | None = None
    times_outside: float | None = None
