"""Places of a text as an editor counts them: lines from 0, and columns in the units that were agreed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from factlint.text.lines import LineIndex

if TYPE_CHECKING:
    from collections.abc import Callable

# What a character takes in each encoding that an editor may ask for.
_WIDTHS: dict[str, Callable[[str], int]] = {
    "utf-8": lambda char: len(char.encode("utf-8", "surrogatepass")),
    "utf-16": lambda char: 1 + (char > "\uffff"),
    "utf-32": len,
}


class Positions:
    """Offsets of one text (code points) to positions of the protocol, and back.

    Lines end as they do for articles, and as the protocol has it: at CR LF, LF or CR and at nothing else.
    """

    __slots__ = ("_encoding", "_lines", "_width", "text")

    def __init__(self, text: str, encoding: str) -> None:
        self.text = text
        self._encoding = encoding
        self._width = _WIDTHS.get(encoding, _WIDTHS["utf-16"])
        self._lines = LineIndex(text)

    def at(self, offset: int) -> types.Position:
        """The position of an offset; one outside the text counts as its nearest end."""
        line, column = self._lines.position(max(0, min(offset, len(self.text))))
        start = self._lines.bounds(line)[0]
        return types.Position(line - 1, self._units(self.text[start : start + column - 1]))

    def range(self, start: int, end: int) -> types.Range:
        """The range between two offsets."""
        return types.Range(self.at(start), self.at(end))

    def offset(self, position: types.Position) -> int:
        """The offset of a position; one behind the end of its line, or of the text, counts as that end."""
        if position.line >= len(self._lines):
            return len(self.text)
        start, end = self._lines.bounds(position.line + 1)
        return start + self._characters(self.text[start:end], position.character)

    def span(self, within: types.Range) -> tuple[int, int]:
        """The offsets of a range."""
        return self.offset(within.start), self.offset(within.end)

    def line(self, number: int, column: int = 1) -> int:
        """The offset of a 1-based line and column."""
        return self._lines.offset(min(max(number, 1), len(self._lines)), column)

    def end_of_line(self, number: int) -> int:
        """The offset of the end of a 1-based line."""
        return self._lines.bounds(min(max(number, 1), len(self._lines)))[1]

    def _units(self, words: str) -> int:
        if words.isascii() or self._encoding == "utf-32":
            return len(words)
        return len(words.encode("utf-8" if self._encoding == "utf-8" else "utf-16-le", "surrogatepass")) // (
            1 if self._encoding == "utf-8" else 2
        )

    def _characters(self, line: str, units: int) -> int:
        """How many characters so many units hold; one that is cut in two is not among them."""
        if line.isascii() or self._encoding == "utf-32":
            return min(units, len(line))
        taken = 0
        for count, char in enumerate(line):
            taken += self._width(char)
            if taken > units:
                return count
        return len(line)
