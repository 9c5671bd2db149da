"""The elements of a document as lines of an article, each of the section that its innermost marked element says."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from factlint.sources.xml.parse import Node, collapsed
from factlint.text.marked import parse_day
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.sources.draft import Draft
    from factlint.sources.xml.parse import Run

_BLOCKS = word_set(
    "p li dt dd hl1 hl2 h1 h2 h3 h4 h5 h6 hedline headline byline dateline abstract distributor tagline media-caption"
    " media-producer td th tr caption figcaption figure div section article blockquote bq block note body body.head"
    " body.content body.end title br credit pre ul ol dl table media aside header footer html"
)
_COMPACT = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
BOILERPLATE = "boilerplate"


def write(node: Node, draft: Draft, kinds: Mapping[str, str], kind: str = "") -> None:
    """Add the lines of an element. ``kinds`` names the section of elements; boilerplate is left out."""
    for own, runs in _lines(node, kinds, kinds.get(node.name, kind)):
        if own != BOILERPLATE:
            draft.add(own, collapsed(runs))


def _lines(node: Node, kinds: Mapping[str, str], kind: str) -> Iterator[tuple[str, list[Run]]]:
    runs: list[Run] = []
    for child in node.children:
        if not isinstance(child, Node):
            runs.append(child)
        elif child.name in _BLOCKS or child.name in kinds:
            yield kind, runs
            runs = []
            yield from _lines(child, kinds, kinds.get(child.name, kind))
        else:
            runs += child.runs()
    yield kind, runs


def day(*values: str | None) -> dt.date | None:
    """The first value that is a day: ``2025-12-31``, ``20251231T2359Z`` or as in mail (``Wed, 31 Dec 2025 …``)."""
    for value in values:
        found = _day(value.strip()) if value else None
        if found is not None:
            return found
    return None


def _day(value: str) -> dt.date | None:
    match = _COMPACT.match(value)
    if match:
        return parse_day("-".join(match.groups()))
    from email.utils import parsedate

    parts = parsedate(value)
    try:
        return dt.date(*parts[:3]) if parts else None
    except ValueError:
        return None
