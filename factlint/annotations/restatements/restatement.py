"""The fact: two names of one time side by side."""

from __future__ import annotations

import datetime  # noqa: TC003 - the rule language reads the field types at run time

from factlint.article import Annotation, Part, fact


@fact
class Restatement(Annotation):
    """``yesterday (Friday)``, ``today, Dec. 15``, ``in the third quarter, on Nov. 4``, ``last summer, in December``.

    ``loose`` is the side that says less, ``exact`` the other one. ``relation`` is what the loose side is: day
    (yesterday, today, tomorrow), quarter, half, season, decade, century. ``meant`` is the loose side in other words
    (Monday; July to September).

    Of two days, ``resolved`` is the one that the loose side means and ``day`` the one that the exact side does (of a
    weekday the nearest such day); both are None without the day of the article, and ``inferred`` says that this was
    taken from its dateline or the like. Of a period and a date, ``agrees`` says whether the date lies in it. ``fiscal``
    marks a sentence about results, where quarters may begin in any month.
    """

    loose: Part
    exact: Part
    relation: str
    meant: str | None = None
    agrees: bool | None = None
    resolved: datetime.date | None = None
    day: datetime.date | None = None
    inferred: bool = False
    fiscal: bool = False
