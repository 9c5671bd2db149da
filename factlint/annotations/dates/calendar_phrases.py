"""Dates of the calendar: ``Monday, Dec. 15, 2025``, ``15 December``, ``2025-12-15 (Monday)``, ``Monday night``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.dates.calendar_days import is_impossible, real_day
from factlint.annotations.dates.odd_days import FUNCTION_WORDS, is_day_before_month, is_day_behind_month, is_odd
from factlint.annotations.dates.phrase import Phrase, fixed_phrase
from factlint.annotations.dates.senses import (
    Years,
    day_of_month,
    day_of_week,
    day_of_week_off,
    month_of_year,
    nth_weekday,
    weeks_from_day,
)
from factlint.annotations.dates.words import (
    DAYPART_OF,
    MONTH_OF,
    MONTH_OF_SHORT,
    PARTS_OF_DAY,
    WEEKDAY_OF,
    WEEKDAY_OF_SHORT,
)
from factlint.annotations.dates.years import EARLIEST, SHIFTS, read_year, year_behind
from factlint.text.numerals import ORDINALS, read_ordinal
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.annotations.dates.senses import Sense
    from factlint.text.tokens import Tokens

NEEDS: frozenset[str] = frozenset({*MONTH_OF, *MONTH_OF_SHORT, *WEEKDAY_OF, *WEEKDAY_OF_SHORT})
STARTS: frozenset[str] = NEEDS | frozenset(ORDINALS)

# A month that is also a name or a verb counts alone only behind one of these.
_BEFORE_MONTH = word_set(
    "in since until till by from to through during between and or of early late mid last this next every each before "
    "after around for about throughout - ( ,"
)
_ALSO_WORDS = word_set("may march april june august")
_NAMED_DAYS = word_set("black super bloody ruby cyber freaky sheffield man joe")
_NAMED_BY_DAY = word_set("times telegraph mirror mail express herald addams mercury")
_COUNTED = word_set("% percent per million billion thousand")
# Events and bodies that are named by a day of long ago.
_NAMED_BY_DATE = word_set(
    "attack attacks attackers terror terrorist terrorists commission committee panel riot riots rioter rioters "
    "insurrection massacre uprising bombing bombings hijackers victims families survivors anniversary memorial museum"
)
# British: Monday week is a week behind the coming Monday.
_WEEKS_ON = {"week": 1, "fortnight": 2}
_DASHES = frozenset({"-", "–", "—"})
_JOINS = _DASHES | word_set("and or & to through until till /")


class _Day(NamedTuple):
    """A day and a month as they are written, up to the token ``end``."""

    day: int
    month: int
    end: int
    year: int | None = None
    last_day: int | None = None

    @property
    def is_zero(self) -> bool:
        """Whether its year is one that programs write where they have no day."""
        return self.year is not None and self.year < EARLIEST


def read_date(tokens: Tokens, index: int) -> Phrase | None:
    """The longest date that begins at a token: with its weekday before or behind it, its part of the day, its year."""
    weekday = weekday_at(tokens, index)
    if weekday is not None:
        return _after_weekday(tokens, index, weekday)
    found = _calendar_day(tokens, index)
    if found is None:
        return _month(tokens, index) or _nth_weekday(tokens, index)
    if found.is_zero:
        return None
    weekday, end = _weekday_behind(tokens, found.end)
    of_range = any(tokens.word(place) in _DASHES for place in range(index, found.end))
    phrase = _dated(tokens, index, found._replace(end=end), None if of_range else weekday)
    if weekday is None and not of_range and phrase.year is not None:
        weekday, end = _weekday_behind(tokens, phrase.end)
        phrase = phrase if weekday is None else _dated(tokens, index, found, weekday)._replace(end=end)
    return phrase


def weekday_at(tokens: Tokens, index: int) -> int | None:
    """The weekday (0 is Monday) that a token names in full or in short, None where there is none."""
    word = tokens.word(index)
    weekday = WEEKDAY_OF.get(word, WEEKDAY_OF_SHORT.get(word))
    return weekday if weekday is not None and tokens.capital(index) else None


def month_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The month that a token names and the index behind it, the stop of a short form included."""
    word = tokens.word(index)
    if word in MONTH_OF:
        return (MONTH_OF[word], index + 1) if tokens.capital(index) else None
    if word not in MONTH_OF_SHORT or not tokens.capital(index):
        return None
    return MONTH_OF_SHORT[word], index + 1 + _stop(tokens, index + 1)


def part_of_day(tokens: Tokens, index: int) -> tuple[str, int]:
    """The TIMEX3 code of the part of the day at a token and the index behind it; an empty code where there is none."""
    code = PARTS_OF_DAY.get(tokens.word(index), "")
    return code, index + bool(code)


def _stop(tokens: Tokens, index: int) -> bool:
    return tokens.word(index) == "." and tokens.joined(index)


def _after_weekday(tokens: Tokens, index: int, weekday: int) -> Phrase | None:
    """``Monday, Dec. 15``, ``Monday night``, ``Monday``; a short form counts only before a date."""
    full = tokens.word(index) in WEEKDAY_OF
    if _is_paper(tokens, index):
        return None
    part, behind = part_of_day(tokens, index + 1 + (not full and _stop(tokens, index + 1)))
    found = _day_of_weekday(tokens, behind, weekday)
    if found is not None:
        own = None if _shares_date(tokens, index, behind, found.end) else weekday
        closed = tokens.word(behind) == "(" and tokens.word(found.end) == ")"
        return _dated(tokens, index, found._replace(end=found.end + closed), own, part)
    if not full or _in_name(tokens, index):
        return None
    part = "" if part and tokens.word(behind) == "-" else part
    if part and tokens.word(behind - 1) == "nights":
        return fixed_phrase(index, behind, "weekday", f"XXXX-WXX-{weekday + 1}{part}")
    sense, end = _of_week(tokens, behind, weekday, part)
    return Phrase(index, end, "weekday", sense, weekday=weekday, daypart=DAYPART_OF.get(part))


def _of_week(tokens: Tokens, index: int, weekday: int, part: str) -> tuple[Sense, int]:
    """The sense of a weekday, and the index behind ``last week``, ``of next week`` or ``week`` (Monday week)."""
    place = index + (tokens.word(index) == "of")
    shift = SHIFTS.get(tokens.word(place))
    if shift is not None and tokens.word(place + 1) == "week":
        return partial(day_of_week_off, weekday=weekday, weeks=shift, part=part), place + 2
    weeks = _WEEKS_ON.get(tokens.word(index))
    if weeks is not None and not tokens.capital(index):
        return partial(weeks_from_day, weekday=weekday, weeks=weeks, part=part), index + 1
    return partial(day_of_week, weekday=weekday, part=part), index


def _day_of_weekday(tokens: Tokens, index: int, weekday: int) -> _Day | None:
    """``, Dec. 15``, ``the 15th of December`` behind a weekday; but not ``the Jan. 6 panel``, ``, Jan. 6 rioters``."""
    place = index + (tokens.word(index) in {",", "("})
    place += tokens.word(place) == "the" and month_at(tokens, place + 1) is None
    found = _calendar_day(tokens, place) or _either_way(tokens, place, weekday)
    if found is None or found.is_zero or (found.year is None and tokens.word(found.end) in _NAMED_BY_DATE):
        return None
    return found


def _shares_date(tokens: Tokens, index: int, behind: int, end: int) -> bool:
    """Whether a date may be another day's: ``Saturday and Sunday, Dec. 13 and 14``, ``Monday (Dec. 16 in Asia)``."""
    place = index - 2 - (tokens.word(index - 2) == ",")
    several = tokens.word(index - 1) in _JOINS and weekday_at(tokens, place) is not None
    return several or (tokens.word(behind) == "(" and tokens.word(end) != ")")


def _in_name(tokens: Tokens, index: int) -> bool:
    """Whether a weekday is a part of a name: Black Friday, the Sunday Times."""
    before = tokens.word(index - 1) in _NAMED_DAYS and tokens.capital(index - 1)
    return before or (tokens.word(index + 1) in _NAMED_BY_DAY and tokens.capital(index + 1))


def _is_paper(tokens: Tokens, index: int) -> bool:
    """Whether ``Sun`` is a newspaper: ``The Sun, Dec. 15, 2025``, ``the Baltimore Sun``."""
    before = tokens.word(index - 1)
    return tokens.word(index) == "sun" and (before == "the" or (before.isalpha() and tokens.capital(index - 1)))


def _weekday_behind(tokens: Tokens, index: int) -> tuple[int | None, int]:
    """``(Monday)`` or ``, a Monday`` behind a date, and the index behind it."""
    if tokens.word(index) == "(" and tokens.word(index + 2) == ")":
        weekday = weekday_at(tokens, index + 1)
        return weekday, index + 3 if weekday is not None else index
    if tokens.at(index, ",", "a") and tokens.word(index + 2) in WEEKDAY_OF:
        return weekday_at(tokens, index + 2), index + 3
    return None, index


def _dated(tokens: Tokens, start: int, found: _Day, weekday: int | None, part: str = "") -> Phrase:
    end = found.end
    if not part:
        part, end = part_of_day(tokens, end)
    years = Years(found.year)
    if found.year is None:
        years, end = year_behind(tokens, end)
    sense = partial(day_of_month, day=found.day, month=found.month, years=years, weekday=weekday, part=part)
    phrase = Phrase(start, end, "day", sense, weekday, found.day, found.month, years.written)
    return phrase._replace(
        daypart=DAYPART_OF.get(part), last_day=found.last_day, last_month=found.last_day and found.month
    )


def _calendar_day(tokens: Tokens, index: int) -> _Day | None:
    return _month_day(tokens, index) or _day_month(tokens, index) or _numeric(tokens, index)


def _month_day(tokens: Tokens, index: int) -> _Day | None:
    """``Dec. 15, 2025``, ``December 15th``, ``March eighth``, ``Dec. 15-17, 2025`` (its first day)."""
    month = month_at(tokens, index)
    if month is None:
        return None
    day = _day_number(tokens, month[1] + (tokens.word(month[1]) == "the"))
    if day is None:
        return None
    last = _last_of_range(tokens, *day)
    found = _with_year(tokens, _Day(day[0], month[0], last[1]))
    if found.year is None and _counts(tokens, index, found.end):
        return None
    return _as_meant(found, last[0], lambda odd: is_day_behind_month(tokens, index, last[1], odd))


def _day_month(tokens: Tokens, index: int) -> _Day | None:
    """``15 December 2025``, ``15th of December``, ``15-17 December`` (its first day)."""
    day = _day_number(tokens, index)
    if day is None or (tokens.joined(index) and tokens.word(index - 1) in _DASHES):
        return None
    last, place = _last_of_range(tokens, *day)
    month = month_at(tokens, place + (tokens.word(place) == "of"))
    if month is None:
        return None
    found = _with_year(tokens, _Day(day[0], month[0], month[1]))
    return _as_meant(found, last, lambda odd: is_day_before_month(tokens, index, place, month[1], odd))


def _with_year(tokens: Tokens, found: _Day) -> _Day:
    """The same day with the year behind it."""
    place = found.end + (tokens.word(found.end) == ",")
    year = read_year(tokens, place)
    if year is None and tokens.word(place).isdecimal() and tokens.word(place).startswith("00"):
        year = int(tokens.word(place))
    return found if year is None else found._replace(end=place + 1, year=year)


def _as_meant(found: _Day, last: int, is_meant: Callable[[int], bool]) -> _Day | None:
    """The day, of a range the first one, but the last one where that is impossible.

    An impossible one counts only with a year, or where the words around show that a day is meant.
    """
    impossible = last >= found.day and is_impossible(found.year, found.month, last)
    other = None if last == found.day else last
    if impossible and (found.year is not None or is_meant(last)):
        return found._replace(day=last, last_day=other)
    return None if found.year is None and (is_odd(found.day) or is_odd(last)) else found._replace(last_day=other)


def _day_number(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A day's number (1 to 99) and the index behind it."""
    ordinal = read_ordinal(tokens, index)
    if ordinal is not None:
        return (int(ordinal.value), ordinal.end) if 0 < ordinal.value < 100 else None
    number = _short_number(tokens.word(index))
    return None if number is None else (number, index + 1)


def _short_number(word: str) -> int | None:
    if word.isascii() and word.isdigit() and len(word) < 3 and int(word) > 0:
        return int(word)
    return None


def _last_of_range(tokens: Tokens, day: int, index: int) -> tuple[int, int]:
    """The last day of ``15-17`` and the index behind it; of a day with no range behind it that day and its index."""
    if tokens.word(index) not in _DASHES or not (tokens.joined(index) and tokens.joined(index + 1)):
        return day, index
    return _day_number(tokens, index + 1) or (day, index)


def _counts(tokens: Tokens, month: int, end: int) -> bool:
    """Whether the number behind a month counts something: ``In May 12 soldiers died``, ``June 30-year bonds``."""
    behind = tokens.word(end)
    if behind in _COUNTED:
        return True
    if behind == "-" and month_at(tokens, end + 1) is None:
        return tokens.joined(end) and tokens.joined(end + 1) and tokens.word(end + 1).isalpha()
    return tokens.word(month - 1) == "in" and behind.isalpha() and behind not in FUNCTION_WORDS


def _numeric(tokens: Tokens, index: int) -> _Day | None:
    """``2025-12-15``; ``15/12/2025`` and ``12/15/2025`` where only one order makes a date."""
    word = tokens.word(index)
    if len(word) == 10 and word[4] == "-":
        year, month, day = int(word[:4]), int(word[5:7]), int(word[8:])
        return _Day(day, month, index + 1, year) if 0 < month < 13 and day > 0 else None
    if len(word) == 4 and tokens.word(index + 1) == "/" == tokens.word(index + 3):
        return _year_first(tokens, index)
    parts = word.replace("/", ".").split(".")
    if len(parts) != 3 or len(parts[2]) != 4:
        return None
    first, second, year = (int(part) for part in parts)
    if 0 < second < 13 and (12 < first <= 31 or first == second):
        return _Day(first, second, index + 1, year)
    if 0 < first < 13 and 12 < second <= 31:
        return _Day(second, first, index + 1, year)
    return None


def _either_way(tokens: Tokens, index: int, weekday: int) -> _Day | None:
    """``12/05/2025``, in whichever order makes it the weekday before it; None where neither or both do."""
    parts = tokens.word(index).replace("/", ".").split(".")
    if len(parts) != 3 or len(parts[2]) != 4 or int(parts[2]) < EARLIEST:
        return None
    first, second, year = (int(part) for part in parts)
    ways = [
        (day, month)
        for day, month in ((first, second), (second, first))
        if (real := real_day(year, month, day)) is not None and real.weekday() == weekday
    ]
    return _Day(*ways[0], index + 1, year) if len(ways) == 1 else None


def _year_first(tokens: Tokens, index: int) -> _Day | None:
    """``2025/12/15``."""
    year, month, day = (tokens.word(place) for place in (index, index + 2, index + 4))
    joined = all(tokens.joined(place) for place in range(index + 1, index + 5))
    if not joined or len(month) != 2 or len(day) != 2 or not f"{year}{month}{day}".isdecimal():
        return None
    return _Day(int(day), int(month), index + 5, int(year)) if 0 < int(month) < 13 and int(day) > 0 else None


def _nth_weekday(tokens: Tokens, index: int) -> Phrase | None:
    """``first Monday in May``."""
    nth = ORDINALS.get(tokens.word(index), 6)
    return weekday_of_month(tokens, index, index, nth) if nth <= 5 else None


def weekday_of_month(tokens: Tokens, start: int, index: int, nth: int) -> Phrase | None:
    """What the word for the ``nth`` at a token begins: ``last Friday of November 2025`` (the last one is 0)."""
    weekday = weekday_at(tokens, index + 1)
    if weekday is None or tokens.word(index + 2) not in {"in", "of"}:
        return None
    month = month_at(tokens, index + 3)
    if month is None:
        return None
    year = read_year(tokens, month[1])
    years, end = year_behind(tokens, month[1]) if year is None else (Years(year), month[1] + 1)
    sense = partial(nth_weekday, nth=nth, weekday=weekday, month=month[0], years=years)
    return Phrase(start, end, "relative", sense, year=years.written, weekday=weekday)


def _month(tokens: Tokens, index: int) -> Phrase | None:
    """``December 2025``, ``June last year``, ``December``."""
    found = month_at(tokens, index)
    if found is None:
        return None
    month, end = found
    place = end + (tokens.word(end) == ",")
    year = read_year(tokens, place)
    years, behind = (Years(year), place + 1) if year is not None else year_behind(tokens, end)
    if not years.said and not _alone(tokens, index, end):
        return None
    sense = partial(month_of_year, month=month, years=years)
    return Phrase(index, behind, "month", sense, month=month, year=years.written)


def _alone(tokens: Tokens, index: int, end: int) -> bool:
    """Whether a bare month is one, and no name, verb or short word."""
    before = tokens.word(index - 1)
    if tokens.word(index) not in MONTH_OF:
        return before in _BEFORE_MONTH and tokens.word(end - 1) == "."
    if tokens.capital(end) and not tokens.joined(end) and tokens.word(end).isalpha():
        return False
    return before in _BEFORE_MONTH or tokens.word(index) not in _ALSO_WORDS
