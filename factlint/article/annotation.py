"""What every annotation has: its place and its words."""

from __future__ import annotations

from typing import NamedTuple

from factlint.article.facts import fact


class Place(NamedTuple):
    """Where in the article something stands. ``paragraph`` and ``sentence`` count from 0 over the whole article."""

    section: str
    paragraph: int
    sentence: int
    quoted: bool


@fact
class Annotation:
    """Something found in an article, at the code points ``start`` to ``end`` (exclusive)."""

    start: int
    end: int
    text: str
    place: Place

    @property
    def section(self) -> str:
        """The kind of section it stands in: headline, caption, body, ..."""
        return self.place.section

    @property
    def paragraph(self) -> int:
        """The paragraph it stands in, counted from 0."""
        return self.place.paragraph

    @property
    def sentence(self) -> int:
        """The sentence it stands in, counted from 0."""
        return self.place.sentence

    @property
    def quoted(self) -> bool:
        """Whether it stands inside quotation marks."""
        return self.place.quoted


@fact
class Part(Annotation):
    """A part of another annotation that a rule may report instead of the whole: the surname of a name."""


@fact
class Weighed(Annotation):
    """Something that a scorecard judges.

    ``odds`` is the sum of what counted, the natural logarithm of the odds that it is what its kind looks for;
    ``counted`` has each piece of evidence with what it added, the weightiest first.
    """

    odds: float
    counted: tuple[tuple[str, float], ...]

    @property
    def evidence(self) -> tuple[str, ...]:
        """The names of the evidence that counted, for and against."""
        return tuple(name for name, _ in self.counted)
