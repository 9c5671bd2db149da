"""The use case: an archive to findings, facts and errors in a folder."""

from __future__ import annotations

import contextlib
import os
import shutil
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from factlint import __version__
from factlint.app.scanning import files
from factlint.app.scanning.job import Job, do
from factlint.app.scanning.pieces import RESULTS, pieces
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from factlint.app.scanning.local import Done
    from factlint.app.scanning.pieces import Piece
    from factlint.app.session import Session

_WORK = ".unfinished"
_JOURNAL = "journal.json"
ALONE = 5
"""For an archive of more pieces even one job has a process of its own."""
_SHOWN = 10  # problems
FORMATS = ("jsonl", "parquet")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of a scan: the folder of its output, the format, and what is read.

    ``engine`` is local or spark; ``master`` the cluster of the latter.
    """

    output: Path
    format: str = "jsonl"
    facts: bool = False
    html: bool = False
    since: datetime.date | None = None
    engine: str = "local"
    master: str | None = None
    restart: bool = False


@dataclass(frozen=True, slots=True)
class Scanned:
    """What came of a scan: counts by severity, articles, stories, problems, and remarks for the reader."""

    findings: dict[str, int]
    articles: int
    stories: int
    problems: int
    remarks: tuple[str, ...]


def scan(session: Session, paths: Sequence[str], wish: Wish) -> Scanned:
    """Scan an archive, or go on with a scan that was ended.

    Raises ProblemError where the folder has another scan, or something that is needed is not installed.
    """
    _needs(wish)
    settings = session.configured.settings
    work = wish.output / _WORK
    session.observer.stage("looking at the archive")
    found, faults = pieces(paths, session.cwd, settings, wish.since, wish.output)
    if not found and faults:
        raise ProblemError(*faults)
    _begun(session, wish, found)
    job = Job(str(work.resolve()), settings, wish.html, wish.since, wish.facts)
    done = _done(session, job, found, wish)
    if not done.articles:
        _nothing(job, faults)
    problems = [*session.problems, *faults]
    counts, lost = _written(session, job, wish, problems)
    summary = Scanned(counts, done.articles, done.stories, lost, _remarks(done))
    _finished(wish, work, summary)
    return summary


def _nothing(job: Job, faults: Iterable[Problem]) -> None:
    """Raise ProblemError with why no article could be read, if that is known; then the scan counts as not begun."""
    said = [*faults, *map(files.problem_of, _lines(job, "map", ".errors"))]
    if any(one.level == "error" for one in said):
        shutil.rmtree(job.folder)
        raise ProblemError(*said[:_SHOWN])


def _needs(wish: Wish) -> None:
    from factlint.sources.extras import needed

    needed("factlint scan", "pyarrow", "scan")
    if wish.engine == "spark":
        needed("factlint scan", "pyspark", "spark")


def _done(session: Session, job: Job, found: Sequence[Piece], wish: Wish) -> Done:
    how = session.configured.settings.story
    if wish.engine == "spark":
        from factlint.app.scanning.clustered import scan as on_spark

        return on_spark(session, job, found, how, wish.master)
    from factlint.app.scanning.local import scan as here
    from factlint.runner.steps import steps

    apart = len(found) > ALONE
    with steps(session.rules, session.knowledge, partial(do, job), session.work.jobs, apart=apart) as each:
        return here(job, found, how, each, session.observer)


# -- the journal


def _begun(session: Session, wish: Wish, found: Sequence[Piece]) -> None:
    """Make the folder of a new scan, or make sure that the one there is this one, not yet finished."""
    import json

    work = wish.output / _WORK
    journal = work / _JOURNAL
    if wish.restart:
        shutil.rmtree(work, ignore_errors=True)
        (wish.output / "summary.json").unlink(missing_ok=True)
    header = _header(session, wish, found)
    if (wish.output / "summary.json").exists() and not journal.exists():
        # It may have been killed when only this was left to do.
        shutil.rmtree(work, ignore_errors=True)
        hint = "name another folder with --output, or scan again with --restart"
        raise ProblemError(Problem(str(wish.output), "a finished scan is in this folder", hint))
    if journal.exists():
        if json.loads(journal.read_text(encoding="utf-8")) != header:
            hint = "name another folder with --output, or begin anew with --restart"
            what = "an unfinished scan of other articles, or with other rules or options, is in this folder"
            raise ProblemError(Problem(str(wish.output), what, hint))
        return
    work.mkdir(parents=True, exist_ok=True, mode=0o700)
    files.write_lines(journal, [json.dumps(header, sort_keys=True)])


def _header(session: Session, wish: Wish, found: Sequence[Piece]) -> dict[str, Any]:
    """All that the result comes from."""
    from factlint.cache.database import key_of

    rules = [(rule.id, rule.severity) for rule in session.rules]
    sources = (f"{piece} {_stamp(one.file)}" for piece in found for one in piece.files)
    return {
        "factlint": __version__,
        "rules": key_of([session.key.encode(), repr(rules).encode()]).hex(),
        "settings": repr((session.configured.settings, wish.format, wish.facts, wish.html, wish.since, wish.engine)),
        "archive": key_of(source.encode("utf-8", "surrogatepass") for source in sources).hex(),
    }


def _stamp(file: str) -> str:
    with contextlib.suppress(OSError):
        status = os.stat(file)  # noqa: PTH116 - one call for each of very many files
        return f"{status.st_size} {status.st_mtime_ns}"
    return "?"


def _finished(wish: Wish, work: Path, summary: Scanned) -> None:
    import json

    said = {
        "articles": summary.articles,
        "stories": summary.stories,
        **summary.findings,
        "problems": summary.problems,
    }
    files.write_lines(wish.output / "summary.json", [json.dumps(said)])
    files.forget_parts(wish.output, RESULTS)
    (work / _JOURNAL).unlink()
    shutil.rmtree(work)


# -- what is written


def _written(session: Session, job: Job, wish: Wish, problems: Iterable[Problem]) -> tuple[dict[str, int], int]:
    """Write findings, facts and errors; how many findings of each severity there are, and how many errors."""
    import json

    from factlint.app.scanning import output

    session.observer.stage("writing")
    counts = dict.fromkeys(("error", "warning", "note"), 0)
    output.write_findings(wish.output / f"findings.{wish.format}", _lines(job, "told", ".jsonl"), wish.format, counts)
    if wish.facts:
        output.write_facts(wish.output / f"facts.{wish.format}", output.facts_of(job.folder / "map"), wish.format)
    said = [files.problem_line(problem) for problem in problems]
    lost = [*said, *_lines(job, "map", ".errors")]
    files.write_lines(wish.output / "errors.jsonl", lost)
    return counts, sum(json.loads(line)["level"] == "error" for line in lost)


def _lines(job: Job, folder: str, suffix: str) -> Iterator[str]:
    for path in sorted((job.folder / folder).glob(f"*{suffix}")):
        with path.open(encoding="utf-8", newline="\n") as file:
            yield from (line.rstrip("\n") for line in file)


def _remarks(done: Done) -> tuple[str, ...]:
    from factlint.findings.wording import counted
    from factlint.runner.columns import MOST

    found = []
    if done.undated:
        articles = counted(done.undated, "article")
        found.append(
            f"{articles} with no date: compared with their neighbours only; say where it is with --map published=…"
        )
    if done.cut:
        stories = counted(done.cut, "story", "stories")
        found.append(f"{stories} of more than {MOST:,} articles: compared in spans of five days.")
    return tuple(found)
