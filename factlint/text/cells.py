"""Fitting text into the character cells of a terminal, where an ideograph takes two and a combining mark none.

Units are what is shown for each character, one each, so that nothing is cut inside an escape.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.text.visible import visible, visible_char

if TYPE_CHECKING:
    from collections.abc import Sequence

ELLIPSIS = "…"

# Latin, Greek, Cyrillic, usual punctuation and control pictures are one cell wide each; only what lies beyond is worth
# loading the width tables for, which takes longer than a small run.
_NARROW = re.compile(
    r"[ -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u0482\u048a-\u052f"
    r"\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2400-\u2426]*"
)


def units(text: str) -> list[str]:
    """What is shown for each character."""
    return list(text) if text.isascii() and text.isprintable() else list(map(visible_char, text))


def cells(text: str) -> int:
    """The width of a text that ``visible`` gave."""
    return len(text) if _NARROW.fullmatch(text) else sum(map(_width, text))


@lru_cache(maxsize=4096)
def _width(char: str) -> int:
    if _NARROW.fullmatch(char):
        return 1
    from wcwidth import wcwidth

    return max(0, wcwidth(char))


def fitting(shown: Sequence[str], room: int) -> int:
    """How many of the first units fit into a number of cells, the combining marks of the last one included."""
    whole = "".join(shown)
    if len(whole) == len(shown) and _NARROW.fullmatch(whole):
        return min(len(whole), max(0, room))
    count = used = 0
    for unit in shown:
        used += cells(unit)
        if used > room:
            break
        count += 1
    return count


def cropped(text: str, room: int) -> str:
    """A text made visible and cut at its end to a number of cells; the cut shows as an ellipsis."""
    # Marks without a width of their own could go on for ever; four to a cell are more than any language has.
    shown = units(text[: 4 * room + 1])
    count = fitting(shown, room)
    if count == len(shown) and len(shown) == len(text):
        return "".join(shown)
    return "".join(shown[: fitting(shown, room - 1)]) + ELLIPSIS


def wrapped(text: str, room: int, lines: int) -> list[tuple[int, int]]:
    """Ranges of characters of a text, each of which fits a line of ``room`` cells, broken at blanks if there are any.

    No more than ``lines``; where the last range ends before the text does, the text was cut and a cell is left for an
    ellipsis.
    """
    ranges: list[tuple[int, int]] = []
    start = 0
    while start < len(text) and len(ranges) < lines:
        window = text[start : start + 4 * room + 1]
        count = fitting(units(window), room)
        if start + count < len(text):
            last = len(ranges) == lines - 1
            count = _at_blank(window, max(1, fitting(units(window), room - last)))
        ranges.append((start, start + count))
        start += count
        start += _blanks(text, start)
    return ranges


def _blanks(text: str, start: int) -> int:
    """How many blanks stand at an offset, none of which begins a line."""
    end = start
    while text.startswith(" ", end):
        end += 1
    return end - start


def _at_blank(window: str, count: int) -> int:
    """Where to break a line of at most ``count`` characters: after its last word, unless most would stay empty."""
    blank = window.rfind(" ", 0, count + 1)
    return blank if blank > count // 3 else count


def paragraph(text: str, room: int, lines: int) -> list[str]:
    """A text made visible and wrapped into at most so many lines; a cut shows as an ellipsis."""
    ranges = wrapped(text, room, lines) or [(0, 0)]
    shown = [visible(text[start:end]) for start, end in ranges]
    if ranges[-1][1] < len(text.rstrip(" ")):
        shown[-1] += ELLIPSIS
    return shown


def starts_word(shown: Sequence[str], reach: int) -> int:
    """How many of the first units belong to a word that was cut, or are its marks; 0 where no blank is within reach."""
    blank = next((index for index, unit in enumerate(shown[:reach]) if unit == " "), None)
    if blank is not None:
        return blank + 1
    return next((index for index, unit in enumerate(shown) if cells(unit)), 0)
