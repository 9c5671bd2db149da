"""``factlint propose``: knowledge mined from an archive, as a file to review."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factlint.cli.options import needs_paths, open_session, paths, show
from factlint.cli.progress import Progress

if TYPE_CHECKING:
    import datetime

    from factlint.app.proposing import Proposal


@click.command("propose")
@paths
@click.option(
    "--min-count",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    metavar="NUMBER",
    help="Propose names that stand in at least this many articles.",
)
@click.option("--since", metavar="DAY", help="Count only articles published on this day or later, as 2020-01-01.")
@click.option("--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write the proposal to this file.")
@click.option("--config", metavar="FILE", help="Read the settings from this file.")
def command(paths: tuple[str, ...], min_count: int, since: str | None, output: str | None, config: str | None) -> None:
    """Read an archive and propose what to put into your desk's own list.

    PATHs are articles and folders of them. The proposal is a knowledge file: people with their titles, years, spellings
    and examples, names that belong to two people, acronyms with what they stand for. Read it, take away what you do not
    want, and put it into the folder knowledge of your rules. Likely misspellings stand in comments: take away the # of
    those that are wrong. What your list has already is left out.
    """
    from factlint.app.proposing import propose

    needs_paths(paths)
    session = open_session(config)
    day = _day(since)
    progress = Progress()
    progress.stage("reading articles")
    try:
        done = propose(session, paths, min_count, day, progress.reached)
    finally:
        progress.close()
    if output is None:
        click.echo(done.yaml, nl=False)
    else:
        _write(output, done.yaml)
    click.echo(_told(done, output), err=True)
    raise click.exceptions.Exit(2 if show((*session.problems, *done.problems)) else 0)


def _day(since: str | None) -> datetime.date | None:
    from factlint.text.marked import parse_day

    day = parse_day(since) if since is not None else None
    if since is not None and day is None:
        raise click.BadParameter(f"“{since}” is no day; write it as 2020-01-01", param_hint="--since")
    return day


def _write(output: str, text: str) -> None:
    try:
        Path(output).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.FileError(output, error.strerror) from None


def _told(done: Proposal, output: str | None) -> str:
    from factlint.findings.wording import counted

    found = done.page
    misspelled = sum(len(one.wrong) for one in (*found.people.listed, *found.people.known))
    parts = (
        counted(len(found.people.listed), "person", "people"),
        counted(misspelled, "likely misspelling"),
        counted(len(found.people.apart), "pair") + " to tell apart",
        counted(len(found.organisations), "acronym"),
    )
    lines = [f"{counted(found.articles, 'article')}: {', '.join(parts)}."]
    if done.early or done.undated:
        lines.append(
            f"Left out by --since: {done.early:,} older, {done.undated:,} that do not say when they were published."
        )
    if done.skipped:
        lines.append(f"Left out: {counted(done.skipped, 'article')} in other languages.")
    if output is not None:
        lines.append(f"Read {output}, then put it into the folder knowledge of your rules.")
    return ("\r" if sys.stderr.isatty() else "") + "\n".join(lines)
