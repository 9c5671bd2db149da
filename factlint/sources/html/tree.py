"""HTML as a tree: elements with their attributes, texts as ranges of the file."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from factlint.sources.html.tokens import RAW, Range, Token, tokens
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_VOID = word_set(
    "area base br col embed hr img input link meta param source track wbr command keygen basefont bgsound frame"
)
BLOCKS = word_set(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol p pre section summary table"
    " tbody td tfoot th thead title tr ul"
)
# A start tag ends the element that is open, if that is one of these.
_ENDS: Mapping[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "option": frozenset({"option"}),
    "body": frozenset({"head"}),
}
# And looks for it no further out than these.
_WALLS = frozenset({"ul", "ol", "dl", "table", "menu", "blockquote", "div", "section", "article", "select"})
# Deeper elements become children of the last that is not: no page nests so, and no stack has to bear it.
_DEEPEST = 200


class Element:
    """One element; ``children`` are elements and ranges of text, ``start`` is where its tag begins in the file."""

    __slots__ = ("attributes", "children", "name", "page", "parent", "start")

    def __init__(
        self, name: str, attributes: Mapping[str, Range], page: str, parent: Element | None, start: int
    ) -> None:
        self.name = name
        self.attributes = attributes
        self.children: list[Element | Range] = []
        self.page = page
        self.parent = parent
        self.start = start

    def get(self, name: str) -> str:
        """The value of an attribute, references resolved; empty where there is none."""
        span = self.attributes.get(name)
        return html.unescape(self.page[span.start : span.end]) if span is not None else ""

    def elements(self) -> Iterator[Element]:
        """All elements below this one, in order."""
        pending = [child for child in reversed(self.children) if isinstance(child, Element)]
        while pending:
            element = pending.pop()
            yield element
            pending += [child for child in reversed(element.children) if isinstance(child, Element)]

    def ancestors(self) -> Iterator[Element]:
        """The elements around this one, from the inside out."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent

    def text(self) -> str:
        """All text in it, with the blanks of the file."""
        parts: list[str] = []
        pending: list[Element | Range] = list(reversed(self.children))
        while pending:
            child = pending.pop()
            if isinstance(child, Range):
                parts.append(self.page[child.start : child.end])
            else:
                pending += reversed(child.children)
        return html.unescape("".join(parts))


def parsed(page: str) -> Element:
    """The tree of a page, or of a piece of one."""
    builder = _Builder(page)
    for token in tokens(page):
        builder.take(token)
    return builder.root


class _Builder:
    def __init__(self, page: str) -> None:
        self.page = page
        self.root = Element("", {}, page, None, 0)
        self._open = [self.root]

    def take(self, token: Token) -> None:
        if token.kind == "text":
            self._open[-1].children.append(Range(token.start, token.end))
        elif token.kind == "start":
            self._start(token)
        elif token.name not in _VOID:
            self._end(token.name)

    def _start(self, token: Token) -> None:
        if token.name in BLOCKS:
            self._close_paragraph()
        self._close_before(token.name)
        parent = self._open[-1]
        element = Element(token.name, token.attributes, self.page, parent, token.start)
        parent.children.append(element)
        if token.name not in _VOID and not self._closes_itself(token) and len(self._open) < _DEEPEST:
            self._open.append(element)

    def _closes_itself(self, token: Token) -> bool:
        """``<path/>`` inside SVG; on elements of HTML the stroke says nothing."""
        return self.page.endswith("/>", token.start, token.end) and token.name not in BLOCKS | RAW

    def _close_paragraph(self) -> None:
        """A block ends the paragraph before it, with what is open in that."""
        for index in range(len(self._open) - 1, 0, -1):
            name = self._open[index].name
            if name == "p":
                del self._open[index:]
                return
            if name in BLOCKS:
                return

    def _close_before(self, name: str) -> None:
        ended = _ENDS.get(name)
        if ended is None:
            return
        for index in range(len(self._open) - 1, 0, -1):
            open_ = self._open[index].name
            if open_ in ended:
                del self._open[index:]
                return
            if open_ in _WALLS:
                return

    def _end(self, name: str) -> None:
        """Close an element; an inline one only up to the block it stands in."""
        for index in range(len(self._open) - 1, 0, -1):
            open_ = self._open[index].name
            if open_ == name:
                del self._open[index:]
                return
            if open_ in BLOCKS and name not in BLOCKS:
                return
