"""Where a place is for those who read a report: in which paragraph, for a program that counts bytes in which column."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from factlint.text.deferred import deferred
from factlint.text.lines import LineIndex
from factlint.text.offsets import OriginLines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.findings.finding import Edit, Finding, Location
    from factlint.findings.result import ArticleInfo, Result

# A line that is not blank is a paragraph, as annotations have it.
_PARAGRAPH = deferred(r"(?<![^\r\n])[^\S\r\n]*\S[^\r\n]*")
_WIDE = deferred(r"[^\x00-\x7f]")


class Places:
    """The articles of a result, asked for what a Location does not hold."""

    def __init__(self, result: Result) -> None:
        self._articles: Mapping[tuple[str, str], _Lines] = {one.key: _Lines(one) for one in result.articles}
        self._references = result.reference_keys

    def home(self, finding: Finding) -> Location:
        """The place that a finding is shown at: its primary one, unless that is in an article that is mere evidence."""
        return next((place for place in finding.places if place.article not in self._references), finding.primary)

    def paragraph(self, place: Location) -> int | None:
        """The 1-based paragraph of a place, front matter left out; None in it, or where the article is not known."""
        article = self._articles.get(place.article)
        return article.paragraph(place.start) if article is not None else None

    def in_record(self, place: Location) -> bool:
        """Whether the lines of a place are those of a record, and not of its file."""
        article = self._articles.get(place.article)
        return article is not None and article.info.record

    def byte_column(self, place: Location, end: bool = False) -> int:
        """The 1-based column of a place (or of its end), counted in bytes of UTF-8."""
        offset, column = (place.end, place.end_column) if end else (place.start, place.column)
        article = self._articles.get(place.article)
        if article is None:
            return column
        offset = article.in_lines(offset, end)
        return column + article.extra_bytes(offset) - article.extra_bytes(offset - column + 1)

    def of_edit(self, edit: Edit) -> Location | None:
        """The place that an edit replaces; None where the article is not known."""
        from factlint.findings.finding import Location

        article = self._articles.get((edit.path, edit.id))
        if article is None:
            return None
        line, column = article.index.position(edit.start)
        end_line, end_column = article.index.ending(edit.end)
        words = article.info.text[edit.start : edit.end]
        return Location(edit.path, edit.id, edit.start, edit.end, line, column, end_line, end_column, words)


class _Lines:
    """The lines of one article, found when they are asked for."""

    def __init__(self, info: ArticleInfo) -> None:
        self.info = info

    @cached_property
    def index(self) -> LineIndex:
        return LineIndex(self.info.text) if self.info.origin is None else OriginLines(self.info.origin)

    @cached_property
    def _lined(self) -> str:
        """The text that the lines are those of."""
        return self.info.text if self.info.origin is None else self.info.origin.text

    def in_lines(self, offset: int, end: bool) -> int:
        """Where an offset of the article stands in that text."""
        if self.info.origin is None:
            return offset
        offsets = self.info.origin.offsets
        return offsets.end(offset) if end else offsets.start(offset)

    @cached_property
    def _starts(self) -> list[int]:
        return [match.start() for match in _PARAGRAPH.finditer(self.info.text, self.info.begins)]

    def paragraph(self, offset: int) -> int | None:
        if offset < self.info.begins:
            return None
        return max(1, bisect_right(self._starts, offset))

    @cached_property
    def _wide(self) -> tuple[list[int], list[int]]:
        """Where characters of more than one byte stand, and how many bytes more there are before each and in all."""
        found = list(_WIDE.finditer(self._lined))
        more = (len(match.group().encode("utf-8", "surrogatepass")) - 1 for match in found)
        return [match.start() for match in found], list(accumulate(more, initial=0))

    def extra_bytes(self, offset: int) -> int:
        """By how much the bytes before an offset of the lines' text outnumber the characters."""
        places, more = self._wide
        return more[bisect_left(places, offset)]
