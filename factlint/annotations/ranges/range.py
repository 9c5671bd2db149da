"""The fact: a run of days, months or years from one date to another."""

from __future__ import annotations

from factlint.article import Annotation, Part, fact


@fact
class Range(Annotation):
    """``from Dec. 3 to Dec. 20``, ``Dec. 3-20``, ``2014–2019``, ``between June and August``.

    ``first`` and ``last`` are the two ends as they are written. ``reversed`` says that the last one lies before the
    first: true only where the words leave no other year for it, none where they may be about a date that was moved
    (``brought forward from 2040 to 2035``).

    ``stated`` are the words of a length that the sentence gives the same run (``a three-day visit from …``), with
    ``count`` and ``unit`` (day, week, month, year) as written; in this unit the run is ``shortest`` to ``longest``
    long, counted with and without the ends. All are None where no such length, or one with a bound, is given.
    """

    first: Part
    last: Part
    reversed: bool
    stated: Part | None = None
    count: float | None = None
    unit: str | None = None
    shortest: float | None = None
    longest: float | None = None

    @property
    def turned(self) -> str | None:
        """The words with the two ends in each other's place; None where one leans on the other (``1996-93``)."""
        if len(self.first.text) != len(self.last.text) and self.first.text.isdigit():
            return None
        between = self.text[self.first.end - self.start : self.last.start - self.start]
        before = self.text[: self.first.start - self.start]
        return before + self.last.text + between + self.first.text + self.text[self.last.end - self.start :]
