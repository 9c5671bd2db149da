"""What stands around an article and is no part of it: pitches, links, biographies, credits of contributors."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.annotations.sections.phrases import (
    BIOGRAPHY,
    CLOSING,
    CONTRIBUTED,
    DELIVERED,
    FIRST_WORD,
    FIRST_WORDS,
    INSERT,
    JOB,
    NAMES_ALONE,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.annotations.sections.lines import Line

# The most words of a pitch, of a credit of contributors, of a biography; what is longer is read as a paragraph.
_PITCH, _CREDIT, _BIOGRAPHY = 45, 60, 90
# What may stand before the first word of a pitch, and how much of a line is looked at to find that word.
_ADORNMENTS, _LEAD = "-–—•*>|_[(#▶ ", 24
# How many long paragraphs in a row show that an article goes on behind what looked like its end.
_SURE = 3


def furniture(lines: Sequence[Line]) -> list[bool]:
    """For each line whether it is boilerplate.

    A line that announces itself (a pitch, a copyright line) is. What follows it is as well, until the article goes on:
    with three long paragraphs in a row, or, after what may be an insert, with any paragraph that is long.
    """
    if not lines:
        return []
    announced = [_announced(line) for line in lines]
    _find_biographies(lines, announced)
    result = _spread(lines, announced)
    _take_labels(lines, announced, result)
    _take_teasers(lines, result)
    return result


# -- lines that say what they are


def _announced(line: Line) -> str:
    """What a line says of itself: ``insert``, ``closing``, or nothing."""
    if line.known:
        return ""
    led = _leads(line.text[:_LEAD].partition(" ")[0])
    text = line.text.lstrip(_ADORNMENTS).replace("’", "'") if led else ""
    if (led and CLOSING.match(text) and line.words <= _BIOGRAPHY) or (
        _contributed(line.text) and line.words <= _CREDIT
    ):
        return "closing"
    return "insert" if ((led and INSERT.match(text)) or _delivered(line.text)) and line.words <= _PITCH else ""


@lru_cache(maxsize=4096)
def _leads(opening: str) -> bool:
    """Whether a phrase of boilerplate may begin with the first letters of a line, up to its first blank."""
    first = FIRST_WORD.match(opening.lstrip(_ADORNMENTS))
    return first is None or first.group().lower() in FIRST_WORDS


def _contributed(text: str) -> bool:
    return "contribut" in text and CONTRIBUTED.search(text) is not None


def _delivered(text: str) -> bool:
    yours = "your" in text or "Your" in text or "YOUR" in text
    return yours and DELIVERED.search(text) is not None


def _find_biographies(lines: Sequence[Line], announced: list[str]) -> None:
    """Notes on the author: only at the very end, or where the article seems to be over already."""
    last = max(len(lines) - 2, 3)
    first = next((index for index, what in enumerate(announced) if what), last)
    over = False
    for index in range(min(first, last), len(lines)):
        line = lines[index]
        if not announced[index] and (over or index >= last) and _is_biography(line, sure=over):
            announced[index] = "closing"
        over = bool(announced[index]) or (over and not line.long)


def _is_biography(line: Line, *, sure: bool) -> bool:
    match = BIOGRAPHY.match(line.text)
    # Where nothing else shows the end of the article, only the form "X is a reporter at" is safe.
    return match is not None and line.words <= _BIOGRAPHY and (sure or JOB.search(match.group()) is not None)


# -- how far each of them reaches


def _spread(lines: Sequence[Line], announced: Sequence[str]) -> list[bool]:
    """Announced lines, and with each the lines up to where the article goes on."""
    result = [bool(what) for what in announced]
    if not any(result):
        return result
    runs = _runs(lines, announced)
    sure = _sure_starts(runs, announced)
    begun = False
    index = 0
    while index < len(lines):
        if not announced[index]:
            begun = begun or lines[index].ordinary
            index += 1
            continue
        following = index + 1
        insert = announced[index] == "insert" or not begun
        index = following if insert and _goes_on(lines, announced, runs, following, begun) else sure[following]
        result[following:index] = [True] * (index - following)
    return result


def _runs(lines: Sequence[Line], announced: Sequence[str]) -> list[int]:
    """For each line how many long paragraphs stand in the run of ordinary paragraphs that begins with it."""
    runs = [0] * (len(lines) + 1)
    for index in range(len(lines) - 1, -1, -1):
        if not announced[index] and lines[index].ordinary:
            runs[index] = runs[index + 1] + lines[index].long
    return runs


def _sure_starts(runs: Sequence[int], announced: Sequence[str]) -> list[int]:
    """For each line the first one at or after it where the article surely goes on, or that announces itself."""
    last = len(announced)
    result = [last] * (last + 1)
    for index in range(last - 1, -1, -1):
        result[index] = index if announced[index] or runs[index] >= _SURE else result[index + 1]
    return result


def _goes_on(lines: Sequence[Line], announced: Sequence[str], runs: Sequence[int], index: int, begun: bool) -> bool:
    """Whether what may be an insert is followed by the article, which has not ``begun`` where nothing was read yet."""
    if index >= len(lines) or announced[index]:
        return False
    if not begun:
        return True
    if lines[index].titled and index + 1 < len(lines):
        index += 1
    return not announced[index] and runs[index] > 0


# -- lines that only their neighbours betray


def _take_labels(lines: Sequence[Line], announced: Sequence[str], result: list[bool]) -> None:
    """The name of the outlet or of the author above boilerplate, and the author's name at the end."""
    over = True
    for index in range(len(lines) - 1, 1, -1):
        below = index + 1 < len(lines) and bool(announced[index + 1])
        if result[index]:
            continue
        if (below and _label(lines[index])) or (over and _signed(lines, index, below=below)):
            result[index] = True
        elif over and below and lines[index].words <= 20 and _label(lines[index - 1]):
            # A slogan between the outlet's name and the pitch.
            result[index] = result[index - 1] = True
        else:
            over = False
            if not any(announced):
                break


def _label(line: Line) -> bool:
    return (
        line.final not in {"", ".", "?", "!", ":", ",", ";"}
        and line.words <= 4
        and line.text[0].isupper()
        and not line.bullet
        and not line.known
    )


def _signed(lines: Sequence[Line], index: int, *, below: bool) -> bool:
    """Whether a line is the bare name of an author below the last paragraph."""
    last = below or index >= len(lines) - 2
    return last and NAMES_ALONE.fullmatch(lines[index].text) is not None and lines[index - 1].ordinary


def _take_teasers(lines: Sequence[Line], result: list[bool]) -> None:
    """Links to other articles at the very end: at least three, each below a bullet that stands alone on its line."""
    index = len(lines)
    bullets = 0
    while index and (result[index - 1] or lines[index - 1].lone_bullet or (index > 1 and lines[index - 2].lone_bullet)):
        index -= 1
        bullets += lines[index].lone_bullet
    if bullets >= _SURE:
        result[index:] = [True] * (len(lines) - index)
