"""What the words of a date mean: functions from a clock to a TIMEX3 value.

A sense of a phrase is one of these functions with all but the clock filled in. Without a clock the value stays as open
as the words are (``XXXX-12-15``), or is None.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.dates.calendar_days import real_day, shifted, shifted_months

if TYPE_CHECKING:
    import datetime


class Clock(NamedTuple):
    """Where a phrase speaks from.

    ``today`` is the article's day (None where nothing shows it), ``ahead`` says that the words around the phrase look
    into the future, ``quarter`` is the quarter that the text named last (1989-Q3).
    """

    today: datetime.date | None
    ahead: bool = False
    quarter: str | None = None


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
    """A day and a month. Without a year the nearest such day, the next one where the words look ahead."""
    year = years.year(clock)
    if not years.said and clock.today is not None:
        year = _likely_year(clock.today, day, month, weekday, ahead=clock.ahead)
    return Meaning(f"{_four(year)}-{month:02d}-{day:02d}{part}", real_day(year, month, day))


def _likely_year(today: datetime.date, day: int, month: int, weekday: int | None, *, ahead: bool) -> int:
    years = (today.year - 1, today.year, today.year + 1)
    near = [found for year in years if (found := real_day(year, month, day)) is not None]
    if ahead:
        near = [day for day in near if day >= today] or near
    if weekday is not None:
        near = [day for day in near if day.weekday() == weekday and abs(day - today).days < 200] or near
    return min(near, key=lambda day: abs(day - today)).year if near else today.year


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


def day_off(clock: Clock, offset: int, part: str = "") -> Meaning:
    """Today, or some days off: yesterday is -1."""
    day = None if clock.today is None else shifted(clock.today, offset)
    return Meaning(f"XXXX-XX-XX{part}" if day is None else f"{day}{part}", day)


def period_off(clock: Clock, unit: str, shift: int) -> Meaning:
    """The week, weekend, month, quarter, year, decade or century some units from the clock's: -1 is the last."""
    return Meaning(None if clock.today is None else _period(clock.today, unit, shift))


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


def length(unit: str, amount: float | None) -> str:
    """A TIMEX3 duration (P2D, PT4H); ``PXD`` where the amount is not said."""
    number = "X" if amount is None else f"{amount:g}"
    return f"PT{number}{unit[1:]}" if unit.startswith("T") else f"P{number}{unit}"


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


def _four(year: int | None) -> str:
    return "XXXX" if year is None else f"{year:04d}"
