"""``factlint dismiss``: what a rule reports is right as it is, for a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from factlint.cli.options import article_options, open_session

if TYPE_CHECKING:
    import datetime

    from factlint.app.dismissing import Decision
    from factlint.findings import Finding, Location


@click.command("dismiss")
@click.argument("place", metavar="FILE:LINE[:COLUMN]")
@click.option("--rule", metavar="ID", help="The rule that reports it; needed where several report on this line.")
@click.option("--reason", required=True, metavar="WORDS", help="Why the words are right as they are.")
@click.option(
    "--scope",
    type=click.Choice(["place", "article", "desk"]),
    default="article",
    show_default=True,
    help="Dismiss it at this place, in this article, or in all articles of the desk.",
)
@click.option("--until", metavar="DAY", help="The last day that this holds on, as 2026-12-31; for ever without it.")
@click.option("--by", metavar="NAME", help="Who decides.  [default: user.name of git]")
@article_options
def command(
    place: str, rule: str | None, reason: str, scope: str, until: str | None, by: str | None, **options: Any
) -> None:
    """Dismiss a finding: it is not reported any more, and --statistics counts it.

    What is written is keyed by the rule and the words, so it survives moved lines: for this place or this article into
    .factlint/dismissed.yml in the folder of the article, for the desk into that of the desk's folder. Other articles of
    the story are named with --with where a finding needs them.
    """
    from factlint.app.check import check
    from factlint.app.dismissing import Decision, at_place, dismiss
    from factlint.cli.options import show
    from factlint.sources.discovery import shown_path

    session = open_session(**options)
    path, line, column = _parsed(place)
    decision = Decision(scope, reason, by or "", _day(until))
    result = check(session, (path,))
    shown = shown_path(path, session.cwd)
    finding, spot = at_place(result, shown, line, column, rule)
    files = dismiss(session, result, finding, decision, spot)
    _tell(finding, spot, decision, [shown_path(str(file), session.cwd) for file in files])
    raise click.exceptions.Exit(2 if show(session.problems) else 0)


def _parsed(place: str) -> tuple[str, int, int | None]:
    """The path, line and column of a place. The letter of a drive is no path."""
    import re

    match = re.fullmatch(r"(?P<path>.+?):(?P<line>[1-9]\d*)(?::(?P<column>[1-9]\d*))?", place)
    if match is None:
        raise click.UsageError("name the place as a report does: FILE:LINE or FILE:LINE:COLUMN")
    column = int(match["column"]) if match["column"] else None
    return match["path"], int(match["line"]), column


def _day(given: str | None) -> datetime.date | None:
    from factlint.text.marked import parse_day
    from factlint.text.problem import Problem, ProblemError

    day = parse_day(given) if given is not None else None
    if given is not None and day is None:
        raise ProblemError(Problem("--until", f"this must be a day, not “{given}”", "write it as 2026-12-31"))
    return day


def _tell(finding: Finding, spot: Location, decision: Decision, files: list[str]) -> None:
    if not files:
        click.echo(f"{finding.rule}: “{spot.text}” is dismissed already; nothing had to be written.")
        return
    where = {"place": "at this place", "article": f"in {spot.path}", "desk": "in all articles of the desk"}
    until = f" until {decision.until}" if decision.until else ""
    click.echo(f"{finding.rule}: “{spot.text}” is dismissed {where[decision.scope]}{until} ({', '.join(files)})")
