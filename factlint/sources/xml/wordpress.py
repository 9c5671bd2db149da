"""The export of WordPress (WXR): posts and pages, their HTML in CDATA."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.article import Metadata
from factlint.sources.draft import Draft, Fragment
from factlint.sources.html.reading import fragments
from factlint.sources.xml.parse import collapsed
from factlint.sources.xml.writing import day
from factlint.text.offsets import OffsetsBuilder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.sources.xml.parse import Node

_POSTS = frozenset({"post", "page", ""})


def documents(root: Node) -> Iterator[tuple[str | None, Node]]:
    """The posts and pages of an export; attachments and menus are none."""
    if root.name != "rss":
        return
    for item in root.each("item"):
        body = _own(item, "encoded", "content")
        if body is not None and _text(item, "post_type") in _POSTS:
            yield _text(item, "post_id") or _text(item, "guid") or None, item


def read(node: Node) -> tuple[Draft, Metadata]:
    """The lines of a post, and its metadata."""
    draft = Draft()
    title = _own(node, "title")
    if title is not None:
        draft.add("headline", collapsed(list(title.runs())))
    body = _own(node, "encoded", "content")
    if body is not None:
        _html(body, draft)
    return draft, Metadata(
        title=_text(node, "title") or None,
        published=day(_text(node, "post_date"), _text(node, "pubdate")),
        updated=day(_text(node, "post_modified")),
        url=_text(node, "link") or None,
    )


def _html(node: Node, draft: Draft) -> None:
    runs = list(node.runs())
    made = OffsetsBuilder()
    for value, start, end in runs:
        made.add(len(value), start, end)
    outer = made.built()
    for kind, fragment in fragments("".join(value for value, _, _ in runs)):
        draft.add(kind, Fragment(fragment.text, fragment.offsets.within(outer)))


def _own(item: Node, name: str, space: str = "") -> Node | None:
    """A child of an item; the body and the excerpt have one name in two namespaces."""
    children = (child for child in item.children if not isinstance(child, tuple))
    return next((child for child in children if child.name == name and space in child.space), None)


def _text(item: Node, name: str) -> str:
    found = _own(item, name)
    return found.text() if found is not None else ""
