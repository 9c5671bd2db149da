"""What the words of a date mean: functions from a clock to a TIMEX3 value.

A sense of a phrase is one of these functions with all but the clock filled in. Without a clock the value stays as open
as the words are (``XXXX-12-15``), or is None.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from factlint.annotations.dates.calendar_days import last_day, real_day, shifted, shifted_months
from factlint.annotations.dates.holidays import feast_day, open_value


class Clock(NamedTuple):
    """Where a phrase speaks from.

    ``today`` is the article's day (None where nothing shows it), ``ahead`` says that the words around the phrase look
    into the future. ``quarter`` is the quarter that the text named last (1989-Q3), ``near`` the same where that was not
    far before, ``said`` the value of the date before, if that is near.
    """

    today: datetime.date | None
    ahead: bool = False
    quarter: str | None = None
    near: str | None = None
    said: str | None = None


class Meaning(NamedTuple):
    """A TIMEX3 value, and the calendar day where it is one."""

    value: str | None
    day: datetime.date | None = None


Sense = Callable[[Clock], Meaning]


class Years(NamedTuple):
    """A year that is written, or counted from the clock's: ``shift`` -1 is last year. Both None: not said."""

    written: int | None = None
    shift: int | None = None

    @property
    def said(self) -> bool:
        """Whether the text names the year in some way."""
        return self.written is not None or self.shift is not None

    def year(self, clock: Clock) -> int | None:
        """The year, None where it is not said or there is no clock."""
        if self.written is not None or self.shift is None or clock.today is None:
            return self.written
        return clock.today.year + self.shift


UNSAID = Years()
_SATURDAY = 5


def fixed(_clock: Clock, value: str) -> Meaning:
    """A value that no clock changes."""
    return Meaning(value)


def day_of_month(
    clock: Clock, day: int, month: int, years: Years = UNSAID, weekday: int | None = None, part: str = ""
) -> Meaning:
    """A day and a month.

    Without a year the nearest such day; where none is near the last one, or the next one where the words look ahead.
    """
    year = years.year(clock)
    if not years.said and clock.today is not None:
        year = _likely_year(clock.today, day, month, weekday, ahead=clock.ahead)
    return Meaning(f"{_four(year)}-{month:02d}-{day:02d}{part}", real_day(year, month, day))


def day_of_feast(clock: Clock, key: str, years: Years = UNSAID, shift: int | None = None) -> Meaning:
    """A feast (see holidays). Without a year the nearest one, the next one where the words look ahead.

    ``shift`` -1 is the last one before today, 1 the next one, 0 this year's.
    """
    year, today = years.year(clock), clock.today
    if years.said or today is None:
        day = None if year is None else feast_day(key, year)
        return Meaning(open_value(key) if day is None else str(day), day)
    near = [day for each in (-1, 0, 1) if (day := feast_day(key, today.year + each)) is not None]
    if shift == 0:
        near = [day for day in near if day.year == today.year]
    elif shift is not None or clock.ahead:
        near = [day for day in near if (day < today) == (shift == -1)] or near
    day = min(near, key=lambda day: abs(day - today), default=None)
    return Meaning(open_value(key) if day is None else str(day), day)


# So near to the clock a day without a year is the nearest one, whatever the words around say.
_NEAR = datetime.timedelta(days=100)


def _likely_year(today: datetime.date, day: int, month: int, weekday: int | None, *, ahead: bool) -> int:
    years = (today.year - 1, today.year, today.year + 1)
    near = [found for year in years if (found := real_day(year, month, day)) is not None]
    if near and min(abs(day - today) for day in near) > _NEAR:
        near = [day for day in near if (day >= today) is ahead] or near
    if weekday is not None:
        near = [day for day in near if day.weekday() == weekday and abs(day - today).days < 200] or near
    return min(near, key=lambda day: abs(day - today)).year if near else today.year


def nth_weekday(clock: Clock, nth: int, weekday: int, month: int, years: Years = UNSAID) -> Meaning:
    """The ``nth`` such weekday of a month, 0 for the last one; without a year that of the clock's."""
    year = years.year(clock)
    if not years.said and clock.today is not None:
        year = clock.today.year
    edge = real_day(year, month, 1 if nth else last_day(year, month))
    off = 0 if edge is None else weekday - edge.weekday()
    day = None if edge is None else shifted(edge, off % 7 + 7 * (nth - 1) if nth else off % -7)
    return Meaning(f"{_four(year)}-{month:02d}" if day is None or day.month != month else str(day))


def month_of_year(clock: Clock, month: int, years: Years = UNSAID, shift: int | None = None) -> Meaning:
    """A month; ``shift`` -1 is the last such month, 0 this year's, 1 the next one.

    Without a year or a shift it is the last such month, this one included; the next one where the words look ahead.
    """
    year = years.year(clock)
    if not years.said and clock.today is not None:
        year, now = clock.today.year, clock.today.month
        if shift == 1 or (shift is None and clock.ahead):
            year += month < now or (month == now and shift == 1)
        elif shift != 0:
            year -= month > now or (month == now and shift == -1)
    return Meaning(f"{_four(year)}-{month:02d}")


def day_of_week(clock: Clock, weekday: int, shift: int | None = None, part: str = "") -> Meaning:
    """A weekday (0 is Monday); ``shift`` -1 is the last one, 0 today or the coming one, 1 the next one.

    Without a shift it is the last such day, today included, because news looks back; the next one where the words look
    ahead.
    """
    today = clock.today
    if today is None:
        return Meaning(f"XXXX-WXX-{weekday + 1}{part}")
    back = (today.weekday() - weekday) % 7
    if clock.ahead if shift is None else shift >= 0:
        offset = -back % 7 or (7 if shift == 1 else 0)
    else:
        offset = -(back or (7 if shift == -1 else 0))
    day = shifted(today, offset)
    return Meaning(None if day is None else f"{day}{part}", day)


def day_of_week_off(clock: Clock, weekday: int, weeks: int, part: str = "") -> Meaning:
    """A weekday of the week some weeks from the clock's, weeks beginning on Mondays: ``Friday last week`` is -1."""
    today = clock.today
    day = None if today is None else shifted(today, weekday - today.weekday() + 7 * weeks)
    return Meaning(f"{day or f'XXXX-WXX-{weekday + 1}'}{part}", day)


def weeks_from_day(clock: Clock, weekday: int, weeks: int, part: str = "") -> Meaning:
    """Some weeks behind the coming weekday (``a week from Monday``), or before the last one (``a week ago Monday``)."""
    day = day_of_week(clock, weekday, 0 if weeks > 0 else None, part).day
    found = None if day is None else shifted(day, 7 * weeks)
    return Meaning(f"{found or f'XXXX-WXX-{weekday + 1}'}{part}", found)


def day_off(clock: Clock, offset: int, part: str = "") -> Meaning:
    """Today, or some days off: yesterday is -1."""
    day = None if clock.today is None else shifted(clock.today, offset)
    return Meaning(f"XXXX-XX-XX{part}" if day is None else f"{day}{part}", day)


def period_off(clock: Clock, unit: str, shift: int) -> Meaning:
    """The week, weekend, month, quarter, year, decade or century some units from the clock's: -1 is the last."""
    return Meaning(None if clock.today is None else _period(clock.today, unit, shift))


def year_end(clock: Clock) -> Meaning:
    """The last day of the clock's year."""
    return Meaning(None) if clock.today is None else Meaning(f"{_four(clock.today.year)}-12-31")


def weekend(clock: Clock) -> Meaning:
    """The weekend that is now, or else the last one; the coming one where the words look ahead."""
    current = clock.today is not None and (clock.ahead or clock.today.weekday() >= _SATURDAY)
    return period_off(clock, "WE", 0 if current else -1)


def coming_weekend(clock: Clock) -> Meaning:
    """The weekend of this week; on a Saturday or Sunday that of the next."""
    return period_off(clock, "WE", int(clock.today is not None and clock.today.weekday() >= _SATURDAY))


def whole_year(clock: Clock, years: Years) -> Meaning:
    """A year."""
    year = years.year(clock)
    return Meaning(None if year is None else _four(year))


def part_of_year(clock: Clock, code: str, years: Years = UNSAID) -> Meaning:
    """A quarter, half or season (Q1, H2, SU).

    Without a year it is the last that has begun, this year's where the words look ahead.
    """
    year = years.year(clock)
    if not years.said and clock.today is not None:
        year = clock.today.year
        year -= _first_month(code) > clock.today.month and not clock.ahead
    return Meaning(f"{_four(year)}-{code}")


def _first_month(code: str) -> int:
    if code[0] in "QH":
        return (int(code[1]) - 1) * (3 if code[0] == "Q" else 6) + 1
    return {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]


def named_quarter(clock: Clock, shift: int = 0) -> Meaning:
    """The quarter that the text named last (``the quarter``), or the same one of an earlier year (``shift`` -1)."""
    if clock.quarter is None or not clock.quarter[:4].isdigit():
        return Meaning("XXXX-QX")
    return Meaning(f"{_four(int(clock.quarter[:4]) + shift)}{clock.quarter[4:]}")


def year_ago(clock: Clock) -> Meaning:
    """A year before the quarter that was named not far before, else the year before the clock's."""
    return period_off(clock, "Y", -1) if clock.near is None else named_quarter(clock, -1)


def period_said(clock: Clock, unit: str, shift: int) -> Meaning:
    """``that year``, ``the following month``: counted from the date that the text named before, XXXX without one."""
    day = _said_day(clock.said, unit)
    if day is None:
        return Meaning("XXXX")
    if unit == "D":
        found = shifted(day, shift)
        return Meaning("XXXX" if found is None else str(found))
    return Meaning(_period(day, unit, shift) or "XXXX")


def as_said(sense: Sense) -> Sense:
    """The sense of the same words where they name the date before them once more, and count nothing from it."""
    return partial(sense.func, **{**sense.keywords, "shift": 0}) if isinstance(sense, partial) else sense


def weekday_said(clock: Clock, weekday: int, shift: int, part: str = "") -> Meaning:
    """``the following Monday``, ``the previous Friday``: counted from the day that the text named before."""
    day = _said_day(clock.said, "D")
    found = None
    if day is not None:
        ahead = (weekday - day.weekday()) % 7
        found = shifted(day, (ahead or 7) if shift > 0 else ahead - 7 if shift < 0 else ahead)
    return Meaning(f"XXXX-WXX-{weekday + 1}{part}" if found is None else f"{found}{part}")


_FINENESS = {"Y": 4, "M": 7, "W": 10, "D": 10}


def _said_day(said: str | None, unit: str) -> datetime.date | None:
    """A day of the date that was named before, if that is as fine as the unit."""
    length = _FINENESS.get(unit)
    if said is None or length is None or not said[:4].isdigit():
        return None
    parts = said[:length].split("-")
    if len(parts) != {4: 1, 7: 2, 10: 3}[length] or not all(part.isdigit() for part in parts):
        return None
    year, month, day = (int(part) for part in (*parts, "1", "1")[:3])
    return real_day(year, month, day)


def time_off(clock: Clock, unit: str, amount: float) -> Meaning:
    """A time some units after the clock (before, if negative): ``two weeks ago`` is -2 of W.

    It is as fine as its unit; with hours and minutes, or without a clock, only the length is known.
    """
    if unit.startswith("T") or clock.today is None:
        return Meaning(length(unit, abs(amount)))
    if unit != "D":
        return Meaning(_period(clock.today, unit, round(amount)))
    day = shifted(clock.today, round(amount))
    return Meaning(None if day is None else str(day), day)


def time_of_day(clock: Clock, time: str, day: Sense | None = None) -> Meaning:
    """A time (09:00), on the day of another sense; without one on the clock's day."""
    found = day_off(clock, 0) if day is None else day(clock)
    return Meaning(f"{(found.value or 'XXXX-XX-XX')[:10]}T{time}", None if day is None else found.day)


def at_time(day: Meaning, time: Meaning) -> Meaning:
    """A time, read without its day, on that day."""
    if day.value is None or time.value is None:
        return time
    return Meaning(f"{day.value[:10]}T{time.value.rpartition('T')[2]}", day.day)


_HALVES = {"TH": "30M", "TM": "30S", "Y": "6M"}


def length(unit: str, amount: float | None) -> str:
    """A TIMEX3 duration (P2D, PT4H); ``PXD`` where the amount is not said."""
    mark, letters = ("PT", unit[1:]) if unit.startswith("T") else ("P", unit)
    if amount is None:
        return f"{mark}X{letters}"
    if unit in _HALVES and amount % 1 == 0.5:
        whole = f"{amount // 1:g}{letters}" if amount > 1 else ""
        return f"{mark}{whole}{_HALVES[unit]}"
    return f"{mark}{amount:g}{letters}"


def _period(today: datetime.date, unit: str, shift: int) -> str | None:
    if unit in {"W", "WE"}:
        day = shifted(today, 7 * shift)
        if day is None:
            return None
        year, week, _ = day.isocalendar()
        return f"{_four(year)}-W{week:02d}" + ("-WE" if unit == "WE" else "")
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit]
    year, month = shifted_months(today, months * shift)
    if not 1 <= year <= 9999:
        return None
    full = _four(year)
    endings = {"M": f"-{month:02d}", "Q": f"-Q{(month + 2) // 3}", "Y": ""}
    return full + endings[unit] if unit in endings else full[:3] if unit == "DE" else full[:2]


def leans(sense: Sense) -> bool:
    """Whether a sense asks if the words around look ahead."""
    if sense is weekend:
        return True
    if not isinstance(sense, partial):
        return False
    said = sense.keywords
    if sense.func is time_of_day:
        return "day" in said and leans(said["day"])
    return sense.func in _LEANING and not said.get("years", UNSAID).said and said.get("shift") is None


_LEANING = frozenset({day_of_month, day_of_feast, month_of_year, day_of_week, part_of_year})


def asks(sense: Sense) -> bool:
    """Whether a sense asks what the text named before."""
    if not isinstance(sense, partial):
        return sense in {named_quarter, year_ago}
    return sense.func in {named_quarter, period_said, weekday_said} or (
        sense.func is time_of_day and "day" in sense.keywords and asks(sense.keywords["day"])
    )


def _four(year: int | None) -> str:
    return "XXXX" if year is None else f"{year:04d}"
