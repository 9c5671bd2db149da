"""``factlint config``: every setting, and where its value came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factlint.cli.options import open_session, session_options, show

if TYPE_CHECKING:
    from factlint.app.session import Session
    from factlint.config.settings import Configured


@click.command("config")
@click.argument("article", required=False, metavar="[FILE]", type=click.Path(readable=False))
@session_options
def command(article: str | None, **options: object) -> None:
    """Show each setting, its value and where that came from; and what of the desk's adds to or replaces what ships.

    With the FILE of an article (or a folder) show what holds there, and what each value took the place of: a
    configuration in a folder beats those of the folders above, these beat your own (~/.config/factlint/config.yml), and
    the command line beats them all. Severities add up; one for a desk, an outlet or a path beats one for all.
    """
    session = open_session(**options)  # type: ignore[arg-type]
    _rows(_holding(session, article), full=article is not None)
    if article is None and session.ruleset.overridden:
        click.echo()
        for one in session.ruleset.overridden:
            click.echo(f"{one.what}: {one.path} {one.verb} {one.earlier}")
    folders = session.configured.folders
    problems = (*session.problems, *(folders.problems if folders is not None else ()))
    raise click.exceptions.Exit(2 if show(problems) else 0)


def _holding(session: Session, article: str | None) -> Configured:
    """The settings for an article, or those of the run."""
    from factlint.text.problem import Problem, ProblemError

    folders = session.configured.folders
    if article is None:
        return session.configured
    path = session.cwd / article
    if not path.exists():
        raise ProblemError(Problem(article, "no such file or folder", "name an article that is there"))
    found = folders.of(path if path.is_dir() else path.parent) if folders is not None else None
    return found or session.configured


def _rows(configured: Configured, *, full: bool) -> None:
    from factlint.config.layers import rows

    found = rows(configured)
    names = max(len(row.setting) for row in found)
    values = max(len(row.value or "(none)") for row in found)
    for row in found:
        click.echo(f"{row.setting.ljust(names)}  {(row.value or '(none)').ljust(values)}  {row.origin}")
        verb = "with" if row.setting == "severity" else "over"
        for before in row.over if full else ():
            click.echo(f"{' ' * names}    {verb} {before}")
