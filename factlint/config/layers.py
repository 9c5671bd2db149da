"""The layers of the settings: the command line beats the configuration file, and that beats what holds by default."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.config import files
from factlint.config.nodes import node_of, plain
from factlint.config.settings import FAIL_ON, SEVERITIES, STORIES, Configured, Origin, Row, Settings
from factlint.text.lines import LineIndex
from factlint.text.marked import Keys, MarkedFile, Node, Text
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

COMMAND_LINE = "command line"
NAMES = tuple(field.name for field in fields(Settings))


@dataclass(frozen=True, slots=True)
class _Value:
    value: object
    origin: Origin


def load(cwd: Path, config: str | None = None, command_line: Mapping[str, object] | None = None) -> Configured:
    """The settings that hold in a working directory.

    ``config`` is a path given with ``--config``; without it the nearest configuration is looked for. ``command_line``
    maps names of settings to what was given there; None and an empty tuple mean that nothing was. Nothing is raised
    for a faulty configuration: the problems are listed in the result and the other settings hold.
    """
    cwd = Path(os.path.abspath(cwd))  # noqa: PTH100 - Path.resolve would leave the folder that the user is in for its target
    problems: list[Problem] = []
    values: dict[str, _Value] = {}
    file = None
    try:
        file = files.open_config(cwd / config, cwd) if config is not None else files.find(cwd)
    except ProblemError as error:
        problems += error.problems
    if file is not None:
        values |= _file_layer(file)
        problems += file.marked.problems
    over, faults = _command_line_layer(command_line or {}, cwd)
    values |= over
    problems += faults
    root = file.folder if file is not None else cwd
    return _configured(values, root, file.marked.path if file is not None else None, problems)


def rows(configured: Configured) -> tuple[Row, ...]:
    """Each setting with its value and where that came from, in the order of the settings."""
    return tuple(Row(name, _shown(origin.value), origin.where) for name, origin in configured.origins.items())


def _configured(values: Mapping[str, _Value], root: Path, path: str | None, problems: list[Problem]) -> Configured:
    default = Settings()
    # The readers below give each setting the type of its field; the table of names is the table of fields.
    given: dict[str, object] = {name: found.value for name, found in values.items()}
    settings = replace(default, **given)  # type: ignore[arg-type]
    origins = {name: Origin(getattr(default, name), "default") for name in NAMES}
    origins |= {name: found.origin for name, found in values.items()}
    return Configured(settings, origins, root, path, tuple(problems))


# -- the two layers that can be written


def _file_layer(file: files.ConfigFile) -> dict[str, _Value]:
    marked = file.marked
    keys = marked.keys(_underscored(file.root), NAMES, "the configuration")
    if keys is None:
        return {}
    lines = LineIndex(marked.text)
    values: dict[str, _Value] = {}
    for key, node in keys.entries:
        line, column = lines.position(key.start)
        value = _read(marked, key.value, node, file.folder)
        if value is not None:
            values[key.value] = _Value(value, Origin(plain(node), f"{marked.path}:{line}:{column}"))
    return values


def _command_line_layer(given: Mapping[str, object], cwd: Path) -> tuple[dict[str, _Value], list[Problem]]:
    marked = MarkedFile(COMMAND_LINE, "")
    entries = {name: node_of(value) for name, value in given.items() if value is not None and value != ()}
    root = Keys(tuple((Text(name, 0, 0), node) for name, node in entries.items()), 0, 0)
    keys = marked.keys(root, NAMES, "the command line")
    values: dict[str, _Value] = {}
    for key, node in keys.entries if keys is not None else ():
        value = _read(marked, key.value, node, cwd)
        if value is not None:
            values[key.value] = _Value(value, Origin(plain(node), COMMAND_LINE))
    # What was typed has no line and no column.
    return values, [replace(problem, line=None, column=None, source_line="") for problem in marked.problems]


def _underscored(root: Node | None) -> Node | None:
    """``fail-on`` is ``fail_on``, as TOML files are usually written."""
    if not isinstance(root, Keys):
        return root
    names = {name.replace("_", "-"): name for name in NAMES}
    entries = tuple((replace(key, value=names.get(key.value, key.value)), value) for key, value in root.entries)
    return replace(root, entries=entries)


# -- one reader a type


def _read(file: MarkedFile, name: str, node: Node, folder: Path) -> object:
    """The value of a setting, None (and a problem) if there is no usable one."""
    if name in ("rules", "reference"):
        return _paths(file, node, name, folder)
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


def _severity(file: MarkedFile, node: Node, name: str) -> tuple[tuple[str, str], ...] | None:
    mapping = file.mapping(node, name)
    if mapping is None:
        return None
    pairs = (
        (key.value, file.choice(level, SEVERITIES, f"the severity of {key.value}")) for key, level in mapping.entries
    )
    return tuple((glob, level) for glob, level in pairs if level is not None)


_READERS: Mapping[str, Callable[[MarkedFile, Node, str], object]] = {
    "select": lambda file, node, name: file.texts(node, name),
    "ignore": lambda file, node, name: file.texts(node, name),
    "fail_on": lambda file, node, name: file.choice(node, FAIL_ON, name),
    "severity": _severity,
    "published": lambda file, node, name: file.day(node, name),
    "story": lambda file, node, name: file.choice(node, STORIES, name),
    "format": lambda file, node, name: file.text_of(node, name),
    "source": lambda file, node, name: file.text_of(node, name),
    "desk": lambda file, node, name: file.text_of(node, name),
    "language": lambda file, node, name: file.text_of(node, name),
}


def _shown(value: object) -> str:
    """A value as one line of text; empty where there is none."""
    if value is None:
        return ""
    if not isinstance(value, tuple):
        return str(value)
    return ", ".join(": ".join(map(str, part)) if isinstance(part, tuple) else str(part) for part in value)
