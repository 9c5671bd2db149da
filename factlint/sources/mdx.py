"""MDX: Markdown with components; their properties, imports, exports and expressions are no copy."""

from __future__ import annotations

from factlint.sources import Collected, RawFile, Source
from factlint.sources.rewriting import whole_file


def read(file: RawFile) -> Collected:
    """One article a file."""
    from factlint.sources.markdown import read_marks

    return read_marks(file, mdx=True)


SOURCE = Source(name="mdx", suffixes=(".mdx",), read=read, changes=whole_file)
