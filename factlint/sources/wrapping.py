"""Copy that was wrapped by hand or by a mail program: its lines are no paragraphs, blank lines stand between those.

Recognised by what wrapping leaves behind: no line is longer than the width, hardly any line before another has room for
one word more, and most of these stop inside a sentence. Copy with a paragraph on each line is none of it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factlint.text.deferred import deferred

if TYPE_CHECKING:
    from factlint.text.offsets import Offsets, Origin

_NARROWEST, _WIDEST = 45, 100
_ROOM = 15
"""A line is full if a word of so many letters, or the one that follows, would not have fitted."""
_FEWEST = 3
"""Full lines that say that a text is wrapped at all."""
_FULL, _RUN_ON = 0.8, 0.6
"""Shares of the lines before another: so many are full, so many stop inside a sentence."""
_LINE = deferred(r"[^\r\n]+")
_BREAKS = ("\n", "\r\n", "\r")
# What begins a line of its own: items (which may go on below), quoted lines of a mail, tables, headings, code, rules.
_APART = deferred(r"[ \t]|[-*•+] |[>|<!`~{]|#{1,6} |\[[^\]]{1,80}\]:|\(?(?:\d{1,3}|[a-z])[.)][ \t]|[-=_*]{3,}$")
_CLOSED = deferred(r"[>|<!`~{]|#{1,6} |[-=_*]{3,}$")
# So do these behind a whole sentence; inside one they are a dash and a bracket of its own.
_APART_BEHIND_STOP = deferred(r"[–—] |\[(?!\.{3}|…)")
# Behind a closing mark a dash comes before whoever said it.
_SIGNATURE = deferred(r"[-–—] ?[A-Z][^.!?:;]{1,60}$")
_CLOSING = "\"”’'"
_STOPS = ".!?:;…\"”’')»"


def unwrapped(text: str, begin: int = 0) -> tuple[str, Origin | None]:
    """A text whose paragraphs behind ``begin`` are on one line each; where it comes from if it was wrapped."""
    from factlint.text.offsets import taken_from

    words, offsets = refilled(text, begin)
    return words, None if offsets is None else taken_from(text, offsets)


def refilled(text: str, begin: int = 0) -> tuple[str, Offsets | None]:
    """A text whose paragraphs behind ``begin`` are on one line each, and its map to the text if that was wrapped."""
    from factlint.text.offsets import OffsetsBuilder

    breaks = soft_breaks(text, begin)
    if not breaks:
        return text, None
    made, done = OffsetsBuilder(), 0
    parts: list[str] = []
    for one in breaks:
        parts += (text[done : one.start], one.words)
        made.add(one.start - done, done, one.start)
        made.add(len(one.words), one.start, one.end)
        done = one.end
    made.add(len(text) - done, done, len(text))
    return "".join((*parts, text[done:])), made.built()


def levelled(text: str) -> tuple[str, Origin | None]:
    """A record's text as long as it is, its paragraphs on one line each; where it comes from if it was wrapped.

    What offsets count does not change. A compound that is broken behind its hyphen stays in two lines.
    """
    from factlint.text.offsets import OffsetsBuilder, taken_from

    breaks = [one for one in soft_breaks(text) if one.words]
    if not breaks:
        return text, None
    parts: list[str] = []
    done = 0
    for one in breaks:
        parts += (text[done : one.start], " " * (one.end - one.start))
        done = one.end
    made = OffsetsBuilder()
    made.add(len(text), 0, len(text))
    return "".join((*parts, text[done:])), taken_from(text, made.built())


class Break(NamedTuple):
    """A line break inside a paragraph, with the blanks before it: where it is, and what it stands for."""

    start: int
    end: int
    words: str


class _Line(NamedTuple):
    words: str
    start: int
    """Where its words begin; ``end`` is behind the line without its break."""
    end: int


def soft_breaks(text: str, begin: int = 0) -> tuple[Break, ...]:
    """The line breaks behind ``begin`` that end no paragraph, none in copy that is not wrapped."""
    lines: list[_Line] = []
    width = 0
    for match in _LINE.finditer(text, begin):
        words = match.group().rstrip(" \t")
        # An address is as long as it is.
        if len(words) > width and " " in words:
            width = len(words)
            if width > _WIDEST:
                return ()
        lines.append(_Line(words, match.start(), match.end()))
    pairs = [pair for pair in pairwise(lines) if _goes_on(text, *pair)]
    full = [pair for pair in pairs if _is_full(*pair, width)]
    if width < _NARROWEST or len(full) < max(_FEWEST, _FULL * len(pairs)):
        return ()
    run_on = [line for line, _ in full if line.words[-1] not in _STOPS]
    return tuple([_break(*pair) for pair in full]) if len(run_on) >= _RUN_ON * len(full) else ()


def _goes_on(text: str, line: _Line, after: _Line) -> bool:
    """Whether the second line may be of one paragraph with the first."""
    together = bool(line.words and after.words) and text[line.end : after.start] in _BREAKS
    if not together or _CLOSED.match(line.words):
        return False
    if line.words[-1] in _CLOSING and _SIGNATURE.match(after.words):
        return True
    if _APART.match(after.words):
        return False
    return line.words[-1] not in _STOPS or not _APART_BEHIND_STOP.match(after.words)


def _is_full(line: _Line, after: _Line, width: int) -> bool:
    return len(line.words) + 1 + max(_ROOM, len(after.words.partition(" ")[0])) > width


def _break(line: _Line, after: _Line) -> Break:
    # A compound that is broken behind its hyphen has no blank.
    joined = line.words[-1] == "-" and line.words[-2:-1].isalpha() and after.words[0].isalpha()
    return Break(line.start + len(line.words), after.start, "" if joined else " ")
