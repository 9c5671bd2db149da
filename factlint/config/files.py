"""Finding and opening the configuration: ``factlint.yml`` (or ``.yaml``), or the table of ``pyproject.toml``."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.config.nodes import node_of
from factlint.text.deferred import deferred
from factlint.text.disk import contents, utf8
from factlint.text.lines import LineIndex
from factlint.text.marked import Keys, MarkedFile, Node, Text
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Mapping

YAML_NAME = "factlint.yml"
YAML_NAMES = (YAML_NAME, "factlint.yaml")
"""What the configuration may be called; of two in one folder the first counts."""
TOML_NAME = "pyproject.toml"
USER_NAME = "factlint/config.yml"
_TOML_PLACE = deferred(r"\s*\(at line (\d+), column (\d+)\)")
_NEXT_TABLE = deferred(r"(?m)^[ \t]*\[[^\]\[=]*\][ \t]*(?:#|\r?$)")


@dataclass(slots=True)
class ConfigFile:
    """An opened configuration: its folder, its text with the problems so far, its root value (None: empty)."""

    folder: Path
    marked: MarkedFile
    root: Node | None


def find(cwd: Path) -> ConfigFile | None:
    """The configuration of the nearest folder, from the working directory up to the folder that holds ``.git``.

    Raises ProblemError if that file cannot be read.
    """
    return next(reversed(chain(cwd)), None)


def chain(cwd: Path) -> tuple[ConfigFile, ...]:
    """The configurations that hold in a folder, the outermost first: all of a repository down to the folder.

    Where there is no repository it is the nearest one alone. Raises ProblemError if one cannot be read.
    """
    found: list[ConfigFile] = []
    for folder in (cwd, *cwd.parents):
        here = in_folder(folder, cwd)
        found += [here] if here is not None else []
        if _exists(folder / ".git"):
            return tuple(reversed(found))
    return tuple(found[:1])


def in_folder(folder: Path, cwd: Path) -> ConfigFile | None:
    """The configuration of one folder, if it has one. Raises ProblemError if it cannot be read."""
    here = [file for name in YAML_NAMES if _exists(file := folder / name) and not os.path.isdir(file)]  # noqa: PTH112 - as below
    if not here:
        return _pyproject(folder / TOML_NAME, cwd)
    found = open_config(here[0], cwd)
    for other in here[1:]:
        found.marked.complain_at(0, 0, f"{other.name} in the same folder is not read", "keep one of the two files")
    return found


def user_file() -> Path | None:
    """The user's own configuration, if there is one: factlint/config.yml in the folder of the user's settings."""
    base = os.environ.get("XDG_CONFIG_HOME") or os.path.join(os.path.expanduser("~"), ".config")  # noqa: PTH111, PTH118
    file = Path(base) / USER_NAME
    return file if _is_file(file) else None


def open_config(file: Path, cwd: Path) -> ConfigFile:
    """Open a configuration that was named or found; TOML by its suffix, anything else as YAML.

    Raises ProblemError if it cannot be read.
    """
    shown = shown_path(file, cwd)
    marked = MarkedFile(shown, _text(file, shown))
    if file.suffix.lower() != ".toml":
        return ConfigFile(file.parent, marked, marked.compose())
    root = _toml(marked)
    if root is None and not marked.problems:
        raise ProblemError(Problem(shown, "this file has no table [tool.factlint]", "add it, or name another file"))
    return ConfigFile(file.parent, marked, root)


def typed(file: Path, shown: str, text: str) -> ConfigFile:
    """A configuration as it is being typed, whatever is on the disk; TOML without a table for factlint is empty."""
    marked = MarkedFile(shown, text)
    root = _toml(marked) if file.suffix.lower() == ".toml" else marked.compose()
    return ConfigFile(file.parent, marked, root)


def shown_path(file: Path, cwd: Path) -> str:
    """A path as the user sees it: relative to the working directory where that is possible."""
    try:
        return Path(os.path.relpath(file, cwd)).as_posix()
    except ValueError:  # another drive
        return file.as_posix()


def _pyproject(file: Path, cwd: Path) -> ConfigFile | None:
    """``pyproject.toml`` where it speaks of factlint; a file that does not is not even parsed."""
    if not _is_file(file):
        return None
    shown = shown_path(file, cwd)
    text = _text(file, shown)
    if "factlint" not in text:
        return None
    marked = MarkedFile(shown, text)
    root = _toml(marked)
    if root is None and not (marked.problems and "tool.factlint" in text):
        return None
    return ConfigFile(file.parent, marked, root)


def _text(file: Path, shown: str) -> str:
    try:
        data = contents(file)
    except (OSError, ValueError) as error:
        raise ProblemError(Problem(shown, *_reason(error))) from error
    return utf8(shown, data)


def _reason(error: OSError | ValueError) -> tuple[str, str]:
    """What went wrong, and what to do about it."""
    if isinstance(error, IsADirectoryError):
        return "a configuration is a file, and this is a folder", f"name the {YAML_NAME} in it"
    if isinstance(error, FileNotFoundError):
        return "no such configuration file", "check the path after --config"
    reason = getattr(error, "strerror", None) or str(error)
    return f"this configuration cannot be read: {reason}", "mend it, or check who may read it"


def _toml(marked: MarkedFile) -> Node | None:
    """The table ``[tool.factlint]`` as YAML would have given it, each value at the place of its key; None if absent."""
    import tomllib

    try:
        document = tomllib.loads(marked.text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = _TOML_PLACE.search(str(error))
        offset = LineIndex(marked.text).offset(int(place[1]), int(place[2])) if place else len(marked.text)
        reason = _TOML_PLACE.sub("", str(error))
        marked.complain_at(offset, offset + 1, f"this is not valid TOML: {reason}", "mend the file here")
        return None
    tool = document.get("tool")
    table = tool.get("factlint") if isinstance(tool, dict) else None
    if table is None:
        return None
    start, end = _header(marked.text)
    return _table(marked.text, table) if isinstance(table, dict) else node_of(table, start, end)


def _table(text: str, table: Mapping[str, object]) -> Keys:
    entries: list[tuple[Text, Node]] = []
    for key, value in table.items():
        start, end = _key_place(text, key)
        entries.append((Text(key, start, end), node_of(value, start, end)))
    return Keys(tuple(entries), *_header(text))


def _header(text: str) -> tuple[int, int]:
    table = re.search(r"(?m)^[ \t]*(\[[ \t]*tool[ \t]*\.[ \t]*factlint\b[^\r\n]*)", text)
    match = table or re.search("factlint", text)
    return match.span(match.lastindex or 0) if match else (0, 0)


def _key_place(text: str, key: str) -> tuple[int, int]:
    """Where a key of the table stands. TOML has no marks, so the words of the file are searched; else the header."""
    word = re.escape(key)
    sub_table = re.search(rf"(?m)^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*factlint[ \t]*\.[ \t]*[\"']?({word})\b", text)
    header_start, header_end = _header(text)
    rest = _NEXT_TABLE.search(text, header_end)
    line = re.compile(rf"(?m)^[ \t]*[\"']?({word})[\"']?[ \t]*[.=]")
    match = line.search(text, header_end, rest.start() if rest else len(text)) or sub_table
    return match.span(1) if match else (header_start, header_end)


def _is_file(file: Path) -> bool:
    return os.path.isfile(file)  # noqa: PTH113 - Path.is_file raises where a folder above cannot be entered


def _exists(file: Path) -> bool:
    """Whether there is anything of that name: a link that leads nowhere is to be told of."""
    return os.path.lexists(file)
