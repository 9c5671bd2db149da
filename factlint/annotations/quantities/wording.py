"""How quantities are written, and what the words of one say.

The patterns are for text in small letters; each is tried only where a figure or a number word begins.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.quantities.units import CURRENCY_CODES, CURRENCY_SIGNS, DOLLARS, UNITS
from factlint.text.deferred import deferred
from factlint.text.numerals import NUMBER_WORDS, TENS
from factlint.text.numerals import UNITS as NUMBERS

if TYPE_CHECKING:
    from collections.abc import Iterable

SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12,
    "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
_SHORT = {"mn": "million", "bn": "billion", "tn": "trillion", "trn": "trillion"}
# They are scales behind an amount of money; elsewhere m is a metre or a million, k a kilometre or a thousand.
_SHORTEST = {"m": "million", "b": "billion", "k": "thousand"}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10}
# The smaller unit that may follow a measure, and what part of it that is.
_SMALLER = {"foot": ("inch", 1 / 12), "lb": ("ounce", 1 / 16), "stone": ("lb", 1 / 14)}
_FRACTIONS = {"½": 0.5, "1/2": 0.5, "¼": 0.25, "¾": 0.75}
_MOST_FIGURES = 18


class Amount(NamedTuple):
    """What a number and the words around it say; the fields are those of a quantity.

    ``money`` says that the sign or the code of a currency stands before it.
    """

    value: float | None
    unit: str | None = None
    digits: float | None = None
    figures: bool = False
    scale: str | None = None
    money: bool = False


def tree(words: Iterable[str]) -> str:
    """A pattern for words, the longest first, that is read letter by letter."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words):
        by_letter.setdefault(word[:1], []).append(word[1:])
    ends = by_letter.pop("", None) is not None
    if not by_letter:
        return ""
    ways = [re.escape(letter) + tree(rest) for letter, rest in by_letter.items()]
    pattern = "|".join(ways)
    # Letters that always come in a row need no group each: that is faster to compile, and to match.
    if len(ways) == 1 and (not ends or len(pattern) == 1):
        return f"{pattern}?" if ends else pattern
    return f"(?:{pattern})?" if ends else f"(?:{pattern})"


_ONES = tree(word for word, value in NUMBERS.items() if 0 < value < 10)
_SMALL = rf"(?:{tree(TENS)}(?:[ -]{_ONES}(?![a-z]))?|{tree(word for word in NUMBERS if word != 'zero')})(?![a-z])"
_BELOW_THOUSAND = rf"(?:(?:{_SMALL}|an?)[ -]hundred(?![a-z])(?:(?: and)?[ -]{_SMALL})?|{_SMALL})"
_LARGE = tree(scale for scale in SCALES if scale != "hundred")
_HALVED = rf"(?:{tree(SCALES)}|per ?cent|percentage point|mile|acre|kilo|met(?:er|re)|pound|ounce|ton)"
# No second scale may follow: "four thousand, five thousand" are two numbers.
_REST = rf"(?: and)? (?>{_BELOW_THOUSAND})(?! {_LARGE}(?![a-z]))"
_WORDS = (
    rf"half an?(?= {_HALVED})|a thousand{_REST}|an?(?= {_LARGE}(?![a-z]))"
    rf"|{_BELOW_THOUSAND}(?: thousand(?![a-z])(?:,?{_REST})?)?"
)
_FIGURES = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}|[0-9]+)(?![0-9])(?:\.[0-9]+)?"
    r"(?![0-9]|[,.][0-9])"
)
_MONEY = rf"(?:{tree(DOLLARS)}(?= ?\$) ?)?[{''.join(CURRENCY_SIGNS)}] ?|{tree(CURRENCY_CODES)} ?[$€£]?|rs\.? ?"
_SCALE = rf"[ -]?{tree(SCALES)}(?![a-z])| ?{tree(_SHORT)}(?![a-z0-9])|(?(money) ?[mbk](?![a-z0-9²³'’])|(?!))"
_UNIT = rf"(?:[ -]?(?:{tree(UNITS)})|(?<=[0-9])in)(?![a-z0-9]|/[a-z]|(?<=stone)-)"
_MINOR = (
    r"[ -](?P<minor>[0-9]{1,2}(?:\.[0-9])?)(?:[ -]?(?P<smaller>inch(?:es)?|ins?|oz|ounces?|lbs?)(?![a-z])"
    r"|(?<=t-[0-9])|(?<=t-[0-9][0-9]))(?![0-9a-z-])"
)
_UNIT_WORD = deferred(rf"[ -]?({tree(UNITS)})(?![a-z0-9])")
AMOUNT = deferred(
    rf"(?P<money>{_MONEY})?"
    rf"(?:(?P<figures>{_FIGURES})(?P<fraction>[ -]?[½¼¾]|[ -]1/2(?![0-9/]))?|(?P<words>{_WORDS}))"
    rf"(?P<more>[ -]and[ -](?:an?[ -](?:half|quarter|third)|three[ -]quarters)(?![a-z0-9]|-(?!{_HALVED})))?"
    rf"(?P<scale>{_SCALE})?(?P<unit>{_UNIT}(?:{_MINOR})?)?"
)
"""A number with its currency, scale and unit."""
_SHARE = (
    rf"(?:half(?= of (?!an? )| the | its | their | his | her )|an? {tree(_PARTS)}(?= of (?!an? ))"
    rf"|one[ -](?:half|third|quarter(?= of)|{tree(('fifth', 'sixth', 'seventh', 'eighth', 'tenth'))})"
    rf"|{_ONES}[ -](?:thirds|quarters(?= of)|fifths|sixths|sevenths|eighths|tenths|fourths))(?![a-z])"
)
_RATIO = rf"(?:one in|(?P<part>{_SMALL}) out of)(?: every)? (?P<whole>{_SMALL}|[0-9][0-9,]{{0,6}})(?![a-z0-9])"
_MANY = "(?:hundreds|thousands|millions|billions)"
_VAGUE = (
    rf"(?:(?:tens|dozens|{_MANY}) of {_MANY}(?: of {_MANY})?|{_MANY} (?:up)?on {_MANY}"
    rf"|dozens|{_MANY}|trillions|scores(?= of)|an? score(?= of)|(?:several|few) {tree(SCALES)})(?![a-z])"
    r"(?: of (?P<unit>dollars|pounds|euros|roubles|rubles|miles|kilomet(?:er|re)s|tons|tonnes)(?![a-z]))?"
)
IN_WORDS = deferred(rf"(?P<vague>{_VAGUE})|(?P<share>{_SHARE})|{_RATIO}")
"""``dozens``, ``billions of dollars``; ``two-thirds``; ``one in five``, ``nine out of ten``."""


def amount(match: re.Match[str]) -> Amount | None:
    """What a match of AMOUNT says; None where it is beyond all counting."""
    money, figures, fraction, words, more, scale, unit, minor, smaller = match.groups()
    value = _figures(figures, fraction) if figures else _spelled(words)
    if value is None:
        return None
    digits = _last_digit(figures if figures and not fraction else f"{value:.15g}")
    if more:
        value, digits = value + (0.75 if "three" in more else 1 / _PARTS[more.replace("-", " ").split()[-1]]), 0.25
    scale_name = _scale_name(scale, money=money is not None)
    if scale_name:
        value, digits = _times(value, SCALES[scale_name]), digits * SCALES[scale_name]
    if words and not scale:
        scale_name = next((word for word in reversed(words.split()) if word in SCALES), None)
    found = Amount(value, _unit(money, unit), digits, bool(figures), scale_name, money is not None)
    return _measured(found, minor, smaller)


def share_of(text: str) -> Amount:
    """What a share of a whole in words says: ``two-thirds``, ``a quarter``."""
    part = text.replace("-", " ").split()[-1].removesuffix("s").replace("halve", "half").replace("fourth", "quarter")
    first = text.replace("-", " ").split()[0]
    return Amount(NUMBERS.get(first, 1) / _PARTS[part], "share")


def ratio_of(first: str | None, last: str) -> Amount | None:
    """What ``one in five`` (the first is None) or ``nine out of ten`` says."""
    part, whole = (1.0 if first is None else _number(first)), _number(last)
    return Amount(part / whole, "share") if part and whole and part <= whole and whole > 1 else None


def vague_of(unit: str | None) -> Amount:
    """What ``dozens`` or ``billions of dollars`` says."""
    return Amount(None, None if unit is None else UNITS[unit])


def _number(text: str) -> float | None:
    return _figures(text, None) if text[0].isdecimal() else _spelled(text)


def _figures(text: str, fraction: str | None) -> float | None:
    """The value of figures; None for those of a code (``007``), and for too many."""
    if len(text) > _MOST_FIGURES or not text[-1].isdecimal() or text.startswith("00"):
        return None
    return float(text.replace(",", "")) + (_FRACTIONS[fraction.strip(" -")] if fraction else 0)


def _spelled(text: str) -> float:
    """The value of a number in words, below a million."""
    total = value = 0.0
    for word in text.replace("-", " ").replace(",", " ").split():
        if word == "half":
            return 0.5
        if word == "hundred":
            value = (value or 1) * 100
        elif word == "thousand":
            total, value = (value or 1) * 1000, 0.0
        elif word in NUMBER_WORDS:
            value += NUMBER_WORDS[word]
    return total + value or 1.0


def _last_digit(text: str) -> float:
    """What the last digit that counts stands for, of a number in figures."""
    whole, _, decimals = text.replace(",", "").partition(".")
    if decimals:
        return 10.0 ** -len(decimals)
    return 10.0 ** (len(whole) - len(whole.rstrip("0"))) if whole.strip("0") else 1.0


def _scale_name(written: str | None, *, money: bool) -> str | None:
    if written is None:
        return None
    word = written.strip(" -")
    if word in _SHORTEST:
        return _SHORTEST[word] if money else None
    return _SHORT.get(word, word)


def _times(value: float, scale: int) -> float:
    """The product as it is meant: 265.9 of 10**9 are 265,900,000,000, which floats alone do not say."""
    return round(value * scale, 4)


def _unit(money: str | None, unit: str | None) -> str | None:
    if money is None:
        return None if unit is None else _unit_of(unit)
    sign = money.strip(" .")
    if sign in CURRENCY_SIGNS:
        return CURRENCY_SIGNS[sign]
    code = sign.rstrip("$€£ ")
    return DOLLARS.get(code) or ("INR" if code == "rs" else code.upper())


def _unit_of(written: str) -> str:
    """The unit of what stands behind a number, a smaller one behind it left out."""
    match = _UNIT_WORD.match(written)
    return UNITS[match[1]] if match is not None and match[1] in UNITS else "inch"


def _measured(found: Amount, minor: str | None, smaller: str | None) -> Amount:
    """Adds the smaller unit: ``5ft 10in``, ``6-foot-3``, ``5lb 3oz``."""
    expected, part = _SMALLER.get(found.unit or "", ("", 0.0))
    unit = UNITS.get((smaller or "inch").removesuffix("s"), "inch")
    if minor is None or found.value is None or unit != expected:
        return found
    return found._replace(value=found.value + float(minor) * part, digits=part)
