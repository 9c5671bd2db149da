"""Dismissals in comments of Markdown and HTML: ``<!-- factlint: dismiss names/misspelled "Whitcoff" so his -->``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.findings.dismissal import Dismissal
from factlint.findings.finding import Location
from factlint.text.deferred import deferred
from factlint.text.lines import LineIndex
from factlint.text.marked import parse_day
from factlint.text.problem import Problem

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

_WORD = "factlint:"
_OPEN, _CLOSE = "<!--", "-->"
_DISMISS = deferred(
    r"""\s*dismiss\s+ (?P<rule>[a-z]+/[\w*?-]+) \s+ (?:"(?P<plain>[^"]+)"|“(?P<curly>[^”]+)”)
        (?:\s+until\s+(?P<until>\S+))? (?P<reason>.*)""",
    re.VERBOSE | re.DOTALL,
)
_HINT = 'write <!-- factlint: dismiss names/misspelled "the words" why they are right -->'


def in_comments(path: str, article_id: str, text: str, line: int = 1) -> tuple[tuple[Dismissal, ...], list[Problem]]:
    """The dismissals in the comments of an article, and what is wrong with them.

    ``text`` is that of the file, or lines of it that begin at a ``line``; offsets of the places count in it.
    """
    if _WORD not in text:
        return (), []
    found: list[Dismissal] = []
    problems: list[Problem] = []
    index = LineIndex(text)
    for start, end in _comments(text):
        place = _place(path, article_id, text, start, end, index, line - 1)
        read = _read(text[start:end], place)
        if isinstance(read, Dismissal):
            found.append(read)
        else:
            low, high = index.bounds(index.position(start)[0])
            length = min(end, high) - start
            problems.append(Problem(path, *read, place.line, place.column, text[low:high], length))
    return tuple(found), problems


def _comments(text: str) -> Iterator[tuple[int, int]]:
    """Where the comments stand that speak to factlint."""
    at = text.find(_OPEN)
    while at >= 0:
        end = text.find(_CLOSE, at)
        if end < 0:
            return
        if text[at + len(_OPEN) : end].lstrip().startswith(_WORD):
            yield at, end + len(_CLOSE)
        at = text.find(_OPEN, end)


def _read(comment: str, place: Location) -> Dismissal | tuple[str, str]:
    """The dismissal of a comment, or what is wrong and what to write."""
    said = comment[len(_OPEN) : -len(_CLOSE)].strip()[len(_WORD) :]
    match = _DISMISS.fullmatch(said)
    if match is None:
        return "this comment is no dismissal", _HINT
    reason = " ".join(match["reason"].split()).strip("-–—: ")
    if not reason:
        return "this dismissal gives no reason", _HINT
    until: datetime.date | None = None
    if match["until"]:
        until = parse_day(match["until"])
        if until is None:
            return f"“until” wants a day, not “{match['until']}”", "write it as until 2026-12-31"
    words = " ".join((match["plain"] or match["curly"]).split())
    return Dismissal(
        match["rule"], words, reason, until=until, article=place.path, id=place.id, in_text=True, place=place
    )


def _place(path: str, article_id: str, text: str, start: int, end: int, index: LineIndex, above: int) -> Location:
    (line, column), (end_line, end_column) = index.position(start), index.position(end)
    words = text[start:end]
    return Location(path, article_id, start, end, line + above, column, end_line + above, end_column, words)
