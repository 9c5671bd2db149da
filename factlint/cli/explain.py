"""``factlint explain``: the page of a rule."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import click

from factlint.cli.options import open_session, show

if TYPE_CHECKING:
    from factlint.ruleset.rule import Example, Rule

_WIDTH = 88


@click.command("explain")
@click.argument("rule")
@click.option("--config", metavar="FILE", help="Read the settings from this file.")
def command(rule: str, config: str | None) -> None:
    """Show a rule's page: why it is there, what it looks for, what is wrong and what is right by its examples."""
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
    running = next((one for one in session.rules if one.id == rule), None)
    click.echo(_page(found, running.severity if running else "off"))


def _page(rule: Rule, severity: str) -> str:
    parts = [f"{rule.id}  ·  {severity}{' · automatic fix' if rule.automatic else ''}\n{rule.path}:{rule.line}"]
    parts.append(textwrap.fill(" ".join(rule.why.split()), _WIDTH) if rule.why else "(it does not say why)")
    if rule.outlets:
        parts.append(f"For: {', '.join(rule.outlets)}")
    label = "Looks for" if rule.form == "find" else f"Looks for ({rule.form}, written out as a query)"
    parts.append(f"{label}:\n" + textwrap.indent(_query(rule.find), "  "))
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
