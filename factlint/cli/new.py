"""``factlint new``: a rule or an entry of knowledge that works as it stands, in the desk's own folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factlint.cli.options import open_session

if TYPE_CHECKING:
    from factlint.app.scaffolding import Made


@click.command("new")
@click.argument("words", nargs=-1, required=True, metavar="WHAT [NAME ...]")
@click.option("--find", metavar="QUERY", help="What a new rule looks for, as in 'from date d where d.year < 1800'.")
@click.option("--message", metavar="TEXT", help="What it says of that, with {fields} of what was found.")
@click.option(
    "--severity",
    type=click.Choice(["error", "warning", "note", "off"]),
    default="warning",
    show_default=True,
    help="How grave that is.",
)
@click.option("--bad", multiple=True, metavar="TEXT", help="A text with [[the words]] that it must report. Repeatable.")
@click.option("--good", multiple=True, metavar="TEXT", help="A text in which it must be silent. Repeatable.")
@click.option("--set", "values", multiple=True, metavar="KEY=VALUE", help="What a new entry says besides. Repeatable.")
@click.option("--config", metavar="FILE", help="Read the settings from this file.")
def command(
    words: tuple[str, ...],
    find: str | None,
    message: str | None,
    severity: str,
    bad: tuple[str, ...],
    good: tuple[str, ...],
    values: tuple[str, ...],
    config: str | None,
) -> None:
    """Begin a rule, or an entry of knowledge, in your desk's own folder. Nothing that is there is written over.

    \b
    factlint new dates/my-rule                      a rule that works, with comments, to be changed
    factlint new dates/old --find 'from date d where d.year < 1800'
    factlint new prefer grey gray                   a rule of one line: spell, prefer, one_of, define
    factlint new person "Karel Novotny"             person, place, office, organisation, outlet, event
    factlint new event "fall of the Berlin Wall" --set date=1989-11-09
    """  # noqa: D301 - click takes the backspace for "leave these lines as they are"
    from factlint.app import scaffolding
    from factlint.app.scaffolding.samples import ENTRIES
    from factlint.ruleset.data_rules import FORMS

    what, *names = words
    session = open_session(config)
    if what in ENTRIES:
        _needs(names, f'say its name, as in: factlint new {what} "NAME"')
        made = scaffolding.new_entry(session, what, " ".join(names), _pairs(values))
    elif what in FORMS:
        _needs(names, f"say the words, as in: factlint new {what} grey gray")
        made = scaffolding.new_words(session, what, names)
    elif names:
        raise click.UsageError(f"“{what}” is neither of: {', '.join((*ENTRIES, *FORMS))}; an id has no blank in it")
    else:
        made = scaffolding.new_rule(session, what, scaffolding.Draft(find, message, severity, bad, good))
    _tell(made)


def _needs(names: list[str], hint: str) -> None:
    if not names:
        raise click.UsageError(hint)


def _pairs(values: tuple[str, ...]) -> list[tuple[str, str]]:
    pairs = [(key.strip(), value.strip()) for key, _, value in (one.partition("=") for one in values)]
    if not all(key and value for key, value in pairs):
        raise click.UsageError("--set takes a key and a value, as in --set date=1989-11-09")
    return pairs


def _tell(made: Made) -> None:
    from factlint.findings.wording import counted

    click.echo(f"{made.path}:{made.line}")
    if made.tested is not None and made.tested.examples:
        good = made.tested.examples - len(made.failures)
        click.echo(f"  {good:,} of {counted(made.tested.examples, 'example')} as they say")
    for remark in made.remarks:
        click.echo(f"  {remark}")
    for failure in made.failures:
        click.echo(f"  {failure.verdict}: {failure.text}")
    if made.optional:
        click.echo("  It may also say:")
    for line in made.optional:
        click.echo(f"    {line}")
    for number, line in enumerate(made.next):
        click.echo(f"  {'next: ' if number == 0 else '      '}{line}")
