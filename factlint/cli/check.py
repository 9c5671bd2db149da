"""``factlint check``: what does not fit in some articles."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Any, NoReturn

import click

from factlint.cli import completing
from factlint.cli.comfort import Comfort, comfort_options
from factlint.cli.exits import INTERRUPTED, unheard
from factlint.cli.options import needs_paths, open_session, paths, piped, session_options, show, work_options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.app.fixing import Mended
    from factlint.app.outputs import Output
    from factlint.app.session import Session
    from factlint.findings.result import Result

STDIN = "-"
_END = "--"
# Options that are about the reports, and not about what is checked.
_REPORTING = ("output", "stdin_filename", "redact", "diff", "fix", "statistics", "quiet", "verbose", "color")


class _Check(click.Command):
    """A command whose ``--fix`` takes a value only behind ``=``, so that a path may follow it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        end = args.index(_END) if _END in args else len(args)
        args[:end] = ["--fix=automatic" if arg == "--fix" else arg for arg in args[:end]]
        return super().parse_args(ctx, args)


class _FormatOption(click.Option):
    """An option whose help names the formats that are there."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        from factlint import reports

        others = ", ".join(name for name in reports.names() if name != "terminal")
        self.help = f"How findings are shown: terminal (the default), {others}."
        return super().get_help_record(ctx)


@click.command("check", cls=_Check)
@paths
@session_options
@click.option(
    "--format",
    "format",
    cls=_FormatOption,
    metavar="FORMAT",
    shell_complete=completing.formats,
    help="How findings are shown.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    help="The exit code is 1 from this severity on (default: warning).",
)
@click.option(
    "--output",
    multiple=True,
    metavar="[FORMAT=]FILE",
    shell_complete=completing.named_outputs,
    help="Write the report to this file; with a format before it, write one more report: sarif=factlint.sarif. "
    "May be given again.",
)
@click.option("--baseline", metavar="FILE", help="Report only what is not in this file, which factlint baseline wrote.")
@click.option(
    "--changed-since",
    metavar="REF",
    help="Report only what stands on lines that have changed since this branch left a git branch, tag or commit.",
)
@click.option("--statistics", is_flag=True, help="Show how often each rule reports, and how often it was dismissed.")
@click.option(
    "--today",
    metavar="DAY",
    help="The day that dismissals with a last day are reckoned from, as 2026-12-31.  [default: today]",
)
@work_options
@click.option("--redact", is_flag=True, help="Leave the words of the articles out of every report.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option(
    "--fix",
    type=click.Choice(["automatic", "suggested"]),
    metavar="[=suggested]",
    help="Mend what your lists call wrong; with =suggested also what has one way out alone. What was piped in is "
    "written to standard output.",
)
@click.option("--stdin-filename", metavar="NAME", help="The name of an article that comes on standard input (path: -).")
@click.option("--watch", is_flag=True, help="Check again whenever an article, a rule or a setting is saved.")
@comfort_options
def command(paths: tuple[str, ...], watch: bool, **options: Any) -> None:
    """Check articles and report what does not fit.

    PATHs are articles (.txt, .md, .jsonl) and folders of them; - reads one article from standard input.
    Exit code: 0 clean, 1 findings at or above --fail-on, 2 bad use, input, configuration or rule.
    """
    if not watch:
        _once(paths, **options)
    if options["fix"] or options["stdin_filename"] is not None or STDIN in paths:
        raise click.UsageError("--watch looks at files and changes none: leave out --fix and standard input")
    from factlint.cli.rounds import rounds

    needs_paths(paths)
    settings = {name: value for name, value in options.items() if name not in _REPORTING}
    rounds(lambda: _once(paths, **options), lambda: open_session(**settings), paths)


def _once(paths: Sequence[str], output: Sequence[str], stdin_filename: str | None, **options: Any) -> NoReturn:
    """Check, report, and end with the exit code."""
    from factlint.app.outputs import known, outputs
    from factlint.findings.verdict import exit_code

    comfort = Comfort.taken(options)
    redact, diff, fix, statistics = (options.pop(name) for name in ("redact", "diff", "fix", "statistics"))
    if redact and diff:
        raise click.UsageError("--diff shows words of the articles: leave --redact out")
    named, article = _input(paths, stdin_filename)
    session = open_session(**options)
    origin = session.configured.origins["format"].where
    main = known(session.configured.settings.format, "--format" if origin == "command line" else f"format ({origin})")
    with comfort.observed(session) as session:
        result = _checked(session, named, article, fix, diff)
    comfort.told(result)
    if not redact and _wants_sheets(main, output):
        from factlint.app.sheets import with_sheets

        result = with_sheets(session, result, named, article)
    if statistics:
        from factlint.findings.statistics import with_statistics

        result = with_statistics(result)
    if redact:
        from factlint.findings.redact import redacted

        result = redacted(result)
    _write(result, main, outputs(output), said=diff, aside=fix is not None and article is not None, comfort=comfort)
    if result.interrupted:
        raise click.exceptions.Exit(INTERRUPTED)
    raise click.exceptions.Exit(exit_code(result.findings, result.fail_on, result.problems, result.reference_keys))


def _wants_sheets(main: str, output: Sequence[str]) -> bool:
    """Whether a report is asked for that shows the facts of the articles."""
    from factlint import reports
    from factlint.app.outputs import outputs

    names = {main, *(one.format for one in outputs(output) if one.format is not None)}
    return any(reports.load(name).sheets for name in sorted(names))


def _input(paths: Sequence[str], stdin_filename: str | None) -> tuple[tuple[str, ...], tuple[bytes, str] | None]:
    """The paths of files, and what comes on standard input with its name."""
    reads_stdin = STDIN in paths or (stdin_filename is not None and not paths)
    if stdin_filename is not None and not reads_stdin:
        raise click.UsageError("--stdin-filename names what comes on standard input: add - to the paths")
    named = tuple(path for path in paths if path != STDIN)
    if not reads_stdin:
        needs_paths(named)
    return named, ((piped(), stdin_filename or "stdin.txt") if reads_stdin else None)


def _checked(
    session: Session, named: tuple[str, ...], article: tuple[bytes, str] | None, fix: str | None, diff: bool
) -> Result:
    """The result of a run, after its fixes were made or shown."""
    from factlint.app import check as use_case

    if diff:
        result, done = use_case.preview(session, named, fix or "automatic", article)
        _show(done)
        return result
    if fix is None:
        return use_case.check(session, named, article)
    result, data = use_case.fix(session, named, fix, article)
    if data is not None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    return result


def _show(done: Mended) -> None:
    """The diff on standard output: as it is for a program, made visible on a terminal; what it comes to beside it."""
    from factlint.findings.wording import counted
    from factlint.text.visible import visible_lines

    lines = done.diff()
    sys.stdout.writelines(map(visible_lines, lines) if sys.stdout.isatty() else lines)
    sys.stdout.flush()
    if done.files:
        files = counted(len(done.files), "file")
        click.echo(f"{counted(len(done.findings), 'finding')} would be fixed in {files}.", err=True)
    else:
        click.echo("Nothing would be fixed.", err=True)


def _write(result: Result, main: str, outputs: Sequence[Output], *, said: bool, aside: bool, comfort: Comfort) -> None:
    """Every report to its place: standard output has its part already if ``said``, and is taken if ``aside``."""
    from factlint.app.outputs import save

    file = ""
    try:
        for output in outputs:
            file = output.file
            save(result, output.format or main, file, sys.stderr if output.format is None else None)
        file = ""
        if said:
            _remark(result)
        elif None not in [output.format for output in outputs]:
            _print(result, main, aside, comfort)
    except BrokenPipeError:
        # Nobody reads on (``| head``), but the verdict still holds.
        unheard()
    except OSError as error:
        raise click.FileError(file or "standard output", error.strerror) from None


def _remark(result: Result) -> None:
    from factlint.findings.wording import beside

    sys.stderr.writelines(beside(result))


def _print(result: Result, name: str, aside: bool, comfort: Comfort) -> None:
    from factlint import reports
    from factlint.cli.screen import style

    out = sys.stderr if aside else sys.stdout
    looks = style(out, comfort.color, quiet=comfort.quiet)
    # What a quiet run has to say beside a report for programs is what went wrong.
    hushed = comfort.quiet and name != "terminal"
    reports.load(name).write(result, out, io.StringIO() if hushed else sys.stderr, looks)
    out.flush()
    if hushed:
        show(result.problems)
