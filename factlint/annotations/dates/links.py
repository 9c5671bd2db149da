"""Weekdays that Markdown links to a page of their own, before their date: ``[Monday](https://a.example), Dec. 15``."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.annotations.dates.senses import day_of_month, day_of_week
from factlint.text.calendar import WEEKDAYS
from factlint.text.deferred import deferred

if TYPE_CHECKING:
    from factlint.annotations.dates.live import Hit

# From the end of a linked weekday to its date, which may be a link as well.
_ADDRESS = deferred(r"\**\]\([^()\s]{0,2000}\)\**,? (?:the )?\**\[?\**")


def with_linked_weekdays(text: str, hits: list[Hit]) -> list[Hit]:
    """The dates, each with the weekday that is linked right before it; that weekday is then no date of its own."""
    if "](" not in text:
        return hits
    found: list[Hit] = hits[:1]
    for weekday, day in pairwise(hits):
        if _belongs(text, weekday, day):
            found[-1] = _joined(weekday, day)
        else:
            found.append(day)
    return found


def _belongs(text: str, weekday: Hit, day: Hit) -> bool:
    if weekday.told.precision != "weekday" or day.told.precision != "day" or "stated_weekday" in day.told.fields:
        return False
    plain = isinstance(weekday.told.sense, partial) and weekday.told.sense.func is day_of_week
    return plain and _ADDRESS.fullmatch(text, weekday.end, day.start) is not None


def _joined(weekday: Hit, day: Hit) -> Hit:
    """The date, at its own place."""
    name, told = weekday.told.fields["stated_weekday"], day.told
    sense = told.sense
    if isinstance(sense, partial) and sense.func is day_of_month:
        sense = partial(sense, weekday=WEEKDAYS.index(name))
    return day._replace(told=told._replace(sense=sense, fields={**told.fields, "stated_weekday": name}))
