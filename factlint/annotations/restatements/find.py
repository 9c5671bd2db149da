"""From neighbouring dates of an article to its restatements."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.annotations.restatements.agreement import Verdict, of_day, of_period, relation_of
from factlint.annotations.restatements.restatement import Restatement
from factlint.article import Part
from factlint.text.deferred import deferred
from factlint.text.nearby import search_before

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.annotations import Reading
    from factlint.annotations.dates.date import Date

_NEAR_DAY = deferred(
    r"(?:yesterday|today|tomorrow|tonight|last night|this (?:morning|afternoon|evening))", re.IGNORECASE
)
# A week ago today, two days before yesterday: the day beside it is counted from that one.
_COUNTED = deferred(r"\b(?:ago|from|before|after|since|until|than|to|of)(?: on|,)? \Z", re.IGNORECASE)
_COUNTED_REACH = 12
_EXACT = frozenset({"day", "month", "year"})
_BRACKET, _COMMA = deferred(r" \((?:on |in )?"), deferred(r",? (?:on|in) |, ")
_WIDE = 400
_CLOSES = deferred(r"\)|[,.;](?= |\n|\Z)|\Z|\n")
_FISCAL = deferred(
    r"\b(?:fiscal|financial year|results?|earnings|profits?|revenues?|sales|reported|report|shares?|turnover|income|"
    r"compan(?:y|ies)|match|game|goal|scored|minutes?|points|lead)\b",
    re.IGNORECASE,
)


def find_restatements(reading: Reading) -> Iterable[Restatement]:
    """The restatements of an article, in text order."""
    dates: tuple[Date, ...] = reading.layer("date")  # type: ignore[assignment]
    for first, second in pairwise(dates):
        if second.start - first.end <= len(", on ") and first.sentence == second.sentence:
            found = _restatement(reading, first, second)
            if found is not None:
                yield found


def _restatement(reading: Reading, first: Date, second: Date) -> Restatement | None:
    if not _are_one(reading.text, first, second):
        return None
    if _NEAR_DAY.fullmatch(first.text):
        if second.precision not in {"weekday", "day"} or _is_programme(reading, first, second):
            return None
        if search_before(_COUNTED, reading.text, first.start, _COUNTED_REACH):
            return None
        return _made(reading, first, second, "day", of_day(first, second))
    for loose, exact in ((first, second), (second, first)):
        relation = relation_of(loose)
        if relation is not None and exact.precision in _EXACT:
            return _made(reading, loose, exact, relation, of_period(loose, exact))
    return None


def _is_programme(reading: Reading, first: Date, second: Date) -> bool:
    """Whether ``Today`` is a name: with a capital inside a sentence, or with no mark before the weekday."""
    named = first.text[0].isupper() and first.start > reading.sentence_bounds(first.start)[0]
    return named or reading.text[first.end : second.start] == " on "


def _are_one(text: str, first: Date, second: Date) -> bool:
    """Whether the second date stands beside the first like another name of it, and not like the next of a row."""
    if _BRACKET.fullmatch(text, first.end, second.start):
        return text[second.end : second.end + 1] == ")"
    return _COMMA.fullmatch(text, first.end, second.start) is not None and _CLOSES.match(text, second.end) is not None


def _made(reading: Reading, loose: Date, exact: Date, relation: str, verdict: Verdict | None) -> Restatement | None:
    if verdict is None:
        return None
    start, end = min(loose.start, exact.start), max(loose.end, exact.end)
    low, high = reading.sentence_bounds(start)
    return Restatement(
        start=start,
        end=end,
        text=reading.text[start:end],
        place=reading.place(start),
        loose=_part(loose),
        exact=_part(exact),
        relation=relation,
        meant=verdict.meant,
        agrees=verdict.agrees,
        day=verdict.day,
        resolved=loose.resolved,
        inferred=loose.inferred and relation == "day",
        fiscal=_FISCAL.search(reading.text, max(low, start - _WIDE), min(high, end + _WIDE)) is not None,
    )


def _part(date: Date) -> Part:
    return Part(start=date.start, end=date.end, text=date.text, place=date.place)
