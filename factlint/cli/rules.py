"""``factlint rules``: which rules there are, and how the knowledge beside them is."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

import click

from factlint.cli.options import open_session, show

if TYPE_CHECKING:
    import datetime

    from factlint.app.session import Session
    from factlint.knowledge.coverage import Coverage

_WAYS = ("check", "coverage", "stale")


@click.command("rules")
@click.argument("globs", nargs=-1, metavar="[RULE ...]")
@click.option("--config", metavar="FILE", help="Read the settings from this file.")
@click.option(
    "--format",
    "format",
    type=click.Choice(["table", "jsonl"]),
    default="table",
    show_default=True,
    help="A table for people, or one JSON record a rule.",
)
@click.option("--check", is_flag=True, help="Look for entries of the knowledge that contradict each other.")
@click.option("--coverage", is_flag=True, help="Show for how many days since 2015 the holder of each office is known.")
@click.option("--stale", is_flag=True, help="List the entries that should be checked again, the oldest first.")
@click.option(
    "--today",
    metavar="DAY",
    help="The day that --check, --coverage and --stale reckon from, as 2025-12-31.  [default: today]",
)
def command(globs: tuple[str, ...], config: str | None, format: str, today: str | None, **ways: bool) -> None:  # noqa: A002
    """List the rules, all or those of some ids or globs such as 'names/*': severity, id, and what each looks for.

    With --check, --coverage or --stale, look after the knowledge (people, offices, places, lists) instead. Exit code:
    0 nothing is wrong or old, 1 something is, 2 a file cannot be read.
    """
    session = open_session(config)
    asked = [way for way in _WAYS if ways[way]]
    if asked:
        day = _day(today)
        broken = show(session.problems)
        outcomes = [_LOOKS[way](session, day) for way in asked]
        raise click.exceptions.Exit(2 if broken else int(any(outcomes)))
    _list(session, format, globs)
    raise click.exceptions.Exit(2 if show(session.problems) else 0)


def _list(session: Session, form: str, globs: tuple[str, ...]) -> None:
    from factlint.reports.json import encoded

    running = {rule.id: rule for rule in session.rules}
    width = max((len(rule.id) for rule in session.ruleset.rules), default=0)
    for rule in session.ruleset.rules:
        if globs and not any(fnmatchcase(rule.id, glob) for glob in globs):
            continue
        severity = running[rule.id].severity if rule.id in running else "off"
        if form == "jsonl":
            record = {"id": rule.id, "severity": severity, "title": rule.title, "path": rule.path, "line": rule.line}
            record["form"] = rule.form
            record |= {"status": "trial"} if rule.trial else {}
            record |= _pack(session, rule.path)
            click.echo(encoded(record))
        else:
            trial = " (on trial)" if rule.trial else ""
            pack = _pack(session, rule.path)
            home = f" [{pack['pack']} {pack['version']}, {pack['owner']}]" if pack else ""
            click.echo(f"{severity:8} {rule.id.ljust(width)}  {rule.title}{trial}{home}")


def _pack(session: Session, path: str) -> dict[str, str]:
    """The pack that a rule file is of, its version and who owns it; nothing for the desk's own and what ships."""
    pack = next((one for one in session.shared if one.has(path)), None)
    return {"pack": pack.name, "version": pack.version, "owner": pack.owner} if pack is not None else {}


def _day(given: str | None) -> datetime.date:
    """The day to reckon from: the machine's, for this is about files and not about articles."""
    import datetime

    from factlint.text.marked import parse_day
    from factlint.text.problem import Problem, ProblemError

    day = parse_day(given) if given is not None else datetime.date.today()
    if day is None:
        raise ProblemError(Problem("--today", f"this must be a day, not “{given}”", "write it as 2025-12-31"))
    return day


def _check(session: Session, today: datetime.date) -> bool:
    from factlint.app.upkeep import validated
    from factlint.findings.wording import counted

    checked = validated(session, today)
    for problem in (*checked.errors, *checked.notes):
        click.echo(problem.render() + "\n")
    scope = counted(checked.entries, "entry", "entries")
    errors = len(checked.errors) + len(session.problems)
    found = [counted(count, noun) for count, noun in ((errors, "error"), (len(checked.notes), "note")) if count]
    click.echo(f"{scope} of knowledge: {', '.join(found) or 'all in order'}")
    return bool(checked.errors)


def _coverage(session: Session, today: datetime.date) -> bool:
    from factlint.app.upkeep import reach

    rows = [_row(one) for one in reach(session, today)]
    if not rows:
        click.echo("no office is listed")
        return False
    heading = ("office", "known", "days", "open term", "not known")
    widths = [max(len(row[column]) for row in (heading, *rows)) for column in range(len(heading) - 1)]
    for row in (heading, *rows):
        first, share, days, term = (text.ljust(width) for text, width in zip(row, widths, strict=False))
        click.echo(f"{first}  {share:>{widths[1]}}  {days:>{widths[2]}}  {term}  {row[-1]}".rstrip())
    return False


def _row(one: Coverage) -> tuple[str, ...]:
    """The cells of one office; a share is rounded down, so that 100% is all of it."""
    term = one.open
    checked = f", checked {term.checked}" if term is not None and term.checked else ""
    gaps = ", ".join(f"{gap.first} to {gap.last} ({gap.length:,})" for gap in one.gaps)
    return (
        one.office,
        f"{100 * one.covered // one.days}%",
        f"{one.covered:,} of {one.days:,}",
        f"{term.holder}{checked}" if term is not None else "",
        gaps,
    )


def _stale(session: Session, today: datetime.date) -> bool:
    from factlint.app.upkeep import overdue
    from factlint.findings.wording import counted

    found = overdue(session, today)
    for old in found:
        when = f"trusted to {old.since}" if old.since else "never checked"
        click.echo(f"{when.ljust(21)}  {old.what}  {old.entry.place}")
    late = sum(old.since is not None for old in found)
    never = len(found) - late
    told = [f"{counted(late, 'open term')} not trusted any more"] if late else []
    told += [f"{counted(never, 'entry', 'entries')} never checked"] if never else []
    click.echo(f"on {today}: {', '.join(told) or 'nothing is old'}")
    return bool(late)


_LOOKS = {"check": _check, "coverage": _coverage, "stale": _stale}
