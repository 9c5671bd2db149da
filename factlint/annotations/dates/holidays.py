"""Feasts and holidays by name, and the day on which one falls in a year.

A name that countries keep on different days (Mother's Day, Labour Day, Independence Day) has no one value, so it is
left out; Thanksgiving is the American one, whose name stands alone in the news.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping

_MON, _THU, _SUN = 0, 3, 6
_EASTER, _NOV = 0, 11
# Thanksgiving: proclaimed for the last Thursday of November from 1863, the last but one from 1939; by law (55 Stat.
# 862) the fourth one from 1942.
_LAST_BUT_ONE, _FOURTH_THURSDAY = 1939, 1942


class _Feast(NamedTuple):
    """A fixed day; or the ``nth`` such weekday of a month (-1: the last), ``offset`` days on; or days from Easter.

    ``month`` 0 is Easter itself.
    """

    month: int
    day: int = 0
    weekday: int = 0
    nth: int = 0
    offset: int = 0


def _nth(month: int, weekday: int, nth: int, offset: int = 0) -> _Feast:
    return _Feast(month, 0, weekday, nth, offset)


def _of_easter(offset: int) -> _Feast:
    return _Feast(_EASTER, offset=offset)


# Days of the United States by 5 U.S.C. 6103; of Britain by the Banking and Financial Dealings Act 1971.
_FEASTS: Mapping[str, _Feast] = {
    "new year's eve": _Feast(12, 31), "new years eve": _Feast(12, 31), "new year's day": _Feast(1, 1),
    "new years day": _Feast(1, 1), "epiphany": _Feast(1, 6),
    "martin luther king day": _nth(1, _MON, 3), "martin luther king jr. day": _nth(1, _MON, 3),
    "burns night": _Feast(1, 25), "australia day": _Feast(1, 26), "groundhog day": _Feast(2, 2),
    "valentine's day": _Feast(2, 14), "presidents' day": _nth(2, _MON, 3), "st. patrick's day": _Feast(3, 17),
    "st patrick's day": _Feast(3, 17), "ash wednesday": _of_easter(-46), "palm sunday": _of_easter(-7),
    "good friday": _of_easter(-2), "easter": _of_easter(0), "easter sunday": _of_easter(0),
    "easter monday": _of_easter(1), "earth day": _Feast(4, 22), "anzac day": _Feast(4, 25), "may day": _Feast(5, 1),
    "memorial day": _nth(5, _MON, -1), "juneteenth": _Feast(6, 19), "canada day": _Feast(7, 1),
    "fourth of july": _Feast(7, 4), "bastille day": _Feast(7, 14), "labor day": _nth(9, _MON, 1),
    "columbus day": _nth(10, _MON, 2), "halloween": _Feast(10, 31), "all saints' day": _Feast(11, 1),
    "bonfire night": _Feast(11, 5), "veterans day": _Feast(11, 11), "armistice day": _Feast(11, 11),
    "remembrance sunday": _nth(11, _SUN, 2), "thanksgiving": _nth(11, _THU, 4),
    "thanksgiving day": _nth(11, _THU, 4), "black friday": _nth(11, _THU, 4, 1), "christmas eve": _Feast(12, 24),
    "christmas day": _Feast(12, 25), "christmas": _Feast(12, 25), "boxing day": _Feast(12, 26),
}  # fmt: skip
KEYS = frozenset(_FEASTS)
# As tokens: "new year's eve" is five of them, whatever sign the text has for the apostrophe.
BY_FIRST: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
for _key in sorted(_FEASTS, key=len, reverse=True):
    _tokens = tuple(_key.replace("'", " ' ").replace(".", " . ").split())
    BY_FIRST[_tokens[0]] = (*BY_FIRST.get(_tokens[0], ()), (_tokens, _key))
WORDS = word_set(*(_key.replace("'", " ").replace(".", " ") for _key in _FEASTS))


def open_value(key: str) -> str | None:
    """The TIMEX3 value of a feast in no known year: ``XXXX-12-25``; None for a movable one."""
    feast = _FEASTS[key]
    return f"XXXX-{feast.month:02d}-{feast.day:02d}" if feast.day else None


def feast_day(key: str, year: int) -> datetime.date | None:
    """The day of a feast in a year (1583 to 9999, the Gregorian calendar); None outside those."""
    if not 1583 <= year <= 9999:
        return None
    feast = _FEASTS[key]
    if feast.day:
        return datetime.date(year, feast.month, feast.day)
    if feast.month == _EASTER:
        return _easter(year) + datetime.timedelta(days=feast.offset)
    early = feast.month == _NOV and feast.weekday == _THU and year < _FOURTH_THURSDAY
    base = _old_thanksgiving(year) if early else _weekday_of_month(year, feast)
    return base + datetime.timedelta(days=feast.offset)


def _old_thanksgiving(year: int) -> datetime.date:
    """The Thanksgiving that presidents proclaimed: the last Thursday of November, from 1939 on the last but one."""
    last = _weekday_of_month(year, _nth(_NOV, _THU, -1))
    return last - datetime.timedelta(days=7 * (year >= _LAST_BUT_ONE))


def _weekday_of_month(year: int, feast: _Feast) -> datetime.date:
    if feast.nth < 0:
        last = datetime.date(year, feast.month + 1, 1) - datetime.timedelta(days=1)
        return last - datetime.timedelta(days=(last.weekday() - feast.weekday) % 7)
    first = datetime.date(year, feast.month, 1)
    return first + datetime.timedelta(days=(feast.weekday - first.weekday()) % 7 + 7 * (feast.nth - 1))


def _easter(year: int) -> datetime.date:
    """Western Easter Sunday, by J. Meeus, Astronomical Algorithms (1991), chapter 8."""
    golden, century, rest = year % 19, year // 100, year % 100
    moved = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - moved + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)
