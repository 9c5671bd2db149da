"""The texts that an editor has open, as they are there and not on the disk."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from pygls import uris

from factlint.lsp.positions import Positions

# A text that was never saved has no suffix; its language says what it is.
_SUFFIXES = {"markdown": ".md", "html": ".html", "yaml": ".yaml"}


@dataclass(frozen=True, slots=True)
class Document:
    """One open text: its address in the editor, the file that it is or would be, its version there, its positions."""

    uri: str
    file: Path
    version: int
    positions: Positions

    @property
    def text(self) -> str:
        """The text, unsaved changes included."""
        return self.positions.text


class Documents:
    """The open texts by address."""

    def __init__(self) -> None:
        self.encoding = "utf-16"
        self._open: dict[str, Document] = {}

    def opened(self, uri: str, language: str, version: int, text: str) -> Document:
        """Take note of a text that was opened."""
        document = Document(uri, file_of(uri, language), version, self._positions(text))
        self._open[uri] = document
        return document

    def changed(self, uri: str, version: int, text: str) -> Document | None:
        """Take note of a changed text; None where it was never opened."""
        before = self._open.get(uri)
        if before is None:
            return None
        self._open[uri] = Document(uri, before.file, version, self._positions(text))
        return self._open[uri]

    def closed(self, uri: str) -> None:
        """Forget a text."""
        self._open.pop(uri, None)

    def get(self, uri: str) -> Document | None:
        """The open text at an address."""
        return self._open.get(uri)

    def all(self) -> tuple[Document, ...]:
        """All open texts, in the order in which they were opened."""
        return tuple(self._open.values())

    def of_file(self, file: Path) -> Document | None:
        """The open text of a file."""
        return next((one for one in self._open.values() if one.file == file), None)

    def _positions(self, text: str) -> Positions:
        # Some editors hand on the byte order mark; no offset counts it.
        return Positions(text.removeprefix("\ufeff"), self.encoding)


def file_of(uri: str, language: str = "") -> Path:
    """The file at an address; for a text that has none the one in the working directory that it could be saved as."""
    path = uris.to_fs_path(uri) if uri.startswith("file:") else None
    if path:
        return Path(os.path.abspath(path))  # noqa: PTH100 - links are kept, as the editor shows them
    name = "".join(char if char.isalnum() else "-" for char in uri.rpartition(":")[2].strip("/")) or "unsaved"
    return Path.cwd() / (name + _SUFFIXES.get(language, ".txt"))


def uri_of(file: Path) -> str:
    """The address of a file."""
    return uris.from_fs_path(str(file)) or file.as_uri()
