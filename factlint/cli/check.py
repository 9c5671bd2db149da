"""``factlint check``: what does not fit in some articles."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factlint.cli.exits import unheard
from factlint.cli.options import needs_paths, open_session, paths, piped, session_options

if TYPE_CHECKING:
    from factlint.findings.result import Result

STDIN = "-"


@click.command("check")
@paths
@session_options
@click.option(
    "--format", "format", metavar="FORMAT", help="How findings are shown: terminal (the default), json or jsonl."
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    help="The exit code is 1 from this severity on (default: warning).",
)
@click.option("--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write the report to this file.")
@click.option("--stdin-filename", metavar="NAME", help="The name of an article that comes on standard input (path: -).")
def command(paths: tuple[str, ...], output: str | None, stdin_filename: str | None, **options: Any) -> None:
    """Check articles and report what does not fit.

    PATHs are articles (.txt, .md, .jsonl) and folders of them; - reads one article from standard input.
    Exit code: 0 clean, 1 findings at or above --fail-on, 2 bad use, input, configuration or rule.
    """
    from factlint.app.check import check
    from factlint.findings.verdict import exit_code

    reads_stdin = STDIN in paths or (stdin_filename is not None and not paths)
    if stdin_filename is not None and not reads_stdin:
        raise click.UsageError("--stdin-filename names what comes on standard input: add - to the paths")
    named = tuple(path for path in paths if path != STDIN)
    if not reads_stdin:
        needs_paths(named)
    session = open_session(**options)
    result = check(session, named, (piped(), stdin_filename or "stdin.txt") if reads_stdin else None)
    _write(result, session.configured.settings.format, output, session.configured.origins["format"].where)
    raise click.exceptions.Exit(exit_code(result.findings, result.fail_on, result.problems, result.reference_keys))


def _write(result: Result, name: str, output: str | None, origin: str) -> None:
    from factlint import reports

    if name not in reports.names():
        raise click.BadParameter(
            f"there is no format “{name}”; choose one of: {', '.join(reports.names())}",
            param_hint="--format" if origin == "command line" else f"format ({origin})",
        )
    report = reports.load(name)
    try:
        if output is None:
            report.write(result, sys.stdout, sys.stderr, _style(reports))
            sys.stdout.flush()
            return
        with Path(output).open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
            report.write(result, out, sys.stderr, reports.Style())
    except BrokenPipeError:
        # Nobody reads on (``| head``), but the verdict still holds.
        unheard()
    except OSError as error:
        raise click.FileError(output or "standard output", error.strerror) from None


def _style(reports: Any) -> Any:
    import os
    import shutil

    if not sys.stdout.isatty():
        return reports.Style()
    return reports.Style(
        color="NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb",
        width=min(shutil.get_terminal_size().columns, 140),
    )
