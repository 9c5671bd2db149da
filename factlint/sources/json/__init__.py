"""JSON of news systems: ninjs, posts of WordPress, stories of Arc XP, and records with a text, one or many a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.sources import Collected, ForeignError, RawFile, Source
from factlint.sources.rewriting import inside
from factlint.text.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from types import ModuleType

    from factlint.article import Article
    from factlint.sources.json.located import Value
    from factlint.sources.json.writing import Item
    from factlint.sources.rewriting import Change, Wanted

_KNOWN = "ninjs, posts of WordPress, stories of Arc XP (ANS), or records with “text”"
# A file that is broken is worth a word only if it was to be an article.
_LIKELY = (b'"body_html"', b'"body_text"', b'"bodies"', b'"content_elements"', b'"rendered"', b'"headline"')
# Where the documents of an answer or an export lie.
_HOLDERS = ("items", "_items", "content_elements", "posts", "articles", "results", "hits")


def read(file: RawFile) -> Collected:
    """Every document of a file; what is no news is foreign."""
    from factlint.sources.encoding import decode
    from factlint.sources.json.located import located
    from factlint.text.problem import ProblemError

    if not file.data.strip():
        return Collected(())
    try:
        text = decode(file.path, file.data)
        value = located(text)
    except ProblemError as error:
        return Collected((), error.problems)
    except (ValueError, RecursionError) as error:
        return _broken(file, error)
    found = list(_documents(value, file.options.map))
    if not found:
        raise ForeignError(file.path, "there is no article in this JSON", f"factlint knows {_KNOWN}")
    return _articles(file, text, found)


def _broken(file: RawFile, error: Exception) -> Collected:
    line, column = getattr(error, "lineno", None), getattr(error, "colno", None)
    message = f"this is not valid JSON: {getattr(error, 'msg', 'it nests without end')}"
    if not any(sign in file.data for sign in _LIKELY):
        raise ForeignError(file.path, message, f"factlint knows {_KNOWN}")
    return Collected((), (Problem(file.path, message, "export it again", line, column),))


def _dialects() -> Sequence[ModuleType]:
    from factlint.sources.json import ans, ninjs, records, wordpress

    return ninjs, wordpress, ans, records


def _documents(value: Value, names: Sequence[tuple[str, str]]) -> Iterator[tuple[ModuleType, Item]]:
    """The documents of a file, each with the module that reads it.

    They are the value itself, its members, or those of a list that the answer of a system holds.
    """
    members = value if isinstance(value, list) else [value]
    for member in members:
        if not isinstance(member, dict):
            continue
        item = member | {name: member[other] for name, other in names if other in member}
        dialect = next((dialect for dialect in _dialects() if dialect.is_one(item)), None)
        if dialect is not None:
            yield dialect, item
        elif members is not value:
            for name in _HOLDERS:
                if isinstance(member.get(name), list):
                    yield from _documents(member[name], names)


def _articles(file: RawFile, text: str, found: Sequence[tuple[ModuleType, Item]]) -> Collected:
    from factlint.sources.json.writing import Document

    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    for number, (dialect, item) in enumerate(found, 1):
        document = Document(text)
        metadata = dialect.write(item, document)
        name = (dialect.name_of(item) or f"document {number}") if len(found) > 1 else file.id
        if name in articles:
            message = f"two documents have the id {name}"
            problems.append(Problem(file.path, message, "an id names one document of a file"))
            continue
        articles[name] = document.article(file.path, name, text, metadata)
    return Collected(tuple(articles.values()), tuple(problems))


def changes(file: RawFile, text: str, wanted: Mapping[str, Wanted]) -> tuple[Change, ...]:
    """Changes of documents as changes of the file, with JSON's escapes."""
    import json

    def written(words: str) -> str:
        return json.dumps(words, ensure_ascii=text.isascii())[1:-1]

    return inside(SOURCE, file, text, wanted, written)


SOURCE = Source(name="json", suffixes=(".json",), read=read, changes=changes, records=True, written=False)
