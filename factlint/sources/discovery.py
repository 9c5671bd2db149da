"""From the paths that were named to the files that are read, each once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factlint.config.files import YAML_NAME
from factlint.sources.sidecar import SUFFIX
from factlint.text.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Found(NamedTuple):
    """A file to read: where it is, its path as it is shown, the id of its article, what it is behind all links."""

    file: str
    path: str
    id: str
    real: str


def discover(paths: Iterable[str], cwd: Path, suffixes: Sequence[str]) -> tuple[tuple[Found, ...], tuple[Problem, ...]]:
    """The files behind the named paths, sorted by their shown path, and what was wrong with the paths.

    A folder is walked with all folders in it; hidden ones (their names begin with a dot) and hidden files are left out
    unless they were named themselves. A folder behind a link is walked once, after the real ones, so loops end.
    """
    found: list[Found] = []
    problems: list[Problem] = []
    for path in dict.fromkeys(paths):
        walk = _Walk(path, Path(os.path.abspath(cwd)), tuple(suffixes))  # noqa: PTH100 - links in it are kept
        walk.run()
        found += walk.found
        problems += walk.problems
    return _each_once(found), tuple(dict.fromkeys(problems))


def shown_path(path: str, cwd: Path) -> str:
    """A path as reports show it: POSIX, relative to the working directory where it lies inside, else absolute."""
    full = Path(os.path.abspath(cwd / path))  # noqa: PTH100
    if not full.is_relative_to(cwd):
        # The same folder may have been named by another way through links.
        real, cwd = Path(os.path.realpath(full.parent), full.name), Path(os.path.realpath(cwd))
        full = real if real.is_relative_to(cwd) else full
    return _printable((full.relative_to(cwd) if full.is_relative_to(cwd) else full).as_posix())


def is_sidecar(name: str) -> bool:
    """Whether a file of this name is about an article or about factlint, and so no article itself."""
    return name == YAML_NAME or name.endswith(SUFFIX)


def unknown_type(path: str, suffixes: Sequence[str]) -> Problem:
    """The problem of a named file that no source reads."""
    hint = f"factlint reads {', '.join(suffixes)}"
    if path.endswith(SUFFIX):
        hint = "a sidecar goes with its article: name that instead"
    return Problem(path, "this is not a type of file that factlint reads", hint)


def unreadable(path: str, error: OSError | ValueError) -> Problem:
    """The problem of a file or folder that the system does not hand out."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Problem(path, "no such file or folder", "check the spelling of the path, and the folder you are in")
    reason = getattr(error, "strerror", None) or str(error)
    return Problem(path, f"this cannot be read: {reason}", "check who may read it")


class _Walk:
    """One named path, followed to its files."""

    def __init__(self, path: str, cwd: Path, suffixes: tuple[str, ...]) -> None:
        self.path = path
        self.cwd = cwd
        self.suffixes = suffixes
        self.found: list[Found] = []
        self.problems: list[Problem] = []
        self._root = cwd / path
        self._linked: list[str] = []
        self._seen: set[str] = set()

    def run(self) -> None:
        try:
            self._root.stat()
        except (OSError, ValueError) as error:
            self.problems.append(unreadable(self.path, error))
            return
        if self._root.is_dir():
            self._folders()
            return
        if not _handled(self._root.name, self.suffixes):
            self.problems.append(unknown_type(shown_path(self.path, self.cwd), self.suffixes))
            return
        self._take(str(self._root), self._root.name)

    def _folders(self) -> None:
        pending = [str(self._root)]
        while pending:
            folder = pending.pop()
            real = os.path.realpath(folder)
            if real not in self._seen:
                self._seen.add(real)
                pending += reversed(self._folder(folder))
            if not pending:
                pending, self._linked = self._linked[::-1], []
        if not self.found and not self.problems:
            shown = shown_path(self.path, self.cwd)
            hint = f"factlint reads {', '.join(self.suffixes)}; hidden folders are not searched"
            self.problems.append(Problem(shown, "there is no article in this folder", hint))

    def _folder(self, folder: str) -> list[str]:
        """Take the files of a folder; the folders in it that are no links."""
        try:
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            self.problems.append(unreadable(shown_path(folder, self.cwd), error))
            return []
        folders: list[str] = []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if os.path.isdir(entry.path):  # noqa: PTH112 - a link in a circle would make the others raise
                (self._linked if entry.is_symlink() else folders).append(entry.path)
            elif _handled(entry.name, self.suffixes):
                self._take(entry.path, Path(entry.path).relative_to(self._root).as_posix())
            elif entry.name.endswith(SUFFIX):
                self._check_sidecar(entry.path)
        return folders

    def _take(self, file: str, name: str) -> None:
        if not os.path.isfile(file):  # noqa: PTH113 - a broken link, a pipe, a device: reading it could wait for ever
            message = "this is not a file" if os.path.exists(file) else "this link leads nowhere"  # noqa: PTH110
            self.problems.append(Problem(shown_path(file, self.cwd), message, "mend it, or leave it out"))
            return
        self.found.append(Found(file, shown_path(file, self.cwd), _printable(name), os.path.realpath(file)))

    def _check_sidecar(self, file: str) -> None:
        article = file.removesuffix(SUFFIX)
        if not os.path.lexists(article):
            shown = shown_path(file, self.cwd)
            name = Path(article).name
            self.problems.append(
                Problem(shown, f"this sidecar has no article: there is no {name} beside it", "rename it")
            )


def _printable(name: str) -> str:
    """A file name is bytes on some systems; what is no UTF-8 in it is replaced, or no report could be written."""
    return os.fsencode(name).decode("utf-8", errors="replace")


def _handled(name: str, suffixes: tuple[str, ...]) -> bool:
    return name.lower().endswith(suffixes) and not is_sidecar(name)


def _each_once(found: list[Found]) -> tuple[Found, ...]:
    """One entry a file, whatever ways led to it and in whatever order: its own path before a link, then the longest id.

    The longest id is the one from the outermost named folder, so naming a file beside its folder changes nothing.
    """
    best: dict[str, Found] = {}
    for one in sorted(found, key=_preference):
        best.setdefault(one.real, one)
    return tuple(sorted(best.values(), key=lambda one: (one.path, one.id)))


def _preference(one: Found) -> tuple[bool, int, str, str]:
    return os.path.abspath(one.file) != one.real, -len(one.id), one.path, one.id  # noqa: PTH100
