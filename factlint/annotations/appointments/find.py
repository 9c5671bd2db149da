"""From the dates of an article to its appointments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.annotations.appointments.appointment import Appointment
from factlint.text.calendar import MONTHS, WEEKDAYS
from factlint.text.deferred import deferred
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.annotations import Reading
    from factlint.annotations.dates.date import Date

_TIME = deferred(
    r"(?:the |on )?(?P<frame>this coming|this|next|coming|upcoming) "
    r"(?P<period>weekend|week|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?: (?:morning|afternoon|evening|night))?",
    re.IGNORECASE,
)
# What news announces, each with the other words for it.
_EVENTS = {
    form: forms.split()[0]
    for forms in (
        "talks negotiations talk", "meeting meet meets meetings convene convenes", "groups group", "summit summits",
        "vote votes voting ballot", "election elections polls", "referendum", "match matches game games",
        "final finals", "race races", "concert concerts show", "trial", "hearing hearings", "sentencing",
        "strike strikes walkout", "march marches rally rallies protest protests demonstration", "parade", "conference",
        "debate debates", "visit visits trip", "ceremony", "festival fair", "launch", "funeral", "wedding",
    )
    for form in forms.split()
}  # fmt: skip
_WORD = deferred(r"[^\W\d_][\w’'-]*")
_NO_SITES = word_set("I", *MONTHS, *WEEKDAYS)
_LONGEST, _MOST = 600, 6


def find_appointments(reading: Reading) -> Iterable[Appointment]:
    """The appointments of an article, in text order."""
    dates: tuple[Date, ...] = reading.layer("date")  # type: ignore[assignment]
    for date in dates:
        match = _TIME.fullmatch(date.text)
        if match is not None:
            yield from _appointments(reading, date, match)


def _appointments(reading: Reading, date: Date, match: re.Match[str]) -> Iterable[Appointment]:
    low, high = reading.sentence_bounds(date.start)
    if high - low > _LONGEST:
        return
    words = _WORD.findall(reading.text, low, date.start) + _WORD.findall(reading.text, date.end, high)
    events = dict.fromkeys(_EVENTS[word.lower()] for word in words if word.lower() in _EVENTS)
    # The first word has its capital from the sentence.
    sites = dict.fromkeys(word for word in words[1:] if word[0].isupper() and word not in _NO_SITES)
    frame = "next" if match["frame"].lower() == "next" else "this"
    period = match["period"].capitalize() if match["period"].lower().endswith("day") else match["period"].lower()
    for event in list(events)[:_MOST]:
        for site in list(sites)[:_MOST]:
            yield Appointment(
                start=date.start,
                end=date.end,
                text=date.text,
                place=date.place,
                frame=frame,
                period=period,
                event=event,
                site=site,
                value=date.value,
                inferred=date.inferred,
            )
