"""``factlint explain``: the page of a rule, or what it makes of one place."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import click

from factlint.cli.exits import BAD_USE
from factlint.cli.options import open_session, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.app.explaining import Explained, Seen
    from factlint.ruleset.rule import Example, Rule

_WIDTH = 88


_MOST_SEEN = 40


@click.command("explain")
@click.argument("rule")
@click.argument("place", required=False, metavar="[FILE[:LINE]]")
@click.option("--config", metavar="FILE", help="Read the settings from this file.")
def command(rule: str, place: str | None, config: str | None) -> None:
    """Show a rule's page: why it is there, what it looks for, what is wrong and what is right by its examples.

    With a file, or a line of it, show why the rule did or did not fire there: its findings, what it could not decide,
    the facts that it saw, and the evidence where a scorecard weighs them.
    """
    from factlint.text.problem import Problem, ProblemError, did_you_mean

    session = open_session(config)
    found = next((one for one in session.ruleset.rules if one.id == rule), None)
    if found is None:
        show(session.problems)
        raise ProblemError(
            Problem(
                "command line",
                f"no rule is called “{rule}”",
                did_you_mean(rule, [one.id for one in session.ruleset.rules]),
            )
        )
    if place is not None:
        from factlint.app.explaining import explained

        there = explained(session, found, *_file_and_line(place))
        click.echo(_account(found, place, there))
        if show(there.problems):
            raise click.exceptions.Exit(BAD_USE)
        return
    running = next((one for one in session.rules if one.id == rule), None)
    click.echo(_page(found, running.severity if running else "off"))


def _file_and_line(place: str) -> tuple[str, int | None]:
    file, _, line = place.rpartition(":")
    return (file, int(line)) if file and line.isdecimal() else (place, None)


def _account(rule: Rule, place: str, there: Explained) -> str:
    """What a rule makes of a place."""
    parts = [f"{rule.id} fires in {place}:" if there.findings else f"{rule.id} does not fire in {place}."]
    parts += [
        f"  {finding.primary.line}:{finding.primary.column}  {finding.severity}  {finding.message}"
        for finding in there.findings
    ]
    parts += [f"  could not decide: {case.reason} ({case.count})" for case in there.undecided]
    if there.seen:
        parts += ["", "It looks at these facts:", *_seen(there.seen[:_MOST_SEEN])]
    if len(there.seen) > _MOST_SEEN:
        parts.append(f"  and {len(there.seen) - _MOST_SEEN} more; name a line, as in {place.partition(':')[0]}:3")
    return "\n".join(parts)


def _seen(facts: Iterable[Seen]) -> Iterator[str]:
    for fact in facts:
        if fact.odds is None:
            yield f"  {fact.line}:{fact.column}  {fact.kind}  {fact.text}"
            continue
        yield f"  {fact.line}:{fact.column}  {fact.kind}  {fact.text}  {fact.odds:+.1f}"
        yield from (f"         {weight:+.1f}  {name}" for name, weight in fact.counted)


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
