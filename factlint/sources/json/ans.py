"""ANS, the documents of Arc XP (https://github.com/washingtonpost/ans-schema)."""

from __future__ import annotations

from factlint.sources.json.writing import Document, Item, Metadata, at, day, items, said, word

# Quotations hold elements, and lists hold lists; deeper than this is no story.
_DEEPEST = 20
# The section of an element, and the member that has its HTML.
_HTML = {
    "text": ("", "content"),
    "header": ("headline", "content"),
    "image": ("caption", "caption"),
    "correction": ("correction", "text"),
}


def is_one(item: Item) -> bool:
    """Whether an object is a story."""
    return isinstance(item.get("content_elements"), list) and (
        "headlines" in item or word(item.get("type")) in {"story", "gallery", "video"}
    )


def name_of(item: Item) -> str | None:
    """The id of a story."""
    return word(item.get("_id"))


def write(item: Item, document: Document) -> Metadata:
    """Add the texts of a story; its metadata."""
    document.html("headline", at(item, "headlines", "basic"))
    document.html("standfirst", at(item, "subheadlines", "basic") or at(item, "description", "basic"))
    for author in items(at(item, "credits", "by")):
        document.text("byline", author.get("name"))
    lead = at(item, "promo_items", "basic")
    if word(at(lead, "type")) == "image":
        document.html("caption", at(lead, "caption"))
    _elements(item, document, 0)
    return Metadata(
        title=word(at(item, "headlines", "basic")),
        published=day(*map(item.get, ("first_publish_date", "display_date", "publish_date", "created_date"))),
        updated=day(item.get("last_updated_date")),
        source=word(at(item, "source", "name"), at(item, "distributor", "name"), item.get("canonical_website")),
        desk=word(at(item, "taxonomy", "primary_section", "name")),
        language=said(word(item.get("language"))),
        url=word(item.get("canonical_url")),
    )


def _elements(item: Item, document: Document, depth: int) -> None:
    for element in items(item.get("content_elements")) if depth < _DEEPEST else ():
        kind = word(element.get("type")) or ""
        if kind in _HTML:
            section, name = _HTML[kind]
            document.html(section, element.get(name))
        elif kind == "quote":
            _quote(element, document, depth)
        elif kind == "list":
            _list(element, document, depth)
        elif kind == "gallery":
            _elements(element, document, depth + 1)


def _quote(element: Item, document: Document, depth: int) -> None:
    if not (word(element.get("subtype")) or "").startswith("pull"):
        _elements(element, document, depth + 1)
        return
    for part in items(element.get("content_elements")):
        document.html("pullquote", part.get("content"))


def _list(element: Item, document: Document, depth: int) -> None:
    for part in items(element.get("items")) if depth < _DEEPEST else ():
        if "items" in part:
            _list(part, document, depth + 1)
        else:
            document.html("", part.get("content"))
