"""ninjs, the news in JSON of the IPTC (https://iptc.org/std/ninjs/): versions 1 to 3."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from factlint.sources.json.located import String
from factlint.sources.json.writing import Document, Item, Metadata, at, day, items, said, word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.sources.json.located import Value

_OWN = ("body_html", "body_xhtml", "body_text", "bodies", "headline", "headlines")


def is_one(item: Item) -> bool:
    """Whether an object is an item of ninjs; ``uri`` is the one member that all have."""
    return "uri" in item and any(name in item for name in _OWN)


def name_of(item: Item) -> str | None:
    """The address that an item goes by."""
    return word(item.get("uri"))


def write(item: Item, document: Document) -> Metadata:
    """Add the texts of an item; its metadata."""
    for value in _of_role(item, "headline", "headlines"):
        document.text("headline", value)
    document.text("byline", item.get("byline") or item.get("by"))
    for media, value in _bodies(item):
        (document.html if "html" in media else document.text)("", value)
    for one in items(item.get("associations")):
        for value in _of_role(one, "description_text", "descriptions"):
            document.text("caption", value)
    main = next(iter(_of_role(item, "headline", "headlines")), None)
    return Metadata(
        title=html.unescape(main.value) if isinstance(main, String) else word(item.get("title")),
        published=day(*map(item.get, ("firstpublished", "firstcreated", "firstCreated", "contentCreated")))
        or day(*map(item.get, ("versioncreated", "versionCreated"))),
        updated=day(*map(item.get, ("versioncreated", "versionCreated", "contentModified"))),
        version=word(item.get("version")),
        source=word(item.get("source"), *(one.get("name") for one in items(item.get("infosources")))),
        desk=word(*(one.get("name") for one in items(item.get("subject") or item.get("subjects")))),
        language=said(word(item.get("language"))),
        url=word(item.get("canonicalurl"), item.get("canonicalUrl"), item.get("uri")),
    )


def _of_role(item: Item, single: str, several: str) -> Iterator[Value]:
    """The text of version 1, or those of later ones, the main one alone where roles tell it."""
    found = [one for one in items(item.get(several)) if isinstance(one.get("value"), String)]
    main = [one for one in found if word(one.get("role")) in {None, "main"}]
    if item.get(single) is not None:
        yield item[single]
    else:
        yield from (one["value"] for one in (main or found)[:1])


def _bodies(item: Item) -> Iterator[tuple[str, Value]]:
    """The body once, with its media type: where it is there in several, HTML says more than plain text."""
    for name, media in (("body_html", "html"), ("body_xhtml", "html"), ("body_text", "text")):
        if isinstance(item.get(name), String):
            yield media, item[name]
            return
    found = [(word(at(one, "contentType"), at(one, "contenttype")) or "", one.get("value"))
             for one in items(item.get("bodies"))]  # fmt: skip
    yield from ([one for one in found if "html" in one[0]] or found)[:1]
