"""MDX: Markdown with components; their properties, imports, exports and expressions are no copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.sources import Collected, RawFile, Source
from factlint.sources.rewriting import in_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.sources.rewriting import Change, Wanted


def read(file: RawFile) -> Collected:
    """One article a file."""
    from factlint.sources.markdown import read_marks

    return read_marks(file, mdx=True)


def changes(file: RawFile, text: str, wanted: Mapping[str, Wanted]) -> tuple[Change, ...]:
    """The changes of the file; see Markdown."""
    return in_lines(SOURCE, file, text, wanted)


SOURCE = Source(name="mdx", suffixes=(".mdx",), read=read, changes=changes)
