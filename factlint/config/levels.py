"""The severity that the settings give a rule: everywhere, and in the articles of a desk, an outlet or a folder."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from factlint.config.settings import Level, Settings

_GRAVITY = ("off", "note", "warning", "error")


def level_of(rule: str, severity: str, settings: Settings) -> str:
    """The severity that is set for a rule in all articles, its own one if none is; off where it is not selected."""
    if not _chosen(rule, settings):
        return "off"
    level = next((level for glob, level in reversed(settings.severity) if fnmatchcase(rule, glob)), severity)
    return "warning" if level == "off" and rule in settings.select else level


def level_anywhere(rule: str, severity: str, settings: Settings) -> str:
    """The same; of a rule that is off but for some articles the gravest that it has there."""
    level = level_of(rule, severity, settings)
    if level != "off" or not _chosen(rule, settings):
        return level
    some = (one.severity for one in settings.levels if fnmatchcase(rule, one.glob))
    return max(some, key=_GRAVITY.index, default="off")


def level_in(rule: str, severity: str, settings: Settings, path: str, outlets: Collection[str]) -> str:
    """The severity of a rule in one article: ``path`` is absolute, ``outlets`` are its desk and outlet, case folded."""
    if not _chosen(rule, settings):
        return "off"
    some = (one for one in reversed(settings.levels) if fnmatchcase(rule, one.glob) and _holds(one, path, outlets))
    level = next(some, None)
    return level.severity if level is not None else level_of(rule, severity, settings)


def _chosen(rule: str, settings: Settings) -> bool:
    if any(fnmatchcase(rule, glob) for glob in settings.ignore):
        return False
    return not settings.select or any(fnmatchcase(rule, glob) for glob in settings.select)


def _holds(level: Level, path: str, outlets: Collection[str]) -> bool:
    """Whether a severity is for an article."""
    if level.outlets and not any(one.casefold() in outlets for one in level.outlets):
        return False
    return not level.paths or any(fnmatchcase(path, glob) for glob in level.paths)
