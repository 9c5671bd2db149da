"""``factlint add``: a name into the desk's own knowledge, in ten seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factlint.cli.options import open_session
from factlint.text.visible import visible

if TYPE_CHECKING:
    from factlint.app.adding import Added


@click.command("add")
@click.argument("name", required=False)
@click.option("--not", "wrong", multiple=True, metavar="FORM", help="A wrong form of the name. May be given again.")
@click.option(
    "--different",
    nargs=2,
    multiple=True,
    metavar="A B",
    help="Two names that look alike and are not one: no check takes one for the other. May be given again.",
)
@click.option("--place", is_flag=True, help="The name is a place; --not names forms that the house style does not use.")
@click.option("--desk-file", metavar="FILE", help="Write into this file, not into the first folder of your own rules.")
@click.option("--config", metavar="FILE", help="Read the settings from this file.")
def command(
    name: str | None,
    wrong: tuple[str, ...],
    different: tuple[tuple[str, str], ...],
    place: bool,
    desk_file: str | None,
    config: str | None,
) -> None:
    """Put a NAME into your desk's own list, so that it is never reported, and its wrong forms are.

    \b
    factlint add "Karel Novotny"                         a right name
    factlint add "Karel Novotny" --not Novotnny          and a wrong form of it
    factlint add --different Novotny Novotni             two people
    factlint add Kyiv --place --not Kiev                 the house style for a place

    It goes into knowledge/names.yaml in the first folder under rules: in your configuration, or into a new folder,
    factlint-rules, if there is none. What stands there already stays as it is, comments too.
    """  # noqa: D301 - click takes the backspace for "leave these lines as they are"
    from factlint.app.adding import Wish, add

    if name is None and (wrong or place):
        raise click.UsageError('--not and --place go with a name, as in: factlint add "Karel Novotny" --not Novotnny')
    if name is None and not different:
        raise click.UsageError('say what to add, as in: factlint add "Karel Novotny"')
    _tell(add(open_session(config), Wish(name, wrong, different, place), desk_file))


def _tell(done: Added) -> None:
    for line in done.written:
        click.echo(visible(f"{line.path}:{line.line}  {line.words}"))
    if done.found:
        click.echo(
            f"  reported from now on: {', '.join(f'{wrong} (should be {right})' for wrong, right in done.found)}"
        )
    if done.silent:
        click.echo(f"  right, and never reported: {', '.join(done.silent)}")
    for one, other in done.apart:
        click.echo(f"  two names, never taken for one: {one}, {other}")
    for remark in (*done.already, *done.remarks):
        click.echo(f"  {remark}")
    if not done.written:
        click.echo("Nothing had to be written.")
