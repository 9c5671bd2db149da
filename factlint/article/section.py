"""Parts of an article that differ in what may be expected of them."""

from __future__ import annotations

from factlint.text.values import plain

SECTION_KINDS = (
    "headline",
    "standfirst",
    "summary",
    "byline",
    "dateline",
    "caption",
    "body",
    "pullquote",
    "correction",
    "boilerplate",
    "metadata",
)

# Where a rule looks unless it says otherwise: a correction names wrong forms on purpose, and neither boilerplate nor
# front matter is the reporter's copy.
DEFAULT_SECTIONS = frozenset(SECTION_KINDS) - {"boilerplate", "metadata", "correction"}


@plain
class Section:
    """One run of text of one kind (see SECTION_KINDS), without the line break that ends it."""

    kind: str
    start: int
    end: int
