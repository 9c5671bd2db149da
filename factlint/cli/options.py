"""Options that several commands share, and the session they lead to."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factlint.cli import completing
from factlint.text.problem import Problem, ProblemError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factlint.app.session import Session
    from factlint.ruleset.rule import Rule


def paths(command: Callable[..., Any]) -> Callable[..., Any]:
    """The articles of a command."""
    return click.argument("paths", nargs=-1, type=click.Path(readable=False), metavar="[PATH ...]")(command)


def session_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Options that say what is read and how, and which rules run."""
    return article_options(_rule_options(command))


def article_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Options that say what is read and how."""
    options = (
        click.option(
            "--config",
            metavar="FILE",
            help="Read the settings from this file, not from the nearest factlint.yml or pyproject.toml.",
        ),
        click.option("--published", metavar="DAY", help="When articles that do not say were published, as 2025-12-31."),
        click.option(
            "--story",
            type=click.Choice(["auto", "folder", "all", "none"]),
            help="Which articles tell one story: by their words (auto), by folder, all, none.",
        ),
        click.option(
            "--with",
            "reference",
            multiple=True,
            metavar="PATH",
            help="Read these articles as evidence; nothing is reported on them. May be given again.",
        ),
        click.option(
            "--exclude",
            multiple=True,
            metavar="GLOB",
            help="Leave these files and folders out of the folders that are read, as in a .gitignore. "
            "May be given again.",
        ),
        click.option(
            "--map",
            "map",
            multiple=True,
            metavar="FIELD=NAME",
            help="What records call a field, as text=body,published=pub_date.",
        ),
    )
    return _all_of(options, command)


def work_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Options that say where the work is done; what comes of it is the same."""
    options = (
        click.option(
            "--jobs",
            type=click.IntRange(min=1),
            metavar="N",
            help="Work in this many processes where there is enough to do.  [default: one for each core]",
        ),
        click.option(
            "--no-cache", is_flag=True, help="Read every article anew, and keep nothing of what comes of them."
        ),
    )
    return _all_of(options, command)


def _rule_options(command: Callable[..., Any]) -> Callable[..., Any]:
    options = (
        click.option(
            "--select",
            multiple=True,
            metavar="RULES",
            shell_complete=completing.rules,
            help="Run these rules only: ids or globs such as names/*, with commas between.",
        ),
        click.option(
            "--ignore",
            multiple=True,
            metavar="RULES",
            shell_complete=completing.rules,
            help="Leave these rules out: ids or globs, with commas between.",
        ),
    )
    return _all_of(options, command)


def _all_of(options: Iterable[Callable[..., Any]], command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(tuple(options)):
        command = option(command)
    return command


def open_session(config: str | None, **given: Any) -> Session:
    """The session for the options of a command line."""
    from dataclasses import replace

    from factlint.app.session import Work, opened

    for name in ("select", "ignore"):
        given[name] = tuple(
            part.strip() for value in given.get(name) or () for part in value.split(",") if part.strip()
        )
    given["map"] = _pairs(given.get("map") or ())
    # A command without these options works alone, and remembers nothing.
    work = Work(given.pop("jobs", 1), cache=not given.pop("no_cache", True))
    return replace(opened(Path.cwd(), config, given), work=work)


def _pairs(written: Iterable[str]) -> dict[str, str] | None:
    """What ``text=body,title=hed`` says; None where nothing was said."""
    parts = [part.partition("=") for value in written for part in value.split(",") if part.strip()]
    for name, sign, own in parts:
        if not (name.strip() and sign and own.strip()):
            raise click.UsageError(f"--map takes FIELD=NAME, as text=body: {name}{sign}{own}")
    return {name.strip(): own.strip() for name, _, own in parts} or None


def no_rule(name: str, rules: Iterable[Rule]) -> ProblemError:
    """The error that no rule has a name, with the nearest one that a rule has."""
    near = did_you_mean(name, [rule.id for rule in rules])
    hint = near if near.startswith("did you mean") else "factlint rules lists them all"
    return ProblemError(Problem("command line", f"no rule is called “{name}”", hint))


def show(problems: Iterable[Problem]) -> bool:
    """Print problems on stderr; whether there were any."""
    seen = [problem.render() for problem in problems]
    for text in seen:
        click.echo(text, err=True)
    return bool(seen)


def piped() -> bytes:
    """Everything on standard input; nothing where it is closed."""
    return sys.stdin.buffer.read() if sys.stdin is not None else b""


def needs_paths(given: tuple[str, ...]) -> None:
    """Raise ProblemError where a command that reads articles got none."""
    if not given:
        raise ProblemError(
            Problem("command line", "no article is named", "name files or folders, as in: factlint seeds/")
        )
