"""The fact: a number that a sentence gives for what its other numbers also say."""

from __future__ import annotations

from factlint.article import Annotation, fact


@fact
class Calculation(Annotation):
    """``rose 50% to 120 from 100``: the place is the number that can be worked out (50%), ``stated`` is its value.

    ``relation`` says how it follows from the others:

    - percent change, points, times: a change from one number to another (rose 50%, by two points, doubled);
    - direction: the same change, stated 1 for a rise and -1 for a fall;
    - total: the number before a colon, of the parts behind it;
    - share: a percentage or a fraction beside ``45 of the 100``;
    - small share: a percentage of a small number (``43% of the nine members``), of which only some are possible;
    - all shares: the sum of the answers to a question, those without an opinion included;
    - part: a number of a whole (``9 of the 8 members``), or a percentage of people;
    - margin: between two numbers of votes (``51 to 48, a margin of four``);
    - range: the second number of ``between 2,000 and 3,000``.

    ``least`` and ``most`` are what the other numbers let it be, the rounding of all numbers allowed for (half a unit of
    the last figure of each); ``exact`` is what they give as they are written, in figures. ``shares`` says that the
    numbers of a change are percentages, and ``points`` is then how far they are apart.
    """

    relation: str
    stated: float
    least: float
    most: float
    exact: str
    others: str
    shares: bool = False
    points: float | None = None

    @property
    def off(self) -> float:
        """How far the stated number lies outside what the others let it be; 0 if it does not."""
        return max(0.0, self.least - self.stated, self.stated - self.most)

    @property
    def relative(self) -> float:
        """The same as a part of the stated number, 0.05 for five percent of it."""
        return self.off / abs(self.stated) if self.stated else self.off
