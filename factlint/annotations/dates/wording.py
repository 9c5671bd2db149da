"""A written date in other words of the same style: with another day, month, year or weekday, or without its weekday."""

from __future__ import annotations

from typing import Any, NamedTuple

from factlint.annotations.dates.words import MONTHS, SHORT_MONTHS, WEEKDAY_OF
from factlint.text.deferred import deferred
from factlint.text.span import Span

_LETTERS = deferred(r"[^\W\d_]+")
_NUMBERS = deferred(r"\d+")
_NUMERIC = deferred(r"(\d+)[-/.](\d+)[-/.](\d+)")
_SUFFIXES = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


class Written(NamedTuple):
    """What a date says: the numbers and the English weekday, None for what it leaves out."""

    day: int | None
    month: int | None
    year: int | None
    weekday: str | None


class _Parts(NamedTuple):
    """Where in the text of a date its parts stand."""

    day: Span | None = None
    month: Span | None = None
    year: Span | None = None
    weekday: Span | None = None


def month_day(text: str, written: Written) -> str | None:
    """The words of the month and the day (``Dec. 15``, ``15 December``); a numeric date is given whole."""
    parts = _parts(text, written)
    return _cut(text, parts if _NUMERIC.search(text) else parts._replace(year=None))


def without_weekday(text: str, written: Written) -> str | None:
    """The words of the month, the day and the year."""
    return _cut(text, _parts(text, written))


def reworded(text: str, written: Written, new: Written) -> str | None:
    """The whole text with what differs put in where the old stands; None where a part to change does not show."""
    changes: list[tuple[Span, str]] = []
    day_like = _number_like if _NUMERIC.search(text) else _day_like
    like = (day_like, _month_like, _number_like, _weekday_like)
    values: tuple[Any, ...] = new
    for span, old, value, in_style_of in zip(_parts(text, written), written, values, like, strict=True):
        if value is None or value == old:
            continue
        if span is None:
            return None
        changes.append((span, in_style_of(text[span.start : span.end], value)))
    for span, words in sorted(changes, reverse=True):
        text = text[: span.start] + words + text[span.end :]
    return text


def _cut(text: str, parts: _Parts) -> str | None:
    """From the first to the last of the day, the month and, where it stands, the year."""
    if parts.day is None or parts.month is None:
        return None
    spans = [span for span in parts[:3] if span is not None]
    return text[min(span.start for span in spans) : max(span.end for span in spans)]


def _parts(text: str, written: Written) -> _Parts:
    weekday = _word(text, written.weekday)
    numeric = _NUMERIC.search(text)
    if numeric is not None:
        first, second, third = (Span(*numeric.span(group)) for group in (1, 2, 3))
        if len(numeric.group(1)) == 4:
            return _Parts(third, second, first, weekday)
        month_first = int(numeric.group(1)) != written.day
        return _Parts(second if month_first else first, first if month_first else second, third, weekday)
    month = _month(text, written)
    year = text.rfind(str(written.year)) if written.year is not None else -1
    return _Parts(_day(text, written, month), month, Span(year, year + 4) if year >= 0 else None, weekday)


def _month(text: str, written: Written) -> Span | None:
    """The word of the month, with the stop of a short form."""
    span = _word(text, None if written.month is None else MONTHS[written.month - 1])
    if span is None:
        return None
    stop = text[span.end : span.end + 1] == "." and span.end - span.start < 5
    return Span(span.start, span.end + stop)


def _day(text: str, written: Written, month: Span | None) -> Span | None:
    """The day's number with its suffix; of equal numbers the one nearest to the month."""
    if month is None:
        return None
    places = [match for match in _NUMBERS.finditer(text) if match.group().lstrip("0") == str(written.day)]
    if not places:
        return None
    nearest = min(places, key=lambda match: min(abs(match.start() - month.end), abs(month.start - match.end())))
    suffixed = text[nearest.end() : nearest.end() + 2].lower() in {"st", "nd", "rd", "th"}
    return Span(nearest.start(), nearest.end() + 2 * suffixed)


def _word(text: str, full: str | None) -> Span | None:
    """The first word that begins like a month or a weekday."""
    if full is None:
        return None
    for match in _LETTERS.finditer(text):
        if match.group()[:3].lower() == full[:3].lower():
            return Span(*match.span())
    return None


def _number_like(old: str, value: int) -> str:
    return f"{value:0{len(old)}d}"


def _day_like(old: str, day: int) -> str:
    number = f"{day:02d}" if old.startswith("0") else str(day)
    return number if old.isdigit() else number + _SUFFIXES.get(day, "th")


def _month_like(old: str, month: int) -> str:
    if old.isdigit():
        return _number_like(old, month)
    if old.endswith("."):
        new = SHORT_MONTHS[month - 1]
    else:
        new = MONTHS[month - 1][:3] if len(old) == 3 and old.lower() != "may" else MONTHS[month - 1]
    return new.upper() if old.isupper() else new


def _weekday_like(old: str, weekday: str) -> str:
    new = weekday if old.lower() in WEEKDAY_OF else weekday[:3]
    return new.upper() if old.isupper() else new
