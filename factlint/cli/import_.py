"""``factlint import``: the lists of other programs as rules."""

from __future__ import annotations

from pathlib import Path

import click

from factlint.cli.options import open_session, show


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(readable=False), metavar="FILE ...")
@click.option(
    "--as",
    "form",
    type=click.Choice(["prefer", "spell"]),
    default="prefer",
    show_default=True,
    help="prefer: the desk's form over others, silent in quotations. spell: forms that are always wrong, with a fix.",
)
@click.option("--output", metavar="FILE", help="Write the rules to this file, not to the terminal.")
def command(files: tuple[str, ...], form: str, output: str | None) -> None:
    """Turn lists of Vale, prh and PerfectIt into rules.

    Reads Vale vocabularies (accept.txt, reject.txt) and Vale rules that extend substitution or existence, dictionaries
    of prh, and tables with the columns Find and Preferred of PerfectIt's tab Always Find (.csv). What cannot be carried
    over, such as a pattern without a plain form, is told with its line, and so is what your desk's list has already.
    Exit code: 0, or 2 where nothing can be read or carried over.
    """
    from factlint.app.importing import imported
    from factlint.text.problem import Problem, ProblemError

    text, left = imported(files, form, open_session(None).knowledge)
    show(left)
    if output is None:
        click.echo(text, nl=False)
        return
    target = Path(output)
    if target.exists():
        raise ProblemError(Problem(output, "this file is there already", "name a new file; nothing was written"))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    click.echo(f"wrote {output}", err=True)
