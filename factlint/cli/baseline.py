"""``factlint baseline``: what is there today is accepted, and only what is new is reported."""

from __future__ import annotations

from typing import Any

import click

from factlint.cli.options import needs_paths, open_session, paths, session_options, show


@click.command("baseline")
@paths
@click.option(
    "--output", metavar="FILE", help="Where the baseline is written.  [default: the one that is set, else that below]"
)
@click.option("--prune", is_flag=True, help="Accept nothing new; take out what is gone.")
@session_options
def command(paths: tuple[str, ...], output: str | None, prune: bool, **options: Any) -> None:
    """Accept all findings of some articles as they are today.

    They are written to .factlint/baseline.json in the folder of your configuration, as hashes: no word of an article is
    in it. Then factlint check --baseline .factlint/baseline.json, or baseline: .factlint/baseline.json in the
    configuration, reports only what is new. A finding stays accepted while its words stay, wherever they move.
    """
    from factlint.app.baselining import accept
    from factlint.findings.wording import counted

    needs_paths(paths)
    session = open_session(**options)
    done = accept(session, paths, output, prune=prune)
    if show(done.problems):
        click.echo(f"Nothing was written to {done.path}: mend this first.", err=True)
        raise click.exceptions.Exit(2)
    changes = [f"{count:,} {what}" for count, what in ((done.added, "new"), (done.removed, "gone")) if count]
    click.echo(
        f"{done.path}: {counted(done.findings, 'finding')} accepted ({', '.join(changes) or 'nothing changed'})."
    )
    if session.configured.settings.baseline is None:
        click.echo(f"To report only what is new: factlint check --baseline {done.path}, or baseline: in factlint.yml.")
