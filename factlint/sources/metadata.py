"""What a desk says about an article: the same keys in front matter, in a sidecar and in the fields of a record."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from factlint.article import Metadata
from factlint.text.marked import Text

if TYPE_CHECKING:
    from factlint.article import Article
    from factlint.config import Settings
    from factlint.text.marked import Keys, MarkedFile, Node

KEYS = tuple(field.name for field in fields(Metadata))
# What sites and content systems call the same things; only YAML that people write has them, records do not.
ALIASES = {"date": "published", "outlet": "source", "lang": "language"}

_DAYS = frozenset({"published", "updated"})
_FLAGS = frozenset({"translated"})
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
# What programs export for a day that they do not have: the zero of SQL, and that of Go and .NET.
_NO_DAYS = ("0000-", "0001-01-01")


def from_keys(file: MarkedFile, keys: Keys) -> Metadata:
    """The metadata among the keys of a mapping; other keys are left aside, values that do not fit become problems."""
    values: dict[str, Any] = {}
    for key, node in keys.entries:
        name = ALIASES.get(key.value, key.value)
        hidden = name != key.value and keys.get(name) is not None
        if name in KEYS and not hidden and not _is_nothing(node) and not (name in _DAYS and _is_no_day(node)):
            values[name] = _value(file, name, node, key.value)
    return Metadata(**values)


def completed(article: Article, sidecar: Metadata | None, settings: Settings | None) -> Article:
    """The article with what is said beside it.

    A sidecar wins (a desk writes it last); folders (see ``partitions``) and then the settings fill gaps.
    """
    about = article.metadata
    if sidecar is not None:
        about = replace(about, **_said(sidecar))
    if "=" in article.path:
        from factlint.sources import partitions

        of_folders = partitions.said(article.path, () if settings is None else settings.map)
        about = replace(about, **{name: of_folders[name] for name in of_folders if getattr(about, name) is None})
    if settings is not None:
        gaps = [name for name in ("published", "source", "desk", "language") if getattr(about, name) is None]
        about = replace(about, **{name: getattr(settings, name) for name in gaps})
    return article if about == article.metadata else replace(article, metadata=about)


def _said(about: Metadata) -> dict[str, Any]:
    return {name: value for name in KEYS if (value := getattr(about, name)) is not None}


def _value(file: MarkedFile, name: str, node: Node, what: str) -> object:
    if name in _DAYS:
        return file.day(node, what)
    if name in _FLAGS:
        return file.flag(node, what)
    value = file.text_of(node, what)
    return value if value is None else value.strip()


def _is_nothing(node: Node) -> bool:
    """Whether a key stands there without a value, as templates of content systems leave it."""
    return isinstance(node, Text) and not node.style and node.value in _NOTHING


def _is_no_day(node: Node) -> bool:
    """Whether a day is only the zero of the program that wrote it."""
    return isinstance(node, Text) and node.value.lstrip().startswith(_NO_DAYS)
