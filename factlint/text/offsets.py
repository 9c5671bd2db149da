"""Where the characters of a text stand in the file that it was taken from, markup and escapes left behind."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from factlint.text.lines import LineIndex
from factlint.text.span import Span
from factlint.text.values import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    Piece = tuple[int, int, int]


class Offsets:
    """A map from the offsets of a text to those of a source, both counted in code points.

    It is made of pieces in the order of the text. A piece that is as long there as here goes character by character;
    of any other one (``&amp;`` for ``&``, a blank for a line break with an indent) every character stands for the
    whole of its source. ``texts`` has where each piece begins and, last, where the text ends.
    """

    __slots__ = ("ends", "starts", "texts")

    def __init__(self, texts: tuple[int, ...], starts: tuple[int, ...], ends: tuple[int, ...]) -> None:
        self.texts = texts
        self.starts = starts
        self.ends = ends

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Offsets):
            return NotImplemented
        return (self.texts, self.starts, self.ends) == (other.texts, other.starts, other.ends)

    def __hash__(self) -> int:
        return hash((self.texts, self.starts, self.ends))

    def __reduce__(self) -> tuple[type[Offsets], tuple[tuple[int, ...], ...]]:
        return Offsets, (self.texts, self.starts, self.ends)

    def start(self, offset: int) -> int:
        """Where the character at an offset begins in the source; behind the last one, where that ends."""
        if offset >= self.texts[-1]:
            return self.ends[-1] if self.ends else 0
        piece = bisect_right(self.texts, offset) - 1
        return self.starts[piece] + (offset - self.texts[piece] if self._plain(piece) else 0)

    def end(self, offset: int) -> int:
        """Where the character before an offset ends in the source."""
        if offset <= 0 or not self.ends:
            return self.start(0)
        piece = bisect_right(self.texts, offset - 1) - 1
        piece = min(piece, len(self.ends) - 1)
        return self.starts[piece] + offset - self.texts[piece] if self._plain(piece) else self.ends[piece]

    def span(self, start: int, end: int) -> Span:
        """A range of the text as the narrowest range of the source that has all of it."""
        low = self.start(start)
        return Span(low, low if start == end else max(low, self.end(end)))

    def exact(self, start: int, end: int) -> bool:
        """Whether a range of the text stands in the source as it is, in one piece and character by character."""
        low, high = self.span(start, end)
        piece = bisect_right(self.texts, start) - 1
        return (
            high - low == end - start
            and piece < len(self.ends)
            and end <= self.texts[piece + 1]
            and (self._plain(piece) or start == end == self.texts[piece])
        )

    def pieces(self) -> Iterator[tuple[int, int, int, int]]:
        """Every piece: where it begins and ends in the text, where in the source."""
        for index, start in enumerate(self.starts):
            yield self.texts[index], self.texts[index + 1], start, self.ends[index]

    def within(self, outer: Offsets) -> Offsets:
        """The same map into the source of its source: HTML in a JSON string becomes places of the JSON file."""
        made = OffsetsBuilder()
        for text, text_end, start, end in self.pieces():
            if end - start != text_end - text:
                made.add(text_end - text, *outer.span(start, end))
            else:
                _through(made, outer, start, end)
        return made.built()

    def _plain(self, piece: int) -> bool:
        return self.ends[piece] - self.starts[piece] == self.texts[piece + 1] - self.texts[piece]


def _through(made: OffsetsBuilder, outer: Offsets, start: int, end: int) -> None:
    """Add a range of the middle text, cut where the outer map has its seams."""
    piece = max(0, bisect_right(outer.texts, start) - 1)
    while start < end:
        stop = min(end, outer.texts[piece + 1]) if piece + 1 < len(outer.texts) else end
        made.add(stop - start, *outer.span(start, stop))
        start, piece = stop, piece + 1


class OffsetsBuilder:
    """Collects the pieces of a map in the order of the text; neighbours that go on in the source become one."""

    def __init__(self) -> None:
        self._texts = [0]
        self._starts: list[int] = []
        self._ends: list[int] = []

    @property
    def length(self) -> int:
        """How long the text is so far."""
        return self._texts[-1]

    def add(self, length: int, start: int, end: int) -> None:
        """Add ``length`` characters of text that stand at ``start`` to ``end`` of the source."""
        if length == 0:
            return
        at = self._texts[-1]
        if length == end - start and self._starts and self._ends[-1] == start and self._goes_on(at):
            self._texts[-1] = at + length
            self._ends[-1] = end
            return
        self._texts.append(at + length)
        self._starts.append(start)
        self._ends.append(end)

    def _goes_on(self, at: int) -> bool:
        return self._ends[-1] - self._starts[-1] == at - self._texts[-2]

    def built(self) -> Offsets:
        """The map."""
        return Offsets(tuple(self._texts), tuple(self._starts), tuple(self._ends))


@plain
class Origin:
    """The lines of a file that a text was taken from, and where its characters stand in them.

    ``text`` are whole lines of the decoded file, ``start`` is their offset in it and ``line`` the 1-based number of the
    first; ``offsets`` count from the start of ``text``.
    """

    text: str
    offsets: Offsets
    start: int = 0
    line: int = 1

    def span(self, start: int, end: int) -> Span:
        """A range of the article's text as code points of the decoded file."""
        low, high = self.offsets.span(start, end)
        return Span(low + self.start, high + self.start)


def taken_from(text: str, offsets: Offsets) -> Origin:
    """The origin of a text in a file; of that only the lines which the text needs are kept."""
    if not offsets.starts:
        return Origin("", offsets)
    low, high = min(offsets.starts), max(offsets.ends)
    # The second half of a line break belongs to the line that it ends.
    low -= text[max(0, low - 1) : low + 1] == "\r\n"
    low = max(text.rfind("\n", 0, low), text.rfind("\r", 0, low)) + 1
    # All lines before count, and a line break of two characters once.
    line = 1 + text.count("\n", 0, low) + text.count("\r", 0, low) - text.count("\r\n", 0, low)
    stops = [at for at in (text.find("\n", high), text.find("\r", high)) if at >= 0]
    moved = Offsets(
        offsets.texts, tuple(start - low for start in offsets.starts), tuple(end - low for end in offsets.ends)
    )
    return Origin(text[low : min(stops, default=len(text))], moved, low, line)


class OriginLines(LineIndex):
    """The lines of a file, asked by the offsets of a text that was taken from it."""

    __slots__ = ("_origin",)

    def __init__(self, origin: Origin) -> None:
        super().__init__(origin.text)
        self._origin = origin

    def position(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column in the file at which the character at an offset begins."""
        line, column = super().position(self._origin.offsets.start(offset))
        return line + self._origin.line - 1, column

    def ending(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column in the file right behind the character before an offset."""
        line, column = super().position(self._origin.offsets.end(offset))
        return line + self._origin.line - 1, column

    def parts(self) -> tuple[tuple[int, ...], ...]:
        """See LineIndex; the map of the characters behind it."""
        at = self._origin
        return (*super().parts(), at.offsets.texts, at.offsets.starts, at.offsets.ends, (at.start, at.line))


def lines_of(parts: tuple[tuple[int, ...], ...]) -> LineIndex:
    """The lines that these are the parts of; the text itself is not among them."""
    starts, ends, *origin = parts
    if not origin:
        return LineIndex.of(starts, ends)
    texts, from_, to, (start, line) = origin
    index = OriginLines(Origin("", Offsets(texts, from_, to), start, line))
    index._starts, index._ends = list(starts), list(ends)
    return index
