"""``factlint explain``: the page of a rule, or what it makes of one place."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

import click

from factlint.cli import completing
from factlint.cli.exits import BAD_USE
from factlint.cli.options import no_rule, open_session, session_options, show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.ruleset.rule import Example, Rule

_WIDTH = 88


@click.command("explain")
@click.argument("rule", shell_complete=completing.rule)
@click.argument("place", required=False, metavar="[FILE[:LINE[:COLUMN]]]")
@session_options
def command(rule: str, place: str | None, **options: Any) -> None:
    """Show a rule's page: why it is there, what it looks for, what is wrong and what is right by its examples.

    With a file, a line, or a column of it, show why the rule did or did not fire there: whether it runs, each fact that
    it saw with the condition that stopped it and the values on both sides, what it could not decide, and what a check
    makes of its findings. The other articles of a story are named --with.
    """
    session = open_session(**options)
    found = next((one for one in session.ruleset.rules if one.id == rule), None)
    if found is None and _told(rule):
        return
    if found is None:
        show(session.problems)
        raise no_rule(rule, session.ruleset.rules)
    if place is not None:
        from factlint.app.accounts import Asked, account
        from factlint.app.explaining import explained

        path, line, column = _place_of(place)
        there = explained(session, found, path, line, column)
        click.echo(account(found, Asked(place, path, line is None), there))
        if show(there.problems):
            raise click.exceptions.Exit(BAD_USE)
        return
    running = next((one for one in session.rules if one.id == rule), None)
    click.echo(_page(found, running.severity if running else "off"))


def _told(rule: str) -> bool:
    """Show one of the rules about dismissals, which are no rule files; whether it was one."""
    from factlint.findings.unneeded import RULES

    found = next((one for one in RULES if one.id == rule), None)
    if found is None:
        return False
    click.echo(f"{found.id}  {found.severity}\n")
    click.echo(textwrap.fill(f"{found.title}. {found.why}", _WIDTH))
    return True


def _place_of(written: str) -> tuple[str, int | None, int | None]:
    """A path, a line and a column; a file may itself have a colon in its name."""
    parts = written.rsplit(":", 2)
    figures = [int(part) for part in parts[1:] if part.isascii() and part.isdecimal()]
    if len(figures) == len(parts) - 1 and len(figures) == 2:
        return parts[0], figures[0], figures[1]
    file, _, line = written.rpartition(":")
    return (file, int(line), None) if file and line.isascii() and line.isdecimal() else (written, None, None)


def _page(rule: Rule, severity: str) -> str:
    parts = [f"{rule.id}  ·  {severity}{' · automatic fix' if rule.automatic else ''}\n{rule.path}:{rule.line}"]
    parts.append(textwrap.fill(" ".join(rule.why.split()), _WIDTH) if rule.why else "(it does not say why)")
    if rule.outlets:
        parts.append(f"For: {', '.join(rule.outlets)}")
    label = "Looks for" if rule.form == "find" else f"Looks for ({rule.form}, written out as a query)"
    parts.append(f"{label}:\n" + textwrap.indent(_query(rule.find), "  "))
    parts += [f"Evidence for a {kind}, with its weight:\n{card}" for kind, card in _scorecards(rule)]
    if rule.rows:
        parts.append(
            "Lists:\n"
            + "\n".join(f"  {row.wrong} → {row.right}" for row in rule.rows[:20])
            + (f"\n  and {len(rule.rows) - 20} more" if len(rule.rows) > 20 else "")
        )
    for verdict, title in (("bad", "Wrong"), ("good", "Right"), ("undecided", "Cannot be told")):
        examples = [_example(example) for example in rule.examples if example.verdict == verdict]
        if examples:
            parts.append(f"{title}:\n" + "\n".join(examples[:5]))
    return "\n\n".join(parts)


def _scorecards(rule: Rule) -> Iterator[tuple[str, str]]:
    """The evidence behind the weighed kinds that a rule asks for."""
    from factlint.annotations import kinds

    for name in dict.fromkeys(binding.kind.value for binding in rule.query.bindings):
        kind = kinds().get(name)
        if kind is not None and kind.scorecard:
            yield name, "\n".join(f"  {weight:+.1f}  {evidence}" for evidence, weight in kind.scorecard)


def _query(find: str) -> str:
    lines = find
    for word in (" where ", " grouped by ", " report "):
        lines = lines.replace(word, f"\n{word.strip()} ", 1)
    return "\n".join(textwrap.fill(line, _WIDTH, subsequent_indent="    ") for line in lines.splitlines())


def _example(example: Example) -> str:
    shown: list[str] = []
    for sample in example.samples:
        text, last = "", 0
        for start, end, fix in sample.marks:
            text += sample.text[last:start] + f"[[{sample.text[start:end]}{f' -> {fix}' if fix else ''}]]"
            last = end
        text += sample.text[last:]
        shown.append(textwrap.indent("\n".join(line for line in text.splitlines() if line.strip()), "    "))
    return "\n    ---\n".join(shown).replace("    ", "  - ", 1)
