"""Markdown: headings, captions of images, code, comments, short codes of Hugo; everything else is the body.

Offsets are those of the file, markup included. Link targets become ``metadata`` sections: an address may hold
a spelling or a date that is nobody's copy.
"""

from __future__ import annotations

from factlint.article import Article
from factlint.sources import Collected, RawFile, Source
from factlint.sources.rewriting import whole_file


def read(file: RawFile) -> Collected:
    """One article a file."""
    return read_marks(file, mdx=False)


def read_marks(file: RawFile, *, mdx: bool) -> Collected:
    """One article a file; with ``mdx`` it may have code of modules, components and expressions."""
    from factlint.sources.encoding import decode
    from factlint.sources.front_matter import read_front_matter
    from factlint.sources.marks import Marks
    from factlint.text.problem import ProblemError

    try:
        text = decode(file.path, file.data)
    except ProblemError as error:
        return Collected((), error.problems)
    front = read_front_matter(file.path, text, file.options.sections, every_form=True)
    blocks = (*front.blocks, *Marks(text, front.end, mdx=mdx).find())
    return Collected((Article(file.path, file.id, text, front.metadata, blocks),), front.problems)


SOURCE = Source(name="markdown", suffixes=(".md", ".markdown"), read=read, changes=whole_file)
