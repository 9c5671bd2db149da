"""``factlint reference``: the rule language, the facts, what the desk knows, the functions and the rules."""

from __future__ import annotations

from pathlib import Path

import click

from factlint.cli.options import open_session, show


@click.command("reference")
@click.argument("name", required=False)
@click.option(
    "--format",
    "format",
    type=click.Choice(["terminal", "markdown", "html"]),
    help="How it is written; else the end of the file's name says so.",
)
@click.option("--output", metavar="FILE", help="Write it to this file, such as reference.html.")
@click.option(
    "--schema",
    type=click.Choice(["rule", "knowledge", "config"]),
    help="Print the JSON Schema of such a file, for an editor that completes YAML by it.",
)
@click.option("--config", metavar="FILE", help="Read the settings from this file.")
def command(name: str | None, format: str | None, output: str | None, schema: str | None, config: str | None) -> None:  # noqa: A002
    """Look up the rule language: kinds of fact with their fields, functions, operators, and every rule.

    \b
    factlint reference                     what there is
    factlint reference date                a kind of fact: its fields, with types
    factlint reference functions           a whole part
    factlint reference --output ref.html   everything on one page
    """  # noqa: D301 - click takes the backspace for "leave these lines as they are"
    if schema is not None:
        from factlint.app.schemas import text_of

        _write(text_of(schema), output)
        return
    from factlint.app.reference import found, topics
    from factlint.app.reference.pages import FORMATS, SUFFIXES, index

    session = open_session(config)
    wanted = topics(session)
    if name is not None:
        wanted = found(wanted, name)
    form = format or (SUFFIXES.get(Path(output).suffix.lower(), "terminal") if output is not None else None)
    _write(index(wanted) if form is None and name is None else FORMATS[form or "terminal"](wanted), output)
    raise click.exceptions.Exit(2 if show(session.problems) else 0)


def _write(text: str, output: str | None) -> None:
    if output is None:
        click.echo(text, nl=False)
    else:
        Path(output).write_text(text, encoding="utf-8", errors="replace")
        click.echo(f"written to {output}")
