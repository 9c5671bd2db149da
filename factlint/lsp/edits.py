"""Ways out of findings as changes of the open texts."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.app.fixing import mended
from factlint.sources import RawFile, source_of
from factlint.sources.rewriting import Change, Wanted, rewritten
from factlint.text.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from factlint.article import Article
    from factlint.findings import Edit, Finding
    from factlint.findings.result import Result

# What a replacement must not have where a format has signs of its own and nobody writes them.
_MARKUP = frozenset("<>&\"'\\")


def in_text(article: Article, text: str, edits: Iterable[Edit]) -> tuple[Change, ...]:
    """The changes of an open text that some edits of its article come to; none where they cannot be made there."""
    own = sorted((edit.start, edit.end, edit.replacement) for edit in edits if (edit.path, edit.id) == article.key)
    changes = tuple(Change(*one) for one in dict.fromkeys(own))
    if not changes or any(one.end > other.start for one, other in pairwise(changes)):
        return ()
    source = source_of(article.path)
    if source is not None and source.changes is not None:
        try:
            return rewritten(_raw(article, text), {article.id: Wanted(article.text, changes)}).changes
        except ProblemError:
            return ()
    return _by_place(article, changes) if article.origin is not None else ()


def _by_place(article: Article, changes: Sequence[Change]) -> tuple[Change, ...]:
    """Changes of words that stand in the file just as they are read there."""
    origin = article.origin
    if origin is None or not all(origin.offsets.exact(one.start, one.end) for one in changes):
        return ()
    if any(_MARKUP.intersection(one.words) for one in changes):
        return ()
    return tuple(Change(*origin.span(one.start, one.end), one.words) for one in changes)


def automatic(result: Result, article: Article, text: str, root: Path) -> tuple[Change, ...]:
    """Everything in one open text that is mended without a decision, as ``--fix`` would do it."""
    findings = tuple(_within(one, article.key) for one in result.findings)
    data = ("\ufeff" + text).encode("utf-8", "replace")
    done = mended(replace(result, findings=findings), "automatic", root, (data, str(root / article.path)))
    return next((file.changes for file in done.files if file.path == article.path), ())


def _within(finding: Finding, key: tuple[str, str]) -> Finding:
    """A finding with what can be changed in one article alone."""
    ways = (
        replace(way, edits=tuple(edit for edit in way.edits if (edit.path, edit.id) == key))
        for way in finding.suggestions
    )
    return replace(finding, suggestions=tuple(way for way in ways if way.edits))


def _raw(article: Article, text: str) -> RawFile:
    return RawFile(article.path, article.id, ("\ufeff" + text).encode("utf-8", "replace"))
