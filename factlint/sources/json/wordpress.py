"""Posts as the REST interface of WordPress gives them (https://developer.wordpress.org/rest-api/reference/posts/)."""

from __future__ import annotations

import html

from factlint.sources.json.located import String
from factlint.sources.json.writing import Document, Item, Metadata, at, day, word


def is_one(item: Item) -> bool:
    """Whether an object is a post or a page."""
    return isinstance(at(item, "content", "rendered"), String) and isinstance(item.get("title"), dict)


def name_of(item: Item) -> str | None:
    """The number of a post."""
    return word(item.get("id"))


def write(item: Item, document: Document) -> Metadata:
    """Add the texts of a post; its metadata."""
    document.html("headline", at(item, "title", "rendered"))
    document.html("", at(item, "content", "rendered"))
    title = word(at(item, "title", "rendered"))
    return Metadata(
        title=html.unescape(title) if title else None,
        published=day(item.get("date"), item.get("date_gmt")),
        updated=day(item.get("modified"), item.get("modified_gmt")),
        url=word(item.get("link")),
        source=word(at(item, "yoast_head_json", "og_site_name")),
    )
