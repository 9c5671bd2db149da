"""The desk's own knowledge files: where something new is written, and how a changed file takes its place."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.app.session import desk_root, shown
from factlint.config.files import YAML_NAME, shown_path
from factlint.ruleset.load import KNOWLEDGE, RuleFile, rule_files
from factlint.ruleset.shipped import shipped_rules
from factlint.text.disk import contents, utf8
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.app.session import Session

FOLDER = "factlint-rules"
FILE = "names.yaml"


@dataclass(slots=True)
class DeskFiles:
    """The knowledge files of all packs with their texts as they are to be, and what must be written for that.

    ``foreign`` are the packs of others, which nothing is written into. ``home`` is the shown path of the file that
    takes new entries. ``remarks`` tell of what was made for it.
    """

    cwd: Path
    files: list[RuleFile]
    home: str
    foreign: frozenset[str]
    changed: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def own(self) -> list[RuleFile]:
        """The files that are the desk's: the home first, then the others from the last to the first."""
        found = [file for file in reversed(self.files) if file.pack not in self.foreign and _is_yaml(file.shown)]
        return sorted(found, key=lambda file: file.shown != self.home)

    def text(self, path: str) -> str:
        """The text of a file as it is to be."""
        return next(file.text for file in self.files if file.shown == path)

    def change(self, path: str, text: str) -> None:
        """Give a file another text, in memory only."""
        self.changed[path] = text
        self.files = [
            RuleFile(file.shown, file.relative, text, file.pack) if file.shown == path else file for file in self.files
        ]

    def write(self) -> None:
        """Put every changed file in its place, the configuration (which was changed first) last."""
        for path, text in reversed(self.changed.items()):
            replace_file(self.cwd / path, text)


def desk_files(session: Session, desk_file: str | None) -> DeskFiles:
    """The files of a session. Raises ProblemError where nothing can be written."""
    cwd, settings = session.cwd, session.configured.settings
    read, _ = rule_files(session.packs)
    foreign = frozenset(("rules", *(pack.shown for pack in session.shared)))
    found = DeskFiles(cwd, [_as_it_is(file, cwd, foreign) for file in read if file.is_knowledge], "", foreign)
    if desk_file is not None:
        found.home = _named(desk_file, cwd)
    else:
        folder = next((Path(path) for path in settings.rules if _can_hold(Path(path))), None)
        found.home = shown(str(_file_in(folder)), cwd) if folder else _founded(session, found)
    if found.home not in [file.shown for file in found.files]:
        _add_home(found, session.packs, desk_file)
    return found


def _as_it_is(file: RuleFile, cwd: Path, foreign: frozenset[str]) -> RuleFile:
    """A file of the desk with the line ends that it has."""
    if file.pack in foreign or not _is_yaml(file.shown):
        return file
    return RuleFile(file.shown, file.relative, text_of(cwd / file.shown), file.pack)


def _add_home(found: DeskFiles, packs: Sequence[tuple[Path, str]], desk_file: str | None) -> None:
    """List a home that is not read yet; in the order in which it will be."""
    path = found.cwd / found.home
    pack = next((name for root, name in packs if name != "rules" and path.is_relative_to(root)), None)
    if pack is None and desk_file is not None:
        found.remarks.append(f"{found.home} is not read yet: name its folder under rules: in the configuration")
    home = RuleFile(found.home, found.home, text_of(path), pack or found.home)
    mine = [file for file in found.files if file.pack == home.pack] + [home]
    others = [file.pack for file in found.files]
    at = others.index(home.pack) if home.pack in others else len(others)
    rest = [file for file in found.files if file.pack != home.pack]
    found.files = [*rest[:at], *sorted(mine, key=lambda file: file.shown), *rest[at:]]


def _named(desk_file: str, cwd: Path) -> str:
    path = Path(os.path.normpath(cwd / desk_file))
    if not _is_yaml(path.name) or KNOWLEDGE not in path.parts[:-1]:
        hint = f"name a file such as desk/{KNOWLEDGE}/{FILE}"
        message = f"knowledge is read from .yaml files in a folder called {KNOWLEDGE}"
        raise ProblemError(Problem(desk_file, message, hint))
    return shown(str(path), cwd)


def _is_yaml(name: str) -> bool:
    return name.endswith((".yaml", ".yml"))


def _can_hold(path: Path) -> bool:
    return path.is_dir() and os.access(path, os.W_OK) and path.resolve() != shipped_rules().resolve()


def _file_in(folder: Path) -> Path:
    return folder / FILE if folder.name == KNOWLEDGE else folder / KNOWLEDGE / FILE


# -- a desk that has no folder yet


def _founded(session: Session, found: DeskFiles) -> str:
    """The home in a new folder beside the configuration, which is changed to name that folder."""
    from factlint.text.editing import UnsafeEditError

    root = desk_root(session)
    config = session.cwd / (session.configured.path or root / YAML_NAME)
    folder = root / FOLDER
    place = shown_path(config, session.cwd)
    try:
        found.changed[place] = _with_rules(config)
        verb = "now names" if config.exists() else "is new and names"
        found.remarks.append(f"{place} {verb} the folder {shown_path(folder, session.cwd)}/ under rules:")
    except (UnsafeEditError, ProblemError, OSError):
        line = f'rules = ["{FOLDER}"]' if config.suffix == ".toml" else f"rules: [{FOLDER}]"
        found.remarks.append(f"nothing is read from there yet: add this line to {place}:  {line}")
    return shown_path(_file_in(folder), session.cwd)


def _with_rules(config: Path) -> str:
    from factlint.config.editing import toml_with_rules, yaml_with_rules

    return (toml_with_rules if config.suffix == ".toml" else yaml_with_rules)(text_of(config), FOLDER)


# -- writing


def text_of(path: Path) -> str:
    """The text of a file with its line ends as they are, empty for none. Raises ProblemError where it is no UTF-8."""
    return utf8(path.name, contents(path)) if path.exists() else ""


def replace_file(path: Path, text: str) -> None:
    """Write a text in the place of a file, or nothing at all; its rights and a mark at its beginning (BOM) stay.

    Raises OSError where the folder cannot be written.
    """
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    old = contents(path) if path.exists() else b""
    mark = b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(mark + text.encode("utf-8"))
        Path(temporary).chmod(path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
