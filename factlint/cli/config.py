"""``factlint config``: every setting, and where its value came from."""

from __future__ import annotations

import click

from factlint.cli.options import open_session, session_options, show


@click.command("config")
@session_options
def command(**options: object) -> None:
    """Show each setting, its value and where that came from; and what of the desk's adds to or replaces what ships."""
    from factlint.config.layers import rows

    session = open_session(**options)  # type: ignore[arg-type]
    found = rows(session.configured)
    names = max(len(row.setting) for row in found)
    values = max(len(row.value or "(none)") for row in found)
    for row in found:
        click.echo(f"{row.setting.ljust(names)}  {(row.value or '(none)').ljust(values)}  {row.origin}")
    if session.ruleset.overridden:
        click.echo()
    for one in session.ruleset.overridden:
        click.echo(f"{one.what}: {one.path} {one.verb} {one.earlier}")
    raise click.exceptions.Exit(2 if show(session.problems) else 0)
