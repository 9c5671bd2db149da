"""Notice that files have changed, by asking for their state from time to time: that works on every disk and share."""

from __future__ import annotations

import stat
import time
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.config.files import TOML_NAME, YAML_NAMES
from factlint.sources import suffixes
from factlint.sources.discovery import discover, shown_path
from factlint.sources.sidecar import SUFFIX

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from factlint.app.session import Session

    # What of a file is another one after it was saved: time, size, number on the disk.
    State = tuple[int, int, int]

# Seconds between two looks, and how many times as long as a look the pause is at least: a tenth of a core at most.
PACE = 0.3
_REST = 10


def states(session: Session, paths: Sequence[str]) -> dict[str, State]:
    """The state of each file that a check of some paths depends on, by the name that it is shown by.

    These are the articles with the files beside them, reference articles, rules, knowledge and settings. A file that is
    not there has no state.
    """
    return {name: state for name, file in _files(session, paths) if (state := _state(file)) is not None}


def changed(before: Mapping[str, State], now: Mapping[str, State]) -> tuple[str, ...]:
    """The names of the files that are new, gone or saved since, sorted."""
    return tuple(sorted(name for name in {*before, *now} if before.get(name) != now.get(name)))


def next_change(
    session: Session, paths: Sequence[str], before: Mapping[str, State], wait: Callable[[float], None] = time.sleep
) -> tuple[str, ...]:
    """Wait until files are other ones than they were ``before``, and then until nothing moves; the names of those.

    An editor saves in several steps: a file may be empty or away for a moment.
    """
    last: Mapping[str, State] = before
    while True:
        began = time.monotonic()
        now = states(session, paths)
        if now == last and (names := changed(before, now)):
            return names
        last = now
        wait(max(PACE, _REST * (time.monotonic() - began)))


def _files(session: Session, paths: Sequence[str]) -> Iterator[tuple[str, Path]]:
    settings = session.configured.settings
    for found in discover((*paths, *settings.reference), session.cwd, suffixes(), settings.exclude)[0]:
        yield found.path, Path(found.file)
        yield found.path + SUFFIX, Path(found.file + SUFFIX)
    for folder in (session.cwd, *session.cwd.parents):
        for file in (folder / name for name in (*YAML_NAMES, TOML_NAME)):
            yield shown_path(str(file), session.cwd), file
    if (named := session.configured.path) is not None:
        yield named, session.cwd / named
    for pack, shown in session.packs:
        for file in sorted(pack.rglob("*")) if pack.is_dir() else [pack]:
            yield (shown if file == pack else f"{shown.rstrip('/')}/{file.relative_to(pack).as_posix()}"), file


def _state(file: Path) -> State | None:
    try:
        status = file.stat()
    except (OSError, ValueError):
        return None
    return (status.st_mtime_ns, status.st_size, status.st_ino) if stat.S_ISREG(status.st_mode) else None
