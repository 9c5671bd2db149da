"""A scan on Spark: the same steps between the same keys as on one machine, see ``local``."""

from __future__ import annotations

import pickle
from functools import partial
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from factlint.app.scanning import files, twice
from factlint.app.scanning.job import articles, facts_writer, finding_writer, problems_of
from factlint.app.scanning.local import Done, bucketed
from factlint.app.scanning.stories import Stories
from factlint.runner import columns
from factlint.runner.spark import spark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.app.scanning.job import Job
    from factlint.app.scanning.pieces import Piece
    from factlint.app.session import Session
    from factlint.engine.run import Engine
    from factlint.runner.spark import Spark
    from factlint.text.problem import Problem

_PIECES = pa.schema([("piece", pa.binary())])
_FOUND = pa.schema([("number", pa.int64()), ("first", pa.int64()), ("bucket", pa.int64())])
_FOUND = _FOUND.append(pa.field("crossing", pa.list_(pa.binary())))
_NUMBERS = pa.schema([("number", pa.int64())])
_SAID = -2  # the block of a row that is a problem, and no article


def scan(session: Session, job: Job, pieces: Sequence[Piece], how: str, master: str | None) -> Done:
    """All steps; what they give is written as on one machine."""
    observer = session.observer
    observer.stage("starting Spark")
    with spark(master, session.rules, session.knowledge, session.work.jobs) as cluster:
        observer.stage("checking")
        rows = [(pickle.dumps(piece),) for piece in pieces]
        table = cluster.table(rows, _PIECES, max(1, len(rows)))
        parcels = cluster.mapped(table, partial(_map_pieces, job), columns.PARCELS)
        _write_parts(job, parcels)
        there = _once(job, cluster, parcels.where("error is null"))
        observer.stage("comparing days")
        stories = _index(there, how)
        crossing = _pairs(cluster, there, how, stories)
        observer.stage("comparing stories")
        first, cut = stories.told(columns.MOST)
        _tell(cluster, job, there, stories, first, crossing)
    undated = sum(block >= columns.UNDATED for block in stories.blocks)
    return Done(len(first), sum(map(int.__eq__, first, stories.numbers)), cut, undated)


# -- map


def _map_pieces(job: Job, engine: Engine, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The parcels of some pieces; what is wrong with them comes as rows that are no article."""
    facts = facts_writer() if job.facts else None
    for batch in batches:
        for data in batch.column("piece").to_pylist():
            piece = pickle.loads(data)  # noqa: S301 - this program made it
            said: list[Problem] = []
            for some in articles(job, piece, said):
                done = columns.mapped(engine, some, facts)
                said += problems_of(done)
                yield done
            yield columns.batch_of(columns.PARCELS, [_as_row(piece, one) for one in said])


def _as_row(piece: Piece, problem: Problem) -> tuple[Any, ...]:
    said = {"number": columns.number(piece.number, 0), "block": _SAID, "error": files.problem_line(problem)}
    return tuple(said.get(name) for name in columns.PARCELS.names)


def _write_parts(job: Job, parcels: Any) -> None:
    """Write the problems, and the facts, where the last step looks for them."""
    (job.folder / "map").mkdir(exist_ok=True)
    said = parcels.where(f"block = {_SAID}").select("number", "error").orderBy("number").toLocalIterator()
    files.write_lines(job.folder / "map" / "000000.errors", (row["error"] for row in said))
    if job.facts:
        rows = parcels.where("facts is not null").select("number", "facts").orderBy("number").toLocalIterator()
        schema = pa.schema([("facts", pa.string())])
        with files.Parcels(job.folder / "map" / "000000.parquet", schema) as out:
            for row in rows:
                out.write(columns.batch_of(schema, [(row["facts"],)]))


def _once(job: Job, cluster: Spark, parcels: Any) -> Any:
    """The parcels without those of articles that are there twice, which are told."""
    from pyspark.sql import Window, functions

    nth = functions.row_number().over(Window.partitionBy("path", "id").orderBy("number"))
    again = parcels.select("number", "path", "id", nth.alias("nth")).where("nth > 1").orderBy("number")
    numbers = twice.told(job, [(row["number"], row["path"], row["id"]) for row in again.toLocalIterator()]).to_pylist()
    if not numbers:
        return parcels
    return parcels.join(cluster.table([(one,) for one in numbers], _NUMBERS), "number", "left_anti")


# -- stories


def _index(parcels: Any, how: str) -> Stories:
    stories = Stories(how)
    for row in parcels.select("number", "block", "path", "story").orderBy("number").toLocalIterator():
        stories.add(*row)
    return stories


def _pairs(cluster: Spark, parcels: Any, how: str, stories: Stories) -> dict[int, list[bytes]]:
    """Join what tells one story; what the rules of the run found, by the number of the article."""
    from pyspark.sql import functions

    own = functions.col("block")
    spans = functions.when(own < columns.UNDATED, functions.array(own, own + 1)).otherwise(functions.array(own))
    liked = ("number", "block", "path", "id", "story", "day", "supersedes", "card", "features", "run_rows")
    wide = parcels.select(*liked, functions.explode(spans).alias("span"))
    crossing: dict[int, list[bytes]] = {}
    pairs = cluster.reduced(wide, "span", partial(_like, how), columns.PAIRS)
    for one, other, finding in sorted(map(tuple, pairs.toLocalIterator()), key=repr):
        if finding is not None:
            crossing.setdefault(one, []).append(bytes(finding))
        else:
            stories.join(one, other)
    return crossing


def _like(how: str, engine: Engine, block: int, batch: pa.RecordBatch) -> pa.RecordBatch:
    return columns.likened(engine, batch, block, how)


# -- findings


def _tell(
    cluster: Spark, job: Job, parcels: Any, stories: Stories, first: Any, crossing: dict[int, list[bytes]]
) -> None:
    rows = [
        (number, own, bucket, crossing.get(number))
        for number, own, bucket in zip(stories.numbers, first, bucketed(stories, first), strict=True)
    ]
    told = parcels.select("number", "path", "id", "story", "day", "card", "findings", "rows")
    full = told.join(cluster.table(rows, _FOUND), "number")
    found = cluster.reduced(full, "bucket", _findings, columns.FINDINGS).orderBy("story", "place")
    (job.folder / "told").mkdir(exist_ok=True)
    files.write_lines(job.folder / "told" / "000000.jsonl", (row["finding"] for row in found.toLocalIterator()))


def _findings(engine: Engine, _bucket: int, batch: pa.RecordBatch) -> pa.RecordBatch:
    return columns.told(engine, batch, finding_writer())
