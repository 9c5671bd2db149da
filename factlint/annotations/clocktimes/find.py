"""From ``a.m.`` and ``p.m.`` behind figures, and the words around them, to times that cannot be."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.clocktimes.clocktime import Clocktime
from factlint.text.deferred import deferred
from factlint.text.nearby import search_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.annotations import Reading

# The search begins at the last figure of a time.
_HALF = deferred(r"[0-9] ?(?:(?P<half>[ap])\.?m|(?P<loud>[AP])\.?M)\b(?P<stop>\.?)")
_NAMED = deferred(r"(?P<name>noon|midnight) (?P<half>[ap])\.?m\b\.?")
_FIGURES = deferred(r"(?<![\w.:,$£€/-])(?P<hour>\d{1,2})(?:(?P<sign>[:.])(?P<minute>[0-5]\d))?\Z")
_TWELVE = deferred(r"(?:\b12,? |\btwelve )?\Z")
_DAYS = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|tomorrow|this|that)"
_PART = r"(?P<part>morning|afternoon|evening|night)\b"
_BEHIND = deferred(
    rf",?(?: [A-Z]{{2,4}})?(?: local time)?,?(?: on)?"
    rf"(?: {_DAYS} {_PART}| (?P<plain>in the (?:morning|afternoon|evening)|at night)\b)"
)
_BEFORE = deferred(rf"\b{_PART},? (?:at|around|about) (?:about |around |just )?\Z")
_MIDDAY = deferred(r" (?P<name>noon|midday|midnight)\b(?! (?:on|and|to|or|until)\b)")
# From which minute to which, with some room; "night" goes over midnight.
_PARTS = {"morning": (0, 720), "afternoon": (715, 1140), "evening": (930, 1440), "night": (1020, 1800)}
_NOON, _DAY, _LATEST = 12, 1440, 23
_REACH = 40


class _Time(NamedTuple):
    """A time as it is written: its place, its figures and the half of the day (a or p)."""

    start: int
    end: int
    hour: int
    minute: int | None
    half: str

    @property
    def clock(self) -> int:
        """Minutes since midnight."""
        return (self.hour % _NOON + (_NOON if self.half == "p" else 0)) * 60 + (self.minute or 0)


def find_clocktimes(reading: Reading) -> Iterable[Clocktime]:
    """The times of an article that contradict themselves, or say one thing twice."""
    return chain(_in_figures(reading), _in_words(reading))


def _in_figures(reading: Reading) -> Iterator[Clocktime]:
    for match in _HALF.finditer(reading.text):
        time = _time(reading.text, match)
        if time is None:
            continue
        found = _too_late(reading, time) if time.hour > _NOON else _contradicted(reading, time)
        if found is not None:
            yield found


def _time(text: str, match: re.Match[str]) -> _Time | None:
    figures = _FIGURES.search(text, max(0, match.start() - 8), match.start() + 1)
    if figures is None or int(figures["hour"]) > _LATEST:
        return None
    minute = None if figures["minute"] is None else int(figures["minute"])
    # Behind a bare number PM is the prime minister, AM a wave band, p.m. may be each month.
    if int(figures["hour"]) > _NOON and (minute is None or match["loud"]):
        return None
    return _Time(figures.start(), match.end(), int(figures["hour"]), minute, (match["half"] or match["loud"]).lower())


def _too_late(reading: Reading, time: _Time) -> Clocktime:
    text = reading.text[time.start : time.end]
    figures = re.match(r"[\d:.]*\d", text)
    written = figures.group() if figures else text
    minutes = f"{written[2:]}" if time.minute else ""
    right = f"{time.hour - _NOON}{minutes}{text[len(written) :]}" if time.half == "p" else None
    return _clocktime(reading, time.start, time.end, ("hours", written, text[len(written) :].strip()), right)


def _contradicted(reading: Reading, time: _Time) -> Clocktime | None:
    text = reading.text
    midday = _MIDDAY.match(text, time.end) if time.hour == _NOON and not time.minute else None
    if midday is not None:
        fault = "twice" if (midday["name"] == "midnight") == (time.half == "a") else "noon"
        return _clocktime(reading, time.start, midday.end(), (fault, text[time.start : time.end], midday["name"]), None)
    behind = _BEHIND.match(text, time.end)
    if behind is not None:
        return _beside(reading, time, behind)
    before = search_before(_BEFORE, text, time.start, _REACH)
    if before is None or _is_in(time.clock, before["part"]):
        return None
    words = ("daypart", text[time.start : time.end], before["part"])
    return _clocktime(reading, before.start("part"), time.end, words, None)


def _beside(reading: Reading, time: _Time, behind: re.Match[str]) -> Clocktime | None:
    """``7 a.m. in the morning`` says it twice; ``7 a.m. Monday morning`` only names the morning."""
    part = behind["part"] or behind["plain"].rsplit(" ", 1)[1]
    written = reading.text[time.start : time.end]
    if not _is_in(time.clock, part):
        return _clocktime(reading, time.start, behind.end(), ("daypart", written, part), None)
    if behind["plain"] is None:
        return None
    words = ("twice", written, behind["plain"])
    right = reading.text[time.start : behind.start("plain")].rstrip(", ")
    return _clocktime(reading, time.start, behind.end(), words, right)


def _in_words(reading: Reading) -> Iterator[Clocktime]:
    text = reading.text
    for match in _NAMED.finditer(text) if "noon " in text or "midnight " in text else ():
        wrong = (match["name"] == "noon") == (match["half"] == "a")
        twelve = search_before(_TWELVE, text, match.start(), 8)
        start = match.start() if twelve is None else twelve.start()
        words = ("noon" if wrong else "twice", text[start : match.end("name")], text[match.start("half") : match.end()])
        yield _clocktime(reading, start, match.end(), words, None if wrong else match["name"])


def _is_in(clock: int, part: str) -> bool:
    first, last = _PARTS[part]
    return first <= clock <= last or first <= clock + _DAY <= last


def _clocktime(reading: Reading, start: int, end: int, words: tuple[str, str, str], right: str | None) -> Clocktime:
    fault, time, other = words
    return Clocktime(
        start=start,
        end=end,
        text=reading.text[start:end],
        place=reading.place(start),
        fault=fault,
        time=time,
        other=other,
        right=right,
    )
