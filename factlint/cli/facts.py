"""``factlint facts``: what was read out of articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from factlint.cli.options import needs_paths, open_session, paths, session_options, show
from factlint.findings.wording import counted, title
from factlint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factlint.app.facts import Facts

# The columns of the table, by layer: the first is the words themselves.
_COLUMNS = {
    "names": ("text", "kind", "title", "office", "entity"),
    "dates": ("text", "value", "precision", "stated_weekday"),
    "quotes": ("text", "speaker", "speaker_entity", "cue", "outlet"),
    "quantities": ("text", "value", "unit", "subject"),
    "lists": ("text", "stated_count"),
}
_WIDEST = 46
_SHEET = "checklist"


@click.command("facts")
@paths
@session_options
@click.option(
    "--format",
    "format",
    type=click.Choice(["table", "jsonl", "checklist", "checklist-md", "checklist-html"]),
    default="table",
    show_default=True,
    help="A table for people, one JSON record an article, or a check sheet: to read, as Markdown, to print.",
)
@click.option(
    "--output",
    metavar="FILE",
    help="Write a check sheet to this file; a name that ends in .html or .md says in which form.",
)
@click.option("--stories", "stories_only", is_flag=True, help="Show only which articles tell one story.")
def command(paths: tuple[str, ...], format: str, output: str | None, stories_only: bool, **options: Any) -> None:  # noqa: A002
    """Show what factlint reads out of articles: names, dates, quotations, quantities, lists.

    A check sheet lists for each article its names (those that you do not list first), titles, dates, figures and
    quotations, each with a box to tick and with what the other articles of the story say: “agrees with 3 articles”,
    “differs in 2”, “seen nowhere else”.
    """
    needs_paths(paths)
    if format.startswith(_SHEET):
        _check_sheet(paths, format, output, options)
    if output is not None:
        raise click.UsageError("--output is for check sheets: add --format checklist")
    from factlint.app.facts import facts

    found = facts(open_session(**options), paths)
    if stories_only:
        _stories(found)
    elif format == "jsonl":
        from factlint.reports.json import encoded

        for record in found.records:
            click.echo(encoded(record))
    else:
        _table(found)
    _left_out(found.unread)
    raise click.exceptions.Exit(2 if show(found.problems) else 0)


def _check_sheet(paths: tuple[str, ...], form: str, output: str | None, options: Mapping[str, Any]) -> NoReturn:
    from factlint.app.checklist import check_sheets
    from factlint.app.checklist.pages import FORMATS, SUFFIXES

    found = check_sheets(open_session(**options), paths)
    if output is not None:
        # A form that was asked for by its name wins over the end of the file's name.
        form = SUFFIXES.get(Path(output).suffix.lower(), form) if form == _SHEET else form
        Path(output).write_text(FORMATS[form](found.sheets), encoding="utf-8", errors="replace")
        click.echo(f"{counted(len(found.sheets), 'check sheet')} in {output}")
    else:
        click.echo(FORMATS[form](found.sheets), nl=False)
    _left_out(found.unread)
    raise click.exceptions.Exit(2 if show(found.problems) else 0)


def _left_out(unread: Iterable[tuple[str, str, str]]) -> None:
    for path, own, why in unread:
        click.echo(f"not read: {title(path, own)}: {why}", err=True)


def _stories(found: Facts) -> None:
    for name, keys in found.stories:
        click.echo(f"{len(keys)} article{'s' if len(keys) != 1 else ''}: {visible(name)}")
        for path, own in keys:
            click.echo(f"  {title(path, own)}")


def _table(found: Facts) -> None:
    for record in found.records:
        click.echo(title(record["path"], record["id"]))
        for layer, columns in _COLUMNS.items():
            rows = [[_cell(fact.get(column)) for column in columns] for fact in record.get(layer, ())]
            if rows:
                _print(layer, columns, rows)
        click.echo()


def _print(layer: str, columns: tuple[str, ...], rows: list[list[str]]) -> None:
    widths = [min(_WIDEST, max(len(row[number]) for row in [list(columns), *rows])) for number in range(len(columns))]
    click.echo(f"\n  {layer}")
    for row in [list(columns), *rows]:
        click.echo(
            "    " + "  ".join(cell[:width].ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        )


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return "".join(char if char.isprintable() else " " for char in text)
