"""The words that the grammar of dates knows, and the shape of any other one.

A date is read from a window of its line: the words of the grammar around a word of time, and at either edge one token
more. What the grammar may ask about a word that it does not know is whether it is one, begins with a capital, and ends
like a plural or a participle; so all such words of a kind are written alike there, and few windows are read twice.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from factlint.annotations.dates.holidays import WORDS as HOLIDAY_WORDS
from factlint.annotations.dates.odd_days import FUNCTION_WORDS
from factlint.annotations.dates.vague_phrases import BEHIND_NOUN
from factlint.annotations.dates.words import (
    MONTH_OF,
    MONTH_OF_SHORT,
    PARTS_OF_DAY,
    PLURALS,
    SEASONS,
    UNITS,
    WEEKDAY_OF,
    WEEKDAY_OF_SHORT,
    ZONES,
)
from factlint.text.deferred import deferred
from factlint.text.numerals import NUMBER_WORDS, ORDINALS, SCALES
from factlint.text.tokens import LETTERS
from factlint.text.wordlist import word_set

_EDGES = word_set("early earlier late later mid")
_BEFORE = word_set("a an the its their his her our at from between no")
_LINKS = word_set("of to and or through until till after & - – —")
_WITHIN = frozenset(
    {
        *MONTH_OF,
        *MONTH_OF_SHORT,
        *WEEKDAY_OF_SHORT,
        *(f"{day}s" for day in WEEKDAY_OF),
        *WEEKDAY_OF,
        *PARTS_OF_DAY,
        *_EDGES,
    }
    | {*UNITS, *PLURALS, *SEASONS, *ZONES, *NUMBER_WORDS, *ORDINALS, *SCALES, *HOLIDAY_WORDS}
    | word_set(
        "today yesterday tomorrow tonight ago this that these those last next past coming upcoming previous",
        "preceding following same current latest final recent end beginning start middle rest remainder turn close",
        "eve about almost around approximately nearly over roughly some under more less fewer than least most up",
        "just several few many dozens hundreds thousand thousands couple number half previously before hence now full",
        "consecutive straight additional working business trading fiscal financial whole long calendar entire each",
        "every noon midnight midday am pm m p s q h st nd rd th o clock local time old olds age currently nowadays",
        "recently lately soon hourly daily weekly monthly annual annually yearly future present moment circa post",
        "pre once twice bn mn tn k period twenties thirties forties fifties sixties seventies eighties nineties",
        "another other further bc bce",
    )
) - {"of"}
# Words that never belong to a date, but tell one from what only looks like it: by those of _PLAIN only a date in
# figures, a month or a period is told.
_PLAIN = word_set(
    "in on by during for or throughout when with but was has while where which is after since into both he she does",
    "shortly",
)
_BESIDE = word_set(
    "as joe black super bloody ruby cyber freaky sheffield man times telegraph mirror mail express herald addams",
    "mercury percent per attack attacks attackers terror terrorist terrorists commission committee panel riot riots",
    "rioter rioters insurrection massacre uprising bombing bombings hijackers victims families survivors anniversary",
    "memorial museum beginning ended ending starting released dated due born died set scheduled slated planned",
    "people men women children police troops staff goes comes takes gives marks makes shows means begins starts ends",
    "street road avenue lane drive madness fair ball gmt utc miles feet",
)
# What a date goes on with, and what only behind a month, a season or a part of the year (June last year).
_ON = frozenset(
    {*MONTH_OF, *MONTH_OF_SHORT, *WEEKDAY_OF, *WEEKDAY_OF_SHORT, *UNITS, *PLURALS, *PARTS_OF_DAY, *SEASONS, *ZONES}
    | {*ORDINALS, *NUMBER_WORDS, *(f"{day}s" for day in WEEKDAY_OF)}
    | word_set(
        "ago earlier later before hence now previously old olds age time period half quarter clock eve am pm a p s",
        "st nd rd th thousand local few several couple many today yesterday tomorrow tonight christmas easter",
        "thanksgiving fiscal financial calendar full year bc bce",
    )
)
_SHIFTS = word_set("last this next")
_SHIFTED = frozenset(
    {*MONTH_OF, *MONTH_OF_SHORT, *SEASONS, *PARTS_OF_DAY, "quarter", "half", "christmas", "easter", "thanksgiving"}
)
_COUNT = deferred(r"\d{1,4}(?!\d|[,.:]\d)|\d\d?\.\d\d?\.\d")
_NOUNS = word_set("past future present")
_FIRM_WORDS = frozenset({*MONTH_OF, *MONTH_OF_SHORT, "noon", "midnight", "midday"})
# Signs beside figures and months that tell whether those are a date.
_SIGNS_BEFORE = frozenset("$€£#+/:.([,-–'’‘") | {""}
_SIGNS_BEHIND = frozenset(")],-–;:%/('’") | {""}
_DASHES_AND_MARKS = frozenset("-'’")
_BEHIND_PERIOD = word_set("of that since after ended ending")
_ALIKE = {"since": "until", "during": "until", "till": "by", "after": "by", "before": "by", "for": "by"}
_KNOWN = _WITHIN | _BEFORE | _LINKS | _PLAIN | _BESIDE
_LETTERS = deferred(LETTERS)
_NUMBER = deferred(r"[(\[“\"‘’'`*]*\d[\d,.:/½–-]*")
_TOKEN = deferred(rf"\d[\d,.]*|{LETTERS}|\S")
_ASIDE = "([“\"‘'’`*"
_TRAIL = ".,;:!?”\"’'"
# A stop behind one of these closes no sentence.
_ERAS = word_set("bc bce b.c b.c.e")
_SHORTENED = frozenset({*_ERAS, *MONTH_OF_SHORT, *WEEKDAY_OF_SHORT, "a.m", "p.m", "st", "jr"})


class Grade(IntEnum):
    """How much of a token beside a window is told: all that the grammar may ask, or less."""

    EXACT = 0
    FIRM = 1  # a month or figures, but no number that may be an odd day and no clock
    NAMED = 2  # a day or a period with a capital, which may be a part of a name
    LOOSE = 3  # any other day or period
    NOUN = 4  # past, present or future


class Role(IntEnum):
    """What a piece of text can be in a date."""

    OUTSIDE = 0
    WITHIN = 1
    BEFORE = 2  # only with more of the date right behind it
    LINK = 3  # only between two parts of a date, or two dates
    IN = 4  # the same, behind "early" and the like


_Shapes = tuple[str, str, str, str, str]


class Piece(NamedTuple):
    """What stands between two blanks.

    ``closes`` says that a sentence or a clause ends with it, ``edge`` that it is ``early`` or the like, ``on`` that a
    date goes on with it; it does with a ``shift`` behind a ``shifted`` piece, and with an article behind a weekday.
    ``first`` and
    ``last`` are its first and last token as they are written at the edge of a window, by Grade.
    ``grade`` is how much must be known of what stands before and behind it, ``trail`` how many signs end it that are no
    part of a date.
    """

    role: Role
    closes: bool
    edge: bool
    on: bool
    shift: bool
    shifted: bool
    weekday: bool
    grade: Grade
    trail: int
    first: _Shapes
    last: _Shapes


def read_piece(text: str) -> Piece:
    """What the words and signs between two blanks are to the grammar."""
    if text.isalpha() and text.lower() not in _KNOWN:
        return _unknown(text)
    words = [text.lower()] if text.isalpha() else [match.group().lower() for match in _LETTERS.finditer(text)]
    bare = text.rstrip('”")]*')
    stop = bare != text or bare.endswith((".", "!", "?", ";", ":"))
    closes = stop and bare.rstrip(".").lower().rsplit("-", 1)[-1].lstrip(_ASIDE) not in _SHORTENED
    tokens = [text] if text.isalpha() else _TOKEN.findall(text) or [text]
    trail = len(text) - len(text.rstrip(_TRAIL)) if closes else int(text.endswith(","))
    return Piece(
        _role(text, words),
        closes,
        text.lower().lstrip(_ASIDE) in _EDGES,
        _goes_on(text, words),
        words == words[:1] and words[:1] != [] and words[0] in _SHIFTS,
        words[-1] in _SHIFTED if words else text[:1].isdecimal(),
        words[-1:] != [] and words[-1] in WEEKDAY_OF,
        _grade(text, words),
        trail,
        _behind(tokens[0]),
        _before(tokens[-1]),
    )


def _unknown(word: str) -> Piece:
    behind = _behind(word)
    return Piece(
        Role.OUTSIDE,
        closes=False,
        edge=False,
        on=False,
        shift=False,
        shifted=False,
        weekday=False,
        grade=Grade.LOOSE,
        trail=0,
        first=behind,
        last=_OTHER[word[0].isupper()],
    )


_OTHER: tuple[_Shapes, _Shapes] = (("x", "x", "x", "x", "x"), ("X", "x", "x", "x", "x"))


def _role(text: str, words: list[str]) -> Role:
    bare = text.lower().lstrip(_ASIDE)
    if bare in _BEFORE:
        return Role.BEFORE
    if bare in _LINKS:
        return Role.LINK
    if bare in {"in", "on"}:
        return Role.IN
    if not words and text:
        return Role.WITHIN if _NUMBER.match(text) and not text.rstrip(",;.").endswith(("%", "+")) else Role.OUTSIDE
    if text == "":
        return Role.OUTSIDE
    if bare.rstrip(".,;:!?)") in _ERAS:
        return Role.WITHIN
    known = all(word in _WITHIN or word in _BEFORE or word in _LINKS for word in words)
    return Role.WITHIN if known and (text[0] in _ASIDE or text[0].isalnum()) else Role.OUTSIDE


def _goes_on(text: str, words: list[str]) -> bool:
    bare = text.lstrip(_ASIDE)
    if bare.lower().rstrip(".,;:!?)") in _ERAS:
        return True
    return _COUNT.match(bare) is not None if bare[:1].isdecimal() else words[:1] != [] and words[0] in _ON


def _grade(text: str, words: list[str]) -> Grade:
    if any(sign.isdecimal() for sign in text) or any(word in _FIRM_WORDS for word in words):
        return Grade.FIRM
    if any(word in _NOUNS for word in words):
        return Grade.NOUN
    return Grade.NAMED if text.lstrip(_ASIDE)[:1].isupper() else Grade.LOOSE


def _before(text: str) -> _Shapes:
    """The token before a window."""
    low, capital = text.lower(), text[:1].isupper()
    if not text[:1].isalpha():
        sign = "0" if text[:1].isdecimal() else text[:1]
        return sign, sign if sign in _SIGNS_BEFORE else "x", "x", "x", "x"
    if low == "as":
        return low, low, low, low, "x"
    if low in _BESIDE:
        word = low.capitalize() if capital else low
        return word, word, word if capital else "x", "x", "x"
    if low == "for":
        return low, "by", "x", low, "x"
    return (low, _ALIKE.get(low, low), "x", "x", "x") if low in _KNOWN else _OTHER[capital]


def sign_behind(sign: str) -> _Shapes:
    """A sign behind a window, or the end of the line there."""
    loose = sign if sign in _DASHES_AND_MARKS else "x"
    return sign, sign if sign in _SIGNS_BEHIND else ".", loose, loose, ","


def _behind(text: str) -> _Shapes:
    """The token behind a window."""
    low, capital = text.lower(), text[:1].isupper() and text != "I"
    if not text[:1].isalpha():
        return sign_behind("0" if text[:1].isdecimal() else text[:1])
    noun = "and" if low in BEHIND_NOUN else "x"
    if low in _BESIDE:
        word = low.capitalize() if capital else low
        loose = low if low in _BEHIND_PERIOD else "x"
        return word, word, word if capital else loose, loose, noun
    if low in _KNOWN:
        loose, other = low if low in _BEHIND_PERIOD else "x", "X" if capital else "x"
        return low, "and" if low in FUNCTION_WORDS else other, "X" if capital else loose, loose, noun
    if capital:
        return "X", "X", "X", "x", "x"
    ending = next((ending for ending in ("ing", "s") if low.endswith(ending)), "")
    return "x" + ending, "xs" if ending == "s" else "x", "x", "x", noun
