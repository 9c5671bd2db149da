"""An archive in pieces: what one worker reads at a time. The same archive always has the same pieces."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factlint.sources import partitions, source_of, suffixes
from factlint.sources.discovery import discover
from factlint.text.problem import Problem

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.config import Settings
    from factlint.sources.discovery import Found

LENGTH = 2 << 20
"""So many bytes of JSON Lines make a piece, to the end of the line."""
ROWS = 1_000
"""So many rows of a Parquet file make a piece."""
FILES = 250
"""So many other files make a piece."""

RESULTS = ("errors.jsonl", "facts.jsonl", "facts.parquet", "findings.jsonl", "findings.parquet", "summary.json")
"""What a scan leaves in its folder."""

_DAYS = ("published", "date", "dt")  # what folders that are named for a day call it


class Piece(NamedTuple):
    """Files, or bytes (``lines``), rows (``rows``) or all (``stream``) of one file of records.

    ``start`` and ``end`` count bytes or rows, ``before`` the lines before the first one. ``skipped`` are the places of
    articles that have ended a process before.
    """

    number: int
    how: str
    files: tuple[Found, ...]
    start: int = 0
    end: int = 0
    before: int = 0
    skipped: tuple[int, ...] = ()


def pieces(
    paths: Sequence[str], cwd: Path, settings: Settings, since: datetime.date | None, output: Path
) -> tuple[list[Piece], list[Problem]]:
    """The pieces of an archive in order, and what is wrong with its paths.

    Partitions (folders such as ``year=2024/month=06``) that end before ``since`` are left out unread, and so are
    the results of a scan before in ``output``, the folder that this one writes to.
    """
    found, said = discover(paths, cwd, suffixes(), settings.exclude)
    problems = list(said)
    days = (*(own for name, own in settings.map if name == "published"), *_DAYS)
    written = {os.path.join(os.path.realpath(output), name) for name in RESULTS}  # noqa: PTH118 - as ``real`` is
    foreign = (one for one in found if one.real not in written)
    wanted = [one for one in foreign if since is None or not _ended(one.path, since, days)]
    numbered = [piece._replace(number=number) for number, piece in enumerate(_pieces(wanted, problems))]
    return numbered, problems


def _pieces(found: Iterable[Found], problems: list[Problem]) -> Iterator[Piece]:
    plain: list[Found] = []
    for one in found:
        source = source_of(one.path)
        name = source.name if source is not None else ""
        if name not in ("jsonl", "parquet", "compressed"):
            plain.append(one)
            if len(plain) == FILES:
                yield Piece(0, "files", tuple(plain))
                plain = []
            continue
        try:
            if name == "jsonl":
                yield from _lines(one)
            elif name == "parquet":
                yield from _rows(one)
            else:
                yield Piece(0, "stream", (one,))
        except (OSError, ValueError) as error:
            problems.append(Problem(one.path, f"this cannot be read: {error}", "mend it, or leave it out"))
    if plain:
        yield Piece(0, "files", tuple(plain))


def _lines(found: Found) -> Iterator[Piece]:
    start = before = 0
    with Path(found.file).open("rb") as file:
        while data := file.read(LENGTH):
            lines = data.count(b"\n")
            while data and not data.endswith(b"\n"):
                data = file.readline(LENGTH)
                lines += data.endswith(b"\n")
            yield Piece(0, "lines", (found,), start, file.tell(), before)
            before += lines
            start = file.tell()


def _rows(found: Found) -> Iterator[Piece]:
    import pyarrow.parquet

    rows = pyarrow.parquet.read_metadata(found.file).num_rows
    for start in range(0, rows, ROWS):
        yield Piece(0, "rows", (found,), start, min(start + ROWS, rows))


def _ended(path: str, since: datetime.date, days: Iterable[str]) -> bool:
    """Whether the folders of a path say that all in it is of a time before a day; ``days`` are names for a day."""
    there = partitions.values(path)
    whole = next((day for name in days if (day := partitions.day_of(there.get(name, ""))) is not None), None)
    if whole is not None:
        return whole < since
    known = []
    for name in ("year", "month", "day"):
        if not there.get(name, "").isdecimal():
            break
        known.append(int(there[name]))
    return bool(known) and tuple(known) < (since.year, since.month, since.day)[: len(known)]
