"""Figures that are not written as numbers are: ``22th``, ``2,5000``, ``$1.2 billion million``, ``$5 million euros``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.annotations import Kind, Reading
from factlint.annotations.quantities.units import CURRENCY_SIGNS, UNITS, dimension_of
from factlint.article import Annotation, fact
from factlint.text.deferred import deferred
from factlint.text.nearby import search_before
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

_MONEY = "dollars|euros|pounds|yen|yuan|roubles|rubles|rupees"
_SCALE = "million|billion|trillion"
# What may be wrong behind a figure: the search begins at its last digit, or at the last four.
_SUSPECT = deferred(
    r"[0-9](?:(?P<suffix>st|nd|rd|th)(?![A-Za-z0-9])"
    r"|(?P<group>,[0-9]{4}(?![0-9,.-])|[0-9]{3},[0-9]{3}(?![0-9,.-])|,[0-9]{3},[0-9]{1,2}(?![0-9,.%-]))"
    rf"|(?P<scales>(?:bn|mn|m| (?:{_SCALE})) (?:{_SCALE}))(?![A-Za-z])"
    rf"|(?:bn|mn|m)?(?: ?(?:thousand|{_SCALE}))? ?(?P<money>{_MONEY})(?![A-Za-z-]))",
    re.IGNORECASE,
)
_FIGURES_BEFORE = deferred(r"(?<![\w.,:/$£€-])([0-9]+)\Z")
_GROUPS_BEFORE = deferred(r"(?<![\w.,:/-])[$£€]?[0-9][0-9,]*\Z")
_FIGURE_BEFORE = deferred(r"[$£€]?[0-9][0-9,.]*\Z")
_AMOUNT_BEFORE = deferred(r"(?:[A-Z]{1,3})?[$£€¥] ?[0-9][0-9,.]*\Z")
_YEAR = deferred(r",(?:19|20)[0-9]{2}\Z")
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}
# "12st" is a weight, unless it stands as an ordinal does.
_OF_ORDINALS = word_set("the his her its their our my a")
# Old-fashioned, and in astronomy alive.
_SCALES_OF_SCALES = frozenset({" million million"})
_LONGEST = 24
_MOST = 4


@fact
class Numeral(Annotation):
    """Figures with something that does not belong to them.

    ``fault`` is suffix (``22th``), grouping (``2,5000``), scales (``1.2 billion million``), currencies (``$5 million
    euros``) or currency twice (``$5 million dollars``). ``right`` is how it is written where that is clear, None where
    there are several ways out. ``figures`` are the figures alone, ``word`` is what does not go with them.
    """

    fault: str
    right: str | None
    figures: str
    word: str


def _find(reading: Reading) -> Iterable[Numeral]:
    for match in _SUSPECT.finditer(reading.text):
        fault = match.lastgroup
        found = _FINDERS[fault](reading, match) if fault is not None else None
        if found is not None:
            yield found


def _suffix(reading: Reading, match: re.Match[str]) -> Numeral | None:
    text, end = reading.text, match.start() + 1
    before = search_before(_FIGURES_BEFORE, text, end, _LONGEST)
    if before is None or len(before[1]) > _MOST or not match["suffix"].islower():
        return None
    number, written = int(before[1]), match["suffix"]
    right = _suffix_of(number)
    words = text[max(0, before.start() - _LONGEST) : before.start()].split()
    if written == right or (written == "st" and not (words and words[-1].lower() in _OF_ORDINALS)):
        return None
    return _numeral(reading, before.start(), match.end(), "suffix", before[1] + right, before[1], written)


def _suffix_of(number: int) -> str:
    return "th" if number % 100 in {11, 12, 13} else _SUFFIXES.get(number % 10, "th")


def _group(reading: Reading, match: re.Match[str]) -> Numeral | None:
    text, end = reading.text, match.end()
    before = search_before(_GROUPS_BEFORE, text, end, _LONGEST)
    if before is None or _YEAR.search(before.group()) or before.group()[0] == "0":
        return None
    figures = before.group().lstrip("$£€")
    if _is_list(figures):
        return None
    right = f"{int(figures.replace(',', '')):,}"
    return _numeral(reading, end - len(figures), end, "grouping", right, figures, figures.rsplit(",", 1)[1])


def _is_list(figures: str) -> bool:
    """Whether the figures before a comma may be a number of their own: a year, or a longer one."""
    parts = figures.split(",")
    return len(parts[0]) > _MOST or (len(parts[0]) == _MOST and parts[0][:2] in {"19", "20"})


def _scales(reading: Reading, match: re.Match[str]) -> Numeral | None:
    text, end = reading.text, match.start() + 1
    before = search_before(_FIGURE_BEFORE, text, end, _LONGEST)
    if before is None or match["scales"].lower() in _SCALES_OF_SCALES:
        return None
    return _numeral(reading, before.start(), match.end(), "scales", None, before.group(), match["scales"].strip())


def _currencies(reading: Reading, match: re.Match[str]) -> Numeral | None:
    text, end = reading.text, match.start() + 1
    before = search_before(_AMOUNT_BEFORE, text, end, _LONGEST)
    if before is None:
        return None
    sign = next(char for char in before.group() if char in CURRENCY_SIGNS)
    word = match["money"].lower()
    family = {"$": "dollars", "£": "pounds", "€": "euros"}.get(sign)
    same = word == family or (dimension_of(UNITS[word]) == "money" and UNITS[word] == CURRENCY_SIGNS[sign])
    right = text[before.start() : match.start("money")].rstrip() if same else None
    fault = "currency twice" if same else "currencies"
    return _numeral(reading, before.start(), match.end(), fault, right, before.group(), match["money"])


def _numeral(reading: Reading, start: int, end: int, fault: str, right: str | None, figures: str, word: str) -> Numeral:
    return Numeral(
        start=start,
        end=end,
        text=reading.text[start:end],
        place=reading.place(start),
        fault=fault,
        right=right,
        figures=figures,
        word=word,
    )


_FINDERS = {"suffix": _suffix, "group": _group, "scales": _scales, "money": _currencies}

KIND = Kind(name="numeral", fact=Numeral, find=_find)
