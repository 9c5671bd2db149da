"""The fact: a number with its unit and what it counts."""

from __future__ import annotations

from factlint.annotations.quantities.units import dimension_of
from factlint.article import Annotation, fact


@fact
class Quantity(Annotation):
    """A quantity: figures or number words, with a sign, a scale and a unit where they stand.

    ``value`` counts single units (``€200 billion`` is 2e11 of EUR), as a float that is exact for whole numbers; it is
    None where the words do not settle it (a range, ``dozens``, a score). ``unit`` is percent, points (percentage
    points), share (``two-thirds``), a currency code (USD), the short form of a measure (km, °C), age or score; None for
    what is simply counted.

    ``bound`` is at least, more than, up to, less than, nearly or about, None without such words; ``approximate`` says
    that there is one, or that no value is settled. ``low`` and ``high`` are how small and how large the words let it
    be: the ends of a range, the value on the closed side of a bound, None on an open side and for what is vague.

    ``scale`` is hundred, thousand, million, billion, trillion or dozen where it is written, ``figures`` says that the
    number is written in figures. ``digits`` is what the last digit that counts stands for (100 in 1,200, 0.1 in 3.5,
    1e8 in €1.2 billion): half of it is how far a rounded number may be off.

    ``subject`` is the counted noun with the words before it, in comparable form: ``frozen russian assets``. ``of`` is
    the same for the whole that it is a part of: ``90% of the issues``, ``nine of the 27 members`` (``27 members``).
    """

    value: float | None
    unit: str | None = None
    approximate: bool = False
    subject: str | None = None
    bound: str | None = None
    low: float | None = None
    high: float | None = None
    scale: str | None = None
    digits: float | None = None
    figures: bool = True
    of: str | None = None

    @property
    def dimension(self) -> str | None:
        """What kind of thing the unit measures: money, share, length, mass, ...; ``count`` where there is no unit."""
        return dimension_of(self.unit)
