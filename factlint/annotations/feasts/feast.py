"""The fact: a holiday and the day that the article gives it."""

from __future__ import annotations

import datetime  # noqa: TC003 - the rule language reads the field types at run time

from factlint.article import Annotation, Part, fact


@fact
class Feast(Annotation):
    """``Thanksgiving, Nov. 27, 2025``, ``Nov. 27 (Thanksgiving)``, ``Christmas Day falls on a Thursday this year``.

    ``name`` is the holiday as it is written and ``date`` the date or the weekday beside it. ``fits`` says whether some
    listed country keeps it on that day, None where the year decides and is not known. ``right`` is the day that it is
    kept on, in the style of the date, None where countries differ. ``resolved`` is the day of the article where that
    gave the year; ``inferred`` says that it was taken from its dateline or the like.
    """

    name: Part
    date: Part
    fits: bool | None = None
    right: str | None = None
    resolved: datetime.date | None = None
    inferred: bool = False
