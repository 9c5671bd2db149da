"""The articles around those that are open: with them they tell a story, and nothing is reported on them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.app.articles import foreign
from factlint.sources import read_found, suffixes
from factlint.sources.discovery import Found, discover

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from factlint.app.session import Session
    from factlint.article import Article
    from factlint.engine.article import Mapped
    from factlint.engine.run import Engine

MOST = 400
"""So many files are read at most; those in the folders of open articles come first."""

_LARGEST = 1_000_000
"""A larger file (in bytes) is no article that somebody has open beside another."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What a file on the disk gives: its articles in English, each with what the engine made of it."""

    stamp: tuple[int, int]
    articles: tuple[tuple[Article, Mapped], ...]


class Neighbours:
    """The files around the open ones: found once, read a few at a time, read again when they change."""

    def __init__(self, session: Session, engine: Engine, root: Path, *, deep: bool) -> None:
        self._session = session
        self._engine = engine
        self._root = root
        self._deep = deep
        self._found: dict[str, Found] | None = None
        self._read: dict[str, Neighbour] = {}
        self._near: tuple[frozenset[str], dict[str, None]] | None = None
        self.state = 0
        """Another number whenever other articles are around."""

    def article_id(self, file: Path) -> str:
        """The id that the article of a file has for the command line, run in this folder."""
        found = self._files().get(str(file))
        if found is not None:
            return found.id
        return file.relative_to(self._root).as_posix() if file.is_relative_to(self._root) else file.name

    def look_again(self) -> None:
        """Forget which files there are; what was read of those that have not changed stays."""
        self._found = self._near = None
        self.state += 1

    def unread(self, opened: Collection[Path]) -> Iterator[str]:
        """The files that should be read and are not, or have changed, the nearest to the open ones first."""
        for file in self._nearest(opened):
            known = self._read.get(file)
            stamp = _stamp(file)
            if stamp is None:
                self.state += self._read.pop(file, None) is not None
            elif known is None or known.stamp != stamp:
                yield file

    def read(self, file: str) -> None:
        """Read one of the files; one that cannot be read is silent here, as somebody else may be writing it."""
        stamp, found = _stamp(file), self._files().get(file)
        if stamp is None or found is None:
            return
        articles: tuple[Article, ...] = ()
        if stamp[1] <= _LARGEST:
            articles = read_found(found, settings=self._session.configured.settings).articles
        mapped = ((one, self._engine.map(one, reference=True)) for one in articles if not foreign(one))
        self._read[file] = Neighbour(stamp, tuple(mapped))
        self.state += 1

    def articles(self, opened: Collection[Path]) -> Iterator[tuple[Article, Mapped]]:
        """What was read so far, the open files left out."""
        out = set(map(str, opened))
        for file in sorted(self._read.keys() & self._nearest(opened)):
            if file not in out:
                yield from self._read[file].articles

    def _files(self) -> dict[str, Found]:
        """The files by their path; an article under a reference goes by its id there."""
        if self._found is None:
            references = discover(self._session.configured.settings.reference, self._session.cwd, suffixes())[0]
            around = discover([str(self._root)], self._session.cwd, suffixes())[0] if self._deep else self._beside()
            self._found = {one.file: one for one in (*around, *references)}
        return self._found

    def _beside(self) -> Iterable[Found]:
        """The files in the folder itself: who opens a single file has not offered all folders below it."""
        try:
            names = sorted(entry.name for entry in os.scandir(self._root) if entry.is_file())
        except OSError:
            return ()
        own = [str(self._root / name) for name in names if name.lower().endswith(suffixes()) and name[0] != "."]
        return discover(own[:MOST], self._session.cwd, suffixes())[0]

    def _nearest(self, opened: Collection[Path]) -> dict[str, None]:
        """The files to read, those in the folders of open ones first."""
        folders = frozenset(str(file.parent) for file in opened)
        if self._near is None or self._near[0] != folders:
            order = sorted(self._files(), key=lambda file: (os.path.dirname(file) not in folders, file))  # noqa: PTH120
            self._near = folders, dict.fromkeys(order[:MOST])
        return self._near[1]


def _stamp(file: str) -> tuple[int, int] | None:
    """When a file was changed, in nanoseconds, and its size in bytes; None where it is gone."""
    try:
        status = os.stat(file)  # noqa: PTH116 - many files
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
