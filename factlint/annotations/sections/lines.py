"""The lines of an article with what their shape shows, before anything is known of their neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations.paragraphs import find_lines
from factlint.text.deferred import deferred
from factlint.text.tokens import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.article import Section

_WORD = deferred(rf"\w[\w{MARKS}]*(?:[’'.-]\w[\w{MARKS}]*)*")
_CLOSERS = "\"'”’»)]*_"
_STOPS = frozenset(".!?…")
_MARKS_ALONE = frozenset("-–—•·*▪●■►→")
_BULLET = deferred(r"[-–•·*▪●■►→]\s|\d{1,2}[.)]\s")
# "Q:", "RAMOS:", "NG :" open a turn of an interview.
_LABEL = deferred(r"(?:[A-Z]|[A-Z][A-Z .]+|[A-Z][a-z]+ ?)\s?:\s")

# How many words make a line an ordinary paragraph, and how many one that can prove that the article goes on.
_ORDINARY, _LONG = 10, 20
# Beyond this many characters a line is a paragraph, however many words exactly it has.
_UNCOUNTED, _MANY = 2000, 99


class Line:
    """A line that is not blank, without its blank edges.

    ``pieces`` are the parts of it that no block of the format covers; ``known`` is the kind of its block where nothing
    but markup is left beside it. ``final`` is the last character, closing quotation marks and brackets left aside, and
    empty where nothing is left; ``stopped`` says that it ends as a sentence does.
    """

    __slots__ = ("_words", "end", "final", "known", "pieces", "start", "stopped", "text")

    def __init__(self, start: int, end: int, text: str, pieces: tuple[tuple[int, int], ...], known: str = "") -> None:
        self.start = start
        self.end = end
        self.text = text
        self.pieces = pieces
        self.known = known
        self.final = text.rstrip(_CLOSERS)[-1:]
        self.stopped = self.final in _STOPS
        self._words = -1

    @property
    def words(self) -> int:
        """How many words it has, 99 for many; they are counted when they are first asked for, as few lines' are."""
        if self._words < 0:
            self._words = _MANY if len(self.text) > _UNCOUNTED else len(_WORD.findall(self.text))
        return self._words

    @property
    def bullet(self) -> bool:
        """Whether it is an item of a list, or only the mark of one."""
        return self.lone_bullet or _BULLET.match(self.text) is not None

    @property
    def lone_bullet(self) -> bool:
        """Whether it is nothing but the mark of a list item."""
        return self.text in _MARKS_ALONE

    @property
    def ordinary(self) -> bool:
        """Whether it looks like a paragraph of running text."""
        return self.stopped and not self.bullet and self.words >= _ORDINARY

    @property
    def long(self) -> bool:
        """Whether it is an ordinary paragraph, long enough to show that an article goes on."""
        return self.ordinary and self.words >= _LONG

    @property
    def question(self) -> bool:
        """Whether it ends with a question mark outside quotation marks."""
        return self.text.endswith("?")

    @property
    def titled(self) -> bool:
        """Whether it could be a headline by its own shape: short, no full stop, no bullet, no speaker's label."""
        return (
            self.final not in {"", ".", "!", ",", ";", ":", "…", "–", "—", "-"}
            and self.words <= 16
            and not self.bullet
            and (self.text[0].isupper() or self.text[0].isdigit() or self.text[0] in "'‘“\"")
            and any(char.isalpha() for char in self.text)
            and _LABEL.match(self.text) is None
            and self._balanced
        )

    @property
    def _balanced(self) -> bool:
        """Whether quotation marks come in pairs, so that the line is no piece of a longer quotation."""
        return self.text.count('"') % 2 == 0 and self.text.count("“") == self.text.count("”")


def read_lines(text: str, blocks: Sequence[Section]) -> list[Line]:
    """The lines of a text, those left out that lie in metadata. ``blocks`` are in text order and do not overlap."""
    lines = []
    first = 0
    for start, end in find_lines(text):
        while first < len(blocks) and blocks[first].end <= start:
            first += 1
        line = _line(text, start, end, blocks, first)
        if line is not None:
            lines.append(line)
    return lines


def _line(text: str, start: int, end: int, blocks: Sequence[Section], first: int) -> Line | None:
    """A line with the blocks in it, of which ``first`` is the first; None where it belongs to metadata."""
    body = text[start:end]
    if first == len(blocks) or blocks[first].start >= end:
        return Line(start, end, body, ((start, end),))
    pieces = tuple(_uncovered(text, start, end, blocks, first))
    known = ""
    if not any(char.isalnum() for low, high in pieces for char in text[low:high]):
        known = blocks[first].kind
        if known == "metadata":
            return Line(start, end, "", pieces, known) if pieces else None
    return Line(start, end, body, pieces, known)


def _uncovered(text: str, start: int, end: int, blocks: Sequence[Section], first: int) -> Iterator[tuple[int, int]]:
    """What the blocks leave of a line, without blank edges."""
    at = start
    for index in range(first, len(blocks)):
        block = blocks[index]
        if block.start >= end:
            break
        yield from _trimmed(text, at, block.start)
        at = max(at, block.end)
    yield from _trimmed(text, at, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        low = start + len(piece) - len(piece.lstrip())
        yield low, low + len(piece.strip())
