"""NewsML-G2 (https://iptc.org/std/NewsML-G2/): items of text and of pictures, alone or in a message."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factlint.article import Metadata
from factlint.sources.draft import Draft
from factlint.sources.xml import nitf
from factlint.sources.xml.parse import collapsed
from factlint.sources.xml.writing import BOILERPLATE, day, write
from factlint.text.language import is_english

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.sources.xml.parse import Node

_HTML = {
    **{f"h{level}": "headline" for level in range(1, 7)},
    **dict.fromkeys(("head", "script", "style", "footer", "nav"), BOILERPLATE),
    "figcaption": "caption",
    "aside": "pullquote",
}


def documents(root: Node) -> Iterator[tuple[str | None, Node]]:
    """The items of a file that have words: packages only refer to others."""
    items = [root] if root.name == "newsitem" else root.each("newsitem") if root.name == "newsmessage" else ()
    for item in items:
        yield item.attributes.get("guid"), item


def read(node: Node) -> tuple[Draft, Metadata]:
    """The lines of an item, and its metadata."""
    draft = Draft()
    content = node.first("inlinexml", "inlinedata")
    inner = Draft()
    about = Metadata()
    if content is not None:
        about = _content(content, inner)
    if not any(kind == "headline" for kind, _ in inner.lines):
        _described(node, "headline", draft)
    if not any(kind == "byline" for kind, _ in inner.lines):
        _described(node, "by", draft, "byline")
    draft.lines += inner.lines
    if content is None:
        _described(node, "description", draft, "caption")
    return draft, _metadata(node, about)


def _content(content: Node, draft: Draft) -> Metadata:
    document = content.first("nitf")
    if document is not None:
        inner, about = nitf.read(document)
        draft.lines += inner.lines
        return about
    if content.name == "inlinedata":
        draft.add("", collapsed(list(content.runs())))
    else:
        write(content, draft, _HTML)
    return Metadata()


def _described(node: Node, name: str, draft: Draft, kind: str = "") -> None:
    """Add the first text of this name in the description of the content."""
    about = node.first("contentmeta")
    found = about.first(name) if about is not None else None
    if found is not None:
        draft.add(kind or name, collapsed(list(found.runs())))


def _metadata(node: Node, about: Metadata) -> Metadata:
    item, content = node.first("itemmeta"), node.first("contentmeta")
    language = _attribute(content, "language", "tag")
    provider = item.first("provider") if item is not None else None
    named = provider.first("name") if provider is not None else None
    literal = provider.attributes.get("literal") if provider is not None else None
    return replace(
        about,
        title=_text(content, "headline") or about.title or _text(item, "title"),
        published=day(_text(item, "firstcreated"), _text(item, "versioncreated")) or about.published,
        updated=day(_text(item, "versioncreated")),
        version=node.attributes.get("version"),
        source=(named.text() if named is not None else literal) or about.source,
        language=None if language is None or is_english(language) else language,
    )


def _text(node: Node | None, name: str) -> str | None:
    found = node.first(name) if node is not None else None
    return found.text() or None if found is not None else None


def _attribute(node: Node | None, name: str, attribute: str) -> str | None:
    found = node.first(name) if node is not None else None
    return found.attributes.get(attribute) if found is not None else None
