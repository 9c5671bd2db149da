"""``factlint scan``: an archive of articles, in bounded memory, on one machine or a cluster."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from factlint.cli.options import needs_paths, open_session, paths, session_options, show, work_options


@click.command("scan")
@paths
@session_options
@click.option(
    "--output",
    metavar="FOLDER",
    default="factlint-scan",
    show_default=True,
    help="Where findings, errors and the summary go. A scan that was ended goes on from there.",
)
@click.option(
    "--format",
    type=click.Choice(["jsonl", "parquet"]),
    default="jsonl",
    show_default=True,
    help="How findings and facts are written.",
)
@click.option("--facts", is_flag=True, help="Write what was read out of each article too.")
@click.option("--html", is_flag=True, help="The texts of the records are pages of HTML.")
@click.option("--since", metavar="DAY", help="Leave out what was published before this day, as 2025-12-31.")
@click.option(
    "--engine",
    type=click.Choice(["local", "spark"]),
    default="local",
    show_default=True,
    help="Work in processes of this machine, or with Apache Spark.",
)
@click.option("--master", metavar="URL", help="The Spark cluster: spark://host:7077.  [default: local[*]]")
@click.option("--restart", is_flag=True, help="Begin anew, whatever is in the folder.")
@work_options
def command(paths: tuple[str, ...], **options: Any) -> None:
    """Check an archive: Parquet, JSON Lines (also .gz and .zst), folders of articles.

    Articles are compared with those of the days around them, however many there are. A scan that was interrupted or
    killed goes on where it was when the same command is given again.
    Exit code: 0 no findings at or above the level that fails, 1 findings, 2 bad use or articles that cannot be read.
    """
    from dataclasses import replace

    from factlint.app.scanning.run import Wish, scan
    from factlint.cli.progress import Progress

    needs_paths(paths)
    if options["master"] and options["engine"] != "spark":
        raise click.UsageError("--master is for --engine spark")
    names = ("format", "facts", "html", "engine", "master", "restart")
    chosen = {name: options.pop(name) for name in names}
    wish = Wish(output=Path(options.pop("output")), since=_day(options.pop("since")), **chosen)
    session = open_session(**options)
    show(session.problems)
    progress = Progress()
    try:
        found = scan(replace(session, observer=progress), paths, wish)
    except KeyboardInterrupt:
        progress.close()
        click.echo("factlint: interrupted; the same command goes on from here", err=True)
        raise click.exceptions.Exit(130) from None
    finally:
        progress.close()
    raise click.exceptions.Exit(_told(session.configured.settings.fail_on, wish, found))


def _day(written: str | None) -> Any:
    import datetime

    if written is None:
        return None
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        raise click.UsageError(f"--since takes a day such as 2025-12-31: {written}") from None


def _told(fail_on: str, wish: Any, found: Any) -> int:
    """Say what came of it; the exit code."""
    from factlint.findings.finding import SEVERITIES
    from factlint.findings.wording import counted

    of = ", ".join(counted(number, severity) for severity, number in found.findings.items())
    stories = counted(found.stories, "story", "stories")
    click.echo(f"{counted(found.articles, 'article')}, {stories}: {of}. See {wish.output}/findings.{wish.format}")
    for remark in found.remarks:
        click.echo(remark, err=True)
    if found.problems:
        click.echo(f"{counted(found.problems, 'problem')}: see {wish.output}/errors.jsonl", err=True)
        return 2
    failing = SEVERITIES[SEVERITIES.index(fail_on) :] if fail_on in SEVERITIES else ()
    return int(any(found.findings.get(severity, 0) for severity in failing))
