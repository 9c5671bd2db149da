"""What every annotation has: its place and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeVar, dataclass_transform

F = TypeVar("F")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def fact(cls: type[F]) -> type[F]:
    """Make ``cls`` a class of facts: slots, fields given by name, equal by value, never changed.

    Frozen for the type checker only: the constructor of a class that is frozen as the program runs takes three times
    as long, and an article has thousands of facts.
    """
    return dataclass(slots=True, kw_only=True, unsafe_hash=True)(cls)


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
