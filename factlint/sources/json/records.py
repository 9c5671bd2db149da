"""Records of a desk's own: the fields of JSON Lines in one object or in an array of them."""

from __future__ import annotations

from factlint.sources.json.located import String
from factlint.sources.json.writing import Document, Item, Metadata, day, word


def is_one(item: Item) -> bool:
    """Whether an object has a text."""
    return isinstance(item.get("text"), String)


def name_of(item: Item) -> str | None:
    """The id of a record."""
    return word(item.get("id"))


def write(item: Item, document: Document) -> Metadata:
    """Add the text of a record; its metadata."""
    document.text("", item.get("text"))
    names = ("title", "version", "supersedes", "source", "desk", "url", "story")
    found = {name: word(item.get(name)) for name in names}
    translated = item.get("translated")
    return Metadata(
        **found,
        published=day(item.get("published")),
        updated=day(item.get("updated")),
        language=word(item.get("language")),
        translated=translated if isinstance(translated, bool) else None,
    )
