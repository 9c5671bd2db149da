"""Times of the day: ``9 a.m. EST``, ``10:35 p.m. Wednesday``, ``18:00 UTC``, ``noon Thursday``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.dates.calendar_phrases import read_date
from factlint.annotations.dates.phrase import Phrase
from factlint.annotations.dates.senses import time_of_day
from factlint.annotations.dates.words import ZONES
from factlint.text.tokens import LINE_BREAKS
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from factlint.text.tokens import Tokens

_NAMED = {"noon": "12:00", "midnight": "24:00", "midday": "12:00"}
STARTS: frozenset[str] = frozenset(_NAMED)
_TO = frozenset({"-", "–", "—", "to"})

_BEFORE_TIME = word_set("at by from until till to around about before after since between and shortly")


class _Clock(NamedTuple):
    """Hour and minute (None if not written) as figures show them, up to the token ``end``."""

    hour: int
    minute: int | None
    end: int


def read_time(tokens: Tokens, index: int) -> Phrase | None:
    """The time that begins at a token, with its zone and the day right behind it."""
    found = _time(tokens, index)
    if found is None:
        return None
    time, end = found
    clock = int(time[:2]) * 60 + int(time[3:])
    zoned = tokens.word(end) in ZONES and tokens.raw(end).isupper()
    zone = tokens.raw(end) if zoned else None
    end += zoned
    end += 2 if tokens.at(end, "local", "time") else 0
    day = read_date(tokens, end)
    if day is None:
        return Phrase(index, end, "time", partial(time_of_day, time=time), clock=clock, zone=zone)
    sense = partial(time_of_day, time=time, day=day.sense)
    return day._replace(start=index, precision="time", sense=sense, clock=clock, zone=zone)


def _time(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """The time as TIMEX3 has it (09:30) and the index behind it."""
    word = tokens.word(index)
    if word in _NAMED:
        named = tokens.raw(index).istitle() and not _begins_line(tokens, index)
        return None if named or tokens.word(index + 1) == "-" else (_NAMED[word], index + 1)
    clock = _figures(tokens, index)
    if clock is None:
        return None
    half, end = _half_of_day(tokens, clock.end)
    if half:
        hour = clock.hour % 12 + (12 if half == "p" else 0)
        return (f"{hour:02d}:{clock.minute or 0:02d}", end) if 0 < clock.hour < 13 else None
    time = f"{_hour_of_range(tokens, clock):02d}:{clock.minute or 0:02d}"
    if tokens.word(end) == "o" and tokens.word(end + 2) == "clock" and 0 < clock.hour < 13:
        return time, end + 3
    return (time, clock.end) if _is_plain_time(tokens, index, clock) else None


def _hour_of_range(tokens: Tokens, clock: _Clock) -> int:
    """The hour of a time of which only the end of its range says a.m. or p.m.: 14 for ``2:30-4 p.m.``."""
    last = _figures_at(tokens, clock.end + 1) if tokens.word(clock.end) in _TO else None
    half = _half_of_day(tokens, last.end)[0] if last else ""
    if last is None or not half or not 0 < clock.hour < 13:
        return clock.hour
    same = clock.hour % 12 <= last.hour % 12
    return clock.hour % 12 + 12 * ((half == "p") == same)


def _begins_line(tokens: Tokens, index: int) -> bool:
    return index == 0 or tokens.word(index - 1) in LINE_BREAKS


def _is_plain_time(tokens: Tokens, index: int, clock: _Clock) -> bool:
    """``18:00``, ``1930 GMT``: of 24 hours, with a zone or a word like ``at`` beside it."""
    if clock.minute is None or clock.hour > 23 or "." in tokens.word(index):
        return False
    zoned = tokens.word(clock.end) in ZONES or tokens.word(clock.end) == "hours"
    return zoned or (
        clock.end - index == 3 and tokens.word(index - 1) in _BEFORE_TIME and tokens.word(clock.end) != ":"
    )


def _figures(tokens: Tokens, index: int) -> _Clock | None:
    """``9``, ``10:35``, ``7.30``, ``1930``."""
    if tokens.joined(index) and tokens.word(index - 1) in {":", "-", "/"}:
        return None
    return _figures_at(tokens, index)


def _figures_at(tokens: Tokens, index: int) -> _Clock | None:
    """The same, whatever stands before it."""
    word = tokens.word(index)
    if not word.isascii():
        return None
    if word.isdigit() and len(word) == 4:
        return _clock(word[:2], word[2:], index + 1)
    hour, dot, minute = word.partition(".")
    if dot:
        return _clock(hour, minute, index + 1)
    if tokens.word(index + 1) == ":" and tokens.joined(index + 1) and tokens.joined(index + 2):
        return _clock(word, tokens.word(index + 2), index + 3)
    return _Clock(int(word), None, index + 1) if word.isdigit() and len(word) < 3 else None


def _clock(hour: str, minute: str, end: int) -> _Clock | None:
    if not (hour + minute).isascii() or not (hour.isdigit() and minute.isdigit()):
        return None
    return _Clock(int(hour), int(minute), end) if len(hour) < 3 and len(minute) == 2 and int(minute) < 60 else None


def _half_of_day(tokens: Tokens, index: int) -> tuple[str, int]:
    """``a`` or ``p`` of ``a.m.``, ``pm``, and the index behind it; empty where there is none."""
    word = tokens.word(index)
    if word in {"am", "pm"}:
        return word[0], index + 1
    if word in {"a", "p"} and tokens.at(index + 1, ".", "m") and tokens.joined(index + 2):
        return word, index + 3 + (tokens.word(index + 3) == "." and tokens.joined(index + 3))
    return "", index
