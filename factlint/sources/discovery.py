"""From the paths that were named to the files that are read, each once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factlint.config.files import YAML_NAMES
from factlint.sources.ignoring import Ignored
from factlint.sources.sidecar import SUFFIX
from factlint.text.deferred import deferred
from factlint.text.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factlint.sources.ignoring import Patterns

_DASH = deferred(r"[-_. ]")
_MAGIC = deferred(r"[*?\[]")


class Found(NamedTuple):
    """A file to read: where it is, its path as it is shown, the id of its article, what it is behind all links.

    ``named`` says that it was named itself, not only a folder around it.
    """

    file: str
    path: str
    id: str
    real: str
    named: bool = False


def discover(
    paths: Iterable[str], cwd: Path, suffixes: Sequence[str], exclude: Sequence[str] = ()
) -> tuple[tuple[Found, ...], tuple[Problem, ...]]:
    """The files behind the named paths, sorted by their shown path, and what was wrong with the paths.

    A folder is walked with all folders in it; hidden ones (their names begin with a dot) and hidden files are left out
    unless they were named themselves, and so are those that git ignores or ``exclude`` (patterns as git has them, from
    the working directory) names. A folder behind a link is walked once, after the real ones, so loops end. A path with
    ``*``, ``?`` or ``[`` that is none itself is a pattern; ``**`` stands for any folders. In folders, photos are
    taken only where they are named after an article beside them.
    """
    from factlint.sources import companions

    cwd = Path(os.path.abspath(cwd))  # noqa: PTH100 - links in it are kept
    found: list[Found] = []
    problems: list[Problem] = []
    for path in dict.fromkeys(paths):
        walk = _Walk(path, cwd, tuple(suffixes), exclude)
        walk.companions = companions()
        if _is_pattern(path, cwd):
            walk.run_pattern()
        else:
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
    return name in YAML_NAMES or name.endswith(SUFFIX)


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

    def __init__(self, path: str, cwd: Path, suffixes: tuple[str, ...], exclude: Sequence[str]) -> None:
        self.path = path
        self.cwd = cwd
        self.suffixes = suffixes
        self.exclude = exclude
        self.companions: tuple[str, ...] = ()
        self.found: list[Found] = []
        self.problems: list[Problem] = []
        self._root = cwd / path
        self._linked: list[tuple[str, tuple[Patterns, ...] | None]] = []
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
        self._take(str(self._root), self._root.name, named=True)

    def run_pattern(self) -> None:
        """Take the files that a pattern names; their ids count from the last folder before its first sign."""
        from glob import glob

        parts = Path(self.path).parts
        plain = next(index for index, part in enumerate(parts) if _MAGIC.search(part))
        self._root = self.cwd.joinpath(*parts[:plain])
        ignored = Ignored(str(self._root), self.exclude, str(self.cwd))
        matches = glob(self.path, root_dir=self.cwd, recursive=True)  # noqa: PTH207 - Path.glob knows no absolute one
        for match in (str(self.cwd / match) for match in sorted(matches)):
            name = Path(match).relative_to(self._root).as_posix()
            is_file = os.path.isfile(match)  # noqa: PTH113
            if is_file and _handled(name, self.suffixes) and not self._is_ignored(Path(name), ignored):
                self._take(match, name)
        if not self.found and not self.problems:
            hint = f"factlint reads {', '.join(self.suffixes)}; ** stands for any folders"
            self.problems.append(Problem(self.path, "no article matches this pattern", hint))

    def _is_ignored(self, name: Path, ignored: Ignored) -> bool:
        """Whether a file below the root is left out by the patterns of the folders on its way."""
        patterns = ignored.within(str(self._root), None)
        for folder in list(name.parents)[-2::-1]:
            path = str(self._root / folder)
            if ignored.has(path, patterns, folder=True):
                return True
            patterns = ignored.within(path, patterns)
        return ignored.has(str(self._root / name), patterns, folder=False)

    def _folders(self) -> None:
        ignored = Ignored(str(self._root), self.exclude, str(self.cwd))
        pending: list[tuple[str, tuple[Patterns, ...] | None]] = [(str(self._root), None)]
        while pending:
            folder, outer = pending.pop()
            real = os.path.realpath(folder)
            if real not in self._seen:
                self._seen.add(real)
                patterns = ignored.within(folder, outer)
                pending += [(inner, patterns) for inner in reversed(self._folder(folder, ignored, patterns))]
            if not pending:
                pending, self._linked = self._linked[::-1], []
        if not self.found and not self.problems:
            shown = shown_path(self.path, self.cwd)
            hint = f"factlint reads {', '.join(self.suffixes)}; hidden folders are not searched"
            self.problems.append(Problem(shown, "there is no article in this folder", hint))

    def _folder(self, folder: str, ignored: Ignored, patterns: tuple[Patterns, ...]) -> list[str]:
        """Take the files of a folder; the folders in it that are no links."""
        try:
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            self.problems.append(unreadable(shown_path(folder, self.cwd), error))
            return []
        folders: list[str] = []
        own = self._articles(entry.name for entry in entries)
        for entry in entries:
            if entry.name.startswith(".") or not self._goes_with(entry.name, own):
                continue
            is_folder = os.path.isdir(entry.path)  # noqa: PTH112 - a link in a circle would make the others raise
            if ignored.has(entry.path, patterns, folder=is_folder):
                continue
            if is_folder and entry.is_symlink():
                self._linked.append((entry.path, patterns))
            elif is_folder:
                folders.append(entry.path)
            elif _handled(entry.name, self.suffixes):
                self._take(entry.path, Path(entry.path).relative_to(self._root).as_posix())
            elif entry.name.endswith(SUFFIX):
                self._check_sidecar(entry.path)
        return folders

    def _articles(self, names: Iterable[str]) -> frozenset[str]:
        """What the articles of a folder are called, their suffixes left out."""
        known = tuple(set(self.suffixes).difference(self.companions))
        return frozenset(name.partition(".")[0].lower() for name in names if _handled(name, known))

    def _goes_with(self, name: str, articles: frozenset[str]) -> bool:
        """Whether a file is no companion, or that of an article: it has its name, or that and more behind a dash."""
        if not name.lower().endswith(self.companions):
            return True
        stem = name.rpartition(".")[0].lower()
        parts = [match.start() for match in _DASH.finditer(stem)]
        return any(stem[:end] in articles for end in (len(stem), *parts))

    def _take(self, file: str, name: str, named: bool = False) -> None:
        if not os.path.isfile(file):  # noqa: PTH113 - a broken link, a pipe, a device: reading it could wait for ever
            message = "this is not a file" if os.path.exists(file) else "this link leads nowhere"  # noqa: PTH110
            self.problems.append(Problem(shown_path(file, self.cwd), message, "mend it, or leave it out"))
            return
        self.found.append(Found(file, shown_path(file, self.cwd), _printable(name), os.path.realpath(file), named))

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


def _is_pattern(path: str, cwd: Path) -> bool:
    return _MAGIC.search(path) is not None and "\0" not in path and not os.path.lexists(cwd / path)


def _handled(name: str, suffixes: tuple[str, ...]) -> bool:
    return name.lower().endswith(suffixes) and not is_sidecar(name)


def _each_once(found: list[Found]) -> tuple[Found, ...]:
    """One entry a file, whatever ways led to it and in whatever order: its own path before a link, then the longest id.

    The longest id is the one from the outermost named folder, so naming a file beside its folder changes nothing.
    """
    best: dict[str, Found] = {}
    for one in sorted(found, key=_preference):
        kept = best.setdefault(one.real, one)
        if one.named and not kept.named:
            best[one.real] = kept._replace(named=True)
    return tuple(sorted(best.values(), key=lambda one: (one.path, one.id)))


def _preference(one: Found) -> tuple[bool, int, str, str]:
    return os.path.abspath(one.file) != one.real, -len(one.id), one.path, one.id  # noqa: PTH100
