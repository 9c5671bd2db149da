"""Input formats, one module each: the bytes of a format become articles.

A format's module has a ``SOURCE`` that says which file name suffixes it reads. Nothing lists the formats: adding a file
adds a format. Modules without a ``SOURCE`` hold what the formats share.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from factlint import registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from factlint.article import Article
    from factlint.config import Settings
    from factlint.sources.discovery import Found
    from factlint.sources.rewriting import Change, Wanted
    from factlint.text.problem import Problem


class Collected(NamedTuple):
    """What was read, and what could not be."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()


class RawFile(NamedTuple):
    """A file before it is read: its path as it is shown, the id that its article gets, its bytes."""

    path: str
    id: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Source:
    """One format: its name, the suffixes of its files (lower case, with the dot), and how a file becomes articles.

    ``changes`` turns changes of the articles' texts into those of the file's text, and raises ProblemError where they
    do not fit it; a format without it is never written. Where ``records``, a file may hold many articles.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[RawFile], Collected]
    changes: Callable[[str, str, Mapping[str, Wanted]], tuple[Change, ...]] | None = None
    records: bool = False


@cache
def sources() -> Mapping[str, Source]:
    """All formats by name, in name order of their modules."""
    found = [module.SOURCE for _, module in registry.modules(sys.modules[__name__]) if hasattr(module, "SOURCE")]
    return {source.name: source for source in found}


@cache
def suffixes() -> tuple[str, ...]:
    """The suffixes of all files that can be read, sorted."""
    return tuple(sorted(suffix for source in sources().values() for suffix in source.suffixes))


def collect(paths: Sequence[str], *, cwd: Path | None = None, settings: Settings | None = None) -> Collected:
    """Read every article that the paths name, folders with all that is in them.

    Relative paths count from ``cwd`` (the working directory of the process unless given). ``settings`` fills gaps of
    the metadata. Articles come in the order of (path, id), problems in the order of their places; what is wrong with
    one file does not stop another.
    """
    from factlint.sources.discovery import discover

    found, problems = discover(paths, cwd or Path.cwd(), suffixes())
    read = (read_found(one, settings=settings) for one in found)
    return _joined([Collected((), problems), *read])


def read_found(found: Found, *, settings: Settings | None = None) -> Collected:
    """Read one discovered file: its articles, with the metadata that a sidecar and the settings add."""
    from factlint.sources.discovery import unreadable

    try:
        data = Path(found.file).read_bytes()
    except (OSError, ValueError) as error:
        return Collected((), (unreadable(found.path, error),))
    return _read(RawFile(found.path, found.id, data), Path(found.file), settings)


def read_text(
    data: bytes | str, path: str, name: str | None = None, *, cwd: Path | None = None, settings: Settings | None = None
) -> Collected:
    """Read bytes that came from elsewhere (stdin) as if they were the file ``path``, its sidecar included.

    ``name`` is the id of the article, the file's name unless given.
    """
    from factlint.sources.discovery import shown_path, unknown_type

    cwd = cwd or Path.cwd()
    raw = data if isinstance(data, bytes) else data.encode("utf-8", errors="replace")
    shown = shown_path(path, cwd)
    if source_of(path) is None:
        return Collected((), (unknown_type(shown, suffixes()),))
    return _read(RawFile(shown, name or PurePosixPath(shown).name, raw), cwd / path, settings)


def source_of(path: str) -> Source | None:
    """The format that reads a file of this name, None if there is none."""
    suffix = PurePosixPath(path).suffix.lower()
    return next((source for source in sources().values() if suffix in source.suffixes), None)


def _read(raw: RawFile, file: Path, settings: Settings | None) -> Collected:
    from factlint.sources import metadata, sidecar

    source = source_of(raw.path)
    assert source is not None  # noqa: S101 - only files that a source reads are discovered
    articles, problems = source.read(raw)
    beside, faults = sidecar.read(file, raw.path)
    full = (metadata.completed(article, beside, settings) for article in articles)
    return Collected(tuple(full), (*problems, *faults))


def _joined(parts: Iterable[Collected]) -> Collected:
    articles: list[Article] = []
    problems: list[Problem] = []
    for part in parts:
        articles += part.articles
        problems += part.problems
    articles.sort(key=lambda article: article.key)
    problems.sort(key=lambda problem: (problem.path, problem.line or 0, problem.column or 0, problem.message))
    return Collected(tuple(articles), tuple(problems))
