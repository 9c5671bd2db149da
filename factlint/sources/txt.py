"""Plain text, with front matter if the desk writes one."""

from __future__ import annotations

from factlint.article import Article
from factlint.sources import Collected, RawFile, Source
from factlint.sources.rewriting import whole_file


def read(file: RawFile) -> Collected:
    """One article a file."""
    from factlint.sources.encoding import decode
    from factlint.sources.front_matter import read_front_matter
    from factlint.text.problem import ProblemError

    try:
        text = decode(file.path, file.data)
    except ProblemError as error:
        return Collected((), error.problems)
    front = read_front_matter(file.path, text, file.options.sections)
    return Collected((Article(file.path, file.id, text, front.metadata, front.blocks),), front.problems)


SOURCE = Source(name="txt", suffixes=(".txt",), read=read, changes=whole_file)
