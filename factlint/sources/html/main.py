"""Which part of a page is its article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.sources.html.furniture import is_named_so, is_never_text
from factlint.sources.html.tokens import Range
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.sources.html.tree import Element

# How many characters make a paragraph, and how much of what weighs on a page an element must have to be its article.
_PARAGRAPH = 60
_ENOUGH, _NEARLY_ALL = 0.4, 0.8
_BODIES = word_set(
    "article article-body article-content article-text articlebody entry-content post-content post-body post-entry"
    " story-body story-content storybody body-copy article-copy"
)
_MARKED = frozenset({"articlebody", "articleBody"})


class Page:
    """A page, its furniture, and the element that holds the body of its article."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._heavy: frozenset[Element] = frozenset()
        weights = self._weights()
        # Themes name the frame of the whole page after the sidebar in it: what has most of the text is no sidebar.
        self._heavy = frozenset(one for one, weight in weights.items() if weight > _ENOUGH * weights[root])
        self._weighed = self._weights()

    def is_furniture(self, element: Element) -> bool:
        """Whether an element is no part of the article."""
        return is_never_text(element) or (element not in self._heavy and is_named_so(element))

    def body(self) -> Element:
        """The element with the body of the article; the root where nothing weighs more than the rest.

        What a page marks as the article counts if it has much of the text; else it is the innermost element with
        nearly all long paragraphs, by characters outside links.
        """
        weights = self._weighed
        total = weights.get(self.root, 0)
        for marks in (_is_body, _is_article, _is_named, _is_main):
            marked = [element for element in weights if marks(element)]
            heaviest = max((weights[element] for element in marked), default=0)
            if heaviest and (heaviest >= _ENOUGH * total or sum(map(weights.__getitem__, marked)) >= _ENOUGH * total):
                # Some pages go on with other articles below their own.
                best = next(element for element in marked if weights[element] >= _ENOUGH * heaviest)
                return best if marks is _is_body else _innermost(best, weights)
        return _innermost(self.root, weights)

    def _weights(self) -> dict[Element, int]:
        """How many characters of long paragraphs each element has below it, in the order of the page."""
        order = list(self._kept())
        found = {element: length if (length := _paragraph(element)) >= _PARAGRAPH else 0 for element in order}
        for element in reversed(order):
            if element.parent is not None:
                found[element.parent] += found[element]
        return {element: weight for element, weight in found.items() if weight or element is self.root}

    def _kept(self) -> Iterator[Element]:
        """All elements that are not furniture nor inside any, each after those around it."""
        pending = [self.root]
        while pending:
            element = pending.pop()
            if element.parent is None or not self._left_out(element):
                yield element
                pending += [child for child in reversed(element.children) if not isinstance(child, Range)]

    def _left_out(self, element: Element) -> bool:
        return self.is_furniture(element) if self._heavy else is_never_text(element)


def _is_body(element: Element) -> bool:
    return bool(_MARKED.intersection(element.get("itemprop").split()))


def _is_article(element: Element) -> bool:
    return element.name == "article" or element.get("role") == "article"


def _is_named(element: Element) -> bool:
    names = {*element.get("class").lower().replace("_", "-").split(), element.get("id").lower()}
    return bool(_BODIES & names)


def _is_main(element: Element) -> bool:
    return element.name == "main" or element.get("role") == "main"


def _innermost(element: Element, weights: dict[Element, int]) -> Element:
    """The innermost element below that has nearly all of its paragraphs, and more than one child with any."""
    while True:
        inner = [child for child in element.children if not isinstance(child, Range) and child in weights]
        best = max(inner, key=lambda child: weights[child], default=None)
        if best is None or best.name == "p" or weights[best] < _NEARLY_ALL * weights[element]:
            return element
        element = best


def _paragraph(element: Element) -> int:
    """How many characters of text stand right in an element, inline elements but links with them."""
    if element.name not in {"p", "div", "td", "section", "article", "li", "blockquote", "span", "pre", ""}:
        return 0
    length = 0
    pending = list(element.children)
    while pending:
        child = pending.pop()
        if isinstance(child, Range):
            length += len(element.page[child.start : child.end].strip())
        elif child.name in _INLINE and element.name != "span":
            pending += child.children
    return length if element.name != "li" else length // 3


_INLINE = frozenset({"b", "strong", "i", "em", "u", "mark", "small", "sub", "sup", "abbr", "cite", "q", "font", "span"})
