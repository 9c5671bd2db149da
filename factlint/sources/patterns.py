"""Patterns of files as git writes them (https://git-scm.com/docs/gitignore).

A library for this takes longer to load than the rest of a short run: every repository has a ``.gitignore``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factlint.text.deferred import deferred

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ESCAPE = deferred(r"\\(.)")
_ANY = "**"


class Pattern(NamedTuple):
    """One line: the parts of its path between slashes, whether it takes back, whether it is about folders only."""

    parts: tuple[str, ...]
    negated: bool
    folders: bool

    def fits(self, path: Sequence[str], *, folder: bool) -> bool:
        """Whether the parts of a path fit as a whole."""
        if self.folders and not folder:
            return False
        if len(self.parts) == 2 and self.parts[0] == _ANY != self.parts[1]:
            # Most patterns are of this form, and every file of a run is held against all of them.
            return _part(self.parts[1]).match(path[-1]) is not None
        ends = {0}
        for number, part in enumerate(self.parts):
            if part == _ANY:
                # As any folders, none too; at the end everything inside.
                low = min(ends) + (number == len(self.parts) - 1)
                ends = set(range(low, len(path) + 1))
            else:
                ends = {end + 1 for end in ends if end < len(path) and _part(part).match(path[end])}
            if not ends:
                return False
        return len(path) in ends


def patterns(lines: Iterable[str]) -> tuple[Pattern, ...]:
    """The patterns of a file."""
    return tuple(found for line in lines if (found := _pattern(line)) is not None)


def verdict(rules: Sequence[Pattern], path: str, *, folder: bool) -> bool | None:
    """Whether the last pattern that fits a path leaves it out or takes it back; None where none fits."""
    parts = path.split("/")
    return next((not rule.negated for rule in reversed(rules) if rule.fits(parts, folder=folder)), None)


def _pattern(line: str) -> Pattern | None:
    line = line.rstrip("\r\n")
    # Blanks at the end do not count, unless one is escaped.
    bare = line.rstrip(" ")
    line = bare + " " if bare.endswith("\\") and bare != line else bare
    if not line or line.startswith("#"):
        return None
    negated = line.startswith("!")
    line = line[negated:]
    folders = line.endswith("/")
    path = line.removesuffix("/")
    anchored = "/" in path
    path = path.removeprefix("/")
    if not path:
        return None
    parts = tuple(path.split("/"))
    return Pattern(parts if anchored else (_ANY, *parts), negated, folders)


@cache
def _part(part: str) -> re.Pattern[str]:
    """One part of a path; its stars are matched without going back, so that many of them stay fast."""
    from fnmatch import translate

    plain = _ESCAPE.sub(lambda match: f"[{match[1]}]" if match[1] in "*?[" else match[1], part)
    return re.compile(translate(plain.replace("[^", "[!")))
