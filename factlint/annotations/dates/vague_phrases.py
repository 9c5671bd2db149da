"""Words that need no number: today, now, recently, recent days, the past, daily, Christmas."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factlint.annotations.dates.calendar_phrases import part_of_day
from factlint.annotations.dates.phrase import Phrase, fixed_phrase
from factlint.annotations.dates.senses import day_of_month, day_off
from factlint.annotations.dates.words import PLURALS
from factlint.annotations.dates.years import year_behind
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from factlint.text.tokens import Tokens

_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_REFERENCES = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "current": "PRESENT_REF", "nowadays": "PRESENT_REF",
    "recently": "PAST_REF", "recent": "PAST_REF", "lately": "PAST_REF", "soon": "FUTURE_REF",
}  # fmt: skip
_REGULAR = {"hourly": "PT1H", "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "annual": "P1Y", "yearly": "P1Y"}
_WITH_ARTICLE = {"past": "PAST_REF", "future": "FUTURE_REF", "present": "PRESENT_REF"}
_BEFORE_PLURAL = {
    "recent": "PAST_REF", "past": "PAST_REF", "previous": "PAST_REF",
    "coming": "FUTURE_REF", "upcoming": "FUTURE_REF", "future": "FUTURE_REF",
}  # fmt: skip
_BEHIND_NOUN = word_set("and of for to is was in when as he she that but")

# Only feasts of a fixed day: movable ones, and those that countries keep on different days, have no one value.
_HOLIDAYS = {
    ("christmas", "eve"): (24, 12), ("christmas", "day"): (25, 12), ("christmas",): (25, 12),
    ("boxing", "day"): (26, 12),
    ("new", "year", "'", "s", "eve"): (31, 12), ("new", "year", "’", "s", "eve"): (31, 12),
    ("new", "year", "'", "s", "day"): (1, 1), ("new", "year", "’", "s", "day"): (1, 1), ("halloween",): (31, 10),
}  # fmt: skip
STARTS = frozenset(
    {*_DAYS, *_REFERENCES, *_REGULAR, *_BEFORE_PLURAL, *(words[0] for words in _HOLIDAYS), "tonight", "the", "at"}
)


def read_vague(tokens: Tokens, index: int) -> Phrase | None:
    """The phrase that begins at a token."""
    word = tokens.word(index)
    if word in _DAYS:
        part, end = part_of_day(tokens, index + 1)
        return Phrase(index, end, "relative", partial(day_off, offset=_DAYS[word], part=part))
    if word == "tonight":
        return Phrase(index, index + 1, "relative", partial(day_off, offset=0, part="TNI"))
    if word in _REGULAR and not (tokens.capital(index) and tokens.capital(index + 1)):
        return fixed_phrase(index, index + 1, "duration", _REGULAR[word])
    return _before_plural(tokens, index) or _reference(tokens, index) or _holiday(tokens, index)


def _before_plural(tokens: Tokens, index: int) -> Phrase | None:
    """``recent days``, ``the coming months``."""
    place = index + (tokens.word(index) == "the")
    value = _BEFORE_PLURAL.get(tokens.word(place))
    if value is None or tokens.word(place + 1) not in PLURALS:
        return None
    return fixed_phrase(index, place + 2, "vague", value)


def _reference(tokens: Tokens, index: int) -> Phrase | None:
    """``now``, ``the past``, ``at the moment``; but not ``as soon as``."""
    word = tokens.word(index)
    if tokens.at(index, "at", "the", "moment"):
        return fixed_phrase(index, index + 3, "vague", "PRESENT_REF")
    value = _WITH_ARTICLE.get(tokens.word(index + 1)) if word == "the" else None
    if value is not None:
        behind = tokens.word(index + 2)
        ends = not behind.isalpha() or behind in _BEHIND_NOUN
        return fixed_phrase(index, index + 2, "vague", value) if ends else None
    if word not in _REFERENCES or tokens.word(index - 1) == "as" or tokens.word(index + 1) == "-":
        return None
    return fixed_phrase(index, index + 1, "vague", _REFERENCES[word])


def _holiday(tokens: Tokens, index: int) -> Phrase | None:
    """A holiday, with its year where one follows. Its day and month are not written, so they are left out."""
    if not tokens.capital(index):
        return None
    for words, (day, month) in _HOLIDAYS.items():
        if tokens.at(index, *words):
            years, end = year_behind(tokens, index + len(words))
            sense = partial(day_of_month, day=day, month=month, years=years)
            return Phrase(index, end, "relative", sense, year=years.written)
    return None
