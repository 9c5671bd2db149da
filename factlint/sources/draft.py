"""An article put together from pieces of a file that has more in it: markup, escapes, other articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.article import Article, Section
from factlint.text.offsets import OffsetsBuilder, taken_from

if TYPE_CHECKING:
    from factlint.article import Metadata
    from factlint.sources import RawFile
    from factlint.text.offsets import Offsets


class Fragment(NamedTuple):
    """A text, and where in the file its characters stand."""

    text: str
    offsets: Offsets


# https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding, and the declaration of XML.
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([A-Za-z0-9_.:-]{2,40})""")
_LOOKED_AT = 2048


def whole_text(file: RawFile) -> str:
    """The text of a file that may say its own encoding. Raises ProblemError where it cannot be told."""
    from factlint.sources.encoding import decode
    from factlint.text.problem import ProblemError

    try:
        return decode(file.path, file.data)
    except ProblemError:
        text = _as_declared(file.data)
        if text is None:
            raise
        return text


def _as_declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_LOOKED_AT])
    if found is None or b"\0" in data:
        return None
    name = found[1].decode("ascii").lower()
    # What pages call Latin-1 is Windows-1252, by the same standard.
    name = "cp1252" if name in {"iso-8859-1", "latin1", "us-ascii", "windows-1252"} else name
    try:
        text = data.decode(name)
    except (LookupError, UnicodeError):
        return None
    return text if isinstance(text, str) else None


class Draft:
    """The lines of an article, each of one kind of section; lines without a kind are the body, in its widest sense.

    What stands in the body (a dateline, a note on the author) is for the section annotator to tell.
    """

    __slots__ = ("lines",)

    def __init__(self) -> None:
        self.lines: list[tuple[str, Fragment]] = []

    def add(self, kind: str, fragment: Fragment) -> None:
        """Add a line, unless it is blank."""
        if fragment.text.strip():
            self.lines.append((kind, fragment))

    def article(self, path: str, name: str, file: str, metadata: Metadata) -> Article:
        """The article; ``file`` is the decoded text of the file that it stands in."""
        texts: list[str] = []
        sections: list[Section] = []
        made = OffsetsBuilder()
        for index, (kind, fragment) in enumerate(self.lines):
            start = made.length
            for begin, end, low, high in fragment.offsets.pieces():
                made.add(end - begin, low, high)
            if kind:
                sections.append(Section(kind, start, made.length))
            texts.append(fragment.text)
            if index + 1 < len(self.lines):
                # A line ends here that need not end in the file.
                at = fragment.offsets.ends[-1]
                made.add(1, at, at)
        return Article(path, name, "\n".join(texts), metadata, tuple(sections), taken_from(file, made.built()))
