"""Packs: folders of rules and knowledge with a name, a version and an owner, shared by several desks.

A pack is a folder with a ``pack.yml``, named by its path, or one that an installed distribution has: an entry point of
the group ``factlint.packs``, whose name is that of the pack and whose value is the package that is the folder.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factlint import __version__
from factlint.ruleset.load import PACK_FILE
from factlint.text.disk import contents, utf8
from factlint.text.marked import read_marked
from factlint.text.problem import Problem, ProblemError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

GROUP = "factlint.packs"
KEYS = ("name", "version", "owner", "requires")
_NAME = re.compile(r"[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?")
_WISH = re.compile(rf"(?P<name>{_NAME.pattern})\s*(?P<wanted>(?:[<>=!]=?|==).*)?")
_CLAUSE = re.compile(r"\s*(>=|<=|==|!=|>|<)\s*(\d+(?:\.\d+)*)\s*")
_VERSION = re.compile(r"\d+(?:\.\d+)*")


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that was found: ``root`` is its folder, ``shown`` what its files are shown below."""

    name: str
    version: str
    owner: str
    root: Path
    shown: str

    def has(self, path: str) -> bool:
        """Whether a shown path is that of one of its files."""
        return path.startswith(f"{self.shown}/")


class _Wish(NamedTuple):
    """What a configuration asks for: a folder, or a name; and of which version."""

    path: Path | None
    name: str
    wanted: str


def resolved(
    written: Iterable[str], shown: Callable[[str], str], where: str
) -> tuple[tuple[Pack, ...], tuple[Problem, ...]]:
    """The packs of a configuration in its order (paths are absolute), and what is wrong with those that are missing.

    ``shown`` makes a path one that people see, ``where`` is the place of the setting.
    """
    found: dict[str, Pack] = {}
    problems: list[Problem] = []
    for one in written:
        try:
            pack = _found(_wish(one, where), shown, where)
        except ProblemError as error:
            problems += error.problems
            continue
        if pack.name in found:
            message = f"two packs are called “{pack.name}”: {found[pack.name].shown} and {pack.shown}"
            problems.append(Problem(where, message, "keep one of the two"))
        else:
            found[pack.name] = pack
    return tuple(found.values()), tuple(problems)


def _wish(written: str, where: str) -> _Wish:
    if Path(written).is_absolute():
        return _Wish(Path(written), "", "")
    match = _WISH.fullmatch(written.strip())
    if match is None:
        message = f"packs: “{written}” is neither a name nor a folder"
        raise ProblemError(Problem(where, message, "write ap-style, ap-style>=1.2 or ./desk"))
    wanted = match["wanted"] or ""
    _clauses(wanted, Problem(where, f"packs: “{written}” asks for no version", "write it as ap-style>=1.2,<2"))
    return _Wish(None, match["name"], wanted)


def _found(wish: _Wish, shown: Callable[[str], str], where: str) -> Pack:
    root, name = (wish.path, shown(str(wish.path))) if wish.path is not None else _installed(wish.name, where)
    if not root.is_dir():
        raise ProblemError(Problem(where, f"packs: there is no folder {name}", "mend the path, or take the pack out"))
    pack = _read(root, name)
    if wish.name and _plain(pack.name) != _plain(wish.name):
        message = f"the pack that is installed as “{wish.name}” calls itself “{pack.name}”"
        raise ProblemError(Problem(f"{name}/{PACK_FILE}", message, "its owner should give both one name"))
    if not _satisfies(pack.version, wish.wanted):
        message = f"pack “{pack.name}” is version {pack.version}, and {wish.name}{wish.wanted} is asked for"
        raise ProblemError(Problem(where, message, "install that version of the pack, or ask for another one"))
    return pack


def _installed(name: str, where: str) -> tuple[Path, str]:
    """The folder of an installed pack, and its name as it is listed; none of its code is run."""
    from importlib.metadata import entry_points
    from importlib.util import find_spec

    known = {_plain(point.name): point for point in entry_points(group=GROUP)}
    point = known.get(_plain(name))
    if point is None:
        near = did_you_mean(name, [one.name for one in known.values()]) if known else ""
        hint = "install the package that has it beside factlint, or name the folder of a pack: ./desk"
        hint = f"{near}; {hint}" if near.startswith("did you mean") else hint
        raise ProblemError(Problem(where, f"packs: no pack called “{name}” is installed", hint))
    try:
        spec = find_spec(point.module)
    except (ImportError, ValueError):
        spec = None
    folders = list(spec.submodule_search_locations or ()) if spec is not None else []
    if not folders:
        message = f"the pack “{name}” is installed, but its folder {point.module} is not there"
        raise ProblemError(Problem(where, message, "install it again"))
    return Path(folders[0]), point.name


# -- pack.yml


def _read(root: Path, shown: str) -> Pack:
    """What a pack says of itself. Raises ProblemError where that is missing, or asks for another factlint."""
    file = f"{shown}/{PACK_FILE}"
    try:
        text = utf8(file, contents(root / PACK_FILE)).replace("\r\n", "\n")
    except FileNotFoundError:
        hint = "add it with name:, version: and owner:, or name the folder under rules: if it is the desk's own"
        raise ProblemError(Problem(file, "a pack needs this file", hint)) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise ProblemError(Problem(file, f"this file cannot be read: {why}", "mend it")) from None
    marked, node = read_marked(file, text)
    keys = marked.keys(node, KEYS, "a pack")
    if keys is None:
        empty = Problem(file, "this file is empty", "add name:, version: and owner:")
        raise ProblemError(*(marked.problems or [empty]))
    said = {key: (marked.text_of(keys.get(key), key) or "").strip() for key in KEYS}
    for key in ("name", "version", "owner"):
        if keys.get(key) is None:
            marked.complain(keys, f"a pack needs “{key}”", f"add {key}: to {file}")
    if marked.problems:
        raise ProblemError(*marked.problems)
    if not _NAME.fullmatch(said["name"]):
        raise ProblemError(Problem(file, f"a pack cannot be called “{said['name']}”", "letters, digits, - and _ alone"))
    if not _VERSION.fullmatch(said["version"]):
        message = f"this is no version: “{said['version']}”"
        raise ProblemError(Problem(file, message, "write numbers with stops between them, as 1.2.0"))
    _fits(file, said)
    return Pack(said["name"], said["version"], said["owner"], root, shown)


def _fits(file: str, said: dict[str, str]) -> None:
    """Whether this factlint is one that a pack is for."""
    wrong = Problem(file, f"“requires” is no version of factlint: “{said['requires']}”", 'write it as ">=1.2"')
    _clauses(said["requires"], wrong)
    own = _VERSION.match(__version__)
    if own is not None and not _satisfies(own.group(), said["requires"]):
        pack = f"pack “{said['name']}” {said['version']}"
        message = f"{pack} needs factlint {said['requires']}, and this is {__version__}"
        raise ProblemError(Problem(file, message, "upgrade factlint, or install another version of the pack"))


# -- versions


def _clauses(wanted: str, wrong: Problem) -> list[tuple[str, str]]:
    parts = wanted.split(",") if wanted else []
    found = [_CLAUSE.fullmatch(part) for part in parts]
    if None in found:
        raise ProblemError(wrong)
    return [(match[1], match[2]) for match in found if match is not None]


def _satisfies(version: str, wanted: str) -> bool:
    """Whether a version fits all clauses, each a sign and a version."""
    own = _numbers(version)
    return all(_COMPARED[sign](own, _numbers(other)) for sign, other in _CLAUSE.findall(wanted))


def _numbers(version: str) -> tuple[int, ...]:
    """1.2 and 1.2.0 are one version."""
    numbers = [int(part) for part in version.split(".")]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def _plain(name: str) -> str:
    """Names of packages that differ in case, hyphens and underscores alone are one."""
    return re.sub(r"[-_.]+", "-", name).lower()


_COMPARED: dict[str, Callable[[tuple[int, ...], tuple[int, ...]], bool]] = {
    ">=": lambda own, other: own >= other,
    "<=": lambda own, other: own <= other,
    "==": lambda own, other: own == other,
    "!=": lambda own, other: own != other,
    ">": lambda own, other: own > other,
    "<": lambda own, other: own < other,
}
