"""Articles of one file that have one id: the first is checked, the others are told, for a finding could be of any."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from factlint.app.scanning import files
from factlint.text.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.app.scanning.job import Job
    from factlint.app.scanning.pieces import Piece

Again = tuple[int, str, str]
"""The number of an article whose id an earlier one of the file has, the path of the file, and the id."""


def again(job: Job, pieces: Iterable[Piece]) -> Iterator[Again]:
    """The articles of an archive that has been mapped whose id an earlier article of the same file has.

    In memory are the ids of one file.
    """
    for (how, path), some in groupby(pieces, key=lambda piece: (piece.how, piece.files[0].path)):
        if how != "files":
            yield from ((number, path, own) for number, own in _of_file(job, some))


def _of_file(job: Job, pieces: Iterable[Piece]) -> Iterator[tuple[int, str]]:
    paths = (job.folder / "map" / f"{piece.number:06}.parquet" for piece in pieces)
    batches = (batch for path in paths for batch in files.read_columns(path, ("number", "id", "error")))
    checked = [batch.filter(batch.column("error").is_null()).select(["number", "id"]) for batch in batches]
    if not checked:
        return
    table = pa.Table.from_batches(checked)
    counts = pc.value_counts(table.column("id"))
    often = counts.filter(pc.greater(counts.field("counts"), 1)).field("values")
    seen: set[str] = set()
    for row in table.filter(pc.is_in(table.column("id"), often)).to_pylist() if len(often) else ():
        if row["id"] in seen:
            yield row["number"], row["id"]
        seen.add(row["id"])


def told(job: Job, found: Sequence[Again]) -> pa.Array:
    """Write articles into the error report; their numbers."""
    hint = "an id names one article of a file"
    said = (Problem(path, f"not checked: the id {own} is there before", hint, where=own) for _, path, own in found)
    files.write_lines(job.folder / "map" / "twice.errors", map(files.problem_line, said))
    return pa.array([number for number, _, _ in found], pa.int64())
