"""What can be set, and what holds when nobody says."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from factlint.text.values import plain

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from factlint.config.layers import Folders
    from factlint.text.problem import Problem

FAIL_ON = ("error", "warning", "note", "never")
SEVERITIES = ("error", "warning", "note", "off")
STORIES = ("auto", "folder", "all", "none")


@plain
class Level:
    """A severity for the rules of a glob, in some articles only.

    ``outlets`` are those of desks or outlets (empty: of all), ``paths`` globs of absolute paths (empty: everywhere).
    ``where`` is the place where it was set.
    """

    glob: str
    severity: str
    outlets: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    where: str = field(default="", compare=False)


@plain
class Settings:
    """The settings of one run.

    ``rules`` (a desk's own rule folders and files) and ``reference`` (articles read as evidence) are absolute paths
    that exist. ``select`` and ``ignore`` are globs of rule ids; an empty ``select`` selects all. ``severity`` pairs
    a glob with error, warning, note or off, and a later pair wins; ``levels`` are those for some articles only, which
    come before. ``published``, ``source``, ``desk`` and ``language``
    stand in for articles that do not say. ``baseline`` is the absolute path of a baseline, ``changed_since`` a git ref
    since which lines count as changed, ``today`` the day that the ends of dismissals are reckoned from (else the
    machine's). ``exclude`` are patterns of files that are left out of folders, as git has them. ``map`` pairs a field
    of factlint with the name that records have for it, ``sections`` a key of front matter with the kind of section that
    its words are. ``packs`` are names of installed packs, with the versions that are wanted, and absolute paths of
    folders.
    """

    rules: tuple[str, ...] = ()
    reference: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "warning"
    severity: tuple[tuple[str, str], ...] = ()
    published: dt.date | None = None
    story: str = "auto"
    format: str = "terminal"
    source: str | None = None
    desk: str | None = None
    language: str | None = None
    baseline: str | None = None
    changed_since: str | None = None
    today: dt.date | None = None
    exclude: tuple[str, ...] = ()
    map: tuple[tuple[str, str], ...] = ()
    sections: tuple[tuple[str, str], ...] = ()
    packs: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()


@plain
class Origin:
    """Where the value of a setting came from, and what it took the place of.

    ``value`` is the value as it was written (a path is not resolved); ``where`` is ``default``, ``command line``, or
    the file with line and column of the key: ``factlint.yml:3:1``.
    """

    value: object
    where: str
    over: Origin | None = None


@plain
class Configured:
    """The settings, the origin of each by its name, the folder they hold for, and what was wrong with them.

    ``root`` is the folder of the configuration file, or the working directory where there is none; ``path`` is that
    file as it is shown to the user. ``folders`` has what holds for articles in the folders below.
    """

    settings: Settings
    origins: Mapping[str, Origin]
    root: Path
    path: str | None = None
    problems: tuple[Problem, ...] = ()
    folders: Folders | None = None


@plain
class Row:
    """One line of ``factlint config``: a setting, its value as text (empty: none), where that was set, over what."""

    setting: str
    value: str
    origin: str
    over: tuple[str, ...] = ()
