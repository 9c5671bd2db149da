"""Years: written (``2022``, ``nineteen ninety-six``), counted (``last year``), decades and centuries."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factlint.annotations.dates.phrase import Phrase, fixed_phrase
from factlint.annotations.dates.senses import UNSAID, Years, whole_year
from factlint.text.numerals import ORDINALS, TENS, UNITS, read_ordinal
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from factlint.text.tokens import Tokens

YEAR_STARTS = word_set("the ' ’ ‘ eighteen nineteen twenty")
CENTURY_STARTS = frozenset({*ORDINALS, *TENS})
SHIFTS = {"this": 0, "last": -1, "next": 1}

EARLIEST = 1000
"""Earlier years are not written in four figures, except as the zero of a program: ``0001-01-01``."""
_LATEST, _MODERN = 2100, 1900
# B.C. behind a later year is British Columbia.
_LATEST_BC = 1700
_SURELY = word_set("in since until during fiscal circa mid early late")
_BEFORE = _SURELY | word_set(
    "by till from to of before after through between and or for post pre around about year calendar than both into due"
)
_POSSESSIVES = word_set("the a s its his her their our that this another")
_COUNTED = word_set("percent per pm am gmt utc est hours million billion miles feet people men women troops")
_NO_PLURALS = word_set("was is has as this his its does")
_SIGNS = word_set("$ € £ # + / : .")
_DASHES = frozenset({"-", "–"})
_DECADES = {f"{word[:-1]}ies": ten // 10 for word, ten in TENS.items()}
YEAR_NEEDS = frozenset({*TENS, *_DECADES})


def read_year(tokens: Tokens, index: int) -> int | None:
    """The year that a token of four figures writes, whatever stands around it."""
    word = tokens.word(index)
    if len(word) != 4 or not (word.isascii() and word.isdigit()):
        return None
    if tokens.joined(index + 1) and (tokens.word(index + 1).isalpha() or tokens.word(index + 1) == "%"):
        return None
    return int(word) if EARLIEST <= int(word) <= _LATEST else None


def year_behind(tokens: Tokens, index: int) -> tuple[Years, int]:
    """``last year``, ``of next year``, ``of 2009`` at a token, and the index behind it; UNSAID where there is none."""
    place = index + (tokens.word(index) in {"of", "in"})
    if tokens.word(place) in SHIFTS and tokens.word(place + 1) == "year":
        return Years(shift=SHIFTS[tokens.word(place)]), place + 2
    if tokens.at(index, "of", "the", "year"):
        return Years(shift=0), place + 2
    if tokens.word(index) == "in":
        return UNSAID, index
    year, end = read_year(tokens, place), place + 1
    if year is None:
        year, end = _year_words(tokens, place)
    return (UNSAID, index) if year is None else (Years(year), end)


def read_year_phrase(tokens: Tokens, index: int) -> Phrase | None:
    """A year that the words around show to be one, a year in words, a decade."""
    return _decade(tokens, index) or _figures(tokens, index) or _in_words(tokens, index)


def read_century(tokens: Tokens, index: int) -> Phrase | None:
    """``20th century``, ``eleventh-century``."""
    ordinal = read_ordinal(tokens, index)
    if ordinal is None or not 1 < ordinal.value <= _LATEST // 100 + 1:
        return None
    place = ordinal.end + (tokens.word(ordinal.end) == "-")
    if tokens.word(place) != "century":
        return None
    value, end = f"{int(ordinal.value) - 1:02d}", behind_era(tokens, place + 1)
    return fixed_phrase(index, max(end, place + 1), "decade", f"BC{value}" if end else value)


def _decade(tokens: Tokens, index: int) -> Phrase | None:
    """``the 1990s``, ``'90s``, ``the late 80s``, ``the nineties``."""
    place = index + (tokens.word(index) == "the")
    if place > index and _DECADES.get(tokens.word(place), 0) > 2:
        return fixed_phrase(index, place + 1, "decade", f"19{_DECADES[tokens.word(place)]}")
    short = tokens.word(place) in {"'", "’", "‘"}
    place += short
    word, end = tokens.word(place), _plural_end(tokens, place + 1)
    if end is None or not (word.isascii() and word.isdigit() and word.endswith("0")):
        return None
    if len(word) == 4:
        return fixed_phrase(index, end, "decade", word[:3])
    shown = short or place > index or tokens.word(index - 1) in {"early", "late", "mid", "-"}
    return fixed_phrase(index, end, "decade", f"19{word[0]}") if len(word) == 2 and shown and word[0] > "2" else None


def behind_era(tokens: Tokens, index: int) -> int:
    """The index behind ``BC``, ``B.C.``, ``BCE`` at a token; 0 where there is none."""
    if tokens.word(index) in {"bc", "bce"}:
        return index + 1 if tokens.raw(index).isupper() else 0
    if not (tokens.at(index, "b", ".", "c") and tokens.joined(index + 2)):
        return 0
    end = index + 3
    while tokens.joined(end) and tokens.word(end) == "." and tokens.joined(end + 1) and tokens.word(end + 1) == "e":
        end += 2
    return end + (tokens.word(end) == "." and tokens.joined(end))


def _plural_end(tokens: Tokens, index: int) -> int | None:
    """The index behind the ``s`` of ``1990s`` or ``1990's``."""
    place = index + (tokens.word(index) in {"'", "’"} and tokens.joined(index))
    return place + 1 if tokens.word(place) == "s" and tokens.joined(place) else None


def _figures(tokens: Tokens, index: int) -> Phrase | None:
    year = read_year(tokens, index)
    if year is None or not _is_year(tokens, index, year):
        return None
    before_christ = behind_era(tokens, index + 1)
    if before_christ and year < _LATEST_BC:
        return fixed_phrase(index, before_christ, "year", f"BC{year}")
    phrase = Phrase(index, index + 1, "year", partial(whole_year, years=Years(year)), year=year)
    last = tokens.word(index + 2)
    joined = tokens.word(index + 1) in _DASHES and tokens.joined(index + 1) and tokens.joined(index + 2)
    if not joined or len(last) != 2 or not last.isdecimal():
        return phrase
    # A season, a fiscal year: 2014-15, 1999-00.
    return phrase._replace(end=index + 3, last_year=(year + (last == "00")) // 100 * 100 + int(last))


def _is_year(tokens: Tokens, index: int, year: int) -> bool:
    """Whether four figures are a year by the words around them."""
    before, behind = tokens.word(index - 1), tokens.word(index + 1)
    if behind in _COUNTED or behind == "/" or before in _SIGNS:
        return False
    if before in _DASHES and tokens.joined(index):
        return (
            tokens.word(index - 2) in {"mid", "early", "late", "post", "pre"}
            or read_year(tokens, index - 2) is not None
        )
    counts = _is_plural(behind) and not tokens.capital(index + 1)
    if before in _SURELY:
        return year >= _MODERN or not counts
    if before in _POSSESSIVES:
        return year >= _MODERN
    if before in _BEFORE:
        return not counts
    return before in {"(", "[", "", "\n"} and behind in {")", "]", ",", "-", "–", ";", ":"} and year >= _MODERN


def _is_plural(word: str) -> bool:
    return word.isalpha() and word.endswith("s") and word not in _NO_PLURALS


def _in_words(tokens: Tokens, index: int) -> Phrase | None:
    year, end = _year_words(tokens, index)
    return None if year is None else Phrase(index, end, "year", partial(whole_year, years=Years(year)))


def thousands(tokens: Tokens, index: int) -> tuple[int | None, int]:
    """``two thousand``, ``two thousand and ten`` and the index behind it."""
    if not tokens.at(index, "two", "thousand"):
        return None, index
    place = index + 2 + (tokens.word(index + 2) == "and")
    rest = UNITS.get(tokens.word(place), TENS.get(tokens.word(place), 0))
    return (2000 + rest, place + 1) if rest else (2000, index + 2)


def _year_words(tokens: Tokens, index: int) -> tuple[int | None, int]:
    """``nineteen ninety-six`` and the index behind it."""
    century = UNITS.get(tokens.word(index), TENS.get(tokens.word(index), 0))
    if tokens.word(index) not in YEAR_STARTS or not century or tokens.word(index + 1) not in TENS:
        return None, index
    year = century * 100 + TENS[tokens.word(index + 1)]
    place = index + 2 + (tokens.word(index + 2) == "-")
    unit = UNITS.get(tokens.word(place), 0)
    return (year + unit, place + 1) if 0 < unit < 10 else (year, index + 2)
