"""From the dates and weekdays beside the names of holidays to the feasts of an article."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.dates.wording import Written, month_day, reworded
from factlint.annotations.feasts.calendar import RULES, days_in, observed
from factlint.annotations.feasts.feast import Feast
from factlint.article import Part
from factlint.text.calendar import WEEKDAYS, weekday_name
from factlint.text.deferred import deferred
from factlint.text.nearby import search_before
from factlint.text.span import Span
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from factlint.annotations import Reading
    from factlint.annotations.dates.date import Date

_NAMES = "|".join(re.escape(name).replace("'", "[’']") for name in sorted(RULES, key=len, reverse=True))
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
_FALLS = (
    r"(?: (?:which )?(?:this year |next year )?(?:falls|fell|is|was|will be|will fall)(?: this year| next year)? on)"
)
# Behind these, the date beside a holiday is that of something else: before Christmas, the week of Thanksgiving.
_NO_DAY = ("before", "after", "around", "near", "over", "until", "since", "of")
_BARE = r"(?<![\w’'-])" + "".join(f"(?<!{word} )" for word in _NO_DAY)
_BEFORE = deferred(rf"{_BARE}(?P<name>{_NAMES})(?P<link>{_FALLS}|,| \()(?: {_WEEKDAY},?)? ?\Z", re.IGNORECASE)
_BEHIND = deferred(rf"(?:,| \() ?(?P<name>{_NAMES})(?=[.;)]|, [a-z]|,?\Z|,?\n)", re.IGNORECASE)
_ON_WEEKDAY = deferred(rf"(?:falls|fell) on (?:an? )?(?P<day>{_WEEKDAY})(?P<when> this year| next year)?")
_NAME_BEFORE = deferred(
    rf"{_BARE}(?P<name>{_NAMES})(?:, which| which)?(?P<when> this year| next year)?,? \Z", re.IGNORECASE
)
# A list of days goes on behind the date: closed on Thanksgiving, Dec. 24 and Dec. 25.
_LIST = deferred(r",? (?:and|or|through|until|to|&)\b|, (?:\d|[A-Z])|[-–]")
_LISTED = deferred(r"(?:,|\band|\bor)\s(?:the |on )?\Z")
_ENDS_LIST = deferred(r",? (?:and|or)\b")
_CAPITAL = deferred(r"([A-Z][\w’'-]*) \Z")
_NO_NAMES = word_set(
    "On This Next Last The For By Since Until With Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
)
_REACH = 64
# The years of a cycle of movable feasts; a leap year that has every day.
_ANY, _LEAP = range(1980, 2040), 2000


class _Years(NamedTuple):
    """The years that a date may be of; ``day`` is the day of the article where that gave them."""

    values: tuple[int, ...]
    day: datetime.date | None = None
    inferred: bool = False


def find_feasts(reading: Reading) -> Iterable[Feast]:
    """The holidays of an article that have a day of a month, or a weekday, beside them."""
    return chain(_dated(reading), _on_weekdays(reading))


def _dated(reading: Reading) -> Iterator[Feast]:
    dates: tuple[Date, ...] = reading.layer("date")  # type: ignore[assignment]
    for date in dates:
        if date.day is None or date.month is None or date.last_day is not None or date.impossible:
            continue
        name = _name_before(reading.text, date) or _name_behind(reading.text, date)
        if name is not None:
            yield _feast(reading, name, date)


def _name_before(text: str, date: Date) -> Span | None:
    match = search_before(_BEFORE, text, date.start, _REACH)
    if match is None:
        return None
    bracket = match["link"].endswith("(")
    apart = match["link"] == "," and (_LIST.match(text, date.end) or search_before(_LISTED, text, match.start(), 5))
    open_ended = bracket and text[date.end : date.end + 1] != ")"
    return None if apart or open_ended or _is_longer(text, match) else Span(*match.span("name"))


def _is_longer(text: str, match: re.Match[str]) -> bool:
    """Whether a name goes on to the left: Peace Officers Memorial Day is a day of its own."""
    before = search_before(_CAPITAL, text, match.start("name"), _REACH)
    return before is not None and before[1] not in _NO_NAMES


def _name_behind(text: str, date: Date) -> Span | None:
    match = _BEHIND.match(text, date.end)
    if match is None or (match.group()[0] == "," and _ENDS_LIST.match(text, match.end())):
        return None
    listed = match.group()[0] == "," and search_before(_LISTED, text, date.start, 5)
    return None if listed else Span(*match.span("name"))


def _feast(reading: Reading, name: Span, date: Date) -> Feast:
    years = _years(reading, date)
    key = _key(reading.text, name)
    verdicts = [_is_kept(key, year, date) for year in years.values]
    return _made(
        reading,
        name,
        Span(date.start, date.end),
        years,
        fits=any(verdicts) if years.values else _in_any_year(key, date),
        right=_right(key, date, years),
    )


def _years(reading: Reading, date: Date) -> _Years:
    if date.year is not None:
        return _Years((date.year,))
    day, inferred = _today(reading)
    return _Years(() if day is None else (day.year - 1, day.year, day.year + 1), day, inferred)


def _today(reading: Reading) -> tuple[datetime.date | None, bool]:
    published = reading.article.metadata.published
    anchor = reading.anchor if published is None else None
    return (published if anchor is None else anchor.value), anchor is not None


def _is_kept(key: str, year: int, date: Date) -> bool:
    days = days_in(key, year)
    found = [day for day in (*days, *observed(key, year)) if (day.month, day.day) == (date.month, date.day)]
    return bool(found) or not days


def _in_any_year(key: str, date: Date) -> bool | None:
    """False where no year of a cycle has the holiday on that day; True where each year has it."""
    fitting = [_is_kept(key, year, date) for year in _ANY]
    return all(fitting) if all(fitting) or not any(fitting) else None


def _right(key: str, date: Date, years: _Years) -> str | None:
    """The day in the style of the date, for a holiday that all countries keep together."""
    near = years.day.year if years.day is not None else date.year
    days = {day.replace(year=_LEAP) for year in ((near,) if near else _ANY) for day in days_in(key, year)}
    if len(days) != 1:
        return None
    [day] = days
    new = Written(day.day, day.month, date.year, None)
    words = reworded(date.text, Written(date.day, date.month, date.year, None), new)
    return words if date.stated_weekday is None else month_day(words or "", new)


def _on_weekdays(reading: Reading) -> Iterator[Feast]:
    text = reading.text
    for match in _ON_WEEKDAY.finditer(text):
        name = search_before(_NAME_BEFORE, text, match.start(), _REACH)
        if name is None or _is_longer(text, name):
            continue
        today, inferred = _today(reading)
        said = (name["when"] or match["when"] or "").strip()
        years = () if today is None else _near_years(today.year, said, match.group()[:4])
        key = _key(text, Span(*name.span("name")))
        kept = {weekday_name(day) for year in years for day in days_in(key, year)}
        yield _made(
            reading,
            Span(*name.span("name")),
            Span(*match.span("day")),
            _Years(years, today, inferred),
            fits=match["day"] in kept if kept else None,
            right=min(kept) if len(kept) == 1 else None,
        )


def _near_years(year: int, said: str, verb: str) -> tuple[int, ...]:
    if said:
        return (year + (said == "next year"),)
    return (year, year - 1) if verb == "fell" else (year, year + 1)


def _key(text: str, name: Span) -> str:
    return text[name.start : name.end].lower().replace("’", "'")


def _made(reading: Reading, name: Span, date: Span, years: _Years, *, fits: bool | None, right: str | None) -> Feast:
    start, end = min(name.start, date.start), max(name.end, date.end)
    return Feast(
        start=start,
        end=end,
        text=reading.text[start:end],
        place=reading.place(start),
        name=_part(reading, name),
        date=_part(reading, date),
        fits=fits,
        right=right,
        resolved=years.day,
        inferred=years.inferred,
    )


def _part(reading: Reading, span: Span) -> Part:
    start, end = span
    return Part(start=start, end=end, text=reading.text[start:end], place=reading.place(start))
