"""``factlint facts``: what was read out of articles."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from factlint.cli.options import needs_paths, open_session, paths, session_options, show
from factlint.findings.wording import title

if TYPE_CHECKING:
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


@click.command("facts")
@paths
@session_options
@click.option(
    "--format",
    "format",
    type=click.Choice(["table", "jsonl"]),
    default="table",
    show_default=True,
    help="A table for people, or one JSON record an article.",
)
@click.option("--stories", "stories_only", is_flag=True, help="Show only which articles tell one story.")
def command(paths: tuple[str, ...], format: str, stories_only: bool, **options: Any) -> None:  # noqa: A002
    """Show what factlint reads out of articles: names, dates, quotations, quantities, lists."""
    from factlint.app.facts import facts

    needs_paths(paths)
    found = facts(open_session(**options), paths)
    if stories_only:
        _stories(found)
    elif format == "jsonl":
        for record in found.records:
            click.echo(json.dumps(record, ensure_ascii=False))
    else:
        _table(found)
    for path, own, why in found.unread:
        click.echo(f"not read: {title(path, own)}: {why}", err=True)
    raise click.exceptions.Exit(2 if show(found.problems) else 0)


def _stories(found: Facts) -> None:
    for name, keys in found.stories:
        click.echo(f"{len(keys)} article{'s' if len(keys) != 1 else ''}: {name}")
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
