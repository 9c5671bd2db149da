"""``factlint rules``: which rules there are."""

from __future__ import annotations

import click

from factlint.cli.options import open_session, show


@click.command("rules")
@click.option("--config", metavar="FILE", help="Read the settings from this file.")
@click.option(
    "--format",
    "format",
    type=click.Choice(["table", "jsonl"]),
    default="table",
    show_default=True,
    help="A table for people, or one JSON record a rule.",
)
def command(config: str | None, format: str) -> None:  # noqa: A002
    """List the rules: severity, id, what each looks for, and where it stands."""
    import json

    session = open_session(config)
    running = {rule.id: rule for rule in session.rules}
    width = max((len(rule.id) for rule in session.ruleset.rules), default=0)
    for rule in session.ruleset.rules:
        severity = running[rule.id].severity if rule.id in running else "off"
        if format == "jsonl":
            click.echo(
                json.dumps(
                    {
                        "id": rule.id,
                        "severity": severity,
                        "title": rule.title,
                        "path": rule.path,
                        "line": rule.line,
                        "form": rule.form,
                    },
                    ensure_ascii=False,
                )
            )
        else:
            click.echo(f"{severity:8} {rule.id.ljust(width)}  {rule.title}")
    raise click.exceptions.Exit(2 if show(session.problems) else 0)
