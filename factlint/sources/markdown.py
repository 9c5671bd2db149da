"""Markdown: headings, captions of images, code, comments, short codes of Hugo; everything else is the body.

Offsets are those of the file, markup included; paragraphs that were wrapped to a width are read on one line each. Link
targets become ``metadata`` sections: an address may hold a spelling or a date that is nobody's copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.article import Article
from factlint.sources import Collected, RawFile, Source
from factlint.sources.rewriting import in_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.sources.rewriting import Change, Wanted


def read(file: RawFile) -> Collected:
    """One article a file."""
    return read_marks(file, mdx=False)


def read_marks(file: RawFile, *, mdx: bool) -> Collected:
    """One article a file; with ``mdx`` it may have code of modules, components and expressions."""
    from factlint.sources.encoding import decode
    from factlint.sources.front_matter import read_front_matter
    from factlint.sources.marks import Marks
    from factlint.sources.wrapping import unwrapped
    from factlint.text.problem import ProblemError

    try:
        text = decode(file.path, file.data)
    except ProblemError as error:
        return Collected((), error.problems)
    front = read_front_matter(file.path, text, file.options.sections, every_form=True)
    words, origin = unwrapped(text, front.end)
    blocks = (*front.blocks, *Marks(words, front.end, mdx=mdx).find())
    return Collected((Article(file.path, file.id, words, front.metadata, blocks, origin),), front.problems)


def changes(file: RawFile, text: str, wanted: Mapping[str, Wanted]) -> tuple[Change, ...]:
    """The changes of the file. Raises ProblemError where one of them has a line break of wrapped copy inside."""
    return in_lines(SOURCE, file, text, wanted)


SOURCE = Source(name="markdown", suffixes=(".md", ".markdown"), read=read, changes=changes)
