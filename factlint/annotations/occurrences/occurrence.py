"""The fact: a full date, and whether its sentence tells of that day as past or as still to come."""

from __future__ import annotations

import datetime  # noqa: TC003 - the rule language reads the field types at run time

from factlint.article import Annotation, Part, fact


@fact
class Occurrence(Annotation):
    """``was signed on May 3, 2027``, ``will open in Oslo on Nov. 3, 2025``: the span goes from the verb to the date.

    ``tense`` is past or future, ``verb`` are the words that show it, ``date`` is the date as it is written, ``day`` the
    calendar day and ``year`` its year. ``act`` is the verb in one word (died, born) where it tells of what happens once
    to anybody or anything, ``who`` the name right before it; each is None where there is no such word. ``nightly`` says
    that the sentence speaks of night, dawn or a zone of time: elsewhere it may have been the day before, or the next.
    """

    tense: str
    verb: Part
    date: Part
    day: datetime.date
    year: int
    act: str | None = None
    who: str | None = None
    nightly: bool = False
