"""An archive in pieces: what one worker reads at a time. The same archive always has the same pieces."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factlint.sources import source_of, suffixes
from factlint.sources.discovery import discover
from factlint.text.problem import Problem

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.sources.discovery import Found

LENGTH = 2 << 20
"""So many bytes of JSON Lines make a piece, to the end of the line."""
ROWS = 1_000
"""So many rows of a Parquet file make a piece."""
FILES = 250
"""So many other files make a piece."""

_PART = re.compile(r"(?:^|/)(year|month|day|date|dt)=([^/]+)(?=/)")


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
    paths: Sequence[str], cwd: Path, exclude: Sequence[str], since: datetime.date | None
) -> tuple[list[Piece], list[Problem]]:
    """The pieces of an archive in order, and what is wrong with its paths.

    Partitions (folders such as ``year=2024/month=06``) that end before ``since`` are left out unread.
    """
    found, said = discover(paths, cwd, suffixes(), exclude)
    problems = list(said)
    wanted = [one for one in found if since is None or not _ended(one.path, since)]
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
            data += file.readline()
            end = start + len(data)
            yield Piece(0, "lines", (found,), start, end, before)
            before += data.count(b"\n")
            start = end


def _rows(found: Found) -> Iterator[Piece]:
    import pyarrow.parquet

    rows = pyarrow.parquet.read_metadata(found.file).num_rows
    for start in range(0, rows, ROWS):
        yield Piece(0, "rows", (found,), start, min(start + ROWS, rows))


def _ended(path: str, since: datetime.date) -> bool:
    """Whether a path says that all in it is of a time before a day."""
    parts = dict(_PART.findall(path))
    if whole := parts.get("date") or parts.get("dt"):
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", whole)) and whole < since.isoformat()
    said = [parts.get(name, "") for name in ("year", "month", "day")]
    known = []
    for one in said:
        if not one.isdigit():
            break
        known.append(int(one))
    return bool(known) and tuple(known) < (since.year, since.month, since.day)[: len(known)]
