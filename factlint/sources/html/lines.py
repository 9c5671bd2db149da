"""The text of an element as lines: blanks collapsed as a browser does, references resolved, every character placed."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.sources.draft import Fragment
from factlint.sources.html.tokens import Range
from factlint.sources.html.tree import BLOCKS
from factlint.text.offsets import OffsetsBuilder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factlint.sources.html.tree import Element

# Soft hyphens and zero-width blanks only say where a line may break.
_UNSEEN = "\u00ad\u200b\ufeff"
_PIECE = re.compile(
    rf"""
      (?P<run> [^\s&{_UNSEEN}]+ (?:[ ][^\s&{_UNSEEN}]+)* | \u00a0+ )
    | (?P<blank> [ \t\r\n\f]+ )
    | (?P<reference> &(?:\#[0-9]{{1,7}};?|\#[xX][0-9a-fA-F]{{1,6}};?|[A-Za-z][A-Za-z0-9]{{1,31}};?) )
    | (?P<unseen> [{_UNSEEN}]+ )
    | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL,
)


class Line(NamedTuple):
    """One line, the block that it stands in, and how much of it are links."""

    fragment: Fragment
    block: Element
    linked: int


def lines(element: Element, leave_out: Callable[[Element], bool], breaks: bool = False) -> Iterator[Line]:
    """The lines of an element, what is left out not among them; with ``breaks`` a blank line ends a line too."""
    return _Writer(element.page, leave_out, breaks).write(element)


class _Writer:
    def __init__(self, page: str, leave_out: Callable[[Element], bool], breaks: bool) -> None:
        self._page = page
        self._breaks = breaks
        self._leave_out = leave_out
        self._pieces: list[tuple[str, int, int]] = []
        self._links = 0
        self._linked = 0

    def write(self, element: Element, block: Element | None = None) -> Iterator[Line]:
        block = element if block is None or element.name in BLOCKS else block
        for child in element.children:
            if isinstance(child, Range):
                yield from self._take(child, block)
            elif child.name == "br":
                yield from self._ended(block)
            elif not self._leave_out(child):
                yield from self._child(child, block)
        if block is element:
            yield from self._ended(block)

    def _child(self, child: Element, block: Element) -> Iterator[Line]:
        if child.name in BLOCKS:
            yield from self._ended(block)
        self._links += child.name == "a"
        yield from self.write(child, block)
        self._links -= child.name == "a"

    def _take(self, span: Range, block: Element) -> Iterator[Line]:
        for piece in _PIECE.finditer(self._page, span.start, span.end):
            if self._breaks and piece.lastgroup == "blank" and piece.group().count("\n") > 1:
                yield from self._ended(block)
            elif piece.lastgroup == "blank":
                if self._pieces and not self._pieces[-1][0].endswith(" "):
                    self._add(" ", piece)
            elif piece.lastgroup == "reference":
                value = html.unescape(piece.group())
                if value not in _UNSEEN and value.strip("\r\n"):
                    self._add(value, piece)
            elif piece.lastgroup != "unseen":
                self._add(piece.group(), piece)

    def _add(self, text: str, piece: re.Match[str]) -> None:
        self._pieces.append((text, piece.start(), piece.end()))
        if self._links:
            self._linked += len(text)

    def _ended(self, block: Element) -> Iterator[Line]:
        if self._pieces and self._pieces[-1][0] == " ":
            self._pieces.pop()
        pieces, linked = self._pieces, self._linked
        self._pieces, self._linked = [], 0
        if pieces and any(text.strip() for text, _, _ in pieces):
            yield Line(fragment_of(pieces), block, linked)


def fragment_of(pieces: list[tuple[str, int, int]]) -> Fragment:
    """A text of pieces, each with its range of the file."""
    made = OffsetsBuilder()
    for text, start, end in pieces:
        made.add(len(text), start, end)
    return Fragment("".join(text for text, _, _ in pieces), made.built())
