"""The fact: something that is to happen in a near time, at one place."""

from __future__ import annotations

import datetime  # noqa: TC003 - the rule language reads the field types at run time

from factlint.article import Annotation, fact
from factlint.text.calendar import WEEKDAYS
from factlint.text.timex import days_of


@fact
class Appointment(Annotation):
    """``Working groups will meet in Miami next weekend``: the span is that of the time words.

    ``frame`` is this (this, coming, this coming) or next, ``period`` is weekend, week or the English weekday; ``event``
    is what is to happen (talks, meeting, vote), one word for all its forms, and ``site`` a place or another name of the
    sentence. A sentence that names several events or places has one fact for each pair of them.

    ``value`` is the TIMEX3 value of the time, ``first`` and ``last`` are its days where the day of the article is
    known; ``inferred`` says that this was taken from its dateline or the like.
    """

    frame: str
    period: str
    event: str
    site: str
    value: str | None = None
    inferred: bool = False

    @property
    def first(self) -> datetime.date | None:
        """The first day that the words may mean."""
        days = days_of(self.value)
        return None if days is None else days.first

    @property
    def last(self) -> datetime.date | None:
        """The last day that the words may mean."""
        days = days_of(self.value)
        return None if days is None else days.last

    @property
    def weekday(self) -> str | None:
        """The weekday, where the period is one."""
        return self.period if self.period in WEEKDAYS else None
