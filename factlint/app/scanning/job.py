"""What every worker of a scan is told, and what it does with one piece, one span of days, one bucket of stories."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factlint.app.scanning import files
from factlint.app.scanning.reading import read

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator

    import pyarrow as pa

    from factlint.annotations import Reading
    from factlint.app.scanning.pieces import Piece
    from factlint.article import Article
    from factlint.config import Settings
    from factlint.engine.run import Engine
    from factlint.findings import Finding
    from factlint.text.problem import Problem


@dataclass(frozen=True, slots=True)
class Job:
    """A scan: where its files are, what is read and how, and what is written."""

    work: str
    settings: Settings
    html: bool = False
    since: datetime.date | None = None
    facts: bool = False

    @property
    def folder(self) -> Path:
        """The folder of what is not finished."""
        return Path(self.work)


def articles(job: Job, piece: Piece, said: list[Problem]) -> Iterator[pa.RecordBatch]:
    """The articles of a piece in record batches; problems are added to ``said``."""
    from factlint.runner import columns

    place = 0
    for some, problems in read(piece, job.settings, html=job.html, since=job.since):
        said += problems
        numbered = list(enumerate(some, place))
        place += len(some)
        said += (_killer(one) for at, one in numbered if at in piece.skipped)
        yield columns.packed((columns.number(piece.number, at), one) for at, one in numbered if at not in piece.skipped)


def _killer(article: Article) -> Problem:
    """The problem of an article that ended every process that read it."""
    from factlint.text.problem import Problem

    hint = "it may be too large for the memory: split it, or leave it out"
    return Problem(
        article.path,
        "not checked: the process that read it was killed, perhaps for want of memory (SIGKILL)",
        hint,
        where=article.id,
    )


def map_piece(engine: Engine, job: Job, piece: Piece) -> int:
    """Write what the articles of a piece give, all of it or nothing; how many they are."""
    from factlint.runner import columns

    said: list[Problem] = []
    facts = facts_writer() if job.facts else None
    marker = job.folder / "map" / f"{piece.number:06}.at"
    total = 0
    with marker.open("wb", buffering=0) as mark:

        def begin(at: int) -> None:
            # Where this process dies, the parent sees here which article it was at.
            mark.seek(0)
            mark.write(at.to_bytes(8, "big"))

        with files.Parcels(job.folder / "map" / f"{piece.number:06}.parquet", columns.PARCELS) as out:
            for batch in articles(job, piece, said):
                done = columns.mapped(engine, batch, facts, begin)
                said += problems_of(done)
                total += len(done)
                out.write(done)
            files.write_lines(marker.with_suffix(".errors"), [files.problem_line(one) for one in said])
    marker.unlink(missing_ok=True)
    return total


def problems_of(batch: pa.RecordBatch) -> Iterator[Problem]:
    """The articles of a record batch that could not be read."""
    from factlint.runner import columns
    from factlint.text.problem import Problem

    hint = "this is a bug in factlint; please report it with the article"
    for path, own, error in columns.rows_of(batch, "path", "id", "error"):
        if error is not None:
            yield Problem(path, f"not checked: {error}", hint, where=own)


def like_span(engine: Engine, job: Job, task: tuple[str, tuple[int, ...], str]) -> int:
    """Write which articles of some blocks of days, in order, tell one story: a bucket's name, its blocks, how."""
    import pyarrow.compute as pc

    from factlint.runner import columns

    name, blocks, how = task
    by_block: dict[int, list[pa.RecordBatch]] = {}
    for batch in files.read_bucket(job.folder / "days" / name):
        for block in batch.column("block").unique().to_pylist():
            by_block.setdefault(block, []).append(batch.filter(pc.equal(batch.column("block"), block)))
    with files.Parcels(job.folder / "pairs" / f"{name}.parquet", columns.PAIRS) as out:
        for block in blocks:
            earlier = by_block.get(block - 1, []) if block < columns.UNDATED else []
            out.write(columns.likened(engine, files.joined([*earlier, *by_block[block]]), block, how))
            by_block.pop(block - 1, None)
    return 0


def tell_bucket(engine: Engine, job: Job, name: str) -> int:
    """Write the findings of a bucket of stories; how many they are."""
    from factlint.runner import columns

    batches = list(files.read_bucket(job.folder / "stories" / name))
    done = columns.told(engine, files.joined(batches), finding_writer())
    lines = done.column("finding").to_pylist()
    files.write_lines(job.folder / "told" / f"{name}.jsonl", lines)
    return len(lines)


def finding_writer() -> Callable[[Finding], str]:
    """A finding as a line of ``--format jsonl``."""
    from factlint.reports.json import encoded, finding

    return lambda one: encoded(finding(one))


def facts_writer() -> Callable[[Reading], str]:
    """The facts of an article as a line of ``factlint facts --format jsonl``, its story left open."""
    from factlint.app.facts import record
    from factlint.reports.json import encoded

    return lambda reading: encoded(record(reading, None))


def do(job: Job, engine: Engine, task: tuple[str, Any]) -> int:
    """One step of a scan in a worker."""
    step, what = task
    steps: dict[str, Callable[[Engine, Job, Any], int]] = {"map": map_piece, "like": like_span, "tell": tell_bucket}
    return steps[step](engine, job, what)
