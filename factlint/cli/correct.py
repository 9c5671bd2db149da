"""``factlint correct``: a printed correction into the desk's list, and what else has the same slip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from factlint.cli.options import article_options, open_session, paths, piped, show

if TYPE_CHECKING:
    from factlint.app.correcting import Corrected, Correction

_MOST = 50


@click.command("correct")
@click.argument("notice")
@paths
@click.option("--write", is_flag=True, help="Write what is proposed into your desk's folder.")
@article_options
def command(notice: str, paths: tuple[str, ...], write: bool, **options: Any) -> None:
    """Put a printed correction on record: a wrong form of a name, or a rule for a wrong date, figure or title.

    \b
    factlint correct "An earlier version misspelled the name of Karel Novotny. It is Novotny, not Novotni." archive/

    NOTICE is its words, an article with a correction in it, or - for standard input. Nothing is written without
    --write. The places in PATHS that have the same slip are listed. Exit code: 0 none has, 1 some have, 2 the notice
    cannot be understood.
    """  # noqa: D301 - click takes the backspace for "leave these lines as they are"
    from factlint.app.correcting import correct

    text = piped().decode("utf-8", "replace") if notice == "-" else notice
    done = correct(open_session(**options), text, paths, write=write)
    for correction in done.corrections:
        _tell(correction, done, write=write)
    for line in done.written:
        click.echo(f"  {line}")
    broken = show(done.problems)
    raise click.exceptions.Exit(2 if broken else int(any(one.places for one in done.corrections)))


def _tell(one: Correction, done: Corrected, *, write: bool) -> None:
    from factlint.findings.wording import counted, title
    from factlint.text.visible import visible

    about = f" ({visible(one.slip.subject)})" if one.slip.subject else ""
    click.echo(f"{one.slip.family}: {visible(one.slip.right)} is right, {visible(one.slip.wrong)} is wrong{about}")
    if not write:
        click.echo(f"  to put it on record: --write, or {visible(one.line)}")
    if not done.articles:
        return
    if not one.places:
        click.echo(f"  in {counted(done.articles, 'article')} nothing has the same slip")
        return
    click.echo(f"  the same slip in {counted(len({place.primary.article for place in one.places}), 'article')}:")
    spots = [spot for place in one.places for spot in place.places]
    for spot in spots[:_MOST]:
        click.echo(f"    {title(spot.path, spot.id)}:{spot.line}:{spot.column}  {visible(spot.text)[:70]}")
    if len(spots) > _MOST:
        click.echo(f"    and {len(spots) - _MOST:,} more")
