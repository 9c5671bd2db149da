"""Lists that a desk wrote for factlint, in places where it does not look."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from factlint.app.session import desk_root, shown
from factlint.config.files import YAML_NAME
from factlint.ruleset.load import KNOWLEDGE, LIST, is_ours
from factlint.text.disk import beginning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from factlint.app.session import Session

# What a desk calls its folder if it does as the README does.
_DESK = "desk"
# A folder with more in it is an archive, and its tables are no lists of a desk.
_MOST = 1000
_HEADING = 1000


def unread_lists(session: Session) -> tuple[str, ...]:
    """A sentence for each list of names that is not read, saying where it has to be.

    Lists are looked for beside the configuration, in folders there that are called as those of a desk are, and in all
    folders of rules; they are known by the columns that their first line names.
    """
    packs = [pack for pack, _ in session.packs[1:]]
    root = desk_root(session)
    places = {root / home / below for home in ("", _DESK) for below in ("", KNOWLEDGE)}
    places.update(folder for pack in packs if pack.is_dir() for folder in (pack, *pack.rglob("*/")))
    tables = {table for place in places for table in _tables(place)}
    unread = sorted(table for table in tables if _is_unread(table, packs))
    return tuple(
        f"{shown(str(table), session.cwd)} is a list of names, but is not read: {_remedy(table, session)}."
        for table in unread
    )


def _remedy(table: Path, session: Session) -> str:
    """Where a list has to be, and what the configuration has to say."""
    config = session.configured.path or YAML_NAME
    if table.parent.name == KNOWLEDGE:
        home = table.parent if table.parent.parent == desk_root(session) else table.parent.parent
        return f"add {shown(str(home), session.cwd)} to rules: in {config}"
    own = [path for path in session.configured.settings.rules if os.path.isdir(path)]  # noqa: PTH112 - they are strings
    if not own:
        return f"move it to {_DESK}/{KNOWLEDGE}/, and add {_DESK} to rules: in {config}"
    folder = shown(own[0], session.cwd)
    return f"move it to {folder if folder.endswith(KNOWLEDGE) else f'{folder}/{KNOWLEDGE}'}/"


def _tables(folder: Path) -> Iterator[Path]:
    """The files of a folder that are tables by their names."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 - every run waits for it, and paths take ten times as long
    except OSError:
        return
    if len(names) <= _MOST:
        yield from (folder / name for name in names if name.lower().endswith(LIST))


def _is_unread(table: Path, packs: Sequence[Path]) -> bool:
    from factlint.knowledge.listed import names_columns

    if any(table == pack or (table.is_relative_to(pack) and is_ours(pack, table)) for pack in packs):
        return False
    try:
        return names_columns(beginning(table, _HEADING))
    except OSError:
        return False
