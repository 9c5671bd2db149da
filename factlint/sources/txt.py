"""Plain text, with front matter if the desk writes one.

Copy that was wrapped to a width is read with its paragraphs on one line each; places are those of the file.
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
    from factlint.sources.encoding import decode
    from factlint.sources.front_matter import read_front_matter
    from factlint.sources.wrapping import unwrapped
    from factlint.text.problem import ProblemError

    try:
        text = decode(file.path, file.data)
    except ProblemError as error:
        return Collected((), error.problems)
    front = read_front_matter(file.path, text, file.options.sections)
    words, origin = unwrapped(text, front.end)
    return Collected((Article(file.path, file.id, words, front.metadata, front.blocks, origin),), front.problems)


def changes(file: RawFile, text: str, wanted: Mapping[str, Wanted]) -> tuple[Change, ...]:
    """The changes of the file. Raises ProblemError where one of them has a line break of wrapped copy inside."""
    return in_lines(SOURCE, file, text, wanted)


SOURCE = Source(name="txt", suffixes=(".txt",), read=read, changes=changes)
