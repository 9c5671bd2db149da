"""Live copy: a text of time-stamped posts, each of which has its own clock.

A stamp is a line that has nothing but a time, perhaps with its day, and words like ``Posted at``. Two of them make live
copy; a single one is the time of the article.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from factlint.text.deferred import deferred
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from factlint.annotations.dates.memory import Told
    from factlint.annotations.dates.senses import Clock

_FILLERS = word_set("posted published updated update entry at on by the et gmt local time and latest last")
_WORD = deferred(r"[^\W\d_]+")
_LONGEST = 80


class Hit(NamedTuple):
    """A date where it stands in the text."""

    told: Told
    start: int
    end: int


class Posts:
    """From where on which day is today."""

    def __init__(self, text: str, hits: Sequence[Hit], clock: Clock) -> None:
        self._starts: list[int] = []
        self._days: list[datetime.date | None] = []
        stamps = _stamps(text, hits)
        day = clock.today
        for start, dated in stamps if len(stamps) > 1 else ():
            if dated is not None:
                day = (dated.open if dated.sense is None else dated.sense(clock)).day or day
            self._starts.append(start)
            self._days.append(day)

    def today(self, offset: int, otherwise: datetime.date | None) -> datetime.date | None:
        """The day of the post at an offset; before the first post the day of the article."""
        place = bisect_right(self._starts, offset)
        return self._days[place - 1] if place else otherwise

    def __bool__(self) -> bool:
        return bool(self._starts)


def _stamps(text: str, hits: Sequence[Hit]) -> list[tuple[int, Told | None]]:
    """Where each line that is a stamp begins, and its day if it has one."""
    found: list[tuple[int, Told | None]] = []
    for place, hit in enumerate(hits):
        if "clock" not in hit.told.fields:
            continue
        start = text.rfind("\n", max(0, hit.start - _LONGEST), hit.start) + 1
        end = text.find("\n", hit.end, hit.end + _LONGEST)
        end = len(text) if end < 0 else end
        if end - start > _LONGEST or (start == 0 and hit.start > _LONGEST):
            continue
        line = [each for each in hits[max(0, place - 1) : place + 2] if start <= each.start < end]
        if _is_stamp(text[start:end], [(each.start - start, each.end - start) for each in line]):
            dated = next((each.told for each in line if each.told.open.value and has_day(each.told)), None)
            found.append((start, dated))
    return found


def has_day(told: Told) -> bool:
    """Whether a day is written, or a weekday."""
    return "day" in told.fields or "stated_weekday" in told.fields


def _is_stamp(line: str, spans: Sequence[tuple[int, int]]) -> bool:
    for start, end in reversed(spans):
        line = line[:start] + " " + line[end:]
    return not any(sign.isdecimal() for sign in line) and all(word.lower() in _FILLERS for word in _WORD.findall(line))
