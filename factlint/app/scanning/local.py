"""A scan on one machine: pieces to parcels, parcels by days to stories, stories to findings, each step in files.

Every file of a step is there as a whole or not at all, so that a scan that was ended, however, goes on where it was.
What brings together what belongs together (the days, then the stories) holds some columns of numbers in memory, and
writes everything else into buckets: files of Arrow's streams. A database such as DuckDB is not asked for that: sorting
into buckets takes 1 % of a scan, its memory is bounded by the size of what waits, and it needs nothing more installed.
"""

from __future__ import annotations

import shutil
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from factlint.app.scanning import files, twice
from factlint.app.scanning.stories import Stories, spans
from factlint.runner import columns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from factlint.app.observing import Observer
    from factlint.app.scanning.job import Job
    from factlint.app.scanning.pieces import Piece

    Each = Callable[[Sequence[tuple[str, Any]]], Iterator[tuple[int, Any]]]

TOGETHER = 2_000
"""So many articles are of one bucket, if no story and no span of days has more."""

_LIKED = ("number", "block", "path", "id", "story", "day", "supersedes", "card", "features", "run_rows")
_TOLD = ("number", "error", "path", "id", "story", "day", "card", "findings", "rows")


@dataclass(frozen=True, slots=True)
class Done:
    """What a scan came to: its articles, its stories, how many of these were cut, how many articles say no day."""

    articles: int
    stories: int
    cut: int
    undated: int


def scan(job: Job, pieces: Sequence[Piece], how: str, each: Each, observer: Observer) -> Done:
    """All steps that are not done yet. ``each`` does tasks, anywhere, and gives the answers as they come."""
    # Arrow's own pool keeps what it has freed: ten times as many articles took 50 MB more, of which 28 were in use.
    pa.set_memory_pool(pa.system_memory_pool())
    for name in ("map", "days", "pairs", "stories", "told"):
        (job.folder / name).mkdir(parents=True, exist_ok=True)
    _map(job, pieces, each, observer)
    observer.stage("sorting by day")
    parcels = _Parcels(job, pieces, twice.told(job, list(twice.again(job, pieces))))
    stories = _index(parcels, how)
    together = list(spans(stories.blocks, TOGETHER, columns.UNDATED))
    _like(job, parcels, together, how, each, observer)
    observer.stage("sorting by story")
    crossing = _join(job, together, stories)
    first, cut = stories.told(columns.MOST)
    _tell(job, parcels, stories, first, crossing, each, observer)
    undated = sum(block >= columns.UNDATED for block in stories.blocks)
    return Done(len(first), sum(map(int.__eq__, first, stories.numbers)), cut, undated)


# -- map


def _map(job: Job, pieces: Sequence[Piece], each: Each, observer: Observer) -> None:
    waiting = [piece for piece in pieces if not _of(job, "map", piece).exists()]
    observer.stage("checking", len(pieces), len(pieces) - len(waiting))
    while waiting:
        again = []
        for number, answer in each([("map", piece) for piece in waiting]):
            if isinstance(answer, int):
                observer.step(answer)
            else:
                again.append(_without_its_killer(job, waiting[number]))
        waiting = again


def _without_its_killer(job: Job, piece: Piece) -> Piece:
    """A piece that ended its worker, without the article that it was at. Raises ProblemError where it was at none."""
    from factlint.text.problem import Problem, ProblemError

    marker = _of(job, "map", piece).with_suffix(".at")
    mark = marker.read_bytes() if marker.exists() else b""
    at = int.from_bytes(mark, "big") - columns.number(piece.number, 0) if mark else -1
    if at < 0 or at in piece.skipped:
        hint = "leave it out, cut it into smaller files, or work in fewer processes (--jobs)"
        raise ProblemError(Problem(piece.files[0].path, "this file ended the process that read it", hint))
    return piece._replace(skipped=(*piece.skipped, at))


def _of(job: Job, step: str, piece: Piece) -> Any:
    return job.folder / step / f"{piece.number:06}.parquet"


class _Parcels:
    """What came of all articles, but for those that are there twice."""

    def __init__(self, job: Job, pieces: Sequence[Piece], twice: pa.Array) -> None:
        self._files = [_of(job, "map", piece) for piece in pieces]
        self._twice = twice

    def read(self, names: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """Some columns of them, ``number`` among these."""
        for file in self._files:
            for batch in files.read_columns(file, names):
                yield batch.filter(self._once(batch)) if len(self._twice) else batch

    def _once(self, batch: pa.RecordBatch) -> pa.Array:
        return pc.invert(pc.is_in(batch.column("number"), self._twice))


def _index(parcels: _Parcels, how: str) -> Stories:
    stories = Stories(how)
    for batch in parcels.read(("number", "block", "path", "story", "error")):
        for number, block, path, story, error in columns.rows_of(batch, *batch.schema.names):
            if error is None:
                stories.add(number, block, path, story)
    return stories


# -- stories


def _like(
    job: Job, parcels: _Parcels, together: Sequence[tuple[int, ...]], how: str, each: Each, observer: Observer
) -> None:
    tasks = [(f"{number:06}", blocks) for number, blocks in enumerate(together)]
    missing = [(name, blocks) for name, blocks in tasks if not (job.folder / "pairs" / f"{name}.parquet").exists()]
    wanted: dict[int, list[str]] = {}
    for name, blocks in missing:
        earlier = (blocks[0] - 1,) if blocks[0] < columns.UNDATED else ()
        for block in (*earlier, *blocks):
            wanted.setdefault(block, []).append(name)
    with files.Buckets(job.folder / "days") as out:
        for batch in parcels.read(_LIKED) if missing else ():
            out.sort(batch, [wanted.get(block, ()) for block in batch.column("block").to_pylist()])
    observer.stage("comparing days", len(missing))
    for _, answer in each([("like", (name, blocks, how)) for name, blocks in missing]):
        _must(answer)
        observer.step(0)
    shutil.rmtree(job.folder / "days")


def _join(job: Job, together: Sequence[tuple[int, ...]], stories: Stories) -> Mapping[int, list[bytes]]:
    """Join what tells one story; what the rules of the run found, by the number of the article."""
    crossing: dict[int, list[bytes]] = {}
    for number in range(len(together)):
        for batch in files.read_columns(job.folder / "pairs" / f"{number:06}.parquet", columns.PAIRS.names):
            for one, other, finding in columns.rows_of(batch, *columns.PAIRS.names):
                if finding is not None:
                    crossing.setdefault(one, []).append(finding)
                else:
                    stories.join(one, other)
    return crossing


# -- findings


def bucketed(stories: Stories, first: array[int]) -> array[int]:
    """The bucket of each article: so many stories in order that they have not too many articles together."""
    sizes = array("q", bytes(8 * len(first)))
    for story in first:
        sizes[stories.at(story)] += 1
    found = array("q", sizes)
    bucket = size = 0
    for own, number in enumerate(stories.numbers):
        if first[own] != number:
            found[own] = found[stories.at(first[own])]
            continue
        if size and size + sizes[own] > TOGETHER:
            bucket, size = bucket + 1, 0
        size += sizes[own]
        found[own] = bucket
    return found


def _tell(
    job: Job,
    parcels: _Parcels,
    stories: Stories,
    first: array[int],
    crossing: Mapping[int, list[bytes]],
    each: Each,
    observer: Observer,
) -> None:
    buckets = bucketed(stories, first)
    names = [f"{bucket:06}" for bucket in range(max(buckets, default=-1) + 1)]
    missing = {name for name in names if not (job.folder / "told" / f"{name}.jsonl").exists()}
    with files.Buckets(job.folder / "stories") as out:
        for every in parcels.read(_TOLD) if missing else ():
            batch = every.filter(every.column("error").is_null())
            numbers = batch.column("number").to_pylist()
            places = [stories.at(number) for number in numbers]
            own = [first[place] for place in places]
            found = [crossing.get(number) for number in numbers]
            batch = batch.append_column("first", pa.array(own, pa.int64()))
            batch = batch.append_column("crossing", pa.array(found, pa.list_(pa.binary())))
            wanted = (f"{buckets[place]:06}" for place in places)
            out.sort(batch, [(name,) if name in missing else () for name in wanted])
    observer.stage("comparing stories", len(missing))
    for _, answer in each([("tell", name) for name in sorted(missing)]):
        _must(answer)
        observer.step(0)
    shutil.rmtree(job.folder / "stories")


def _must(answer: object) -> None:
    """Raise ProblemError where a worker died over something that is no single article."""
    from factlint.text.problem import Problem, ProblemError

    if not isinstance(answer, int):
        hint = "run the same command again: what is done stays done; fewer --jobs need less memory"
        raise ProblemError(Problem("factlint scan", "a process ended in the middle of its work", hint))
