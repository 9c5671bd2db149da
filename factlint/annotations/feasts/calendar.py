"""The days of holidays in a year, by the rules of every country that the news is likely to mean.

Sources: United States, 5 U.S.C. 6103; Britain, Banking and Financial Dealings Act 1971; Canada, Holidays Act; Easter by
J. Meeus, Astronomical Algorithms (1991), chapter 8. Holidays that hang on the sight of the moon are left out, and so
are names that mean another day in nearly every country (Independence Day, National Day).
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from factlint.annotations.dates.holidays import feast_day

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_MON, _SAT, _SUN = 0, 5, 6
_FIRST, _LAST = 1925, 2099
_A_DAY = datetime.timedelta(days=1)

_Day = datetime.date


def days_in(name: str, year: int) -> tuple[datetime.date, ...]:
    """The days on which a holiday may be kept in a year, the likeliest first; empty outside 1925 to 2099."""
    if not _FIRST <= year <= _LAST:
        return ()
    found = [day for rule in RULES[name] if (day := rule(year)) is not None]
    return tuple(dict.fromkeys(found))


def observed(name: str, year: int) -> tuple[datetime.date, ...]:
    """The days on which a public holiday may be observed where its own day falls on a weekend."""
    if name not in _PUBLIC:
        return ()
    return tuple(day + step * _A_DAY for day in days_in(name, year) if day.weekday() >= _SAT for step in (-1, 1, 2))


def _fixed(month: int, day: int) -> Callable[[int], _Day]:
    return lambda year: datetime.date(year, month, day)


def _nth(month: int, weekday: int, nth: int) -> Callable[[int], _Day]:
    def rule(year: int) -> _Day:
        first = datetime.date(year, month, 1)
        return first + datetime.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))

    return rule


def _last(month: int, weekday: int) -> Callable[[int], _Day]:
    def rule(year: int) -> _Day:
        last = datetime.date(year, month + 1, 1) - _A_DAY
        return last - datetime.timedelta(days=(last.weekday() - weekday) % 7)

    return rule


def _western(offset: int) -> Callable[[int], _Day | None]:
    def rule(year: int) -> _Day | None:
        easter = feast_day("easter", year)
        return None if easter is None else easter + datetime.timedelta(days=offset)

    return rule


def _eastern(offset: int) -> Callable[[int], _Day]:
    """Days from Orthodox Easter: by the Julian calendar, which is 13 days behind from 1900 to 2099."""

    def rule(year: int) -> _Day:
        full_moon = (19 * (year % 19) + 15) % 30
        weekday = (2 * (year % 4) + 4 * (year % 7) - full_moon + 34) % 7
        month, day = divmod(full_moon + weekday + 114, 31)
        return datetime.date(year, month, day + 1) + datetime.timedelta(days=13 + offset)

    return rule


def _listed(key: str) -> Callable[[int], _Day | None]:
    return lambda year: feast_day(key, year)


def _of_easter(offset: int) -> tuple[Callable[[int], _Day | None], ...]:
    return (_western(offset), _eastern(offset))


_CHRISTMAS = (_fixed(12, 25), _fixed(1, 7))
_CHRISTMAS_EVE = (_fixed(12, 24), _fixed(1, 6))
_THANKSGIVING = (_listed("thanksgiving"), _nth(10, _MON, 2))
_LABOUR = (_listed("labor day"), _fixed(5, 1), _nth(10, _MON, 4), _nth(10, _MON, 1), _nth(3, _MON, 1), _nth(3, _MON, 2))
_KING = (_nth(1, _MON, 3),)
_MOTHERS = (
    _nth(5, _SUN, 2),
    _western(-21),
    _last(5, _SUN),
    _nth(5, _SUN, 1),
    _fixed(3, 8),
    _fixed(3, 21),
    _fixed(5, 10),
)
_FATHERS = (_nth(6, _SUN, 3), _nth(9, _SUN, 1), _fixed(3, 19), _nth(6, _SUN, 2), _western(39), _nth(11, _SUN, 2))
_PRESIDENTS = (_nth(2, _MON, 3),)
_PATRICK = (_fixed(3, 17),)

RULES: Mapping[str, tuple[Callable[[int], _Day | None], ...]] = {
    "new year's eve": (_fixed(12, 31),), "new year's day": (_fixed(1, 1),), "martin luther king jr. day": _KING,
    "martin luther king day": _KING, "mlk day": _KING, "burns night": (_fixed(1, 25),),
    "holocaust memorial day": (_fixed(1, 27), _nth(4, _MON, 3)), "groundhog day": (_fixed(2, 2),),
    "valentine's day": (_fixed(2, 14),), "presidents' day": _PRESIDENTS, "presidents day": _PRESIDENTS,
    "international women's day": (_fixed(3, 8),), "st. patrick's day": _PATRICK, "st patrick's day": _PATRICK,
    "april fools' day": (_fixed(4, 1),), "shrove tuesday": (_western(-47),), "mardi gras": (_western(-47),),
    "ash wednesday": (_western(-46),), "palm sunday": _of_easter(-7), "good friday": _of_easter(-2),
    "easter sunday": _of_easter(0), "easter monday": _of_easter(1), "easter": _of_easter(0),
    "orthodox easter": (_eastern(0),), "pentecost": _of_easter(49), "earth day": (_fixed(4, 22),),
    "memorial day": (_last(5, _MON),), "anzac day": (_fixed(4, 25),), "cinco de mayo": (_fixed(5, 5),),
    "mother's day": _MOTHERS, "father's day": _FATHERS, "juneteenth": (_fixed(6, 19),),
    "canada day": (_fixed(7, 1),), "bastille day": (_fixed(7, 14),), "labor day": _LABOUR, "labour day": _LABOUR,
    "columbus day": (_nth(10, _MON, 2), _fixed(10, 12)), "halloween": (_fixed(10, 31),),
    "all saints' day": (_fixed(11, 1),), "guy fawkes night": (_fixed(11, 5),), "bonfire night": (_fixed(11, 5),),
    "veterans day": (_fixed(11, 11),), "armistice day": (_fixed(11, 11),), "remembrance sunday": (_nth(11, _SUN, 2),),
    "remembrance day": (_fixed(11, 11), _nth(11, _SUN, 2)), "thanksgiving": _THANKSGIVING,
    "thanksgiving day": _THANKSGIVING, "black friday": (_listed("black friday"),),
    "orthodox christmas": (_fixed(1, 7), _fixed(12, 25)), "orthodox christmas eve": (_fixed(1, 6), _fixed(12, 24)),
    "christmas eve": _CHRISTMAS_EVE, "christmas day": _CHRISTMAS, "christmas": _CHRISTMAS,
    "boxing day": (_fixed(12, 26),),
}  # fmt: skip
"""The rules of each holiday, the likeliest first."""

_PUBLIC = frozenset(
    ("new year's eve", "new year's day", "juneteenth", "canada day", "veterans day", "christmas eve", "christmas day",
     "christmas", "boxing day", "anzac day", "st. patrick's day", "st patrick's day", "labour day", "remembrance day")
)  # fmt: skip
