"""What the documents of all systems need: their members by path, their texts and HTML as lines of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.article import Metadata
from factlint.sources.draft import Draft, Fragment
from factlint.sources.html.reading import fragments
from factlint.sources.json.located import String
from factlint.sources.wrapping import refilled
from factlint.text.language import is_english
from factlint.text.marked import parse_day

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from factlint.sources.json.located import Value

Item = dict[str, "Value"]


class Document(Draft):
    """An article of a JSON file in the making."""

    __slots__ = ("file",)

    def __init__(self, file: str) -> None:
        super().__init__()
        self.file = file

    def text(self, kind: str, value: Value) -> None:
        """Add a plain text, line breaks and all, paragraphs that were wrapped to a width on one line each."""
        if not isinstance(value, String):
            return
        words, own = refilled(value.value)
        if own is None:
            self.add(kind, value.fragment(self.file))
        else:
            self.add(kind, Fragment(words, own.within(value.offsets(self.file))))

    def html(self, kind: str, value: Value) -> None:
        """Add HTML; lines that it does not mark itself are of one kind."""
        if not isinstance(value, String):
            return
        outer = value.offsets(self.file)
        for own, fragment in fragments(value.value):
            self.add(own or kind, Fragment(fragment.text, fragment.offsets.within(outer)))


def at(value: Value, *path: str) -> Value:
    """The member at the end of a path of names, None where there is none."""
    for name in path:
        if not isinstance(value, dict):
            return None
        value = value.get(name)
    return value


def items(value: Value) -> Iterator[Item]:
    """The objects of an array, or of an object whose members are objects; of anything else none."""
    members = value if isinstance(value, list) else value.values() if isinstance(value, dict) else ()
    yield from (member for member in members if isinstance(member, dict))


def word(*values: Value) -> str | None:
    """The first value that says something, as a word."""
    for value in values:
        if isinstance(value, String | int) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    return None


def day(*values: Value) -> dt.date | None:
    """The first value that is a day, or a time on it."""
    found = (parse_day(value.value) for value in values if isinstance(value, String))
    return next((one for one in found if one is not None), None)


def said(language: str | None) -> str | None:
    """The language of a document; that it is English is the setting of most systems, and so left to the words."""
    return None if language is None or is_english(language) else language


__all__ = ["Document", "Item", "Metadata", "at", "day", "items", "said", "word"]
