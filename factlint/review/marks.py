"""Marks for the author: questions that editors leave beside findings, kept beside the articles.

They stand in ``.factlint/review.json`` in the folder of each article, one mark a line, keyed by fingerprint, so that
they survive edits elsewhere in the article. The file is read again before each change: two open pages keep what each
other wrote.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factlint.app.replacing import replace_bytes
from factlint.reports.json import encoded
from factlint.text.disk import contents
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

FOLDER, NAME = ".factlint", "review.json"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding (by its fingerprint) that the author is to settle; ``day`` as 2025-12-31."""

    finding: str
    rule: str
    article: str
    note: str = ""
    by: str = ""
    day: str = ""


def read(folders: Iterable[Path]) -> tuple[dict[str, Mark], tuple[Problem, ...]]:
    """The marks of some folders by fingerprint, and what is wrong with their files."""
    found: dict[str, Mark] = {}
    problems: list[Problem] = []
    for folder in sorted(set(folders)):
        try:
            found.update(_read(_file(folder)))
        except ProblemError as error:
            problems += error.problems
    return found, tuple(problems)


def put(folder: Path, mark: Mark) -> None:
    """Set a mark in a folder. Raises ProblemError where its file is broken or cannot be written."""
    _write(folder, {**_read(_file(folder)), mark.finding: mark})


def take_away(folder: Path, finding: str) -> None:
    """Remove the mark of a finding, if there is one. Raises ProblemError as ``put`` does."""
    marks = _read(_file(folder))
    if marks.pop(finding, None) is not None:
        _write(folder, marks)


def _file(folder: Path) -> Path:
    return folder / FOLDER / NAME


def _read(file: Path) -> dict[str, Mark]:
    import json

    try:
        written = json.loads(contents(file))
        return {mark.finding: mark for mark in map(_mark, written["marks"])}
    except FileNotFoundError:
        return {}
    except OSError as error:
        message = f"this cannot be read: {error.strerror}"
        raise ProblemError(Problem(str(file), message, "check who may read it")) from None
    except (ValueError, LookupError, TypeError, RecursionError):
        message = "this is no list of marks for the author any more"
        raise ProblemError(Problem(str(file), message, "mend it by hand, or move it away")) from None


def _mark(row: Mapping[str, Any]) -> Mark:
    fields = {name: row[name] for name in Mark.__slots__ if name in row}
    if not all(isinstance(value, str) for value in fields.values()):
        raise TypeError
    return Mark(**fields)


def _write(folder: Path, marks: Mapping[str, Mark]) -> None:
    rows = sorted(marks.values(), key=lambda mark: (mark.article, mark.rule, mark.finding))
    lines = [encoded({name: getattr(mark, name) for name in Mark.__slots__ if getattr(mark, name)}) for mark in rows]
    text = f'{{"version": {_VERSION}, "marks": [\n' + ",\n".join(lines) + "\n]}\n"
    file = _file(folder)
    try:
        if not marks:
            with suppress(FileNotFoundError):
                file.unlink()
            return
        file.parent.mkdir(exist_ok=True)
        replace_bytes(file, text.encode("utf-8"))
    except OSError as error:
        message = f"this cannot be written: {error.strerror}"
        raise ProblemError(Problem(str(file), message, "check who may write it")) from None
