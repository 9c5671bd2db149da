"""From the full dates of an article to its occurrences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.occurrences.occurrence import Occurrence
from factlint.article import Part
from factlint.text.deferred import deferred
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from factlint.annotations import Reading
    from factlint.annotations.dates.date import Date

_REACH, _WIDE = 90, 400
# What is over when it is told in the past; nothing that names a plan (announced, called, set, scheduled).
_DONE = word_set(
    "signed held opened closed killed wounded injured launched ended published released arrested charged convicted",
    "elected appointed adopted ratified founded built bought sold struck hit shot found seen photographed pictured",
    "buried married sworn sacked hanged executed attacked bombed invaded seized captured freed sunk taken sent given",
    "born died arrived landed crashed sank collapsed erupted resigned happened occurred broke came went began met",
    "terminated completed cancelled canceled discovered destroyed damaged rescued recorded filmed assassinated",
    "murdered stabbed kidnapped detained deported acquitted indicted impeached inaugurated abandoned demolished",
    "liberated",
)
# What happens once only to one person or thing.
_ONCE = word_set("born died killed founded built assassinated murdered executed hanged buried sank sunk demolished")
# These need no object, so that a place may stand behind them; behind the others only a passive is sure.
_ALONE = word_set(
    "died arrived landed crashed sank collapsed erupted resigned happened occurred broke came went began met born",
)
_WORDS = r"((?: [\w’'.-]+){0,5})"
# The greedy start finds the last verb before the date.
_PAST = deferred(rf".*\b(?P<verb>{'|'.join(sorted(_DONE))})\b{_WORDS} on (?:the )?\Z", re.DOTALL)
_HELPED = deferred(r"\b(?:was|were|had been|has been) (?:\w+ly )?\Z")
_FUTURE = deferred(
    r".*\b(?P<verb>(?:will|[’']ll|(?:is|are) (?:(?:due|set|scheduled|expected) )?to|"
    rf"(?:plans?|hopes?|intends?) to)(?: not)?(?: be)? [a-z]+)\b{_WORDS} on (?:the )?\Z",
    re.DOTALL,
)
# The name before a verb: Jane Roe was, Roe, 46, was, Roe died.
_WHO = deferred(r"\b([A-Z][\w’'-]*[^\W\d_])(?:, \d\d,| \(\d\d\))?,? (?:who )?\Z")
# Before the verb: it tells of no fact. Behind it: something else than the verb is what the date belongs to.
_UNREAL = deferred(
    r"\b(?:be|being|to|is|are|will|would|should|can|could|may|might|must|not|never|if|when|unless|once|until|till|before|"
    r"by|after|if|were|get|gets)\Z",
    re.IGNORECASE,
)
_ELSEWHERE = word_set(
    "to that for of until till by before after since from which who whose because due than as and but ahead pending",
    "election vote referendum deadline plan plans based depending have was were on what how whether",
)
_TELLS_OF_PLANS = deferred(
    r"\b(?:scheduled|due|set|expected|planned|plans?|deadline|expir\w+|would|postponed|delayed|moved|rescheduled|if|proposed|"
    r"projected|forecast|scenario|fiction\w*|imagin\w+|predict\w*|novel|film|matur\w+)\b",
    re.IGNORECASE,
)

_NIGHTLY = deferred(r"\b(?:local time|GMT|UTC|overnight|(?:mid)?night|dawn|early hours|small hours)\b")


class _Tense(NamedTuple):
    """A tense, the place of the verb that shows it, what happens once, and to whom."""

    name: str
    start: int
    end: int
    act: str | None = None
    who: str | None = None


def find_occurrences(reading: Reading) -> Iterable[Occurrence]:
    """The occurrences of an article, in text order."""
    dates: tuple[Date, ...] = reading.layer("date")  # type: ignore[assignment]
    for date in dates:
        found = _tense(reading, date) if date.full and date.resolved is not None else None
        if found is not None and date.resolved is not None:
            yield _occurrence(reading, date, date.resolved, found)


def _tense(reading: Reading, date: Date) -> _Tense | None:
    """The tense in which a sentence tells of a date, and where its verb stands."""
    text = reading.text
    low, high = reading.sentence_bounds(date.start)
    before = text[max(low, date.start - _REACH) : date.start]
    offset = date.start - len(before)
    match = _FUTURE.match(before)
    if match is not None and not _led_elsewhere(match):
        return _Tense("future", offset + match.start("verb"), offset + match.end("verb"))
    match = _PAST.match(before)
    if match is None or _led_elsewhere(match) or _tells_of_plans(text, date, low, high):
        return None
    helped = _HELPED.search(before, 0, match.start("verb"))
    if helped is None and not _is_fact(before, match):
        return None
    start = offset + (match.start("verb") if helped is None else helped.start())
    who = _WHO.search(text, max(low, start - _REACH), start)
    act = match["verb"] if match["verb"] in _ONCE else None
    return _Tense("past", start, offset + match.end("verb"), act, who[1] if who else None)


def _tells_of_plans(text: str, date: Date, low: int, high: int) -> bool:
    return _TELLS_OF_PLANS.search(text, max(low, date.start - _WIDE), min(high, date.end + _REACH)) is not None


def _is_fact(before: str, match: re.Match[str]) -> bool:
    """Whether a verb without ``was`` tells what was done: ``died in Oslo``; not ``to be signed``."""
    alone = match["verb"] in _ALONE or not match[2].strip()
    return alone and _UNREAL.search(before[: match.start("verb")].rstrip()) is None


def _led_elsewhere(match: re.Match[str]) -> bool:
    words = match[match.re.groups].lower().split()
    return (
        not _ELSEWHERE.isdisjoint(words)
        or match["verb"].endswith(" have")
        or any(len(word) > 4 and word.endswith("ed") for word in words)
    )


def _occurrence(reading: Reading, date: Date, day: datetime.date, tense: _Tense) -> Occurrence:
    low, high = reading.sentence_bounds(date.start)
    return Occurrence(
        start=tense.start,
        end=date.end,
        text=reading.text[tense.start : date.end],
        place=reading.place(date.start),
        tense=tense.name,
        verb=_part(reading, tense.start, tense.end),
        date=_part(reading, date.start, date.end),
        day=day,
        year=day.year,
        act=tense.act,
        who=tense.who,
        nightly=_NIGHTLY.search(reading.text, max(low, date.start - _WIDE), min(high, date.end + _REACH)) is not None,
    )


def _part(reading: Reading, start: int, end: int) -> Part:
    return Part(start=start, end=end, text=reading.text[start:end], place=reading.place(start))
