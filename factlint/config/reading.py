"""Each setting as it is written becomes a value of its type, or a problem at its place."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from factlint.article.article import FIELDS
from factlint.article.section import SECTION_KINDS
from factlint.config.settings import FAIL_ON, SEVERITIES, STORIES, Level
from factlint.text.marked import Items, MarkedFile, Node, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

COMMAND_LINE = "command line"


def read(file: MarkedFile, name: str, node: Node, folder: Path) -> object:
    """The value of a setting, None (and a problem) if there is no usable one."""
    if name == "severity":
        return _severity(file, node, name, folder)
    if name in ("rules", "reference"):
        return _paths(file, node, name, folder)
    if name == "packs":
        written_packs = file.texts(node, name)
        return tuple(_pack(folder, one) for one in written_packs)
    if name == "baseline":
        written = file.text_of(node, name)
        return os.path.normpath(folder / written) if written is not None else None
    return _READERS[name](file, node, name)


def _paths(file: MarkedFile, node: Node, name: str, folder: Path) -> tuple[str, ...]:
    found = []
    for part in (node,) if isinstance(node, Text) else file.items(node, name):
        written = file.text_of(part, f"a path of {name}")
        if written is None:
            continue
        path = os.path.normpath(folder / written)
        if os.path.exists(path):  # noqa: PTH110 - Path.exists raises where a folder above cannot be entered
            found.append(path)
        else:
            file.complain(part, f"{name}: no such file or folder: {written}", f"the path is taken from {_folder(file)}")
    return tuple(found)


def _folder(file: MarkedFile) -> str:
    return "the working directory" if file.path == COMMAND_LINE else f"the folder of {file.path}"


def _pack(folder: Path, written: str) -> str:
    """A pack that is named by its folder goes by the absolute path of that; a name stays a name."""
    is_path = written.startswith(".") or "/" in written or os.sep in written
    return os.path.normpath(folder / written) if is_path else written


def _severity(file: MarkedFile, node: Node, name: str, folder: Path) -> tuple[Level, ...] | None:
    """Globs of rules, each with a severity, or with entries that say in which articles they hold."""
    mapping = file.mapping(node, name)
    if mapping is None:
        return None
    return tuple(
        level
        for key, said in mapping.entries
        for part in (said.values if isinstance(said, Items) else (said,))
        if (level := _level(file, key, part, folder)) is not None
    )


def _level(file: MarkedFile, key: Text, node: Node, folder: Path) -> Level | None:
    what = f"the severity of {key.value}"
    where = ":".join(map(str, (file.path, *file.lines.position(key.start))))
    if isinstance(node, Text):
        level = file.choice(node, SEVERITIES, what)
        return Level(key.value, level, where=where) if level is not None else None
    entry = file.keys(node, ("level", "for", "paths"), what)
    if entry is None:
        return None
    level = file.choice(entry.get("level"), SEVERITIES, what)
    if entry.get("level") is None:
        file.complain(entry, f"{what} needs “level”", f"add level: with one of {', '.join(SEVERITIES)}")
    if level is None:
        return None
    globs = tuple(glob_in(folder, pattern) for pattern in file.texts(entry.get("paths"), "paths"))
    return Level(key.value, level, file.texts(entry.get("for"), "for"), globs, where)


def glob_in(folder: Path, pattern: str) -> str:
    """A pattern as one of absolute paths; one that ends with a slash has all that is in that folder."""
    import glob

    return f"{glob.escape(str(folder))}/{pattern.removeprefix('/')}" + ("*" if pattern.endswith("/") else "")


def _names(file: MarkedFile, node: Node, name: str) -> tuple[tuple[str, str], ...] | None:
    """Fields of records with the names that a desk has for them."""
    mapping = file.keys(node, FIELDS, name)
    if mapping is None:
        return None
    pairs = ((key.value, file.text_of(value, f"the name of {key.value}")) for key, value in mapping.entries)
    return tuple((key, value) for key, value in pairs if value is not None)


def _kinds(file: MarkedFile, node: Node, name: str) -> tuple[tuple[str, str], ...] | None:
    """Keys of front matter with the kinds of section that their words are."""
    mapping = file.mapping(node, name)
    if mapping is None:
        return None
    pairs = (
        (key.value, file.choice(kind, SECTION_KINDS, f"the section of {key.value}")) for key, kind in mapping.entries
    )
    return tuple((key, kind) for key, kind in pairs if kind is not None)


_READERS: Mapping[str, Callable[[MarkedFile, Node, str], object]] = {
    "select": lambda file, node, name: file.texts(node, name),
    "ignore": lambda file, node, name: file.texts(node, name),
    "fail_on": lambda file, node, name: file.choice(node, FAIL_ON, name),
    "published": lambda file, node, name: file.day(node, name),
    "story": lambda file, node, name: file.choice(node, STORIES, name),
    "format": lambda file, node, name: file.text_of(node, name),
    "source": lambda file, node, name: file.text_of(node, name),
    "desk": lambda file, node, name: file.text_of(node, name),
    "language": lambda file, node, name: file.text_of(node, name),
    "changed_since": lambda file, node, name: file.text_of(node, name),
    "today": lambda file, node, name: file.day(node, name),
    "exclude": lambda file, node, name: file.texts(node, name),
    "map": _names,
    "sections": _kinds,
}
