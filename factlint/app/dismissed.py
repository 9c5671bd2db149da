"""The dismissals that hold for articles: those in files of their folder and of the folders above, and in comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.app.session import desk_root
from factlint.findings import dismissed_file
from factlint.findings.comments import in_comments
from factlint.sources import source_of
from factlint.sources.discovery import shown_path, unreadable
from factlint.text.disk import contents, utf8
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from factlint.app.session import Session
    from factlint.findings.dismissal import Dismissal
    from factlint.findings.result import ArticleInfo

_COMMENTED = ("markdown", "html")


class Book:
    """The dismissals of a desk, each file read when the first article of its folder is asked for."""

    def __init__(self, session: Session) -> None:
        self.problems: list[Problem] = []
        self._cwd = session.cwd
        self._root = desk_root(session)
        self._files: dict[Path, tuple[Dismissal, ...]] = {}
        self._chains: dict[Path, tuple[dict[str, list[Dismissal]], tuple[Dismissal, ...]]] = {}
        self._comments: dict[str, list[Dismissal]] = {}

    def of(self, path: str) -> tuple[Dismissal, ...]:
        """What holds for the articles of a shown path: first what is about them, then what is the desk's."""
        return tuple(entry for group in self.groups(path) for entry in group)

    def groups(self, path: str) -> tuple[Sequence[Dismissal], ...]:
        """The same in groups: of comments, of the article, and of the desk, which all articles of a folder share."""
        own, desk = self._chain((self._cwd / path).parent)
        return tuple(group for group in (self._comments.get(path), own.get(path), desk) if group)

    def read_comments(self, article: ArticleInfo) -> tuple[Dismissal, ...]:
        """Take up what an article says about itself in comments, if its format has any; the entries."""
        source = source_of(article.path)
        if source is None or source.name not in _COMMENTED:
            return ()
        text, line = _file_text(article, self._cwd)
        found, problems = in_comments(article.path, article.id, text, line)
        self.problems += problems
        if found:
            self._comments[article.path] = list(found)
        return found

    def read(self, paths: Iterable[str]) -> tuple[Dismissal, ...]:
        """All entries of the files that may speak of the articles of some shown paths."""
        for folder in sorted({(self._cwd / path).parent for path in paths}):
            self._chain(folder)
        return tuple(entry for folder in sorted(self._files) for entry in self._files[folder])

    def _chain(self, folder: Path) -> tuple[dict[str, list[Dismissal]], tuple[Dismissal, ...]]:
        """The entries of a folder and of those above it up to the desk's: by article, and those about no article."""
        if folder not in self._chains:
            above = [one for one in folder.parents if one.is_relative_to(self._root)] or [self._root]
            every = [entry for one in dict.fromkeys((folder, *above)) for entry in self._file(one)]
            own: dict[str, list[Dismissal]] = {}
            for entry in every:
                if entry.article:
                    own.setdefault(entry.article, []).append(entry)
            self._chains[folder] = own, tuple(entry for entry in every if not entry.article)
        return self._chains[folder]

    def _file(self, folder: Path) -> tuple[Dismissal, ...]:
        if folder not in self._files:
            file = file_in(folder)
            shown = shown_path(str(file), self._cwd)
            self._files[folder] = ()
            try:
                text = text_of(file, shown)
            except ProblemError as error:
                self.problems += error.problems
            else:
                if text:
                    self._files[folder] = self._entries(folder, shown, text)
        return self._files[folder]

    def _entries(self, folder: Path, shown: str, text: str) -> tuple[Dismissal, ...]:
        entries, problems = dismissed_file.read(shown, text, lambda name: shown_path(str(folder / name), self._cwd))
        self.problems += problems
        return entries


def file_in(folder: Path) -> Path:
    """Where the dismissals of a folder stand."""
    return folder / dismissed_file.FOLDER / dismissed_file.NAME


def text_of(file: Path, shown: str) -> str:
    """The text of a file, with its line ends; empty where there is none."""
    try:
        return utf8(shown, contents(file))
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as error:
        raise ProblemError(unreadable(shown, error)) from None


def _file_text(article: ArticleInfo, cwd: Path) -> tuple[str, int]:
    """The text that an article's comments stand in, and the number of its first line.

    What was taken out of HTML leaves most comments behind, so the file is looked at again.
    """
    if article.origin is None:
        return article.text, 1
    if article.record:
        return article.origin.text, article.origin.line
    try:
        return (cwd / article.path).read_bytes().decode("utf-8-sig", errors="replace"), 1
    except OSError:
        return article.origin.text, article.origin.line
