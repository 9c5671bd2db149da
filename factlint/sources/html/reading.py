"""A page as the lines of its article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.sources.draft import Draft
from factlint.sources.html.lines import Line, lines
from factlint.sources.html.main import Page
from factlint.sources.html.sections import kind_of
from factlint.sources.html.tree import Element, parsed
from factlint.text.forms import comparable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.sources.draft import Fragment
    from factlint.sources.html.tokens import Range

# A line that is mostly links leads elsewhere, unless it is long enough to be a paragraph that cites its sources.
_LINKED, _LONG = 0.6, 150
# The name of a site is no headline, though its title may have it.
_NAME = 20
# What only stands above the body of an article.
_ABOVE = frozenset({"headline", "standfirst", "byline", "dateline", "caption"})
_SHORT_CODE = re.compile(r"\[/?(?:caption|gallery|embed|audio|video|playlist|vc_\w+|et_pb_\w+)\b[^\]\n]*\]")
_ONLY_TIME = re.compile(
    r"(?:published|updated|last|first|posted|modified|\d{1,2}[:.]\d\d|am|pm|gmt|ago|\W)+", re.IGNORECASE
)


def article_of(root: Element, title: str | None) -> Draft:
    """The article of a whole page: its headline and what stands between that and the body, then the body.

    ``title`` is what the page calls itself, which tells its headline from other headings.
    """
    page = Page(root)
    body = page.body()
    draft = Draft()
    heading = _heading(page, body, title)
    if heading is not None and _inside(body, heading):
        # A heading that nobody closed holds the page.
        body = heading
    elif heading is not None and not _inside(heading, body):
        for line in _above(page, heading, body):
            draft.add(kind_of(line.block, root), line.fragment)
    for line in lines(body, page.is_furniture):
        _add(draft, line, body)
    return draft


def named_texts(draft: Draft, root: Element, texts: Mapping[str, Range], wanted: Sequence[tuple[str, str]]) -> None:
    """Add the texts of the head that the desk calls sections (``description: standfirst``), behind the article."""
    for name, kind in wanted:
        span = texts.get(name.lower())
        if span is not None and span.start < span.end:
            holder = Element("meta", {}, root.page, None, span.start)
            holder.children.append(span)
            for line in lines(holder, _never_read):
                draft.add(kind, line.fragment)


def fragments(piece: str) -> Iterator[tuple[str, Fragment]]:
    """The lines of a piece of HTML that is all one article's, as content systems keep it, each with its section.

    What the piece does not mark is of no kind. Where it has no paragraphs, blank lines part them, as old editors of
    WordPress have it; their short codes (``[gallery ids="1"]``) are no text.
    """
    root = parsed(_SHORT_CODE.sub(lambda match: " " * len(match.group()), piece))
    breaks = not any(element.name in {"p", "br", "li"} for element in root.elements())
    for line in lines(root, _never_read, breaks):
        kind = kind_of(line.block, root)
        if kind != "boilerplate":
            yield kind, line.fragment


def _never_read(element: Element) -> bool:
    return element.name in {"script", "style", "template", "iframe", "noscript", "svg", "form"}


def _add(draft: Draft, line: Line, body: Element) -> None:
    kind = kind_of(line.block, body)
    length = len(line.fragment.text)
    led = line.linked > _LINKED * length and length < _LONG
    if kind == "boilerplate" or (led and kind not in {"headline", "byline", "caption"}):
        return
    if _ONLY_TIME.fullmatch(line.fragment.text):
        return
    draft.add(kind, line.fragment)


def _heading(page: Page, body: Element, title: str | None) -> Element | None:
    """The headline of a page: the ``h1`` that the page's title repeats, else one in the body, else the last above."""
    every = [element for element in page.root.elements() if element.name == "h1" and element.text().strip()]
    wanted = comparable(title) if title else ""
    for element in every:
        words = comparable(" ".join(element.text().split()))
        if wanted and (words in wanted or wanted in words) and len(words) > _NAME:
            return element
    found = [element for element in every if not _in_furniture(page, element)]
    inside = next((element for element in found if _inside(element, body)), None)
    above = [element for element in found if element.start < body.start]
    return inside or (above[-1] if above else None)


def _above(page: Page, heading: Element, body: Element) -> Iterator[Line]:
    """The headline, and what is marked as the top of an article between it and the body."""
    yield from lines(heading, page.is_furniture)
    if heading.start > body.start:
        return
    around = next(element for element in heading.ancestors() if element is page.root or _inside(body, element))
    between = _Between(page, heading, body)
    for line in lines(around, between.leaves_out):
        if kind_of(line.block, around) in _ABOVE - {"headline"} and line.linked <= len(line.fragment.text):
            yield line


class _Between:
    """Leaves out all elements but those from the end of one to the start of another."""

    def __init__(self, page: Page, first: Element, last: Element) -> None:
        self._page = page
        self._first = first
        self._last = last

    def leaves_out(self, element: Element) -> bool:
        if element is self._first or element is self._last or element.start > self._last.start:
            return True
        if element.start < self._first.start and not _inside(self._first, element):
            return True
        return self._page.is_furniture(element)


def _inside(element: Element, outer: Element) -> bool:
    return element is outer or any(one is outer for one in element.ancestors())


def _in_furniture(page: Page, element: Element) -> bool:
    return any(page.is_furniture(one) for one in (element, *element.ancestors()) if one.parent is not None)
