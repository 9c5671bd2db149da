"""Every entry of the knowledge files with the place where it stands, for those who look after the files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.knowledge.load import read_file
from factlint.text.marked import Keys, MarkedFile, Node, Text
from factlint.text.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Placed(NamedTuple):
    """An entry as one file has it: its kind, its row, its file and value there, and the pack of the file.

    ``silent`` are the fields that the file does not write.
    """

    kind: str
    row: Any
    file: MarkedFile
    node: Node
    pack: str
    silent: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """The place of the entry as people write it: file:line:column."""
        return ":".join(map(str, (self.file.path, *self.file.lines.position(self.node.start))))

    def remark(self, message: str, hint: str = "", *, about: str = "", level: str = "error") -> Problem:
        """What is to be said about the entry: at the text ``about`` in it, else at its name."""
        node = self._at(about)
        line, column = self.file.lines.position(node.start)
        start, end = self.file.lines.bounds(line)
        length = max(1, min(node.end, end) - node.start)
        return Problem(self.file.path, message, hint, line, column, self.file.text[start:end], length, level=level)

    def _at(self, about: str) -> Text | Node:
        from factlint.text.marked import walk

        found = next((text for text in walk(self.node) if text.value == about), None) if about else None
        named = self.node.get("name") or self.node.get("holder") if isinstance(self.node, Keys) else None
        return found or named or self.node


def placed(files: Iterable[tuple[str, str, str]]) -> Iterator[Placed]:
    """All entries in file order; a file is its shown path, its text and its pack."""
    for path, text, pack in files:
        marked, parts = read_file(path, text)
        for part in parts:
            for entries in part.entries.values():
                for entry in entries:
                    yield Placed(part.kind.name, entry.row, marked, entry.node, pack, entry.silent)
