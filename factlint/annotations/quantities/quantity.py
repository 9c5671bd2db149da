"""The fact: a number with its unit and what it counts."""

from __future__ import annotations

from factlint.article import Annotation, fact


@fact
class Quantity(Annotation):
    """A quantity: figures or number words, with a sign, a scale and a unit where they stand.

    ``value`` counts single units (``€200 billion`` is 2e11 of EUR); it is None where the words do not settle it (a
    range, ``dozens``). ``unit`` is percent, points (percentage points), share (``two-thirds``), a currency code (USD)
    or the short form of a measure (km); None for what is simply counted. ``approximate`` says that the words make it
    about, nearly, over or at least so much. ``subject`` is the counted noun with the words before it, in comparable
    form: ``frozen russian assets``.
    """

    value: float | None
    unit: str | None = None
    approximate: bool = False
    subject: str | None = None
