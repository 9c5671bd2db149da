"""Changes: rose 50% to 120 from 100; from 5% to 6%, up one point; doubled from 30 to 60."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.calculations.rows import NO_Q, Q, Row, Span, figures, span
from factlint.annotations.calculations.statement import Statement
from factlint.text.deferred import deferred

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.annotations.quantities import Quantity

_UP = (
    "rose|rise|rises|risen|rising|up|increased?|increases|increasing|grew|grow|grown|growing|jump(?:ed|s)?|climb(?:ed|s)?|"
    "gain(?:ed|s)?|soar(?:ed|s)?|surge[ds]?|leapt|growth|advanced"
)
_DOWN = (
    "fell|fall|falls|fallen|falling|down|decreased?|dropp?(?:ed|s)?|declin(?:ed|es|e|ing)|slump(?:ed|s)?|shrank|shrunk|"
    "slid|slipp?(?:ed|s)?|plunge[ds]?|reduc(?:ed|tion)|tumbled|lost|eased"
)
_WORDS = r"(?:[\w’'-]+ ){0,3}?"
_BRACKET = r"(?:\s?\([^)]{0,40}\))?"
_TO = rf"{NO_Q}{{0,25}}?\bto {_WORDS}(?P<to>{Q}){_BRACKET}"
_FROM = rf"{NO_Q}{{0,30}}?\b(?:from|compared with|against) {_WORDS}(?P<from>{Q}){_BRACKET}"
_BY = rf"(?P<by>{Q})(?:[ -](?:percentage )?points?)?"
_VERB = rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?: \w+ly)?(?: of| by)?,? {_WORDS}{_BY}"
_CHANGES = tuple(
    deferred(pattern)
    for pattern in (
        rf"{_VERB}{_TO},?{_FROM}",
        rf"{_VERB},?{_BRACKET} from {_WORDS}(?P<from>{Q}){_BRACKET}{_TO}",
        rf"\bfrom {_WORDS}(?P<from>{Q}){_BRACKET}{_TO}{NO_Q}{{0,25}}?,{NO_Q}{{0,10}}?{_VERB}",
        rf"(?P<to>{Q}){_BRACKET}, {_VERB} from {_WORDS}(?P<from>{Q})",
    )
)
_RAISED = "rose|risen|grew|grown|jumped|climbed|soared|surged|increased"
_LOWERED = "fell|fallen|dropped|declined|slumped|shrank|slid|slipped|plunged|tumbled|decreased"
_MOVED = rf"\b(?:(?P<up>{_RAISED})|(?P<down>{_LOWERED}))(?: \w+ly)?"
_BARE_CHANGES = tuple(
    deferred(pattern)
    for pattern in (
        rf"{_MOVED} to {_WORDS}(?P<to>{Q}){_BRACKET},? from {_WORDS}(?P<from>{Q})",
        rf"{_MOVED} from {_WORDS}(?P<from>{Q}){_BRACKET} to {_WORDS}(?P<to>{Q})",
    )
)
# What a currency is worth rises where its figure falls.
_CURRENCY = deferred(
    r"\b(?:yen|yuan|renminbi|rupees?|lira|roubles?|rubles?|pesos?|rand|krona|krone|forint|zloty|yields?)\b"
)
_TIMES = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5}
_MULTIPLIED = (
    r"(?<!and then )\b(?P<bound>more than |nearly |almost |about |roughly )?"
    rf"(?P<times>{'|'.join(_TIMES)})(?:ed|ing|es)\b(?! (?:twice|again|and|three times|every|each))"
)
_TIMES_CHANGES = tuple(
    deferred(pattern)
    for pattern in (
        rf"{_MULTIPLIED}{NO_Q}{{0,30}}?\bfrom {_WORDS}(?P<from>{Q}){_BRACKET}{_TO}",
        rf"{_MULTIPLIED}{_TO},?{_FROM}",
    )
)
_ROUNDS = {"more than ": Span(1.0, 1.5), "nearly ": Span(0.8, 1.0), "almost ": Span(0.8, 1.0)}
_FREE = Span(0.85, 1.15)


# The percentage has another base than the two figures, or the figure falls where what it prices rises.
_OTHER_BASE = deferred(
    r"\b(?:constant|organic|like-for-like|comparable|same-store|underlying|adjust\w+|inflation|in real terms|bringing|"
    r"peak|record|(?:year-|all-time )?(?:low|high)s? (?:of|in)|since|on average|currenc\w+|exchange rates?)\b"
    r"|\b(?:per|to|against|a|on) (?:the |one |US |U\.S\. )?(?:dollar|euro|pound|yen|yuan|franc|sterling|greenback)\b",
    re.IGNORECASE,
)
# A second figure to compare with: from 105 in the second quarter and 100 a year ago.
_SECOND_BASE = deferred(rf"{NO_Q}{{0,40}}? and {Q} (?:a|in|last|the)\b")


class _Ends(NamedTuple):
    first: Quantity
    last: Quantity
    start: float
    stop: float
    shares: bool


def changes(row: Row) -> Iterator[Statement]:
    """What a sentence says of a change, for each way in which it can be checked."""
    if len(row.quantities) >= 3 and _of_share(row) and not _OTHER_BASE.search(row.text):
        for pattern in _CHANGES:
            for match in pattern.finditer(row.text):
                if not _SECOND_BASE.match(row.text, match.end()):
                    yield from _change(row, match)
    if _has_two_alike(row) and " from " in row.text and not _OTHER_BASE.search(row.text):
        yield from _bare_changes(row)
    if len(row.quantities) >= 2 and any(times in row.text for times in _TIMES):
        for pattern in _TIMES_CHANGES:
            for match in pattern.finditer(row.text):
                yield from _times(row, match)


_YEAR = deferred(r"(?:1[89]|20)\d\d")
_SHARES = frozenset({"percent", "points"})


def _of_share(row: Row) -> bool:
    """Whether a sentence has a start to compare with, and a percentage or points to check."""
    told = any(word in row.text for word in (" from ", " compared with ", " against "))
    return told and any(one.unit in _SHARES for one in row.quantities)


def _change(row: Row, match: re.Match[str]) -> Iterator[Statement]:
    by, ends = row.at(match["by"]), _ends(row, match)
    points = by.unit == "points" or row.text.startswith((" point", "-point"), match.end("by"))
    if ends is None or by.value is None or not (points or by.unit == "percent") or (points and not ends.shares):
        return
    others = f"{ends.first.text} to {ends.last.text}"
    apart = ends.stop - ends.start
    stated = 1.0 if match["up"] else -1.0
    if apart * stated < 0:
        yield Statement("direction", by, stated, Span(-stated, -stated), "rise" if apart > 0 else "fall", others)
    elif points:
        yield Statement("points", by, by.value, _apart(ends), figures(abs(apart)), others, True, abs(apart))
    else:
        between = abs(apart) if ends.shares else None
        yield Statement("percent change", by, by.value, _grown(ends), _percent(ends), others, ends.shares, between)


def _has_two_alike(row: Row) -> bool:
    """Whether two quantities of a sentence have one unit."""
    units = [one.unit for one in row.quantities if one.unit is not None]
    return len(set(units)) < len(units)


def _bare_changes(row: Row) -> Iterator[Statement]:
    """Sums and shares that rose or fell from one to another; of a bare count it may be a rank."""
    for pattern in _BARE_CHANGES:
        for match in pattern.finditer(row.text):
            ends = _ends(row, match)
            if ends is None or ends.last.unit is None or ends.first.unit != ends.last.unit or ends.start == ends.stop:
                continue
            stated, apart = 1.0 if match["up"] else -1.0, ends.stop - ends.start
            if apart * stated < 0 and not _CURRENCY.search(row.text):
                others = f"{ends.first.text} to {ends.last.text}"
                word = "rise" if apart > 0 else "fall"
                yield Statement("direction", ends.last, stated, Span(-stated, -stated), word, others)


def _ends(row: Row, match: re.Match[str]) -> _Ends | None:
    """The two ends of a change, if they can be compared: one unit, no slip of scale, no years, both above nought."""
    first, last = row.at(match["from"]), row.at(match["to"])
    if not (first.value and last.value and first.value > 0 and last.value > 0):
        return None
    if not _same_kind(first, last) or _YEAR.fullmatch(first.text) or _YEAR.fullmatch(last.text):
        return None
    return _Ends(first, last, first.value, last.value, "percent" in {first.unit, last.unit})


def _same_kind(first: Quantity, last: Quantity) -> bool:
    """Whether units and scales agree; one of the two may leave the unit to the other: from 100 to 120 million euros."""
    if first.unit != last.unit and None not in {first.unit, last.unit}:
        return False
    large = min(first.value or 0, last.value or 0) >= 1_000
    return (first.scale is None) == (last.scale is None) or (large and first.unit == last.unit)


def _spans(ends: _Ends) -> tuple[Span, Span]:
    return span(ends.first), span(ends.last)


def _grown(ends: _Ends) -> Span:
    """By how many percent the end is above or below the start, as a number without a sign."""
    first, last = _spans(ends)
    rates = [100 * (high / low - 1) for low in (first.low, first.high) for high in (last.low, last.high) if low > 0]
    sizes = [abs(rate) for rate in rates] or [0.0]
    return Span(0.0 if min(rates, default=0) < 0 < max(rates, default=0) else min(sizes), max(sizes))


def _percent(ends: _Ends) -> str:
    return figures(abs(100 * (ends.stop / ends.start - 1)))


def _apart(ends: _Ends) -> Span:
    first, last = _spans(ends)
    apart = [abs(high - low) for low, high in ((first.low, last.high), (first.high, last.low))]
    return Span(min(apart), max(apart))


def _times(row: Row, match: re.Match[str]) -> Iterator[Statement]:
    ends = _ends(row, match)
    if ends is None:
        return
    first, last = _spans(ends)
    if first.low <= 0:
        return
    free = _ROUNDS.get(match["bound"] or "", _FREE)
    rate = ends.stop / ends.start
    low, high = last.low / first.high / free.high, last.high / first.low / free.low
    others = f"{ends.first.text} to {ends.last.text}"
    yield Statement("times", ends.last, _TIMES[match["times"]], Span(low, high), figures(rate), others)
