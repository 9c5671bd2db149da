"""The layers of the settings: the command line beats the configuration file, and that beats what holds by default."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factlint.config import files
from factlint.config.nodes import node_of, plain
from factlint.config.reading import COMMAND_LINE, glob_in, read
from factlint.config.settings import Configured, Level, Origin, Row, Settings
from factlint.text.lines import LineIndex
from factlint.text.marked import Keys, MarkedFile, Node, Text
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# The severities for some articles only are written among the others.
NAMES = tuple(field.name for field in fields(Settings) if field.name != "levels")
# What a configuration in a folder below that of the desk may set, for the articles in its folder.
OF_FOLDERS = ("select", "ignore", "severity", "published", "source", "desk", "language")


@dataclass(frozen=True, slots=True)
class _Value:
    value: object
    origin: Origin


def load(cwd: Path, config: str | None = None, command_line: Mapping[str, object] | None = None) -> Configured:
    """The settings that hold in a working directory.

    They are the user's own, over them those of the repository from its folder down to this one, over them the command
    line.

    ``config`` is a path given with ``--config``; that file then stands for all of the repository. ``command_line`` maps
    names of settings to what was given there; None and an empty tuple mean that nothing was. Nothing is raised for a
    faulty configuration: the problems are listed in the result and the other settings hold.
    """
    cwd = Path(os.path.abspath(cwd))  # noqa: PTH100 - Path.resolve would leave the folder that the user is in for its target
    problems: list[Problem] = []
    own = _user_layer(cwd, problems)
    found = _opened(cwd, config, problems)
    written = [_file_layer(file, nested=number > 0) for number, file in enumerate(found)]
    problems += (problem for file in found for problem in file.marked.problems)
    over, faults = _command_line_layer(command_line or {}, cwd)
    problems += faults
    root = found[0].folder if found else cwd
    path = found[0].marked.path if found else None
    folders = None
    if config is None:
        below = {file.folder: values for file, values in zip(found, written, strict=True)}
        folders = Folders(cwd, root, (own, over), below)
    return _configured(_merged((own, *written, over)), root, path, problems, folders)


def _user_layer(cwd: Path, problems: list[Problem]) -> dict[str, _Value]:
    """What the user has set for all desks."""
    path = files.user_file()
    if path is None:
        return {}
    try:
        file = files.open_config(path, cwd)
    except ProblemError as error:
        problems += error.problems
        return {}
    values = _file_layer(file)
    problems += file.marked.problems
    return values


def _opened(cwd: Path, config: str | None, problems: list[Problem]) -> tuple[files.ConfigFile, ...]:
    """The configurations of the repository that hold in a folder, or the one that was named; the outermost first."""
    try:
        return (files.open_config(cwd / config, cwd),) if config is not None else files.chain(cwd)
    except ProblemError as error:
        problems += error.problems
        return ()


def given(cwd: Path, config: str | None, values: Mapping[str, object]) -> Configured:
    """The settings of a program that names them all: ``values``, over those of the file ``config`` if there is one.

    No other file is looked for. Faults are listed in the result, as ``load`` does.
    """
    problems: list[Problem] = []
    found = _opened(cwd, config, problems) if config is not None else ()
    written = [_file_layer(file) for file in found]
    problems += (problem for file in found for problem in file.marked.problems)
    over, faults = _command_line_layer(values, cwd)
    root = found[0].folder if found else cwd
    path = found[0].marked.path if found else None
    return _configured(_merged((*written, over)), root, path, [*problems, *faults])


class Folders:
    """The settings of articles, by their folder: a configuration in a folder below holds for what lies there."""

    def __init__(
        self,
        cwd: Path,
        root: Path,
        around: tuple[dict[str, _Value], dict[str, _Value]],
        written: Mapping[Path, dict[str, _Value]],
    ) -> None:
        self.problems: list[Problem] = []
        self._cwd = cwd
        self._root = root
        self._around = around
        self._written = dict(written)
        self._settings: dict[Path, Configured | None] = {}
        self._run = [folder for folder in written if written[folder]]

    def of(self, folder: Path) -> Configured | None:
        """What holds for the articles of a folder; None where it is what holds for the run."""
        if folder not in self._settings:
            self._settings[folder] = self._found(folder)
        return self._settings[folder]

    def _found(self, folder: Path) -> Configured | None:
        if not folder.is_relative_to(self._root):
            return None
        down = [one for one in reversed((folder, *folder.parents)) if one.is_relative_to(self._root)]
        layers = {one: values for one in down if (values := self._layer(one))}
        if list(layers) == self._run:
            return None
        own, over = self._around
        return _configured(_merged((own, *layers.values(), over)), self._root, None, [])

    def _layer(self, folder: Path) -> dict[str, _Value]:
        if folder not in self._written:
            self._written[folder] = {}
            try:
                file = files.in_folder(folder, self._cwd)
            except ProblemError as error:
                self.problems += error.problems
                return {}
            if file is not None:
                self._written[folder] = _file_layer(file, nested=folder != self._root)
                self.problems += file.marked.problems
        return self._written[folder]


def checked(file: Path, shown: str, text: str) -> tuple[Problem, ...]:
    """What is wrong with a configuration as it is being typed."""
    config = files.typed(file, shown, text)
    _file_layer(config)
    return tuple(config.marked.problems)


def rows(configured: Configured) -> tuple[Row, ...]:
    """Each setting with its value, where that came from and what it took the place of, in the order of the settings."""
    return tuple(_row(name, origin) for name, origin in configured.origins.items())


def _row(name: str, origin: Origin) -> Row:
    over: list[str] = []
    before = origin.over
    while before is not None:
        over.append(f"{_shown(before.value) or '(none)'}  {before.where}")
        before = before.over
    return Row(name, _shown(origin.value), origin.where, tuple(over))


def _merged(layers: Iterable[Mapping[str, _Value]]) -> dict[str, _Value]:
    """What several layers come to: a later value takes the place of an earlier one, but severities add up."""
    merged: dict[str, _Value] = {}
    for layer in layers:
        for name, found in layer.items():
            before = merged.get(name)
            value = found.value
            if before is not None and name == "severity":
                assert isinstance(value, tuple)  # noqa: S101 - its reader gives one
                assert isinstance(before.value, tuple)  # noqa: S101
                value = (*before.value, *value)
            over = before.origin if before is not None else None
            merged[name] = _Value(value, replace(found.origin, over=over))
    return merged


def _configured(
    values: Mapping[str, _Value], root: Path, path: str | None, problems: list[Problem], folders: Folders | None = None
) -> Configured:
    default = Settings()
    # The readers below give each setting the type of its field; the table of names is the table of fields.
    given: dict[str, Any] = {name: found.value for name, found in values.items()}
    levels: tuple[Level, ...] = given.get("severity", ())
    given["severity"] = tuple((one.glob, one.severity) for one in levels if not (one.outlets or one.paths))
    given["levels"] = tuple(one for one in levels if one.outlets or one.paths)
    settings = replace(default, **given)
    origins = {name: Origin(getattr(default, name), "default") for name in NAMES}
    origins |= {name: found.origin for name, found in values.items()}
    return Configured(settings, origins, root, path, tuple(problems), folders)


# -- the two layers that can be written


def _file_layer(file: files.ConfigFile, *, nested: bool = False) -> dict[str, _Value]:
    """What a file sets; one ``nested`` in a desk's folder only what can hold for some of the articles."""
    marked = file.marked
    keys = marked.keys(_underscored(file.root), NAMES, "the configuration")
    if keys is None:
        return {}
    lines = LineIndex(marked.text)
    values: dict[str, _Value] = {}
    for key, node in keys.entries:
        if nested and key.value not in OF_FOLDERS:
            message = f"“{key.value}” holds for a whole run, and this file only for its folder"
            marked.complain(key, message, "move it into the configuration of the folder above")
            continue
        line, column = lines.position(key.start)
        value = read(marked, key.value, node, file.folder)
        if value is None:
            continue
        if nested and key.value == "severity":
            value = _within(value, file.folder)
        values[key.value] = _Value(value, Origin(plain(node), f"{marked.path}:{line}:{column}"))
    return values


def _within(levels: object, folder: Path) -> tuple[Level, ...]:
    """The severities of a folder's own file hold there."""
    assert isinstance(levels, tuple)  # noqa: S101 - the reader of severities gives one
    return tuple(level if level.paths else replace(level, paths=(glob_in(folder, "*"),)) for level in levels)


def _command_line_layer(given: Mapping[str, object], cwd: Path) -> tuple[dict[str, _Value], list[Problem]]:
    marked = MarkedFile(COMMAND_LINE, "")
    entries = {name: node_of(value) for name, value in given.items() if value is not None and value != ()}
    root = Keys(tuple((Text(name, 0, 0), node) for name, node in entries.items()), 0, 0)
    keys = marked.keys(root, NAMES, "the command line")
    values: dict[str, _Value] = {}
    for key, node in keys.entries if keys is not None else ():
        value = read(marked, key.value, node, cwd)
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


# -- how values look


def _shown(value: object) -> str:
    """A value as one line of text; empty where there is none."""
    if value is None:
        return ""
    if not isinstance(value, tuple):
        return str(value)
    return ", ".join(map(_part, value))


def _part(part: object) -> str:
    """``names/*: note``, or ``style/*: (level: off, for: sport)``."""
    if not isinstance(part, tuple):
        return str(part)
    if len(part) == 2 and isinstance(part[0], str):
        return f"{part[0]}: {f'({_shown(part[1])})' if isinstance(part[1], tuple) else part[1]}"
    return f"({_shown(part)})"
