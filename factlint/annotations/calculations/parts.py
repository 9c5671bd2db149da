"""Parts and wholes: totals before a colon, shares beside their figures, margins, ranges."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.annotations.calculations.rows import NO_Q, Q, Row, Span, figures
from factlint.annotations.calculations.statement import Statement
from factlint.text.deferred import deferred

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.annotations.quantities import Quantity

_SMALL = 30
# Marks are given out of ten.
_MARKS = 10
_OF = rf"(?: of| out of) (?:the |its |their |all |those )?(?P<whole>{Q})(?!-)"
_TELLS = r"(?:said|say|vot\w+|were|was|are|ha[sd]|have|agreed|backed|who)"
_PART_OF = deferred(rf"(?<!\bin )(?P<part>{Q}){_OF}(?! in {Q})")
_SHARE_BEHIND = deferred(rf"(?P<part>{Q}){_OF}{NO_Q}{{0,25}}?(?:,? or |\()(?P<share>{Q})(?=[),. ]|\Z)")
_SHARE_BEFORE = deferred(rf"(?P<share>{Q})(?: of {NO_Q}{{0,25}}?)? ?\((?P<part>{Q}){_OF}")
_SMALL_SHARE = deferred(
    rf"(?P<share>{Q}) of (?:the |its |their )?(?P<whole>{Q}) (?P<what>[a-z]+)(?= {_TELLS}\b|[,.]|\Z)"
)
_MARGIN_OF = rf"{NO_Q}{{0,20}}?\b(?:margin|majority) of (?P<margin>{Q})"
_MARGIN = deferred(rf"(?P<one>{Q})(?: votes?)?(?: to | against |-|–)(?P<other>{Q}){_MARGIN_OF}")
_SCORE_MARGIN = deferred(rf"(?P<score>{Q}){_MARGIN_OF}")
_RANGE = deferred(rf"\b[Bb]etween (?P<low>{Q}) and (?P<high>{Q})(?!-)")
_TOTAL = deferred(
    rf"(?P<total>{Q}) (?P<what>[^:.;,()]{{3,60}}?)(?:: | [–—] | - )(?P<parts>[^:;()–—]{{1,300}}?)(?:[.;–—]|\Z)"
)
_CLOCK = deferred(r"[0-2]\d{3}")
_PART = deferred(rf"{Q} [a-z]{{2,}}")
_LAST_PART = deferred(rf" and {Q}[^{Q[1:-1]}]*\Z")
_OPEN = deferred(r"\b(?:including|include[sd]?|among|such as|at least|like|per|more|other|another|plus|from|to)\b")
# Each of these is several, or nobody says how many; and baskets are no points.
_COLLECTIVE = deferred(
    r"\b(?:couples?|pairs?|twins|triplets|famil(?:y|ies)|crews?|teams?|dozens?|twos|threes|fours|sixes|throws|penalties)\b"
)
_BETWEEN_PARTS = deferred(r",? and |, ")
_NO_OPINION = deferred(
    r"\b(?:undecided|unsure|not sure|no opinion|(?:did|do)(?: not|n[’']t) know|don[’']t knows?|abstain\w*)\b"
)
# Of one question, too: a poll that puts each at a share of his own. Approval is asked for each by itself.
_POLL = deferred(
    rf"\A(?!.*(?:approv|favou?r|rating|trust|support|likel))[^.]*\b(?:poll|survey)\b[^.]*\bputs? {NO_Q}{{3,40}} at {Q},"
    rf"{NO_Q}{{3,40}} at {Q}.* and {NO_Q}{{3,40}} at {Q}",
    re.IGNORECASE,
)
_PEOPLE = deferred(
    r"\b(?:voters?|members|respondents|people|residents|women|men|children|students|households|adults|citizens|"
    r"employees|workers|patients|families|population|electorate|teachers|pupils)\Z"
)


def parts(row: Row) -> Iterator[Statement]:
    """What a sentence says of parts and wholes, for each way in which it can be checked."""
    yield from _over_all(row)
    if len(row.quantities) < 2:
        return
    if " of " in row.text:
        yield from _portions(row)
        yield from _shares(row)
        yield from _small_shares(row)
        yield from _margins(row)
    if "etween " in row.text:
        yield from _ranges(row)
    if len(row.quantities) > 2:
        yield from _totals(row)
        yield from _all_shares(row)


def _whole(quantity: Quantity) -> int | None:
    """A plain count; None for what has a unit, a bound or decimals."""
    value = quantity.value
    if value is None or quantity.unit is not None or quantity.bound or value != int(value):
        return None
    return int(value)


def _percent(quantity: Quantity) -> float | None:
    if quantity.value is None or quantity.unit not in {"percent", "share"}:
        return None
    return quantity.value * (100 if quantity.unit == "share" else 1)


def _over_all(row: Row) -> Iterator[Statement]:
    """More than 100% of a group of people."""
    for one in row.quantities:
        if one.unit == "percent" and one.value and one.value > 100 and one.of and _PEOPLE.search(one.of):
            yield Statement("part", one, one.value, Span(0, 100), "100", one.of)


def _portions(row: Row) -> Iterator[Statement]:
    for match in _PART_OF.finditer(row.text):
        part, whole = row.at(match["part"]), row.at(match["whole"])
        most, count = _whole(whole), _whole(part)
        if most == _MARKS and " out of " in match.group():
            continue  # “12 out of 10” is praise, not a count
        if most is not None and count is not None and (part.scale is None) == (whole.scale is None):
            yield Statement("part", part, count, Span(0, most), whole.text, whole.text)


def _shares(row: Row) -> Iterator[Statement]:
    for pattern in (_SHARE_BEHIND, _SHARE_BEFORE):
        for match in pattern.finditer(row.text):
            share = row.at(match["share"])
            stated = _percent(share)
            part, whole = _whole(row.at(match["part"])), _whole(row.at(match["whole"]))
            if stated is None or share.bound or part is None or not whole:
                continue
            exact = 100 * part / whole
            others = f"{row.at(match['part']).text} of {row.at(match['whole']).text}"
            half = min(1.0, share.digits or 1.0) / 2
            yield Statement("share", share, stated, Span(exact - half, exact + half), figures(exact), others)


def _small_shares(row: Row) -> Iterator[Statement]:
    """43% of the nine members: the nearest shares that nine can give."""
    for match in _SMALL_SHARE.finditer(row.text):
        share, whole = row.at(match["share"]), _whole(row.at(match["whole"]))
        if share.unit != "percent" or share.value is None or share.bound or whole is None or not 2 < whole <= _SMALL:
            continue
        nearest = 100 * round(share.value * whole / 100) / whole
        half = min(1.0, share.digits or 1.0) / 2
        others = f"{row.at(match['whole']).text} {match['what']}"
        yield Statement(
            "small share", share, share.value, Span(nearest - half, nearest + half), figures(nearest), others
        )


def _margins(row: Row) -> Iterator[Statement]:
    for match in _MARGIN.finditer(row.text):
        one, other = _whole(row.at(match["one"])), _whole(row.at(match["other"]))
        if one is not None and other is not None:
            yield from _margin(row, match["margin"], one, other)
    for match in _SCORE_MARGIN.finditer(row.text):
        numbers = re.findall(r"\d+", row.at(match["score"]).text)
        if row.at(match["score"]).unit == "score" and len(numbers) == 2:
            yield from _margin(row, match["margin"], int(numbers[0]), int(numbers[1]))


def _margin(row: Row, sign: str, one: int, other: int) -> Iterator[Statement]:
    stated = _whole(row.at(sign))
    if stated is not None:
        apart = abs(one - other)
        yield Statement("margin", row.at(sign), stated, Span(apart, apart), str(apart), f"{one:,} to {other:,}")


def _ranges(row: Row) -> Iterator[Statement]:
    for match in _RANGE.finditer(row.text):
        low, high = row.at(match["low"]), row.at(match["high"])
        same = low.unit in {None, high.unit} and low.scale == high.scale and low.figures == high.figures
        if low.value is None or high.value is None or high.value < 0:
            continue  # frost is told from the milder end or from the harder one
        if same and not _CLOCK.fullmatch(low.text):
            yield Statement("range", high, high.value, Span(low.value, float("inf")), low.text, low.text)


def _totals(row: Row) -> Iterator[Statement]:
    for match in _TOTAL.finditer(row.text):
        total, listed = row.at(match["total"]), row.within(match["parts"])
        stated, counts = _whole(total), [_whole(one) or 0 for one in listed]
        if stated is None or not _are_parts(match["parts"], counts, stated) or _OPEN.search(match["what"]):
            continue
        others = " + ".join(one.text for one in listed)
        yield Statement("total", total, stated, Span(sum(counts), sum(counts)), str(sum(counts)), others)


def _are_parts(text: str, counts: list[int], total: int) -> bool:
    """Whether each part has a number of something, the last one behind ``and``, and none is as large as the total."""
    told = len(_PART.findall(text)) == len(counts) > 1 and _LAST_PART.search(text) is not None
    # “a teacher, four pupils and three officers”: what has no number of its own is one, or any number.
    each = all(re.search(Q, part) for part in _BETWEEN_PARTS.split(text))
    sound = told and each and _OPEN.search(text) is None and _COLLECTIVE.search(text) is None
    return sound and min(counts) > 0 and max(counts) < total


def _all_shares(row: Row) -> Iterator[Statement]:
    """The answers to one question, with those who gave none: more than 100% in all is too much."""
    shares = [one for one in row.quantities if one.unit == "percent" and one.value is not None]
    if len(shares) < 3 or len(shares) != len(row.quantities):
        return
    if not (_NO_OPINION.search(row.text) or _POLL.search(row.text)):
        return
    total = sum(one.value or 0 for one in shares)
    others = " + ".join(one.text for one in shares)
    yield Statement("all shares", shares[-1], total, Span(0, 100 + len(shares) / 2), figures(total), others)
