"""From the numbers of an article to its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.figures.figure import Figure
from factlint.annotations.figures.wording import REACH, STOPS, counted_behind, singular
from factlint.annotations.quantities.context import is_clock
from factlint.text.deferred import deferred
from factlint.text.nearby import search_before
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.annotations import Reading
    from factlint.annotations.quantities import Quantity
    from factlint.article import Place

_SECTIONS = frozenset({"headline", "standfirst", "summary", "caption", "body"})
_WRITTEN = deferred(r"\d[\d,]*(?:\.\d+)?")
_NUMBER = deferred(r"[0-9][0-9,]*")
# A number with these before it or behind it is tied to something else: 3-2, 10:30, $5, 50%, G7.
_TIED_BEFORE = frozenset(".,/:$£€#+-_")
_TIED_BEHIND = deferred(r"[.,/:%–-]*[0-9]|[\w%]")
# Behind a number: 24-hour drinking, an 18-rated game; a noun for rates. Ages are dates.
_COMPOUND = deferred(r"-([a-z]{3,})(?:-(?:long|strong))? ([a-z]{3,})\b(?!-)")
_THING = deferred(r" ([a-z]{4,})\b")
_NO_COMPOUNDS = word_set("year yard metre meter minute second point")
# Before a number: Band Aid 20, HR 6819; every 11 minutes, per 100,000 people.
_NAMED = deferred(r"(?:\b[A-Z][A-Za-z]+ ){1,3}\Z")
_NAME_REACH = 40
# A name goes on in the sentence: no score of a player, no share of a candidate, no day of a month.
_NAME_ENDS = deferred(r" (?!per\b|percent|and\b|to\b|million|billion|minutes?\b|[A-Z])[a-z]|[’']s ")
# The last word, or the last two words, before a number; no more than, no fewer than turn them round.
_TURNING = word_set(
    "from earlier previous previously revised another other more further additional extra initial initially remaining",
    "next second original originally",
)
_ABOUT = word_set("about around some roughly approximately estimated between") | {"close to", "or so"}
_OVER = word_set("over") | {"more than", "at least", "as many as", "as much as", "many as", "much as"}
_UNDER = word_set("nearly almost under") | {"less than", "fewer than", "up to", "at most"}
_LOOSE = 0.2
_OTHERS = word_set("other more additional extra further fewer less remaining original earlier previous")
_CUE_REACH = 16
_LARGE = 1_000
_NO_UNITS = frozenset({"age", "score"})
_SHORTEST_LONG, _LONGEST_LONG = 4, 9
_CENTURIES = frozenset({"16", "17", "18", "19", "20"})
# Words with a capital that stand before a number by chance, or before many numbers (Boeing 737, Boeing 747).
_NO_NAMES = word_set(
    "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug",
    "Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday The In On At By From To Of For And",
    "But Some About Over Under Around Nearly Almost Only All More Than Since Until After Before Between Another Just",
    "With As Up His Her Their Its Our My These Those This That Christmas Easter Page Chapter Article Section Rule",
    "Figure Table Number No Day Week Year Spring Summer Autumn Fall Winter Olympics Olympic Games Cup Euro Fiscal Late",
    "Early Mid Last Next Every When Where Roughly Approximately Resolution Proposition Prop Bill Act Law Room Flight",
    "Boeing Airbus Formula Highway Route Interstate Avenue Street Psalm Verse Lot Item Group Unit Phase Stage",
    "Division Block Apollo Windows",
)


class _Spot(NamedTuple):
    start: int
    end: int
    value: float
    form: str
    counted: str
    qualifiers: tuple[str, ...] = ()


def find_figures(reading: Reading) -> Iterable[Figure]:
    """The figures of an article, in text order; one number is one figure."""
    taken: set[int] = set()
    numbers = _bare(reading.text)
    for spots in (_tied(reading.text, numbers), _counts(reading), _long(reading.text, numbers)):
        for spot in spots:
            place = reading.place(spot.start)
            if spot.start not in taken and place.section in _SECTIONS:
                taken.add(spot.start)
                yield _figure(reading, spot, place)


def _figure(reading: Reading, spot: _Spot, place: Place) -> Figure:
    text = reading.text
    low, high = reading.sentence_bounds(spot.start)
    left = max(low, spot.start - REACH)
    before = text[max(low, spot.start - _CUE_REACH) : spot.start].lower().split()[-3:]
    least, most = _bounds(spot.value, before)
    written = _WRITTEN.search(text, spot.start, spot.end)
    return Figure(
        start=spot.start,
        end=spot.end,
        text=text[spot.start : spot.end],
        place=place,
        value=spot.value,
        digits=written.group().replace(",", "") if written else "",
        form=spot.form,
        counted=spot.counted,
        qualifiers=spot.qualifiers,
        least=least,
        most=most,
        turning=not _TURNING.isdisjoint(before[-1:]) or not _OTHERS.isdisjoint(spot.qualifiers),
        around=text[left : min(high, spot.end + REACH)],
        offset=spot.start - left,
    )


def _bounds(value: float, before: list[str]) -> tuple[float, float]:
    """How small and how large the words before a number let it be."""
    words = {*before[-1:], " ".join(before[-2:])}
    over, under = (_UNDER, _OVER) if before[:-2] in (["no"], ["not"]) else (_OVER, _UNDER)
    if not over.isdisjoint(words):
        return value, float("inf")
    if not under.isdisjoint(words):
        return value * (1 - _LOOSE), value
    spread = 0.0 if _ABOUT.isdisjoint(words) else value * _LOOSE
    return value - spread, value + spread


def _counts(reading: Reading) -> Iterator[_Spot]:
    """Counts and measures, as the quantities of the article have them."""
    text = reading.text
    quantities: tuple[Quantity, ...] = reading.layer("quantity")  # type: ignore[assignment]
    for quantity in quantities:
        if quantity.value is None or not quantity.figures or quantity.unit in _NO_UNITS:
            continue
        if quantity.unit is not None and not _may_be_compared(text, quantity):
            continue
        if quantity.unit is not None:
            yield _Spot(quantity.start, quantity.end, quantity.value, "measure", quantity.unit)
        elif (counted := counted_behind(text, quantity.end)) is not None and not _is_numbered(text, quantity):
            spot = _Spot(quantity.start, quantity.end, quantity.value, "count", counted.noun, counted.qualifiers)
            yield spot


def _may_be_compared(text: str, quantity: Quantity) -> bool:
    """Whether a measure is one of those few of which an article has no second one by chance: converted, or large."""
    return "(" in text[max(0, quantity.start - 8) : quantity.start] or (quantity.value or 0) >= _LARGE


def _is_numbered(text: str, quantity: Quantity) -> bool:
    """Whether it numbers a line of a list: ``18 Nicolas Roe (Oslo)``."""
    before, behind = text[max(0, quantity.start - 1) : quantity.start], text[quantity.end + 1 : quantity.end + 2]
    return (before == "" or (before.isspace() and before != " ")) and behind.isupper()


def _bare(text: str) -> list[tuple[int, int]]:
    """The numbers of a text that stand for themselves, without a sign of money or percent and no part of a score."""
    found = []
    for match in _NUMBER.finditer(text):
        start, end = match.start(), match.start() + len(match.group().rstrip(","))
        before = text[start - 1] if start else ""
        if before not in _TIED_BEFORE and not before.isalnum() and not _TIED_BEHIND.match(text, end):
            found.append((start, end))
    return found


def _tied(text: str, numbers: list[tuple[int, int]]) -> Iterator[_Spot]:
    """Numbers that belong to the word behind or before them: compounds, rates, names."""
    for start, end in numbers:
        thing = _compound(text, end) or _rate(text, start, end) or _name(text, start, end)
        if thing is not None:
            yield _Spot(start, end, float(text[start:end].replace(",", "")), *thing)


def _compound(text: str, end: int) -> tuple[str, str] | None:
    match = _COMPOUND.match(text, end) if text[end : end + 1] == "-" else None
    if match is None or match[1] in _NO_COMPOUNDS or match[2] in STOPS:
        return None
    return "compound", f"{singular(match[1])} {singular(match[2])}"


def _rate(text: str, start: int, end: int) -> tuple[str, str] | None:
    if not text.endswith((" per ", "very "), max(0, start - 5), start):
        return None
    noun = _THING.match(text, end)
    base = "per" if text[start - 4] == "p" else "every"
    return ("rate", f"{base} {singular(noun[1])}") if noun else None


def _name(text: str, start: int, end: int) -> tuple[str, str] | None:
    word = text.rfind(" ", max(0, start - _NAME_REACH), max(0, start - 1)) + 1
    if not 2 <= end - start <= 4 or not text[word : word + 1].isupper() or not _NAME_ENDS.match(text, end):
        return None
    match = search_before(_NAMED, text, start, _NAME_REACH)
    if match is None:
        return None
    words = match.group().split()
    while words and words[0] in _NO_NAMES:
        del words[0]
    return ("name", " ".join(words).lower()) if words and words[-1] not in _NO_NAMES else None


def _long(text: str, numbers: list[tuple[int, int]]) -> Iterator[_Spot]:
    """Long numbers that are no years and no round ones: what they count may be anything."""
    for start, end in numbers:
        digits = text[start:end].replace(",", "")
        year = len(digits) == end - start == _SHORTEST_LONG and digits[:2] in _CENTURIES
        if year or is_clock(text, start, end):
            continue
        if _SHORTEST_LONG <= len(digits) <= _LONGEST_LONG and len(set(digits)) > 2:
            yield _Spot(start, end, float(digits), "plain", "")
