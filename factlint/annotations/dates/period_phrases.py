"""Periods counted from now (``last year``, ``this weekend``), parts of a year (``the third quarter``)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factlint.annotations.dates.calendar_phrases import month_at, part_of_day, weekday_at, weekday_of_month
from factlint.annotations.dates.odd_days import FUNCTION_WORDS
from factlint.annotations.dates.phrase import Phrase, fixed_phrase
from factlint.annotations.dates.senses import (
    UNSAID,
    Years,
    coming_weekend,
    day_of_week,
    day_off,
    length,
    month_of_year,
    named_quarter,
    part_of_year,
    period_off,
    period_said,
    weekday_said,
    weekend,
    whole_year,
    year_ago,
    year_end,
)
from factlint.annotations.dates.words import DAYPART_OF, MONTH_OF, PARTS_OF_DAY, SEASONS, UNITS, WEEKDAY_OF
from factlint.annotations.dates.years import SHIFTS as YEAR_SHIFTS
from factlint.annotations.dates.years import read_year, thousands, year_behind
from factlint.text.numerals import ORDINALS
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from factlint.text.tokens import Tokens

_SHIFTS = YEAR_SHIFTS | {
    "current": 0, "past": -1, "previous": -1, "coming": 1, "upcoming": 1, "latest": 0,
    "same": 0, "following": 1, "preceding": -1, "that": 0,
}  # fmt: skip
# Periods that are counted from the time told of, not from the article's day: their value stays open.
_ELSEWHERE = word_set("same following preceding that")
_PERIODS = {
    "day": "D", "week": "W", "weekend": "WE", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE",
    "century": "CE",
}  # fmt: skip
_ONLY_WITH_YEAR = word_set("fall this last next")
_KINDS_OF_YEAR = word_set("fiscal financial calendar full entire whole")
_TURNS = {"before": "last", "after": "next"}
_SHORT_PARTS = {"q": "1234", "h": "12"}
_NOT_DEFINITE = word_set("of before after - that ' ’")
_PLURAL_WEEKDAYS = {f"{day}s": number for day, number in WEEKDAY_OF.items()}
STARTS: frozenset[str] = frozenset({*_SHIFTS, *_PLURAL_WEEKDAYS, "the", "each", "every", "year", "a"})
NEEDS: frozenset[str] = frozenset({*UNITS, *PARTS_OF_DAY, *SEASONS, *WEEKDAY_OF, *_PLURAL_WEEKDAYS, *MONTH_OF})
PART_NEEDS: frozenset[str] = frozenset({*SEASONS, *_SHORT_PARTS, "quarter", "half"})
PART_STARTS: frozenset[str] = frozenset({*YEAR_SHIFTS, *SEASONS, *list(ORDINALS)[:4], *_SHORT_PARTS, "the", "final"})


def read_period(tokens: Tokens, index: int) -> Phrase | None:
    """A period or a day counted from now: ``this Thursday``, ``last year``, ``every day``, ``the weekend``."""
    word = tokens.word(index)
    if word in {"each", "every"}:
        return _every(tokens, index)
    if word in _PLURAL_WEEKDAYS and tokens.capital(index):
        return fixed_phrase(index, index + 1, "weekday", f"XXXX-WXX-{_PLURAL_WEEKDAYS[word] + 1}")
    if word in {"the", "a", "year"}:
        ago = _year_ago(tokens, index)
        if ago is not None:
            return ago
    place = index + (word == "the")
    place += tokens.word(place) == "this" and tokens.word(place + 1) in {"past", "coming"}
    if tokens.word(place) in _SHIFTS:
        return _shifted(tokens, index, place)
    return _definite(tokens, index) if word == "the" else None


def read_part_of_year(tokens: Tokens, index: int) -> Phrase | None:
    """``the third quarter``, ``the first half of next year``, ``next year's first quarter``, ``summer 2014``."""
    the = tokens.word(index) == "the"
    years, place = _year_before(tokens, index + the)
    place += tokens.word(place) == "fiscal"
    part = _part(tokens, place)
    if part is None:
        return None
    code, end = part
    if not years.said:
        if tokens.word(place) == "fall" and tokens.word(end) in YEAR_SHIFTS:
            return None  # prices fall next year
        years, end = year_behind(tokens, end)
    season = code[0] not in "QH"
    if not years.said and (code[0] == "H" or tokens.word(place) in _ONLY_WITH_YEAR or (season and not the)):
        return None
    sense = partial(part_of_year, code=code, years=years)
    return Phrase(index, end, "season" if season else "quarter", sense, year=years.written)


def _year_before(tokens: Tokens, index: int) -> tuple[Years, int]:
    """``next year's``, ``1988`` before a part of the year, and the index behind it."""
    year = read_year(tokens, index)
    if year is not None:
        return Years(year), index + 1
    if tokens.word(index) in YEAR_SHIFTS and tokens.word(index + 1) == "year" and tokens.word(index + 3) == "s":
        return Years(shift=YEAR_SHIFTS[tokens.word(index)]), index + 4
    return UNSAID, index


def _part(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """The TIMEX3 code of a quarter, a half or a season, and the index behind it."""
    word = tokens.word(index)
    if word in SEASONS:
        return SEASONS[word], index + 1
    if word in _SHORT_PARTS and tokens.capital(index) and tokens.joined(index + 1):
        figure = tokens.word(index + 1)
        return (word.upper() + figure, index + 2) if figure in _SHORT_PARTS[word] else None
    place = index + 1 + (tokens.word(index + 1) in {"-", "fiscal"})
    last = word in {"last", "final"}
    number = 4 if last else ORDINALS.get(word, 9)
    if tokens.word(place) == "quarter" and number < 5:
        return f"Q{number}", place + 1
    if tokens.word(place) == "half" and (last or number < 3):
        return f"H{2 if last else number}", place + 1
    return None


def _shifted(tokens: Tokens, start: int, index: int) -> Phrase | None:
    """The phrase that ``this``, ``last`` or ``next`` at a token begins."""
    shift, elsewhere, place = _SHIFTS[tokens.word(index)], tokens.word(index) in _ELSEWHERE, index + 1
    weekday = weekday_at(tokens, place) if tokens.word(place) in WEEKDAY_OF else None
    if weekday is not None:
        last = weekday_of_month(tokens, start, index, 0) if tokens.word(index) == "last" else None
        if last is not None:
            return last
        part, end = part_of_day(tokens, place + 1)
        count = weekday_said if elsewhere or tokens.word(index) == "previous" else day_of_week
        sense = partial(count, weekday=weekday, shift=shift, part=part)
        return Phrase(start, end, "weekday", sense, weekday=weekday, daypart=DAYPART_OF.get(part))
    month = month_at(tokens, place) if tokens.word(place) in MONTH_OF else None
    if month is not None and not elsewhere:
        return Phrase(start, month[1], "month", partial(month_of_year, month=month[0], shift=shift), month=month[0])
    return _unit_off(tokens, start, place, shift, elsewhere=elsewhere)


def _unit_off(tokens: Tokens, start: int, index: int, shift: int, *, elsewhere: bool) -> Phrase | None:
    place = index + (tokens.word(index) in _KINDS_OF_YEAR)
    word, end = tokens.word(place), place + 1
    if word in PARTS_OF_DAY and shift <= 0 and not elsewhere:
        sense = partial(day_off, offset=shift, part=PARTS_OF_DAY[word])
        return Phrase(start, end, "relative", sense, daypart=DAYPART_OF[PARTS_OF_DAY[word]])
    if word in SEASONS and not elsewhere:
        years = UNSAID if shift == -1 else Years(shift=shift)
        return Phrase(start, end, "season", partial(part_of_year, code=SEASONS[word], years=years))
    if word not in _PERIODS or (tokens.capital(place) and not tokens.raw(start).isupper()):
        return None
    if elsewhere or (word == "day" and shift):
        return Phrase(start, end, "relative", partial(period_said, unit=_PERIODS[word], shift=shift))
    if word == "day":
        return None
    if tokens.word(index - 1) == "past" and word in {"decade", "century"}:
        return fixed_phrase(start, end, "duration", length(*UNITS[word]))
    if word == "weekend" and tokens.word(index - 1) in {"coming", "upcoming"}:
        return Phrase(start, end, "relative", coming_weekend)
    if word == "quarter" and tokens.word(index - 1) == "latest":
        return Phrase(start, end, "quarter", named_quarter)
    return Phrase(start, end, "relative", partial(period_off, unit=_PERIODS[word], shift=shift))


def _definite(tokens: Tokens, index: int) -> Phrase | None:
    """``the weekend``, ``the year``, ``the quarter``."""
    place = index + 1 + (tokens.word(index + 1) in _KINDS_OF_YEAR)
    word, end = tokens.word(place), place + 1
    if word == "year":
        year, behind = (read_year(tokens, end), end + 1) if tokens.word(end) != "two" else thousands(tokens, end)
        if year is not None:
            return Phrase(index, behind, "year", partial(whole_year, years=Years(year)), year=year)
    if tokens.capital(place) and not tokens.raw(index).isupper():
        return None  # the name of a paper or a programme: The Week
    if tokens.word(end) in _TURNS and tokens.word(end + 1) == _TURNS[tokens.word(end)] and _ends(tokens, end + 2):
        return _one_further(tokens, index, place)
    if word == "weekend":
        return Phrase(index, end, "relative", weekend)
    if word == "quarter":
        return Phrase(index, end, "quarter", named_quarter)
    if word in {"year", "month", "week"} and tokens.word(end) in {"ended", "ending"}:
        return fixed_phrase(index, end, "duration", length(*UNITS[word]))
    if word in {"year", "month", "week"} and tokens.word(end) not in _NOT_DEFINITE:
        return Phrase(index, end, "relative", partial(period_off, unit=_PERIODS[word], shift=0))
    return None


def _ends(tokens: Tokens, index: int) -> bool:
    """Whether no noun follows at a token: ``the week before last``, but not ``the week before last Easter``."""
    word = tokens.word(index)
    return not word.isalpha() or word in FUNCTION_WORDS


def _one_further(tokens: Tokens, start: int, index: int) -> Phrase | None:
    """``the week before last``, ``the year after next``, ``the night before last``: two units off."""
    word, shift = tokens.word(index), -2 if tokens.word(index + 1) == "before" else 2
    if word in _PERIODS and word != "day":
        return Phrase(start, index + 3, "relative", partial(period_off, unit=_PERIODS[word], shift=shift))
    if word not in PARTS_OF_DAY or shift > 0:
        return None
    sense = partial(day_off, offset=shift, part=PARTS_OF_DAY[word])
    return Phrase(start, index + 3, "relative", sense, daypart=DAYPART_OF[PARTS_OF_DAY[word]])


def _year_ago(tokens: Tokens, index: int) -> Phrase | None:
    """``the year-ago quarter``, ``the year-earlier period``, ``year-end``."""
    place = index + (tokens.word(index) in {"the", "a"})
    if not tokens.at(place, "year", "-"):
        return None
    word, end = tokens.word(place + 2), place + 3
    if word == "end":
        return Phrase(index, end, "relative", year_end)
    if word not in {"ago", "earlier"}:
        return None
    if tokens.word(end) == "quarter":
        return Phrase(index, end + 1, "quarter", partial(named_quarter, shift=-1))
    part = _part(tokens, end)
    if part is not None:
        return Phrase(index, part[1], "quarter", partial(part_of_year, code=part[0], years=Years(shift=-1)))
    end += tokens.word(end) == "period"
    return Phrase(index, end, "relative", year_ago)


def _every(tokens: Tokens, index: int) -> Phrase | None:
    """``every day``, ``each Thursday``."""
    word = tokens.word(index + 1)
    if word in UNITS and word not in {"second", "minute"}:
        return fixed_phrase(index, index + 2, "duration", length(*UNITS[word]))
    if word in MONTH_OF and tokens.capital(index + 1):
        return fixed_phrase(index, index + 2, "month", f"XXXX-{MONTH_OF[word]:02d}")
    weekday = weekday_at(tokens, index + 1) if word in WEEKDAY_OF else None
    return None if weekday is None else fixed_phrase(index, index + 2, "weekday", f"XXXX-WXX-{weekday + 1}")
