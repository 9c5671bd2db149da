"""Days that no month has: told from counts by the words around them (``on May 33.``, ``In May 33 people``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations.dates.words import MONTH_OF, WEEKDAY_OF, WEEKDAY_OF_SHORT
from factlint.text.tokens import LINE_BREAKS
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from factlint.text.tokens import Tokens

FUNCTION_WORDS = word_set(
    "and or when after before at in with to as for but was is has that while where which during until"
)
_LAST_DAY = 31
# A higher number is a day only behind the surest words: it may well be a count or a year (until May 45).
_COUNTS_FROM = 40

# Only a date follows the sure words; a count may follow the others as well.
_SURE = word_set("on until till since beginning ending starting")
_BEFORE_DAY = word_set(
    "to from before after by between for of during through the their its his her our released dated due born died"
)
_BEFORE_RANGE = word_set("from between of during")  # a score stands behind the others: their 24-33 March defeat
_BEFORE_MONTH = _SURE | word_set("to from before after by between through of is was due")
_BEFORE_FOR = word_set("set scheduled slated planned due")
_ARTICLES = word_set("the their its his her our")
_PLURALS = word_set("people men women children police troops staff")
_NO_PLURALS = word_set(
    "was is has as this his its does goes comes takes gives marks makes shows means begins starts ends"
)
_NAMED_BY_MONTH = word_set("day street road avenue lane drive madness fair ball")
_DAYS = frozenset({*MONTH_OF, "day", "eve"})  # Christmas Day and 32 January
_ENDS = LINE_BREAKS | frozenset(".,;:!?)]—–\"”'’") | {""}


def is_odd(day: int) -> bool:
    """Whether no month has the number as a day."""
    return not 1 <= day <= _LAST_DAY


def is_day_before_month(tokens: Tokens, start: int, place: int, end: int, day: int) -> bool:
    """Whether ``day``, which no such month has, is a day all the same: ``on 32 December``, ``the year to 33 July``.

    ``33 May Day marches`` and ``the 35 March deaths`` are counts. The number, or the range that it ends, stands at
    ``start``; the words between it and the month begin at ``place``; ``end`` is the index behind the month.
    """
    of, ordinal = tokens.word(place) == "of", not tokens.word(place - 1).isdigit()
    if of is not ordinal and (of or tokens.word(start - 1) in _ARTICLES):
        return False  # 35 of March's days; the 33rd March for Life
    if _counted(tokens, end):
        return False
    if tokens.word(start - 1) == "and":
        if tokens.word(start - 2) in _DAYS:
            return day < _COUNTS_FROM and _closed(tokens, end)
        start -= 2 * tokens.word(start - 2).isdecimal()  # between 9 and 32 July
    ranged = tokens.word(start + 1) in {"-", "–", "—"}
    article = tokens.word(start - 1) in _ARTICLES and not ranged
    if tokens.word(start - article - 1) in _SURE or _behind_weekday(tokens, start - article):
        return True
    usual = tokens.word(start - 1) in (_BEFORE_RANGE if ranged else _BEFORE_DAY)
    return day < _COUNTS_FROM and usual and not tokens.capital(end)


def is_day_behind_month(tokens: Tokens, start: int, end: int, day: int) -> bool:
    """Whether ``day``, which no such month has, is a day all the same: ``on May 33 after``, ``ended Aug. 32.``.

    ``In May 33 people`` and ``March 33, April 35`` are counts. The month stands at ``start``; ``end`` is the index
    behind the number, or behind the range that it ends.
    """
    before, behind = tokens.word(start - 1), tokens.word(end)
    closed = _closed(tokens, end)
    if not closed and behind not in FUNCTION_WORDS and not (before == "on" and behind.endswith("ing")):
        return False
    if before == "on" or _behind_weekday(tokens, start):
        return True
    if day >= _COUNTS_FROM:
        return False
    if tokens.word(start + 1) == ".":  # months are shortened before a day, not before a count
        return before.isalpha() and before != "in" and not tokens.capital(start - 1)
    return closed and (before in _BEFORE_MONTH or (before == "for" and tokens.word(start - 2) in _BEFORE_FOR))


def _behind_weekday(tokens: Tokens, index: int) -> bool:
    """Whether a weekday stands before a token: ``Monday 32``, ``Monday, Dec.``, ``Monday (Dec.``."""
    place = index - 1 - (tokens.word(index - 1) in {",", "("})
    word = tokens.word(place)
    return (word in WEEKDAY_OF or word in WEEKDAY_OF_SHORT) and tokens.capital(place)


def _closed(tokens: Tokens, index: int) -> bool:
    """Whether a sign that closes a clause stands at a token, and no row of months with their numbers goes on behind."""
    return tokens.word(index) in _ENDS and tokens.word(index + 1) not in MONTH_OF


def _counted(tokens: Tokens, index: int) -> bool:
    """Whether what a number counts stands behind the month, or a name that begins with the month's."""
    word = tokens.word(index)
    plural = word.endswith("s") and not tokens.capital(index) and word not in _NO_PLURALS
    return plural or word in _PLURALS or word in _NAMED_BY_MONTH
