"""Where dates may stand: the words of the grammar around each word of time, cut out of their line.

The whole text is searched once, for the words without which there is no date (``year``, ``Monday``, ``2022``); only
their surroundings are looked at by the word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.dates.vocabulary import Grade, Role, sign_behind
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
from factlint.text.plain import lowered
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factlint.annotations.dates.vocabulary import Piece

# These are words of time with a capital only.
_NAMES = frozenset({*MONTH_OF, *MONTH_OF_SHORT, *WEEKDAY_OF, *WEEKDAY_OF_SHORT, *(f"{day}s" for day in WEEKDAY_OF)})
_WORDS = frozenset({*UNITS, *PLURALS, *PARTS_OF_DAY, *SEASONS, *ZONES} - word_set("second ct et mt pt")) | word_set(
    "today yesterday tomorrow tonight now currently current nowadays recently recent lately soon hourly daily weekly",
    "monthly annual annually yearly past future present moment noon midnight midday clock eighteen nineteen twenty",
    "twenties thirties forties fifties sixties seventies eighties nineties christmas easter halloween thanksgiving",
    "juneteenth epiphany",
)
_FIGURES = (
    r"(?:1\d|20)\d\d(?!\d)",
    r"\d\d?:\d\d",
    r"\d\d?(?:\.\d\d)? ?[ap]\.?m\b",
    r"\d0s\b",
    r"\d{4}(?:gmt|utc|est|bst)\b",
    r"\d\d?\.\d\d?\.\d",
)

# A number that may be a day that its month does not have, or a clock.
_EXACT = deferred(r"(?<!\d)(?:29|[3-9]\d)(?!\d)|:")

# How far from a word of time its date may begin, and end, in characters.
_LEFT, _RIGHT = 64, 100
# And in words; hardly a date is longer.
_MOST = 9
# So many times as far a row of dates is read.
_FARTHEST = 16
# Signs that may stand before a word of time, with no blank: they are read as blanks where it is looked for.
_OPENING = "\n`-–(/'’‘\"“[,*"


# The week before last, the week after next.
_TURNS = frozenset({"before", "after"})

_OUTSIDE, _WITHIN, _BEFORE, _LINK, _IN = Role
_AS_IT_IS, _FIRM = Grade.EXACT, Grade.FIRM


class Window(NamedTuple):
    """Words of the grammar, from ``start`` to ``end``; ``before`` and ``behind`` are the shapes of the next ones."""

    start: int
    end: int
    before: str
    behind: str


def windows(text: str, pieces: Mapping[str, Piece]) -> Iterator[Window]:
    """The windows of a plain text, in text order; none overlaps another, none goes over a dash (—).

    ``pieces`` has what stands between two blanks read, whatever it is.
    """
    free = 0
    # A dash parts two dates; the text of a link or a picture ends where its address begins.
    text = text.replace("—", "\n").replace("](", ") ")
    for match in _WORD_OF_TIME.finditer(_spread(text)):
        place = match.start()  # the word begins one further on in what was searched, which has a blank in front
        if place < free or (match[1] in _NAMES and not text[place].isupper()):
            continue
        window = _window(text, place, free, pieces)
        yield window
        free = window.end


def _window(text: str, place: int, free: int, pieces: Mapping[str, Piece]) -> Window:
    """The window around the word of time at ``place``; it does not reach before ``free``."""
    far = place - _LEFT
    low = max(0, far, free)
    line = text.rfind("\n", low, place) + 1
    low = line or low
    middle = max(text.rfind(" ", low, place) + 1, low)
    start, first, before = _leftwards(text, low, middle, pieces, cut=low == far)
    if before is None:
        before = pieces["" if low in {line, 0} else "x"]
    end, last, behind = _rightwards(text, middle, pieces)
    first = first or pieces[text[middle:end].split(" ", 1)[0]]
    below = _FIRM if last.shift else last.grade
    if (first.grade is _FIRM or last.grade is _FIRM) and _EXACT.search(text, start, end) is not None:
        words = text[low:start].split()[-2:]
        shapes = " ".join(pieces[word].last[_AS_IT_IS] for word in words), behind.first[_AS_IT_IS]
    else:
        shapes = before.last[first.grade], behind.first[below]
    end -= last.trail
    return Window(start, end, shapes[0], sign_behind(text[end])[below] if last.trail else shapes[1])


def _leftwards(
    text: str, low: int, middle: int, pieces: Mapping[str, Piece], *, cut: bool
) -> tuple[int, Piece | None, Piece | None]:
    """Where the words of the grammar that lead to ``middle`` begin, the first of them, and what stands before it."""
    start = place = middle
    words = text[low : middle - 1].rsplit(" ", _MOST) if middle > low else []
    cut = cut or len(words) > _MOST
    first: Piece | None = None
    link: Piece | None = None
    for word in words[cut:][::-1]:
        place -= len(word) + 1
        if not word:
            continue
        piece = pieces[word]
        role = piece.role
        if piece.closes or role is _OUTSIDE or (link is not None and not _leads_to(piece, link)):
            return start, first, link or piece
        if role is _LINK or role is _IN:
            link = piece
        else:
            start, first, link = place, piece, None
    return start, first, link


def _links(piece: Piece, last: Piece, *, linked: bool) -> bool:
    """Whether more of a date may follow a piece that is none, by what was read last."""
    if piece.role is _LINK:
        return True
    if linked:
        return piece.role is _BEFORE or piece.role is _WITHIN
    if piece.role is _BEFORE:
        word = piece.first[_AS_IT_IS]
        return (
            last.weekday or word == "from" or (word == "a" and last.shifted and last.trail > 0)
        )  # the 15th; now; 2025, a Monday
    return (last.weekday and piece.role is _IN) or (piece.shift and (last.shifted or last.weekday))


def _leads_to(piece: Piece, link: Piece) -> bool:
    """Whether a date may go on over ``of``, ``to`` or ``in`` behind a piece."""
    return piece.role is _WITHIN if link.role is _LINK else piece.edge


def _rightwards(text: str, middle: int, pieces: Mapping[str, Piece], reach: int = 1) -> tuple[int, Piece, Piece]:
    """Where the words of the grammar from ``middle`` on end, the last of them, and what stands behind it.

    A row of dates is read farther than one: ``reach`` is how many times as far.
    """
    high = min(len(text), middle + reach * _RIGHT)
    line = text.find("\n", middle, high)
    words = text[middle : high if line < 0 else line].split(" ", reach * _MOST)
    cut = len(words) > reach * _MOST or (line < 0 and high < len(text) and len(words) > 1)
    if cut:
        words.pop()
    end = place = middle + len(words[0])
    last = pieces[words[0]]
    behind: Piece | None = None
    if last.closes:
        return end, last, pieces[""]
    linked = False
    for word in words[1:]:
        place += len(word) + 1
        if not word:
            continue
        piece = pieces[word]
        role = piece.role
        on = piece.on or (piece.shift and (behind or last).first[_AS_IT_IS] in _TURNS)
        if on and role is _WITHIN and (linked or behind is None):
            end, last, behind, linked = place, piece, None, False
        else:
            behind = behind or piece
            linked = _links(piece, last, linked=linked)
            if not linked:
                break
        if piece.closes:
            break
    else:
        if cut and (behind is None or linked) and reach < _FARTHEST:
            return _rightwards(text, middle, pieces, 2 * reach)
    return end, last, behind or pieces[""]


def _spread(text: str) -> str:
    """The text in small letters, character by character, one blank in front and blanks for opening signs."""
    low = lowered(text)
    for sign in _OPENING:
        low = low.replace(sign, " ")
    return " " + low


def _as_tree(words: Iterable[str]) -> str:
    """A pattern for words that is read letter by letter, each once."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words):
        by_letter.setdefault(word[:1], []).append(word[1:])
    ends = by_letter.pop("", None) is not None
    if not by_letter:
        return ""
    ways = [re.escape(letter) + _as_tree(rest) for letter, rest in by_letter.items()]
    pattern = "|".join(ways)
    # Letters that always come in a row need no group each: that is faster to compile, and to match.
    if len(ways) == 1 and (not ends or len(pattern) == 1):
        return f"{pattern}?" if ends else pattern
    return f"(?:{pattern})?" if ends else f"(?:{pattern})"


def _beginning(letters: str) -> str:
    """A pattern for the words of time that begin with one of these letters: most are passed over by their first."""
    return rf"(?=[{letters}]){_as_tree(word for word in _WORDS | _NAMES if word[0] in letters)}(?!\w)"


_BEGINNINGS = "|".join(_beginning(letters) for letters in ("abcdefgh", "ijklmnopqr", "stuvwxyz"))
_WORD_OF_TIME = deferred(rf" (q[1-4]\b|h[12]\b|{_BEGINNINGS}|(?=\d)(?:{'|'.join(_FIGURES)}))")
