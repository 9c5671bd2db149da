"""The fact: two times that are said to be one moment."""

from __future__ import annotations

import datetime  # noqa: TC003 - the rule language reads the field types at run time

from factlint.article import Annotation, Part, fact


@fact
class Timepair(Annotation):
    """``9 a.m. EST (1400 GMT)``, ``9 p.m. ET/6 p.m. PT``, ``10:35 a.m. (0735 GMT)``.

    ``one`` and ``two`` are the times as they stand, with their zones; ``zone`` is that of the first, None for local
    time. ``fits`` says whether both can be the same moment, None where that depends on a day which is not known;
    between local time and a zone only the minutes can tell. ``right`` is the second time as it must be, in its own
    style, None where several can be meant. ``resolved`` is the day that was asked for summer time, ``inferred`` says
    that it was taken from the article's dateline or the like.
    """

    one: Part
    two: Part
    zone: str | None = None
    fits: bool | None = None
    right: str | None = None
    resolved: datetime.date | None = None
    inferred: bool = False
