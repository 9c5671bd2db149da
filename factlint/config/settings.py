"""What can be set, and what holds when nobody says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from factlint.text.problem import Problem

FAIL_ON = ("error", "warning", "note", "never")
SEVERITIES = ("error", "warning", "note", "off")
STORIES = ("auto", "folder", "all", "none")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run.

    ``rules`` (a desk's own rule folders and files) and ``reference`` (articles read as evidence) are absolute paths
    that exist. ``select`` and ``ignore`` are globs of rule ids; an empty ``select`` selects all. ``severity`` pairs
    a glob with error, warning, note or off, and a later pair wins. ``published``, ``source``, ``desk`` and ``language``
    stand in for articles that do not say.
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


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the value of a setting came from.

    ``value`` is the value as it was written (a path is not resolved); ``where`` is ``default``, ``command line``, or
    the file with line and column of the key: ``factlint.yml:3:1``.
    """

    value: object
    where: str


@dataclass(frozen=True, slots=True)
class Configured:
    """The settings, the origin of each by its name, the folder they hold for, and what was wrong with them.

    ``root`` is the folder of the configuration file, or the working directory where there is none; ``path`` is that
    file as it is shown to the user.
    """

    settings: Settings
    origins: Mapping[str, Origin]
    root: Path
    path: str | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of ``factlint config``: a setting, its value as text (empty: none), and where that was set."""

    setting: str
    value: str
    origin: str
