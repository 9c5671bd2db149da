"""Time zones by the short names that the news gives them.

Offsets and the days on which clocks change come from the tz database (zoneinfo); which short name stands for which of
its zones is from the same database's own abbreviations. A name that several countries use has all their offsets.
"""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import NamedTuple


class _Zone(NamedTuple):
    """The tz database zone that tells a short name's season, and the name in force there in winter and in summer."""

    key: str
    winter: str
    summer: str


_PACIFIC = _Zone("America/Los_Angeles", "PST", "PDT")
_MOUNTAIN = _Zone("America/Denver", "MST", "MDT")
_CENTRAL = _Zone("America/Chicago", "CST", "CDT")
_EASTERN = _Zone("America/New_York", "EST", "EDT")
_SEASONAL = {
    name: zone
    for zone in (
        _PACIFIC, _MOUNTAIN, _CENTRAL, _EASTERN, _Zone("Europe/London", "GMT", "BST"),
        _Zone("Europe/Berlin", "CET", "CEST"), _Zone("Europe/Athens", "EET", "EEST"),
        _Zone("Australia/Sydney", "AEST", "AEDT"), _Zone("Pacific/Auckland", "NZST", "NZDT"),
    )
    for name in (zone.winter, zone.summer)
}  # fmt: skip
# Without the letter for the season: the time that clocks there show.
_GENERAL = {"ET": _EASTERN, "CT": _CENTRAL, "MT": _MOUNTAIN, "PT": _PACIFIC}
_OFFSETS = {
    "GMT": (0,), "UTC": (0,), "EST": (-300,), "EDT": (-240,), "CST": (-360, 480), "CDT": (-300,), "MST": (-420,),
    "MDT": (-360,), "PST": (-480,), "PDT": (-420,), "BST": (60, 360), "CET": (60,), "CEST": (120,), "EET": (120,),
    "EEST": (180,), "MSK": (180,), "IST": (330, 60, 120), "IDT": (180,), "PKT": (300,), "SGT": (480,), "HKT": (480,),
    "JST": (540,), "KST": (540,), "AWST": (480,), "AEST": (600,), "AEDT": (660,), "NZST": (720,), "NZDT": (780,),
}  # fmt: skip
# Places that stay on winter time all year use its name in summer, and one name is the world's clock.
_ALL_YEAR = frozenset({"GMT", "UTC", "MST", "AEST", "CST"})
NAMES = frozenset({*_OFFSETS, *_GENERAL})
"""The short names that are known."""


def is_general(name: str) -> bool:
    """Whether a name (ET, PT) is that of the time which clocks show, in winter and in summer."""
    return name in _GENERAL


def offsets(name: str, day: datetime.date | None) -> tuple[int, ...]:
    """The minutes that a zone may be ahead of GMT on a day, or on any day; empty for an unknown name.

    The winter name in summer may be a slip for the summer's one, so both are given; that is a fault of its own.
    """
    zone = _GENERAL.get(name)
    if zone is None:
        own = _OFFSETS.get(name, ())
        seasonal = _SEASONAL.get(name)
        loose = seasonal is not None and name == seasonal.winter and name != "GMT"
        if seasonal is None or not loose or (day is not None and not _is_summer(seasonal.key, day)):
            return own
        return (*own, own[0] + 60)
    winter, summer = _OFFSETS[zone.winter][0], _OFFSETS[zone.summer][0]
    if day is None:
        return winter, summer
    seasons = {_is_summer(zone.key, near) for near in _days_around(day)}
    return tuple(summer if season else winter for season in sorted(seasons))


def gaps(one: str, two: str, day: datetime.date | None) -> tuple[int, ...]:
    """By how many minutes the clocks of one zone may be behind those of another."""
    earlier, later = offsets(one, _day_of(one, two, day)), offsets(two, _day_of(two, one, day))
    # Eastern and Pacific time change on the same days.
    together = one in _GENERAL and two in _GENERAL
    pairs = zip(earlier, later, strict=True) if together else ((first, second) for first in earlier for second in later)
    return tuple(dict.fromkeys(second - first for first, second in pairs))


def _day_of(name: str, beside: str, day: datetime.date | None) -> datetime.date | None:
    """The day by which a name without a season is read: none where the name beside it is not in force on that day."""
    if name not in _GENERAL or beside in _ALL_YEAR or day is None:
        return day
    return day if name_on(beside, day) in {None, beside} else None


def name_on(name: str, day: datetime.date) -> str | None:
    """The short name in force on a day where ``name`` belongs: EDT for EST in July.

    None for a zone without seasons, for a name that some place keeps all year, and within a day of a change of clocks.
    """
    zone = _SEASONAL.get(name)
    if zone is None or name in _ALL_YEAR:
        return None
    seasons = {_is_summer(zone.key, near) for near in _days_around(day)}
    if len(seasons) != 1:
        return None
    return zone.summer if seasons.pop() else zone.winter


def _days_around(day: datetime.date) -> tuple[datetime.date, ...]:
    step = datetime.timedelta(days=1)
    low, high = datetime.date.min + step, datetime.date.max - step
    middle = min(max(day, low), high)
    return middle - step, middle, middle + step


@lru_cache(maxsize=4096)
def _is_summer(key: str, day: datetime.date) -> bool:
    """Whether clocks show summer time at noon of a day."""
    from zoneinfo import ZoneInfo

    noon = datetime.datetime.combine(day, datetime.time(12), tzinfo=ZoneInfo(key))
    return bool(noon.dst())
