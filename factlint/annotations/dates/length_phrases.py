"""Lengths of time (``four years``, ``two-week``) and times so far off (``two weeks ago``, ``a year earlier``)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.dates.calendar_phrases import part_of_day, weekday_at
from factlint.annotations.dates.phrase import Phrase, fixed_phrase
from factlint.annotations.dates.senses import length, period_said, time_off, weeks_from_day, year_ago
from factlint.annotations.dates.words import DAYPART_OF, PLURALS, UNITS, WEEKDAY_OF
from factlint.annotations.dates.years import read_year
from factlint.text.numerals import NUMBER_WORDS, read_number
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from factlint.annotations.dates.senses import Sense
    from factlint.text.tokens import Tokens

_ARTICLES = word_set("the these those its their his her our")
_FRAMES = word_set("past last next coming previous preceding following first final recent")
_VAGUE = word_set("several few many some dozens hundreds thousands")
_FEW = (("a", "few"), ("a", "couple", "of"), ("a", "couple"), ("a", "number", "of"), ("couple", "of"))
STARTS: frozenset[str] = frozenset(
    {*_ARTICLES, *_FRAMES, *_VAGUE, *PLURALS, *NUMBER_WORDS, "a", "an", "half", "couple"}
)
NEEDS: frozenset[str] = frozenset({*UNITS, *PLURALS})

_BACK = word_set("ago earlier previously before")
_AHEAD = word_set("later hence")
# Units in which "later" is counted from the day, week, month or year that the text named before.
_TOLD_OF = frozenset({"D", "W", "M", "Y"})
_DIRECTIONS = _BACK | _AHEAD | {"since", "after"}
_BETWEEN = word_set("more full consecutive straight additional working business trading fiscal whole long")
# A length behind these begins on the day that it is counted from, so does one up to another day.
_LASTING = word_set("for least most than to about around over nearly of")
_ON_TO = word_set("to until till through and")
_NEVER_BARE = word_set("seconds minutes quarters nights weekends")


class _Unit(NamedTuple):
    """A unit (see ``words.UNITS``), the word that names it, and the index behind it."""

    code: str
    factor: int
    word: str
    end: int


def read_length(tokens: Tokens, index: int) -> Phrase | None:
    """A length of time, with ``the past`` before it or ``ago`` behind it; an age of a person is none."""
    place = index + (tokens.word(index) in _ARTICLES)
    place += tokens.word(place) in _FRAMES
    amount, behind = _amount(tokens, place)
    if behind == place:
        return _bare(tokens, index) if place == index else None
    unit = _unit(tokens, behind)
    if unit is None or _is_age(tokens, unit.end) or _is_share(tokens, index, unit) or _is_of_year(tokens, place, unit):
        return None
    if amount is not None:
        amount *= unit.factor
    if tokens.at(unit.end, "and", "a", "half") and amount is not None:
        amount, unit = amount + unit.factor / 2, unit._replace(end=unit.end + 3)
    if place == index and amount is not None:
        day = _weeks_from_day(tokens, index, amount, unit)
        if day is not None:
            return day
    off = _off(tokens, index, amount, unit) if place == index else None
    phrase = off or fixed_phrase(index, unit.end, "duration", length(unit.code, amount))
    amount = None if amount is None else amount / unit.factor
    return phrase._replace(amount=amount, unit=unit.word, direction=_direction(tokens, unit.end))


def _direction(tokens: Tokens, index: int) -> str | None:
    """``ago``, ``since``, ``later`` at the token behind a length."""
    word = tokens.word(index)
    return "hence" if tokens.at(index, "from", "now") else word if word in _DIRECTIONS else None


def _amount(tokens: Tokens, index: int) -> tuple[float | None, int]:
    """How many (None where that stays open) and the index behind; the index itself where nothing counts."""
    for words in _FEW:
        if tokens.at(index, *words):
            return (2.0 if "couple" in words else None), index + len(words)
    word = tokens.word(index)
    if word == "half" and tokens.word(index + 1) in {"a", "an"}:
        return 0.5, index + 2
    number = read_number(tokens, index)
    if number is not None:
        return number.value, number.end
    if word in {"a", "an"}:
        return 1.0, index + 1
    return None, index + (word in _VAGUE)


def _unit(tokens: Tokens, index: int) -> _Unit | None:
    """The unit at a token, behind a hyphen (``two-week``), ``more`` or ``to 18`` (``12 to 18 months``) too."""
    place = index + (tokens.word(index) == "-" and tokens.joined(index))
    if place == index and tokens.word(place) in {"or", "to"}:
        second = read_number(tokens, place + 1)
        place = index if second is None else second.end
    place += tokens.word(place) in _BETWEEN and place == index
    word = tokens.word(place)
    word = PLURALS.get(word, word)
    if word not in UNITS or (word == "second" and not tokens.word(place).endswith("s")):
        return None
    return _Unit(*UNITS[word], word, place + 1)


def _is_age(tokens: Tokens, index: int) -> bool:
    """``34 years old``, ``34-year-old``, ``34 years of age``."""
    place = index + (tokens.word(index) == "-")
    return tokens.word(place) in {"old", "olds"} or tokens.at(index, "of", "age")


def _is_of_year(tokens: Tokens, index: int, unit: _Unit) -> bool:
    """``the 1988 quarter``: a part of the year that the figures are."""
    return unit.word == tokens.word(unit.end - 1) and unit.word != "year" and read_year(tokens, index) is not None


def _is_share(tokens: Tokens, start: int, unit: _Unit) -> bool:
    """``a quarter``, ``three quarters of``: the fraction, unless the words around count quarters of a year."""
    if unit.word != "quarter":
        return False
    return tokens.word(start) not in _ARTICLES | _FRAMES and tokens.word(unit.end - 2) not in _BETWEEN


def _off(tokens: Tokens, start: int, amount: float | None, unit: _Unit) -> Phrase | None:
    """``two weeks ago``, ``a year earlier``, ``three days later``, ``ten days from now``."""
    word = tokens.word(unit.end)
    end = unit.end + 1
    if tokens.at(unit.end, "from", "now"):
        word, end = "hence", unit.end + 2
    if word not in _BACK and word not in _AHEAD:
        return None
    if amount is None:
        return fixed_phrase(start, end, "vague", "PAST_REF" if word in _BACK else "FUTURE_REF")
    if word in {"before", "later"} and amount < 1:
        return None
    sense: Sense = partial(time_off, unit=unit.code, amount=-amount if word in _BACK else amount)
    if word == "later" and unit.code in _TOLD_OF:
        sense = partial(period_said, unit=unit.code, shift=round(amount))
    elif amount == 1 and unit.code == "Y" and word in {"ago", "earlier", "before"}:
        sense = year_ago
    return Phrase(start, end, "relative", sense)


def _weeks_from_day(tokens: Tokens, start: int, amount: float, unit: _Unit) -> Phrase | None:
    """``a week from Monday``, ``two weeks ago Friday``; but not ``for two weeks from Monday``, which begin there."""
    word, place = tokens.word(unit.end), unit.end + 1
    weekday = weekday_at(tokens, place) if tokens.word(place) in WEEKDAY_OF else None
    if unit.code != "W" or weekday is None or word not in {"from", "ago"} or amount % 1:
        return None
    part, end = part_of_day(tokens, place + 1)
    if word == "from" and (tokens.word(start - 1) in _LASTING or tokens.word(end) in _ON_TO):
        return None
    sense = partial(weeks_from_day, weekday=weekday, weeks=int(amount if word == "from" else -amount), part=part)
    return Phrase(start, end, "weekday", sense, weekday=weekday, daypart=DAYPART_OF.get(part))


def _bare(tokens: Tokens, index: int) -> Phrase | None:
    """``for years``, ``decades ago``: a plural that nothing counts."""
    word = tokens.word(index)
    if word in PLURALS and tokens.at(index + 1, "-", "old") and not tokens.joined(index):
        return fixed_phrase(index, index + 3, "duration", length(UNITS[PLURALS[word]][0], None))  # no person's age
    if word not in PLURALS or word in _NEVER_BARE or tokens.joined(index) or _is_age(tokens, index + 1):
        return None
    if tokens.word(index + 1) == "ago":
        return fixed_phrase(index, index + 2, "vague", "PAST_REF")
    return fixed_phrase(index, index + 1, "duration", length(UNITS[PLURALS[word]][0], None))
