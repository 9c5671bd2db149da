"""Input formats, one module each: the bytes of a format become articles.

A format's module has a ``SOURCE`` that says which file name suffixes it reads. Nothing lists the formats: adding a file
adds a format. Modules without a ``SOURCE`` hold what the formats share.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from factlint import registry
from factlint.text.disk import contents
from factlint.text.problem import Problem
from factlint.text.values import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from factlint.article import Article
    from factlint.config import Settings
    from factlint.sources.discovery import Found
    from factlint.sources.rewriting import Change, Wanted

LONGEST = 2_000_000
"""Characters of the longest article that is checked: more than a long novel has."""
LARGEST = 1_000_000_000
"""Bytes of the largest file that is read whole."""
_TOO_LARGE = f"this file has more than {LARGEST // 1_000_000_000} GB"
_TOO_MUCH = "there is not enough memory to read this file"


class Collected(NamedTuple):
    """What was read, and what could not be."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()


class ForeignError(Exception):
    """Raised by a source for a file that is no article in any form it knows, with the problem that this is."""

    def __init__(self, path: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.path = path
        self.message = message
        self.hint = hint


class Options(NamedTuple):
    """How the files of a desk are to be understood.

    ``map`` pairs a field of factlint with the name that records have for it; ``sections`` pairs a key of front matter
    (or a meta element) with the kind of section that its words are.
    """

    map: tuple[tuple[str, str], ...] = ()
    sections: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, settings: Settings) -> Options:
        """Those that the settings ask for."""
        return cls(settings.map, settings.sections)


class RawFile(NamedTuple):
    """A file before it is read: its path as it is shown, the id that its article gets, its bytes.

    Of a file that is read in pieces these are the bytes of one; ``lines_before`` counts the lines before them.
    """

    path: str
    id: str
    data: bytes
    options: Options = Options()
    lines_before: int = 0


@plain
class Source:
    """One format: its name, the suffixes of its files (lower case, with the dot), and how a file becomes articles.

    ``changes`` turns changes of the articles' texts into those of the file's text, and raises ProblemError where they
    do not fit it; without it, and where not ``written``, a diff is all there is. Where ``records``, a file may hold
    many articles; where they stand ``apart``, their lines are their own and not those of the file. Files of a format
    that is read ``beside`` articles are taken in a folder only where they are named after one: ``ferry.jpg`` and
    ``ferry-2.jpg`` go with ``ferry.txt``.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[RawFile], Collected]
    changes: Callable[[RawFile, str, Mapping[str, Wanted]], tuple[Change, ...]] | None = None
    records: bool = False
    apart: bool = False
    written: bool = True
    beside: bool = False


@cache
def sources() -> Mapping[str, Source]:
    """All formats by name, in name order of their modules."""
    found = [module.SOURCE for _, module in registry.modules(sys.modules[__name__]) if hasattr(module, "SOURCE")]
    return {source.name: source for source in found}


@cache
def suffixes() -> tuple[str, ...]:
    """The suffixes of all files that can be read, sorted."""
    return tuple(sorted(suffix for source in sources().values() for suffix in source.suffixes))


@cache
def companions() -> tuple[str, ...]:
    """The suffixes of files that are only read beside articles."""
    return tuple(suffix for source in sources().values() if source.beside for suffix in source.suffixes)


def collect(paths: Sequence[str], *, cwd: Path | None = None, settings: Settings | None = None) -> Collected:
    """Read every article that the paths name, folders with all that is in them.

    Relative paths count from ``cwd`` (the working directory of the process unless given). ``settings`` fills gaps of
    the metadata. Articles come in the order of (path, id), problems in the order of their places; what is wrong with
    one file does not stop another.
    """
    from factlint.sources.discovery import discover
    from factlint.sources.pictured import pictured

    cwd = cwd or Path.cwd()
    exclude = settings.exclude if settings is not None else ()
    found, problems = discover(paths, cwd, suffixes(), exclude)
    read = [read_found(one, settings=settings) for one in found]
    photos = pictured(((one, part.articles) for one, part in zip(found, read, strict=True)), cwd)
    captions = (read_found(photo, settings=settings) for photo in photos)
    return _joined([Collected((), problems), *read, *captions])


def read_found(found: Found, *, settings: Settings | None = None) -> Collected:
    """Read one discovered file: its articles, with the metadata that a sidecar and the settings add."""
    from factlint.sources.discovery import unreadable

    try:
        if Path(found.file).stat().st_size > LARGEST:
            return Collected((), (Problem(found.path, _TOO_LARGE, "split it; archives are read by factlint scan"),))
        data = contents(Path(found.file))
    except (OSError, ValueError) as error:
        return Collected((), (unreadable(found.path, error),))
    try:
        return _read(RawFile(found.path, found.id, data), Path(found.file), settings, found.named)
    except MemoryError:
        return Collected((), (Problem(found.path, _TOO_MUCH, "split it; archives are read by factlint scan"),))


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
    name = path.rstrip("/").rpartition("/")[2].lower()
    return next((source for suffix, source in _longest_first() if name.endswith(suffix)), None)


@cache
def _longest_first() -> tuple[tuple[str, Source], ...]:
    """Every suffix with its format. The longest counts: .jsonl.gz is none of .gz."""
    found = [(suffix, source) for source in sources().values() for suffix in source.suffixes]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


def _read(raw: RawFile, file: Path, settings: Settings | None, named: bool = True) -> Collected:
    from factlint.sources import metadata, sidecar

    source = source_of(raw.path)
    assert source is not None  # noqa: S101 - only files that a source reads are discovered
    if settings is not None:
        raw = raw._replace(options=Options.of(settings))
    try:
        articles, problems = source.read(raw)
    except ForeignError as error:
        # Folders hold other JSON and XML than news; whoever names a file means it.
        return Collected((), (Problem(error.path, error.message, error.hint),) * named)
    beside, faults = sidecar.read(file, raw.path)
    full = tuple(metadata.completed(article, beside, settings) for article in articles)
    short = tuple(article for article in full if len(article.text) <= LONGEST)
    too_long = tuple(_too_long(article) for article in full if len(article.text) > LONGEST)
    return Collected(short, (*problems, *faults, *too_long))


def _too_long(article: Article) -> Problem:
    message = f"{article.id} has {len(article.text):,} characters; an article of more than {LONGEST:,} is not checked"
    return Problem(article.path, message, "split it into articles, or leave it out")


def _joined(parts: Iterable[Collected]) -> Collected:
    articles: list[Article] = []
    problems: list[Problem] = []
    for part in parts:
        articles += part.articles
        problems += part.problems
    articles.sort(key=lambda article: article.key)
    problems.sort(key=lambda problem: (problem.path, problem.line or 0, problem.column or 0, problem.message))
    return Collected(tuple(articles), tuple(problems))
