"""Words that need no number: today, now, recently, recent days, the past, daily, Christmas."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factlint.annotations.dates.calendar_phrases import part_of_day
from factlint.annotations.dates.holidays import BY_FIRST
from factlint.annotations.dates.phrase import Phrase, fixed_phrase
from factlint.annotations.dates.senses import day_of_feast, day_off, length
from factlint.annotations.dates.words import DAYPART_OF, PLURALS, UNITS, WEEKDAY_OF
from factlint.annotations.dates.years import SHIFTS, year_behind
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from factlint.text.tokens import Tokens

_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_REFERENCES = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "current": "PRESENT_REF", "nowadays": "PRESENT_REF",
    "recently": "PAST_REF", "recent": "PAST_REF", "lately": "PAST_REF", "soon": "FUTURE_REF",
}  # fmt: skip
_REGULAR = {
    "hourly": "PT1H", "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "annual": "P1Y", "annually": "P1Y",
    "yearly": "P1Y",
}  # fmt: skip
_WITH_ARTICLE = {"past": "PAST_REF", "future": "FUTURE_REF", "present": "PRESENT_REF"}
_BEFORE_PLURAL = {
    "recent": "PAST_REF", "past": "PAST_REF", "previous": "PAST_REF",
    "coming": "FUTURE_REF", "upcoming": "FUTURE_REF", "future": "FUTURE_REF",
}  # fmt: skip
# How many they are stays open, as in a length of time.
_COMING = frozenset({"coming", "upcoming"})
BEHIND_NOUN = word_set("and of for to is was in when as he she that but")

NEEDS: frozenset[str] = frozenset(
    {*_DAYS, *_REFERENCES, *_REGULAR, *_WITH_ARTICLE, *PLURALS, *BY_FIRST, "tonight", "moment"}
)
STARTS: frozenset[str] = frozenset(
    {*_DAYS, *_REFERENCES, *_REGULAR, *_BEFORE_PLURAL, *BY_FIRST, "tonight", "the", "at", "these", "day"}
)


def read_vague(tokens: Tokens, index: int) -> Phrase | None:
    """The phrase that begins at a token."""
    word = tokens.word(index)
    if word in _DAYS:
        part, end = part_of_day(tokens, index + 1)
        sense = partial(day_off, offset=_DAYS[word], part=part)
        return Phrase(index, end, "relative", sense, daypart=DAYPART_OF.get(part))
    if word in {"the", "day"}:
        found = _two_days_off(tokens, index)
        if found is not None:
            return found
    if word == "tonight":
        return Phrase(index, index + 1, "relative", partial(day_off, offset=0, part="TNI"), daypart="night")
    if word in _REGULAR and not (tokens.capital(index) and tokens.capital(index + 1)):
        return fixed_phrase(index, index + 1, "duration", _REGULAR[word])
    if tokens.at(index, "these", "days"):
        return fixed_phrase(index, index + 2, "vague", "PRESENT_REF")
    return _before_plural(tokens, index) or _reference(tokens, index) or _holiday(tokens, index)


def _two_days_off(tokens: Tokens, index: int) -> Phrase | None:
    """``the day before yesterday``, ``the day after tomorrow``."""
    place = index + (tokens.word(index) == "the")
    for words, offset in ((("day", "before", "yesterday"), -2), (("day", "after", "tomorrow"), 2)):
        if tokens.at(place, *words):
            return Phrase(index, place + 3, "relative", partial(day_off, offset=offset))
    return None


def _before_plural(tokens: Tokens, index: int) -> Phrase | None:
    """``recent days``, ``the coming months``."""
    place = index + (tokens.word(index) == "the")
    value = _BEFORE_PLURAL.get(tokens.word(place))
    if value is None or tokens.word(place + 1) not in PLURALS:
        return None
    if tokens.word(place) in _COMING:
        return fixed_phrase(index, place + 2, "duration", length(UNITS[PLURALS[tokens.word(place + 1)]][0], None))
    return fixed_phrase(index, place + 2, "vague", value)


def _reference(tokens: Tokens, index: int) -> Phrase | None:
    """``now``, ``the past``, ``at the moment``; but not ``as soon as``."""
    word = tokens.word(index)
    if tokens.at(index, "at", "the", "moment"):
        return fixed_phrase(index, index + 3, "vague", "PRESENT_REF")
    value = _WITH_ARTICLE.get(tokens.word(index + 1)) if word == "the" else None
    if value is not None:
        behind = tokens.word(index + 2)
        ends = not behind.isalpha() or behind in BEHIND_NOUN
        return fixed_phrase(index, index + 2, "vague", value) if ends else None
    if word not in _REFERENCES or tokens.word(index - 1) == "as" or tokens.word(index + 1) == "-":
        return None
    return fixed_phrase(index, index + 1, "vague", _REFERENCES[word])


def _holiday(tokens: Tokens, index: int) -> Phrase | None:
    """A holiday, with its year where one follows. Its day and month are not written, so they are left out."""
    if not tokens.capital(index):
        return None
    for words, key in BY_FIRST.get(tokens.word(index), ()):
        end = _behind(tokens, index, words)
        if end is not None and not _in_name(tokens, end):
            years, end = year_behind(tokens, end)
            shift = SHIFTS.get(tokens.word(index - 1))
            sense = partial(day_of_feast, key=key, years=years, shift=shift)
            return Phrase(index, end, "relative", sense, year=years.written, holiday=key)
    return None


def _in_name(tokens: Tokens, index: int) -> bool:
    """``Easter Island``, ``Christmas Carol``: a capital behind a feast begins a name."""
    word = tokens.word(index)
    return tokens.capital(index) and word.isalpha() and word != "i" and word not in UNITS and word not in WEEKDAY_OF


def _behind(tokens: Tokens, index: int, words: tuple[str, ...]) -> int | None:
    """The index behind these words; an apostrophe may be missing, a stop too."""
    for word in words:
        if tokens.word(index) == word or (word == "'" and tokens.word(index) == "’"):
            index += 1
        elif word not in {"'", "."}:
            return None
    return index
