"""One article as it was read."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from factlint.text.lines import LineIndex
from factlint.text.values import plain

if TYPE_CHECKING:
    import datetime

    from factlint.article.section import Section
    from factlint.text.offsets import Origin


@plain
class Metadata:
    """What the desk says about an article; None where nobody said."""

    title: str | None = None
    published: datetime.date | None = None
    updated: datetime.date | None = None
    version: str | None = None
    supersedes: str | None = None
    source: str | None = None
    desk: str | None = None
    language: str | None = None
    translated: bool | None = None
    url: str | None = None
    story: str | None = None


FIELDS = ("id", "text", *(field.name for field in fields(Metadata)))
"""The fields of a record: the text, its name, and what is said about it."""


@plain
class Article:
    """Text and metadata of one article.

    ``path`` is the POSIX path of its source relative to the working directory, ``id`` its name inside the source.
    ``text`` is the decoded file after a BOM, front matter included (for a record: its text); every offset counts code
    points of it. ``blocks`` are the sections that the format itself shows (front matter, Markdown headings); the rest
    is for the section annotator to tell. Where the text is not that of the file (HTML, JSON), ``origin`` says where in
    the file its characters stand.
    """

    path: str
    id: str
    text: str
    metadata: Metadata
    blocks: tuple[Section, ...] = ()
    origin: Origin | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What tells this article from every other one of the run."""
        return self.path, self.id

    def lines(self) -> LineIndex:
        """The lines of its file, asked by offsets of its text."""
        if self.origin is None:
            return LineIndex(self.text)
        from factlint.text.offsets import OriginLines

        return OriginLines(self.origin)
