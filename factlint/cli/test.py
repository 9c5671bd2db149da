"""``factlint test``: whether the rules do what their examples say."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

import click

from factlint.cli.options import no_rule, open_session, show

if TYPE_CHECKING:
    from factlint.app.examples import Failure

_WHY = {
    "noisy": "a good text is reported",
    "missing": "a bad text is not reported",
    "wrong span": "another place is reported",
    "wrong fix": "another fix is suggested",
    "decided": "it should be undecided",
    "no examples": "--strict asks for both",
}


@click.command("test")
@click.argument("rules", nargs=-1, metavar="[RULE ...]")
@click.option("--strict", is_flag=True, help="Fail query rules without a bad and a good example.")
@click.option("--config", metavar="FILE", help="Read the settings from this file.")
def command(rules: tuple[str, ...], strict: bool, config: str | None) -> None:
    """Run the examples of all rules, or of some: ids, or globs such as 'names/*'.

    Exit code: 0 all as they say, 1 some are not, 2 a rule cannot be read.
    """
    from factlint.app.examples import run_session
    from factlint.findings.wording import counted

    session = open_session(config)
    known = session.ruleset.rules
    for glob in rules:
        if not any(fnmatchcase(rule.id, glob) for rule in known):
            raise no_rule(glob, known)
    chosen = [rule for rule in known if not rules or any(fnmatchcase(rule.id, glob) for glob in rules)]
    tested = run_session(session, chosen, strict=strict)
    for failure in tested.failures:
        _print(failure)
    broken = show(session.problems)
    scope = f"{counted(tested.rules, 'rule')}, {counted(tested.examples, 'example')}"
    click.echo(f"{scope}: {len(tested.failures):,} failed" if tested.failures else f"{scope}: all as they say")
    raise click.exceptions.Exit(2 if broken else int(bool(tested.failures)))


def _print(failure: Failure) -> None:
    click.echo(f"{failure.verdict}: {failure.rule} ({_WHY[failure.verdict]})")
    click.echo(f"  {failure.path}:{failure.line}")
    click.echo(f"    {failure.text}")
    for sign, lines in (("-", failure.wanted), ("+", failure.found)):
        for line in lines:
            click.echo(f"  {sign} {line}")
    click.echo()
