"""The length that a sentence gives a range: ``a three-day visit from …``, ``from … to …, for 35 days``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.text.deferred import deferred
from factlint.text.lengths import DAYS, Length, lengths_in

if TYPE_CHECKING:
    from factlint.text.span import Span

_REACH = 70
# The words between a length and its range: nothing, or what is so long (``-day visit to Oslo that ran``).
_DIRECT = deferred(r"(?:,|:| —|—| –| -| \()? ?(?:running |lasting |beginning |that is )?", re.IGNORECASE)
_WHAT = deferred(r"(?:-long)? (?:[\w’'-]+ ){1,6}", re.IGNORECASE)
_BEHIND = deferred(r"(?:,|:| —|—| –| - | -| \()? ?(?:(?:for|lasting|lasted|a total of|or|altogether|a period of) )")
# What is said to be so long, so old or so often by its nature, not by these dates; and parts of a longer run.
_OTHER = deferred(
    r"\b(?:old|olds|low|high|bond|bonds|note|notes|bill|bills|yield|veteran|veterans|treasury|gilt|average|working|business|"
    r"trading|school|weekday|week|every|per|of|within|during|in|between|and|or|out|each|first|last|final|than|next|past)\b",
    re.IGNORECASE,
)
_BEFORE = deferred(r"\b(?:first|last|final|next|every|each|average|another|and)\b", re.IGNORECASE)
_SLACK = {"week": 3.5, "month": 16.0, "year": 183.0}


class Stated(NamedTuple):
    """A length and how long the range is in its unit."""

    length: Length
    shortest: float
    longest: float


def stated_length(text: str, sentence: Span, place: Span, unit: str, count: int) -> Stated | None:
    """The length that the sentence gives the range at ``place``, which is ``count`` times its ``unit`` long."""
    found = _before(text, sentence, place) or _behind(text, sentence, place)
    return None if found is None else compared(found, unit, count)


def compared(found: Length, unit: str, count: int) -> Stated | None:
    """A stated length beside the real one; None where it has a bound, or units that say nothing about each other."""
    if found.bound is not None or found.unit == "decade":
        return None
    bounds = _bounds(unit, count, found)
    return None if bounds is None else Stated(found, *bounds)


def _before(text: str, sentence: Span, place: Span) -> Length | None:
    lengths = lengths_in(text, max(sentence.start, place.start - _REACH), place.start)
    if not lengths:
        return None
    last = lengths[-1]
    between = text[last.end : place.start]
    if _DIRECT.fullmatch(between):
        return None if _BEFORE.search(text, max(sentence.start, last.start - 8), last.start) else last
    hyphen = "-" in text[last.start : last.end]
    return last if hyphen and _WHAT.fullmatch(between) and not _OTHER.search(between) else None


def _behind(text: str, sentence: Span, place: Span) -> Length | None:
    link = _BEHIND.match(text, place.end, sentence.end)
    if link is None:
        return None
    lengths = lengths_in(text, link.end(), min(sentence.end, link.end() + _REACH))
    return lengths[0] if lengths and lengths[0].start == link.end() else None


def _bounds(unit: str, count: int, stated: Length) -> tuple[float, float] | None:
    """How long the range is in the stated unit at the least and at the most, its ends counted or not."""
    if unit == "weekday":
        # A ten-day trip from Monday to Wednesday goes over a weekend.
        weeks = max(0, round((stated.amount - count) / 7)) if stated.unit == "day" else 0
        return (count + 7 * weeks, count + 7 * weeks + 1) if stated.unit == "day" else None
    if unit == "day":
        if stated.unit == "day":
            return count, count + 1
        slack, size = _SLACK[stated.unit], DAYS[stated.unit]
        return max(0.0, count - slack) / size, (count + 1 + slack) / size
    if unit == stated.unit:
        return count - 1, count + 1
    if unit == "month" and stated.unit == "year":
        return (count - 7) / 12, (count + 7) / 12
    if unit == "year" and stated.unit == "month":
        return 12 * (count - 1), 12 * (count + 1)
    return None
