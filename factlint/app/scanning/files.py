"""The files of a scan that is under way: each is there as a whole or not at all."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    import pyarrow as pa

    from factlint.text.problem import Problem

_MOST_WAITING = 8_000_000  # bytes that wait for their bucket


class Parcels:
    """A Parquet file that is written batch by batch and has its name only when it is finished."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        import pyarrow.parquet

        self._path = path
        self._part = _part_of(path)
        self._writer = pyarrow.parquet.ParquetWriter(self._part, schema, compression="zstd")

    def __enter__(self) -> Parcels:
        return self

    def write(self, batch: pa.RecordBatch) -> None:
        """Write one more batch."""
        if len(batch):
            self._writer.write_batch(batch)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._writer.close()
        if kind is None:
            self._part.replace(self._path)


def _part_of(path: Path) -> Path:
    """The file as long as it is not whole: of this process alone, for one of a killed scan may be at the same work."""
    return path.with_name(f"{path.name}.{os.getpid()}.part")


def forget_parts(folder: Path, names: Iterable[str]) -> None:
    """Remove what killed scans have left unfinished of some files in a folder."""
    for name in names:
        for part in folder.glob(f"{name}.*.part"):
            part.unlink(missing_ok=True)


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write lines of text; the file has its name only when all are there."""
    part = _part_of(path)
    with part.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(line + "\n" for line in lines)
    part.replace(path)


def problem_line(problem: Problem) -> str:
    """A problem as a line of the error report."""
    from factlint.reports.json import encoded

    said = {"path": problem.path, "id": problem.where, "line": problem.line, "level": problem.level}
    return encoded(said | {"message": problem.message, "hint": problem.hint})


def problem_of(line: str) -> Problem:
    """The problem that a line of the error report tells."""
    import json

    from factlint.text.problem import Problem

    said = json.loads(line)
    return Problem(said["path"], said["message"], said["hint"], said["line"], where=said["id"], level=said["level"])


class Buckets:
    """Rows put into many files at once, a few of each at a time, in bounded memory."""

    def __init__(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        self._folder = folder
        self._waiting: dict[str, list[pa.RecordBatch]] = {}
        self._size = 0

    def __enter__(self) -> Buckets:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._flush()

    def sort(self, batch: pa.RecordBatch, wanted: Sequence[Sequence[str]]) -> None:
        """Put each row into the buckets that it is wanted in."""
        import pyarrow as pa

        places: dict[str, list[int]] = {}
        for place, names in enumerate(wanted):
            for name in names:
                places.setdefault(name, []).append(place)
        for name, rows in places.items():
            part = batch.take(pa.array(rows))
            self._waiting.setdefault(name, []).append(part)
            self._size += part.nbytes
        if self._size > _MOST_WAITING:
            self._flush()

    def _flush(self) -> None:
        import pyarrow as pa

        packed = pa.ipc.IpcWriteOptions(compression="zstd")
        for name, batches in sorted(self._waiting.items()):
            with (
                (self._folder / name).open("ab") as out,
                pa.ipc.new_stream(out, batches[0].schema, options=packed) as stream,
            ):
                # Together they take a fifth of the room that they take one by one.
                stream.write_batch(joined(batches))
        self._waiting.clear()
        self._size = 0


def read_bucket(path: Path) -> Iterator[pa.RecordBatch]:
    """The rows of a bucket: one stream after the other."""
    import pyarrow as pa

    with path.open("rb") as file:
        end = os.fstat(file.fileno()).st_size
        while file.tell() < end:
            yield from pa.ipc.open_stream(file)


def read_columns(path: Path, names: Sequence[str]) -> Iterator[pa.RecordBatch]:
    """Some columns of a Parquet file."""
    import pyarrow.parquet

    with pyarrow.parquet.ParquetFile(path) as file:
        yield from file.iter_batches(256, columns=list(names))


def joined(batches: Sequence[pa.RecordBatch]) -> pa.RecordBatch:
    """Several record batches of one schema as one."""
    import pyarrow as pa

    whole: pa.RecordBatch = pa.Table.from_batches(batches).combine_chunks().to_batches()[0]
    return whole
