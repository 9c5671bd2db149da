"""The fact: a date as it is written, and what follows from it by the calendar."""

from __future__ import annotations

import datetime  # noqa: TC003 - the rule language reads the field types at run time

from factlint.annotations.dates.calendar_days import is_impossible, last_day, nearest_weekday, real_day
from factlint.annotations.dates.wording import Written, month_day, reworded, without_weekday
from factlint.article import Annotation, fact
from factlint.text.calendar import weekday_name

_FIRST_GREGORIAN_YEAR = 1753


@fact
class Date(Annotation):
    """A date, a length of time or another time word.

    ``value`` is a TIMEX3 value (2025-12-15, 2025-12, 2025-W51, 2025-12-15TNI, 2025-Q4, P2D, PRESENT_REF), with X for
    what neither the words nor a clock settle, None where nothing is settled. ``precision`` is day, month, year,
    weekday, relative, duration, vague, time, season, quarter (halves too) or decade (centuries too); ``day`` means that
    a day and a month are written.

    ``day``, ``month`` and ``year`` stand as they are written, never mended: ``Feb. 30, 2024`` is 30, 2 and 2024.
    ``stated_weekday`` is the English weekday that is written as, or next to, the date. ``resolved`` is the calendar day
    where it is settled, ``inferred`` says that this took the article's anchor, not its metadata or its own words.
    ``file_photo`` marks a date in a line that speaks of an archive picture, ``scheduled`` one that the words around it
    call a plan, a deadline or an expiry.

    ``clock`` is a time in minutes since midnight, ``zone`` its zone as written (EST, GMT), ``daypart`` the part of the
    day (morning, night), ``holiday`` the key of a feast (christmas, thanksgiving). Of two dates that ``from A to B``
    or a dash joins, the first is a ``range_start`` and the second a ``range_end``; a range in one date (``Dec. 3-5``,
    ``2019-20``) has its other end in ``last_day``, ``last_month`` and ``last_year``, as written.

    ``count`` and ``unit`` are how many of what a length of time has (4 of year), ``length`` is that in days, ``bound``
    is nearly, about, at least, more than, less than or up to; ``direction`` is ago, since, later, earlier, before,
    after or hence where that word follows.
    """

    value: str | None
    precision: str
    stated_weekday: str | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    resolved: datetime.date | None = None
    inferred: bool = False
    file_photo: bool = False
    scheduled: bool = False
    clock: int | None = None
    zone: str | None = None
    daypart: str | None = None
    holiday: str | None = None
    range_start: bool = False
    range_end: bool = False
    last_day: int | None = None
    last_month: int | None = None
    last_year: int | None = None
    count: float | None = None
    unit: str | None = None
    length: float | None = None
    bound: str | None = None
    direction: str | None = None

    @property
    def full(self) -> bool:
        """Whether day, month and year are written."""
        return self.day is not None and self.month is not None and self.year is not None

    @property
    def following_year(self) -> int | None:
        """The year after the written one: what a rule joins a date to that is a year later."""
        return None if self.year is None else self.year + 1

    @property
    def impossible(self) -> bool:
        """Whether no calendar has the day: June 31, or Feb. 29 of a written common year."""
        return is_impossible(self.year, self.month, self.day)

    @property
    def weekday(self) -> str | None:
        """The weekday of the written full date; None without a year, for an impossible date and before 1753."""
        day = self._written_day
        return None if day is None else weekday_name(day)

    @property
    def monthday(self) -> str | None:
        """The month and the day in the style of the text: ``Dec. 15``, ``15 December``."""
        return month_day(self.text, self._written)

    @property
    def nearest_such_day(self) -> str | None:
        """The nearest date on the stated weekday in the style of the text, with its year where one is written."""
        return self._bare(self._on_stated_weekday)

    @property
    def nearest_real_day(self) -> str | None:
        """For an impossible date the last day of that month in the style of the text: ``June 30``."""
        return self._bare(self._on_last_day) if self.impossible else None

    @property
    def nearest_such_year(self) -> int | None:
        """The nearest year, at most two away, in which the written day falls on the stated weekday; else None."""
        if self.year is None or self.stated_weekday is None:
            return None
        for year in (self.year, self.year - 1, self.year + 1, self.year - 2, self.year + 2):
            day = real_day(year, self.month, self.day)
            if day is not None and weekday_name(day) == self.stated_weekday:
                return year
        return None

    @property
    def corrected_weekday(self) -> str | None:
        """All words of the date with the weekday that it really falls on: ``Monday, Dec. 15, 2025``."""
        if self.weekday is None or self.stated_weekday is None:
            return None
        return self._in_words(self._written._replace(weekday=self.weekday))

    @property
    def corrected_day(self) -> str | None:
        """All words of the date with the last real day of its month, or the nearest day on the stated weekday."""
        return self._in_words(self._on_last_day if self.impossible else self._on_stated_weekday)

    @property
    def corrected_year(self) -> str | None:
        """All words of the date with the nearest year in which it falls on the stated weekday."""
        year = self.nearest_such_year
        return None if year is None else self._in_words(self._written._replace(year=year))

    @property
    def _written(self) -> Written:
        return Written(self.day, self.month, self.year, self.stated_weekday)

    @property
    def _written_day(self) -> datetime.date | None:
        # Britain and America took up the Gregorian calendar in 1752; what an older date counts by, it does not say.
        old = self.year is not None and self.year < _FIRST_GREGORIAN_YEAR
        return None if old else real_day(self.year, self.month, self.day)

    @property
    def _on_stated_weekday(self) -> Written | None:
        written = self._written_day
        if written is None or self.stated_weekday is None:
            return None
        near = nearest_weekday(written, self.stated_weekday)
        return None if near is None else Written(near.day, near.month, near.year, self.stated_weekday)

    @property
    def _on_last_day(self) -> Written | None:
        """None where the weekday that is written contradicts the last day: then it is some other day."""
        if self.month is None:
            return None
        found = self._written._replace(day=last_day(self.year, self.month))
        day = real_day(found.year, found.month, found.day)
        return None if day is not None and self.stated_weekday not in {None, weekday_name(day)} else found

    def _in_words(self, new: Written | None) -> str | None:
        return None if new is None else reworded(self.text, self._written, new)

    def _bare(self, new: Written | None) -> str | None:
        text = self._in_words(new)
        return None if new is None or text is None else without_weekday(text, new)
