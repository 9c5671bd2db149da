"""``factlint try``: what a rule would do, before it gates anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from factlint.cli.options import article_options, needs_paths, open_session, paths, show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.app.trying import Tried
    from factlint.findings import Finding, Location

_MESSAGES = 8
_REASONS = 6
_PLACES = 4
_WIDTH = 100
_ROLES = {"same": "the same", "other": "against this", "evidence": "evidence"}
_INDENT = "    "


@click.command("try")
@click.argument("rule")
@paths
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=20,
    show_default=True,
    metavar="NUMBER",
    help="How many excerpts to show.",
)
@click.option("--seed", default="", metavar="WORD", help="Draw other excerpts: any word gives a draw of its own.")
@article_options
def command(rule: str, paths: tuple[str, ...], limit: int, seed: str, **options: Any) -> None:
    """Show what a rule would do to articles, before it gates anything.

    RULE is the id of a rule, or the path of a rule file (or a folder of them) that no configuration names yet; a folder
    called knowledge beside it is read too. Try it on old articles that are right: most of what it reports in them is a
    false alarm.

    Exit code: 0 whatever is found, 2 where the rule is broken or an article cannot be read.
    """
    from factlint.app.trying import try_rule

    needs_paths(paths)
    session = open_session(options.pop("config"), **options)
    tried = try_rule(session, rule, paths)
    for line in (*_figures(tried), *_sample(tried, limit, seed)):
        click.echo(line)
    raise click.exceptions.Exit(2 if show((*session.configured.problems, *tried.problems)) else 0)


def _figures(tried: Tried) -> Iterator[str]:
    from textwrap import fill

    from factlint.findings.wording import counted

    for rule in tried.rules:
        yield fill(f"{rule.id} ({rule.severity}): {rule.title}", _WIDTH, subsequent_indent="  ")
    yield ""
    yield f"  read       {counted(tried.articles, 'article')}, {counted(tried.words, 'word')}"
    yield f"  hits       {_hits(tried)}"
    yield f"  undecided  {_undecided(tried)}"
    for title, rows, most in (("Why not decided", tried.reasons, _REASONS), ("Messages", tried.messages, _MESSAGES)):
        if rows:
            yield from ("", f"{title}:")
            yield from (f"  {count:>6,}  {_brief(text)}" for text, count in rows[:most])
        if len(rows) > most:
            yield f"          and {len(rows) - most:,} more"


def _hits(tried: Tried) -> str:
    from factlint.findings.wording import counted, tally

    if not tried.findings:
        return "none"
    share = 100 * tried.hit / tried.articles
    rate = f"{tried.rate:.2f}" if tried.rate >= 0.1 else f"{tried.rate:.2g}"
    return f"{tally(tried.findings)}: {rate} in 1,000 words, in {counted(tried.hit, 'article')} ({share:.1f}%)"


def _undecided(tried: Tried) -> str:
    from factlint.findings.wording import counted

    count = sum(case.count for case in tried.undecided)
    articles = len({(case.path, case.id) for case in tried.undecided})
    return f"{counted(count, 'case')} in {counted(articles, 'article')}" if count else "none"


def _sample(tried: Tried, limit: int, seed: str) -> Iterator[str]:
    shown = tried.sample(limit, seed)
    if not shown:
        return
    whole = len(shown) == len(tried.findings)
    yield ""
    yield (
        "All hits:" if whole else f"{len(shown):,} of {len(tried.findings):,} hits, drawn by lot (--seed draws others):"
    )
    for finding in shown:
        yield ""
        yield from _hit(finding, tried)


def _hit(finding: Finding, tried: Tried) -> Iterator[str]:
    """One finding: what is said, and the words at its first places, marked."""
    from factlint.findings.wording import counted, title

    yield f"  {_brief(title(*finding.primary.article))}  {finding.severity}: {_brief(finding.message)}"
    others = ((other.location, other.label or _ROLES[other.role]) for other in finding.related)
    places = [(finding.primary, ""), *others]
    for place, said in places[:_PLACES]:
        there = "" if place.article == finding.primary.article else f", in {title(*place.article)}"
        yield from _marked(place, said + there, tried)
    if len(places) > _PLACES:
        yield f"{_INDENT}and {counted(len(places) - _PLACES, 'more place')}"
    ways = " or ".join(_brief(way.title) for way in finding.suggestions)
    if ways:
        yield f"{_INDENT}{'fix' if finding.suggestions[0].automatic else 'suggest'}: {ways}"


def _marked(place: Location, said: str, tried: Tried) -> Iterator[str]:
    from factlint.reports.terminal.excerpt import excerpt
    from factlint.text.visible import visible

    head = f"{_INDENT}{place.line}:{place.column}  "
    words = excerpt(tried.texts[place.article], place, _WIDTH - len(head))
    yield (head + words.before + words.words + words.after).rstrip()
    yield " " * len(head) + words.underline + (f"  {visible(said)}" if said else "")


def _brief(text: str) -> str:
    from factlint.text.cells import cropped

    return cropped(text, _WIDTH)
