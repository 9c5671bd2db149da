"""The fact: an anniversary, the event that it is counted from, and the day on which it is kept."""

from __future__ import annotations

import datetime

from factlint.annotations.jubilees.ordinals import ordinal
from factlint.article import Annotation, Part, fact


@fact
class Jubilee(Annotation):
    """``the 25th anniversary of the 2001 attacks``, ``the centenary of the Armistice of 1918``.

    The span is the number (or ``centenary``). ``nth`` is the number, ``event`` the date of the event as it is written,
    or the event's name where the desk's list dates it; ``first`` and ``last`` are the days that this may mean.

    ``resolved`` and ``latest`` are the days between which the anniversary is kept: a date of the sentence, else, in a
    sentence about the present, the day of the article. ``ahead`` says that it is still to come. ``inferred`` says that
    the day was taken from the article's dateline or the like.
    """

    nth: int
    event: Part
    first: datetime.date
    last: datetime.date
    resolved: datetime.date | None = None
    latest: datetime.date | None = None
    ahead: bool = False
    inferred: bool = False

    @property
    def off(self) -> int | None:
        """How many days lie between the anniversary by the calendar and the days on which it is kept; 0 for none."""
        if self.resolved is None or self.latest is None:
            return None
        first, last = _later(self.first, self.nth), _later(self.last, self.nth)
        return max(0, (first - self.latest).days, (self.resolved - last).days)

    @property
    def year(self) -> int:
        """The year in which that anniversary falls."""
        return self.first.year + self.nth

    @property
    def kept(self) -> int | None:
        """The year in which it is kept."""
        return None if self.resolved is None else self.resolved.year

    @property
    def right(self) -> str | None:
        """Which anniversary the year of the article or of the date beside it has: ``24th``."""
        years = None if self.kept is None else self.kept - self.first.year
        return None if years is None or years < 1 else ordinal(years)


def _later(day: datetime.date, years: int) -> datetime.date:
    """The same day some years on; of Feb. 29 the day before, and never behind the last year of the calendar."""
    year = min(day.year + years, datetime.MAXYEAR)
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)
