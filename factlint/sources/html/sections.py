"""What each line of a page is: headline, standfirst, byline, caption, ... by the page's own marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.sources.html.tree import Element

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NAMES = (
    ("correction", re.compile(r"\b(correction|corrections|clarification|editors?-?note|erratum)\b")),
    ("pullquote", re.compile(r"\b(pull-?quote|pulled-?quote|quote-?pull)\b")),
    ("caption", re.compile(r"\b(caption|figcaption|cutline|(media|photo|image)-?credit|wp-caption-text)\b")),
    ("byline", re.compile(r"\b(byline|by-?line|author|authors|contributor|contributors)\b")),
    ("dateline", re.compile(r"\b(dateline)\b")),
    ("standfirst", re.compile(r"\b(standfirst|dek|deck|sub-?(title|headline|hed)|chapeau|strapline|lead-?in)\b")),
)  # fmt: skip
_DROPPED = re.compile(
    r"\b(kicker|eyebrow|timestamp|datetime|pub-?date|publish(ed)?-?(date|time)|read-?time|reading-?time|credit-?link)\b"
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def kind_of(block: Element, top: Element) -> str:
    """The section of a line that stands in a block: empty for the body, ``boilerplate`` for what is nobody's copy.

    The innermost mark up to ``top`` counts.
    """
    element: Element | None = block
    while element is not None:
        kind = _own_kind(element)
        if kind is not None:
            return kind
        if element is top:
            break
        element = element.parent
    return ""


def _own_kind(element: Element) -> str | None:
    if element.name in _HEADINGS:
        named = _named(element)
        return named if named in {"standfirst", "byline", "correction"} else "headline"
    if element.name in {"figcaption", "caption"}:
        return "caption"
    if element.name == "address":
        return "byline"
    named = _named(element)
    if named:
        return named
    if element.name == "figure":
        return "caption"
    if element.name == "aside":
        return "pullquote" if _holds_quote(element) else "boilerplate"
    if element.name in {"footer", "header"}:
        return None if element.name == "header" else "boilerplate"
    return None


def _named(element: Element) -> str:
    if not element.attributes:
        return ""
    names = f"{element.get('class')} {element.get('itemprop')} {element.get('data-testid')} {element.get('rel')}"
    names = _CAMEL.sub("-", names).replace("_", "-").lower()
    found = next((kind for kind, pattern in _NAMES if pattern.search(names)), "")
    return found or ("boilerplate" if _DROPPED.search(names) else "")


def _holds_quote(element: Element) -> bool:
    return any(child.name in {"blockquote", "q"} for child in element.elements())
