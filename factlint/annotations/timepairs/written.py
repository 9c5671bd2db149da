"""Times of the day as they are written: ``9 a.m. EST``, ``1400 GMT``, ``14:00 CET``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re

CLOCK = r"(?P<hour>[01]?\d|2[0-4])(?P<sign>[:.]?)(?P<minute>[0-5]\d)?(?P<half> ?[AaPp]\.?[Mm]\b\.?)?"
"""A time without its zone; ``read_clock`` says whether it is one."""

_NOON = 12


class Written(NamedTuple):
    """A time at a place of a text.

    ``clock`` is minutes since midnight. ``sure`` says that the half of the day is known, by a.m. and p.m. or because
    the hours are counted to 24. ``sign`` stands between hours and minutes, ``half`` are the words for the half of the
    day with the blank before them; both empty where nothing is written.
    """

    start: int
    end: int
    clock: int
    sure: bool
    sign: str
    half: str
    text: str
    zone: str | None


def read_clock(text: str, match: re.Match[str]) -> Written | None:
    """The time that a pattern with ``CLOCK`` found; None where the figures are none."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = match["half"] or ""
    bare = match["minute"] is None and not half
    if bare or (half and not 0 < hour <= _NOON) or (match["sign"] and match["minute"] is None):
        return None
    sure = bool(half) or hour > _NOON or len(match["hour"]) == len("09") or not hour
    if half:
        hour = hour % _NOON + (_NOON if half.strip()[0] in "pP" else 0)
    start, end = match.span("time")
    return Written(
        start, end, (hour * 60 + minute) % (24 * 60), sure, match["sign"], half, text[start:end], match["zone"]
    )


def as_written(time: Written, clock: int) -> str:
    """Another time of the day in the style of a written one, with its zone."""
    hour, minute = divmod(clock, 60)
    zone = f" {time.zone}" if time.zone else ""
    if not time.half:
        return f"{hour:02d}{time.sign}{minute:02d}{zone}"
    letter = time.half.strip()[0]
    new = ("p" if hour >= _NOON else "a") if letter.islower() else ("P" if hour >= _NOON else "A")
    half = time.half.replace(letter, new, 1)
    minutes = f"{time.sign or ':'}{minute:02d}" if minute else ""
    return f"{hour % _NOON or _NOON}{minutes}{half}{zone}"
