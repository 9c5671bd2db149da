"""Quotation marks: which of them belong together, and what stands between them.

Every mark is read as opening or closing from its glyph and its neighbours, so that curly, straight, doubled and
misturned marks pair with one another; a stack keeps nested quotations apart. Pairs never cross a paragraph, but a
quotation of several paragraphs opens again in each and closes only in the last.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factlint.text.deferred import deferred

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_DOUBLES = ('"', "“", "”", "„", "‟", "«", "»", "''", "’’", "‘‘", "``")
_OPENING = frozenset(("“", "„", "«", "‘‘", "``"))
_CLOSING = frozenset(("”", "‟", "»", "’’"))
# Three of them are the fence of a code block in Markdown.
_FENCED = {"``": "(?<!`)``(?!`)"}
_BEFORE_OPENING = " \t\xa0\u202f([{"
_AFTER_CLOSING = " \t\xa0\u202f)]}.,;:!?…"

# An opening single mark and a closing one; an apostrophe between two letters is neither.
_MAY_OPEN = {mark: deferred(rf"{mark}(?<![^\s(\[{{—–-].)", re.DOTALL) for mark in ("'", "‘")}
# The character class in front lets the search skip from mark to mark; a look at both sides tells which one it is.
_SINGLE = deferred(
    r"['‘’](?:(?<!’)(?<![^\s(\[{—–-].)(?=[\w$€£\[(…])(?P<open>)|(?<!‘)(?<=[^\s(\[{—–-].)(?![\w'’]))", re.DOTALL
)
_CLIPPED = deferred(r"(?:\d\ds?|s|n|em|til|till|cause|tis|twas|round|bout|neath)\b", re.IGNORECASE)
# A single-marked quotation is short: a headline's or a term; longer stretches are apostrophes far apart.
_LONGEST_SINGLE = 300


class Quotation(NamedTuple):
    """A quotation with its marks (``opening`` to ``closing``) and its words (``start`` to ``end``).

    ``paragraph`` is the number of the paragraph it stands in.
    """

    opening: int
    start: int
    end: int
    closing: int
    paragraph: int


class _Pair(NamedTuple):
    """From the opening mark to the closing one, and from the end of the former to the start of the latter."""

    opening: int
    start: int
    end: int
    closing: int


def find_quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[Quotation]:
    """What stands between quotation marks, in text order, nested quotations left out.

    ``paragraphs`` are the (start, end) of the paragraphs in text order. A mark without a partner opens nothing, unless
    the next paragraph opens the quotation again or it is itself such a reopening.
    """
    doubles = doubles_in(text)
    singles = _possible_singles(text)
    continued = False
    for index, (start, end) in enumerate(paragraphs):
        pairs: list[_Pair] = []
        if doubles is not None:
            behind = paragraphs[index + 1][0] if index + 1 < len(paragraphs) else len(text)
            pairs, continued = _paragraph(text, start, end, doubles, reopened=continued, behind=behind)
        for pair in _with_singles(text, start, end, pairs) if _between(singles, start, end) else pairs:
            words = text[pair.start : pair.end]
            body = words.strip()
            if body:
                first = pair.start + len(words) - len(words.lstrip())
                yield Quotation(pair.opening, first, first + len(body), pair.closing, index)


def doubles_in(text: str) -> re.Pattern[str] | None:
    """A pattern of the double marks that a text has; None where it has none."""
    return _pattern(tuple(mark for mark in _DOUBLES if mark in text))


@cache
def _pattern(marks: tuple[str, ...]) -> re.Pattern[str] | None:
    """A pattern of some marks: most texts have two or three of all, which are found far sooner."""
    return re.compile("|".join(_FENCED.get(mark, mark) for mark in marks)) if marks else None


def _possible_singles(text: str) -> list[int]:
    """Where a single-marked quotation may open, in text order: no apostrophe within a word or at its end."""
    found = [match.start() for mark, search in _MAY_OPEN.items() if mark in text for match in search.finditer(text)]
    return sorted(found)


def _between(places: Sequence[int], start: int, end: int) -> bool:
    """Whether any of some places, in text order, lies in a range."""
    index = bisect_left(places, start)
    return index < len(places) and places[index] < end


def _paragraph(
    text: str, start: int, end: int, doubles: re.Pattern[str], *, reopened: bool, behind: int
) -> tuple[list[_Pair], bool]:
    """The outermost double-marked pairs of a paragraph, and whether the last one goes on at ``behind``, in the next."""
    pairs: list[_Pair] = []
    opened: list[tuple[int, int]] = []
    for mark in doubles.finditer(text, start, end):
        low, high = mark.span()
        if is_opening(text, low, high, (start, end), inside=bool(opened)):
            opened.append((low, high))
        elif opened:
            _put(pairs, _Pair(*opened.pop(), low, high))
    following = doubles.match(text, behind) if opened else None
    continued = following is not None and not is_closing(following.group())
    if continued or (opened and reopened and opened[-1][0] == start):
        _put(pairs, _Pair(*opened[-1], end, end))
    return pairs, continued


def is_opening(text: str, low: int, high: int, paragraph: tuple[int, int], *, inside: bool) -> bool:
    """Whether the double mark from ``low`` to ``high`` opens a quotation; ``inside``: another one is open."""
    before = text[low - 1] if low > paragraph[0] else " "
    after = text[high] if high < paragraph[1] else " "
    # ="..." is the value of an attribute in left-over markup.
    return text[low - 1 : high] != '="' and _opens(text[low:high], before, after, inside=inside)


def is_closing(glyph: str) -> bool:
    """Whether a mark is drawn as a closing one."""
    return glyph in _CLOSING


def _opens(glyph: str, before: str, after: str, *, inside: bool) -> bool:
    """Whether a mark opens a quotation: by its neighbours where the glyph does not tell, or is turned the wrong way."""
    may_open = before in _BEFORE_OPENING and not after.isspace()
    may_close = after in _AFTER_CLOSING and not before.isspace()
    if glyph in _OPENING:
        return not (inside and may_close and not may_open)
    if glyph in _CLOSING:
        return not inside and may_open and not may_close
    if may_open == may_close:
        return not inside
    return may_open


def _put(pairs: list[_Pair], pair: _Pair) -> None:
    """Adds a pair and takes out those inside it."""
    while pairs and pairs[-1].start >= pair.start:
        pairs.pop()
    pairs.append(pair)


def _with_singles(text: str, start: int, end: int, pairs: Iterable[_Pair]) -> Iterator[_Pair]:
    """The given pairs of a paragraph, and the single-marked ones in the gaps between them."""
    for pair in pairs:
        yield from _singles(text, start, pair.opening)
        yield pair
        start = pair.closing
    yield from _singles(text, start, end)


def _singles(text: str, start: int, end: int) -> Iterator[_Pair]:
    """Single-marked quotations: a mark that can only open, then the next that can only close.

    A closing mark behind a plural (``the leaders' statement``) is kept as a last resort until a better one comes.
    """
    opened = doubtful = -1
    for mark in _SINGLE.finditer(text, start, end):
        if opened >= 0 and mark.start() - opened > _LONGEST_SINGLE:
            opened = -1
        if mark["open"] is not None:
            if opened >= 0 and doubtful >= 0:
                yield _Pair(opened - 1, opened, doubtful, doubtful + 1)
                opened = -1
            if opened < 0 and not _CLIPPED.match(text, mark.end()):
                opened, doubtful = mark.end(), -1
        elif opened >= 0 and not _possessive(text, mark.start(), end):
            yield _Pair(opened - 1, opened, mark.start(), mark.end())
            opened = -1
        elif opened >= 0 and doubtful < 0:
            doubtful = mark.start()
    if opened >= 0 and doubtful >= 0:
        yield _Pair(opened - 1, opened, doubtful, doubtful + 1)


def _possessive(text: str, mark: int, end: int) -> bool:
    return text[mark - 1] in "sS" and mark + 2 < end and text[mark + 1] == " " and text[mark + 2].isalnum()
