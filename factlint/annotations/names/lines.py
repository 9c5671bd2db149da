"""Lines in which names mean something else: team sheets, scores, credits, indexes, lists of links or nominees.

Such a line is known by its shape: names, figures and separators, and no word in small letters that a sentence would
need. Only lines that mostly consist of names are looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.annotations.names.words import LINE_WORDS
from factlint.text.deferred import deferred
from factlint.text.tokens import MARKS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factlint.annotations import Reading

_SHARE, _SHARE_OF_CREDITS = 0.4, 0.2
"""The part of a line that its names make up, at least."""
_LONGEST_ENTRY = 80
_CREDITS = deferred(
    r"\W*(?:additional )?(?:reporting|writing|editing|edited|written|compiled|directed|produced|photo\w*|image|picture)"
    r"s?(?: by| credit)?\b[: ]",
    re.IGNORECASE,
)
_BRACKETS = deferred(r"\([^()]*\)")
_SMALL = deferred(rf"[a-z](?<![\w'’.-].)[^\W\d_]*(?:[{MARKS}]+[^\W\d_]*)*")
_AGAINST = deferred(r" v [A-Z]|\b\d+[-–]\d+\b")
_FIGURES = deferred(r"(?<!\w)[£$€+-]?\d[\d.,:]*")
# A minute behind a substitute, initials before surnames, the club of somebody.
_TEAM = deferred(r"\([^()]*\d\d?\)|[,;:] ?[A-Z]{1,2} [A-Z][a-z]|^[A-Z]{1,2} [A-Z][\w'’-]+ \(|\b[Ss]ub(?:stitute)?s\b")
_PAGES = deferred(r"\d[\d, –-]*$")
_PROSE = ("standfirst", "byline", "dateline", "caption", "pullquote")
_ELEVEN = 7
_MOST = 0.6
_ENTRIES = 3
"""So many short lines in a row are entries of a list."""


def line_kinds(reading: Reading, lengths: Mapping[int, int]) -> dict[int, str]:
    """The kinds of lines by their paragraph, for those that are no prose.

    ``lengths`` is how many characters of each paragraph are names.
    """
    kinds: dict[int, str] = {}
    entries: list[int] = []
    for paragraph, names in lengths.items():
        start, end = reading.paragraphs[paragraph]
        share = names / (end - start)
        if share < _SHARE_OF_CREDITS:
            continue
        section = reading.section_at(start)
        line = reading.text[start:end]
        if _CREDITS.match(line):
            kinds[paragraph] = "credits"
        elif share >= _SHARE and section not in _PROSE and (section != "headline" or paragraph):
            kind = _kind(line)
            if kind is not None:
                kinds[paragraph] = kind
            elif _is_entry(line):
                entries.append(paragraph)
    _add_neighbours(kinds)
    for row in _rows(sorted(entries)):
        pages = all(_PAGES.search(reading.text[slice(*reading.paragraphs[paragraph])]) for paragraph in row)
        kinds.update(dict.fromkeys(row, "index" if pages else "list"))
    return kinds


def _add_neighbours(kinds: dict[int, str]) -> None:
    """Take what could be any list for a part of the team sheet that it stands beside: who was booked."""
    for paragraph in [paragraph for paragraph, kind in kinds.items() if kind == "list"]:
        if any(kinds.get(paragraph + apart) == "team" for apart in (-3, -2, -1, 1, 2, 3)):
            kinds[paragraph] = "team"


def _kind(line: str) -> str | None:
    """What a line is by its own shape; None for prose, and for what only its neighbours show."""
    if line.startswith("(("):
        return None
    outside = _BRACKETS.sub("", line)
    if any(word not in LINE_WORDS for word in _SMALL.findall(outside)):
        return None
    items = re.split(r"[,;]", outside)
    if _AGAINST.search(outside) or len(_FIGURES.findall(outside)) > 1:
        return "scores"
    if _TEAM.search(line) or (len(items) >= _ENTRIES and line.count("(") >= _ENTRIES) or _are_surnames(items):
        return "team"
    return "list" if len(items) >= _ENTRIES else None


def _are_surnames(items: Sequence[str]) -> bool:
    """Whether a line has the many single words that only the surnames of a team are."""
    return len(items) >= _ELEVEN and sum(" " not in item.strip() for item in items) >= _MOST * len(items)


def _is_entry(line: str) -> bool:
    """Whether a line may be an entry of a list: short, no stop, nothing that a sentence needs."""
    if len(line) > _LONGEST_ENTRY or line[-1:] in ".!?:;,\"”’'":
        return False
    return not any(word not in LINE_WORDS for word in _SMALL.findall(line))


def _rows(entries: Sequence[int]) -> list[list[int]]:
    """Paragraphs that follow each other, as far as they are enough for a list."""
    rows: list[list[int]] = []
    for paragraph in entries:
        if rows and rows[-1][-1] == paragraph - 1:
            rows[-1].append(paragraph)
        else:
            rows.append([paragraph])
    return [row for row in rows if len(row) >= _ENTRIES]
