"""The wording of a quantity at one place of a text: one number, a range, a score, a share, or a vague plural."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.quantities.units import CURRENCY_CODES, CURRENCY_SIGNS, DOLLARS
from factlint.annotations.quantities.wording import (
    AMOUNT,
    IN_WORDS,
    SCALES,
    Amount,
    amount,
    ratio_of,
    share_of,
    tree,
    vague_of,
)  # fmt: skip
from factlint.text.deferred import deferred
from factlint.text.nearby import search_before
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.annotations.quantities.memory import Memory

_SIGN_BEFORE = deferred(rf"(?<![a-z0-9])(?:{tree(DOLLARS)} ?(?=\$))?[{''.join(CURRENCY_SIGNS)}] ?\Z")
_CODE_BEFORE = deferred(rf"(?<![a-z0-9])(?:{tree(CURRENCY_CODES)}|rs\.?) ?\Z")
_LAST_OF_CODES = frozenset({*(code[-1] for code in CURRENCY_CODES), "s", "."})
# Behind a figure a dash leads to another one (10 –15), and at the start of a line it begins a list.
_MINUS = deferred(r"(?:(?<![^\s(])[-−]|(?<=[ (])(?<!\d )–|(?<![a-z])minus )\Z")
_MINUS_HERE = deferred(r"[-−–]|minus ")
_JOINTS = "-–— "
_LINKS = {" t": " to ", " o": " or ", " a": " and "}
# Behind these "to" leads from one value to another.
_CHANGES = word_set(
    "from rose rise rises rising fell fall falls falling up down gained lost increased increase climbed climb dropped",
    "drop jumped slid added raised grew declined slipped plunged tumbled soared surged edged advanced cut reduced went",
    "won beat lost win loss",
)
# How many times its lower end the upper end of a range is at most.
_WIDEST = {" or ": 2, " to ": 10}
_MOST_POINTS = 400
# So much behind a number tells whether a letter there is a word's.
_BEHIND = 8


class Phrase(NamedTuple):
    """The code points ``start`` to ``end`` and what they say; a range has its ends in ``low`` and ``high``."""

    start: int
    end: int
    amount: Amount
    low: float | None = None
    high: float | None = None


def read_phrase(text: str, start: int, before: Sequence[str], memory: Memory) -> Phrase | None:
    """The quantity that begins at ``start`` of a text in small letters, ``before`` the words before it."""
    if text[start].isalpha() and (special := _special(text, start)) is not None:
        return special
    if start and text[start].isdecimal() and (text[start - 1].isalnum() or text[start - 1] in ".,_"):
        return None
    minus = _MINUS_HERE.match(text, start) if text[start] in "-−–m" else None
    if minus is not None:
        found = _amount_at(text, minus.end(), memory)
        return None if found is None else _negative(start, found)
    first = _amount_at(text, start, memory)
    return None if first is None else _joined(text, first, before, memory) or first


def _negative(start: int, found: Phrase) -> Phrase:
    value = found.amount.value
    return Phrase(start, found.end, found.amount._replace(value=None if value is None else -value))


def _special(text: str, start: int) -> Phrase | None:
    """What is written in words but is no plain number: ``dozens``, ``two-thirds``, ``one in five``."""
    match = IN_WORDS.match(text, start)
    if match is None:
        return None
    amount = vague_of(match["unit"]) if match["vague"] else share_of(match["share"]) if match["share"] else None
    if amount is None:
        amount = ratio_of(match["part"], match["whole"])
    return None if amount is None else Phrase(start, match.end(), amount)


def _amount_at(text: str, start: int, memory: Memory) -> Phrase | None:
    match = AMOUNT.match(text, start)
    if match is None:
        return None
    words = match.group()
    found = memory.amounts.get(words) or memory.keep(words, amount(match))
    return None if found is None else Phrase(start, match.end(), found)


def with_sign(text: str, place: int) -> int:
    """Where the sign, the currency's sign or its code before a figure begins."""
    last = text[place - 1] if place else ""
    if last == " " and place > 1:
        last = text[place - 2]
    if last in CURRENCY_SIGNS:
        match = search_before(_SIGN_BEFORE, text, place, 6)
        return place if match is None else match.start()
    if last and last in "-−–s":
        match = search_before(_MINUS, text, place, 7)
        if match is not None:
            return match.start()
    if last and last in _LAST_OF_CODES:
        match = search_before(_CODE_BEFORE, text, place, 6)
        return place if match is None else match.start()
    return place


def _joined(text: str, first: Phrase, before: Sequence[str], memory: Memory) -> Phrase | None:
    """The range or the score that a number begins; None where it stands alone."""
    end = first.end
    behind = text[end : end + 1]
    if not behind or behind not in _JOINTS:
        return None
    if behind == " ":
        link = _LINKS.get(text[end : end + 2])
        if link is None or not text.startswith(link, end) or not _may_link(link, before):
            return None
        place = end + len(link)
    else:
        link, place = "-", end + 1
    second = _amount_at(text, place, memory)
    if first.amount.money and second is not None:
        second = _in_money(text, second, memory)
    if second is None or first.amount.value is None or second.amount.value is None:
        return None
    if link == "-" and _is_score(first.amount, second.amount):
        return Phrase(first.start, second.end, Amount(None, "score", figures=True))
    return _range(first, second, link)


def _in_money(text: str, found: Phrase, memory: Memory) -> Phrase:
    """What a number behind an amount of money says: ``8m`` is millions in ``$5-8m``."""
    if found.amount.scale or found.amount.unit not in {None, "m"}:
        return found
    again = _amount_at(f"${text[found.start : found.end + _BEHIND]}", 0, memory)
    if again is None or not again.amount.scale:
        return found
    return Phrase(found.start, found.start + again.end - 1, again.amount._replace(unit=None, money=False))


def _may_link(link: str, before: Sequence[str]) -> bool:
    last = before[-1].lower() if before else ""
    return last == "between" if link == " and " else last not in _CHANGES


def _is_score(first: Amount, second: Amount) -> bool:
    """``3-2``, ``52-35``: a range would rise."""
    if first.unit or second.unit or first.scale or second.scale or not (first.figures and second.figures):
        return False
    one, two = first.value or 0.0, second.value or 0.0
    return two <= one < _MOST_POINTS and one.is_integer() and two.is_integer()


def _range(first: Phrase, second: Phrase, link: str) -> Phrase | None:
    one, two = first.amount, second.amount
    low, high = one.value or 0.0, two.value or 0.0
    if two.scale and not one.scale and low * SCALES[two.scale] < high:
        low *= SCALES[two.scale]
    too_wide = link in _WIDEST and high > _WIDEST[link] * low + 1
    if low >= high or too_wide or not _go_together(one, two, link):
        return None
    return Phrase(first.start, second.end, two._replace(value=None, unit=two.unit or one.unit), low, high)


def _go_together(one: Amount, two: Amount, link: str) -> bool:
    """Whether the units of two numbers are those of one range."""
    if one.unit is None:
        return not two.money
    if one.unit == two.unit:
        return one.money or link in {"-", " and "}
    return one.money and two.unit is None and (link == "-" or two.scale is not None)
