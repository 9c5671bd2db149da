"""Accepting what is there today, and forgetting what is gone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.app.session import desk_root
from factlint.app.settling import read_baseline, rooted_at, spoken_for
from factlint.findings import baseline
from factlint.sources.discovery import shown_path
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.app.session import Session
    from factlint.findings.result import Result

DEFAULT = ".factlint/baseline.json"


@dataclass(frozen=True, slots=True)
class Baselined:
    """What was written: the shown path of the file, how many findings it has, how many are new in it and how many gone.

    ``problems`` kept something from being checked; then nothing was written.
    """

    path: str
    findings: int
    added: int
    removed: int
    problems: tuple[Problem, ...] = ()


def accept(session: Session, paths: Sequence[str], output: str | None = None, *, prune: bool = False) -> Baselined:
    """Write what is found at some paths into the baseline; with ``prune`` only take out of it what is gone.

    What it has of other articles stays, also what only the other articles of a story could show, as long as their files
    are there. Raises ProblemError where the file is no baseline or cannot be written.
    """
    from factlint.app.check import check

    file = _file(session, output)
    shown = shown_path(str(file), session.cwd)
    known = read_baseline(str(file), session.cwd) if file.exists() or prune else ()
    result = check(_unsettled(session), paths)
    if result.problems:
        return Baselined(shown, len(known), 0, 0, result.problems)
    found = set(baseline.accepted(result.findings, rooted_at(session)))
    entries = _kept(session, result, known, found) | (set() if prune else found)
    _write(file, shown, baseline.written(entries))
    return Baselined(shown, len(entries), len(entries - set(known)), len(set(known) - entries))


def _kept(
    session: Session, result: Result, known: Sequence[baseline.Accepted], found: set[baseline.Accepted]
) -> set[baseline.Accepted]:
    """What stays of a baseline: all but what is gone, with the files that are."""
    paths, rules = spoken_for(session, result, rooted_at(session))
    gone = set(baseline.gone(known, found, paths, rules))
    root = desk_root(session)
    return {one for one in known if one not in gone and (root / one.path).exists()}


def _unsettled(session: Session) -> Session:
    """The session without the baseline and the changed lines of its settings: everything counts."""
    settings = replace(session.configured.settings, baseline=None, changed_since=None)
    return replace(session, configured=replace(session.configured, settings=settings))


def _file(session: Session, output: str | None) -> Path:
    if output is not None:
        return session.cwd / output
    return Path(session.configured.settings.baseline or desk_root(session) / DEFAULT)


def _write(file: Path, shown: str, text: str) -> None:
    from factlint.app.replacing import replace_bytes

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_bytes(file, text.encode("utf-8"))
    except OSError as error:
        message = f"this baseline cannot be written: {error.strerror}"
        raise ProblemError(Problem(shown, message, "check who may write it, or name another file: --output")) from None
