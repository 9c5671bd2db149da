"""XML of news systems: NITF, NewsML-G2, and the export of WordPress, one article or many a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.sources import Collected, ForeignError, RawFile, Source
from factlint.sources.rewriting import inside
from factlint.text.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import ModuleType

    from factlint.article import Article
    from factlint.sources.rewriting import Change, Wanted
    from factlint.sources.xml.parse import Node

_HINT = "factlint knows NITF, NewsML-G2 and the export of WordPress"
# A file that is broken or unsafe is worth a word only if it was to be an article.
_LIKELY = (b"<nitf", b"<newsItem", b"<newsMessage", b"http://wordpress.org/export/")


def read(file: RawFile) -> Collected:
    """Every document of a file; what is no news is foreign."""
    from factlint.sources.draft import whole_text
    from factlint.sources.xml.parse import parsed
    from factlint.text.problem import ProblemError

    if not file.data.strip():
        return Collected(())
    try:
        text = whole_text(file)
        root = parsed(file.path, text)
    except ProblemError as error:
        if not any(sign in file.data for sign in _LIKELY):
            one = error.problems[0]
            raise ForeignError(file.path, one.message, one.hint) from None
        return Collected((), error.problems)
    found = [(dialect, name, node) for dialect in _dialects() for name, node in dialect.documents(root)]
    if not found:
        raise ForeignError(file.path, "there is no article in this XML", _HINT)
    return _articles(file, text, found)


def _dialects() -> Sequence[ModuleType]:
    from factlint.sources.xml import newsml, nitf, wordpress

    return nitf, newsml, wordpress


def _articles(file: RawFile, text: str, found: Sequence[tuple[ModuleType, str | None, Node]]) -> Collected:
    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    for number, (dialect, own, node) in enumerate(found, 1):
        name = (own or f"document {number}") if len(found) > 1 else file.id
        if name in articles:
            message = f"two documents have the id {name}"
            problems.append(Problem(file.path, message, "an id names one document of a file"))
            continue
        draft, metadata = dialect.read(node)
        articles[name] = draft.article(file.path, name, text, metadata)
    return Collected(tuple(articles.values()), tuple(problems))


def changes(file: RawFile, text: str, wanted: Mapping[str, Wanted]) -> tuple[Change, ...]:
    """Changes of documents as changes of the file."""
    from html import escape

    return inside(SOURCE, file, text, wanted, escape)


SOURCE = Source(name="xml", suffixes=(".xml", ".nitf"), read=read, changes=changes, records=True, written=False)
