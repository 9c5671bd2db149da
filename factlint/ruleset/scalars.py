"""Places inside a YAML scalar: an offset into its value to an offset into the file, through ``|`` blocks and quotes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from factlint.lang.errors import LangError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factlint.text.marked import MarkedFile, Text

T = TypeVar("T")


@dataclass(slots=True)
class Scalar:
    """A text of a YAML file that holds something with a grammar of its own; ``where`` names it in the user's words."""

    file: MarkedFile
    node: Text
    where: str

    def attempt(self, parse: Callable[[str], T]) -> T | None:
        """What ``parse`` makes of the value; None after recording its LangError at its place."""
        try:
            return parse(self.node.value)
        except LangError as error:
            self.complain_all([error])
            return None

    def complain_all(self, errors: Iterable[LangError]) -> None:
        """Record errors at their places in the file."""
        offsets: list[int] | None = None
        for error in errors:
            if offsets is None:
                offsets = self._offsets()
            start = offsets[min(error.start, len(offsets) - 1)]
            end = offsets[min(max(error.end - 1, 0), len(offsets) - 1)] + 1
            self.file.complain_at(start, max(end, start + 1), error.message, error.hint, self.where)

    def _offsets(self) -> list[int]:
        """For every character of the value (and its end) the offset of the file where it stands.

        The raw text holds the value's characters in order, with indentation, line breaks, quotes and backslashes
        between them; blanks of the value may stand for line breaks.
        """
        raw = self.file.text
        at = self._first()
        offsets: list[int] = []
        for char in self.node.value:
            found = self._next(raw, at, char)
            offsets.append(found)
            at = found + 1
        offsets.append(min(at, self.node.end))
        return offsets

    def _first(self) -> int:
        """Where the value can begin: behind the header line of a block, behind an opening quote."""
        if self.node.style in ("|", ">"):
            line_end = self.file.text.find("\n", self.node.start)
            return line_end + 1 if line_end >= 0 else self.node.end
        return self.node.start + (1 if self.node.style in ("'", '"') else 0)

    def _next(self, raw: str, at: int, char: str) -> int:
        limit = self.node.end
        while at < limit:
            here = raw[at]
            if here == char or (char.isspace() and here.isspace()):
                return at
            if here == "\\" and raw[at + 1 : at + 2] not in (char, "") and not char.isprintable():
                return at + 1
            at += 1
        return max(self.node.start, limit - 1)
