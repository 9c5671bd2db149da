"""Which files of a folder are left out: those that git ignores, those that ``.factlintignore`` and ``exclude`` name.

All three are written as for git (https://git-scm.com/docs/gitignore).
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factlint.sources.patterns import patterns, verdict
from factlint.text.disk import contents

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factlint.sources.patterns import Pattern

_FILES = (".gitignore", ".factlintignore")
# Where the search for ignore files above a folder ends, if no repository begins on the way.
_HIGHEST = 64


class Patterns(NamedTuple):
    """Patterns, and the folder that they are about."""

    folder: str
    rules: tuple[Pattern, ...]


class Ignored:
    """What is left out below one named folder."""

    def __init__(self, root: str, exclude: Sequence[str], cwd: str) -> None:
        self._excluded = (Patterns(cwd, patterns(exclude)),) if exclude else ()
        above = _above(root)
        # Whoever names a folder that git ignores means it.
        self._above = () if any(_is_ignored(above, path, folder=True) for path in _way(above, root)) else above

    def within(self, folder: str, outer: tuple[Patterns, ...] | None) -> tuple[Patterns, ...]:
        """The patterns that hold in a folder; ``outer`` are those of the folder around it, None for the named one."""
        outer = self._above if outer is None else outer
        return (*outer, *_read(folder))

    def has(self, path: str, known: tuple[Patterns, ...], *, folder: bool) -> bool:
        """Whether a file or folder is left out; the folders around it are not."""
        return _is_ignored(known, path, folder=folder) or _is_ignored(self._excluded, path, folder=folder)


def _is_ignored(known: Iterable[Patterns], path: str, *, folder: bool) -> bool:
    """Whether patterns leave a path out; those of inner folders, which come last, decide."""
    ignored = False
    for one in known:
        inside = one.folder.rstrip(os.sep) + os.sep
        if one.rules and path.startswith(inside):
            said = verdict(one.rules, path[len(inside) :].replace(os.sep, "/"), folder=folder)
            ignored = ignored if said is None else said
    return ignored


def _way(above: Sequence[Patterns], root: str) -> list[str]:
    """The folders from the first one with patterns down to the root."""
    top = Path(above[0].folder) if above else Path(root)
    return [str(folder) for folder in (Path(root), *Path(root).parents) if folder.is_relative_to(top) and folder != top]


def _above(root: str) -> tuple[Patterns, ...]:
    """The patterns of the folders around one, up to that in which its repository begins; none outside of one."""
    found: list[Patterns] = []
    folder = Path(root)
    for _ in range(_HIGHEST):
        if (folder / ".git").exists():
            return tuple(found)
        if folder.parent == folder:
            break
        folder = folder.parent
        found[:0] = _read(str(folder))
    return ()


def _read(folder: str) -> list[Patterns]:
    found = []
    for name in _FILES:
        try:
            lines = contents(Path(folder, name)).decode("utf-8", errors="replace").replace("\r\n", "\n").split("\n")
        except (OSError, ValueError):
            continue
        found.append(Patterns(folder, patterns(lines)))
    return found
