"""HTML: the article of a page, without what stands around it, every character placed in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.sources import Collected, RawFile, Source
from factlint.sources.rewriting import inside

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.sources.rewriting import Change, Wanted


def read(file: RawFile) -> Collected:
    """One article a file; a page without any text gives an article without any."""
    from factlint.sources.draft import whole_text
    from factlint.sources.html.about import about
    from factlint.sources.html.reading import article_of, named_texts
    from factlint.sources.html.tree import parsed
    from factlint.text.problem import ProblemError

    try:
        text = whole_text(file)
    except ProblemError as error:
        return Collected((), error.problems)
    root = parsed(text)
    metadata, texts = about(root)
    draft = article_of(root, metadata.title)
    named_texts(draft, root, texts, file.options.sections)
    return Collected((draft.article(file.path, file.id, text, metadata),))


def changes(file: RawFile, text: str, wanted: Mapping[str, Wanted]) -> tuple[Change, ...]:
    """Changes of the article as changes of the page."""
    from html import escape

    return inside(SOURCE, file, text, wanted, escape)


SOURCE = Source(name="html", suffixes=(".html", ".htm", ".xhtml"), read=read, changes=changes, written=False)
