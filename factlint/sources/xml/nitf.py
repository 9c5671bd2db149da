"""NITF, the text format of news agencies (https://iptc.org/std/NITF/)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.article import Metadata
from factlint.sources.draft import Draft
from factlint.sources.xml.writing import BOILERPLATE, day, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.sources.xml.parse import Node

KINDS = {
    "hl1": "headline",
    "hl2": "headline",
    "hedline": "headline",
    "byline": "byline",
    "dateline": "dateline",
    "abstract": "standfirst",
    "media-caption": "caption",
    "media-producer": BOILERPLATE,
    "media-metadata": BOILERPLATE,
    "distributor": BOILERPLATE,
    "rights": BOILERPLATE,
    "tagline": BOILERPLATE,
    "bibliography": BOILERPLATE,
    "note": BOILERPLATE,
    "copyrite": BOILERPLATE,
}


def documents(root: Node) -> Iterator[tuple[str | None, Node]]:
    """The documents of a file."""
    if root.name == "nitf":
        found = root.first("doc-id")
        yield (found.attributes.get("id-string") if found is not None else None), root


def read(node: Node) -> tuple[Draft, Metadata]:
    """The lines of a document, and its metadata."""
    draft = Draft()
    for part in node.children:
        if not isinstance(part, tuple) and part.name == "body":
            write(part, draft, KINDS)
    return draft, metadata(node)


def metadata(node: Node) -> Metadata:
    """What the head of a document says."""
    title, pub = node.first("hl1") or node.first("title"), node.first("pubdata")
    section = pub.attributes.get("position.section") if pub is not None else None
    return Metadata(
        title=title.text() or None if title is not None else None,
        published=day(
            pub.attributes.get("date.publication") if pub is not None else None,
            _normed(node, "date.release"),
            _normed(node, "date.issue"),
        ),
        source=(pub.attributes.get("name") if pub is not None else None) or None,
        desk=section or None,
    )


def _normed(node: Node, name: str) -> str | None:
    found = node.first(name)
    return found.attributes.get("norm") if found is not None else None
