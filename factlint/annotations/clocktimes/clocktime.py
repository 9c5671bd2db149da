"""The fact: a time of the day with something that does not go with it."""

from __future__ import annotations

from factlint.article import Annotation, fact


@fact
class Clocktime(Annotation):
    """``14:00 p.m.``, ``12 noon a.m.``, ``7 a.m. in the morning``, ``Monday morning at 9 p.m.``.

    ``fault`` is hours (more than twelve before a.m. or p.m.), noon (noon or midnight with the wrong half of the day),
    daypart (a time that is not in that part of the day) or twice (the same said in two ways). ``time`` is the time as
    it is written and ``other`` the words that do not go with it; ``right`` is all of it set right, None where there
    are several ways out.
    """

    fault: str
    time: str
    other: str
    right: str | None = None
