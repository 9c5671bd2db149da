"""What the Tab key may finish beside commands and options: rules, families of rules, formats, files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import click
    from click.shell_completion import CompletionItem


def formats(_ctx: click.Context, _option: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The formats of reports."""
    from factlint import reports

    return _beginning(incomplete, reports.names())


def named_outputs(_ctx: click.Context, _option: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """``sarif=`` and its kin; behind the sign, and where none fits, files."""
    from factlint import reports

    found = _beginning(incomplete, [f"{name}=" for name in reports.names()])
    return found if found and incomplete else [*found, files(incomplete)]


def rules(_ctx: click.Context, _option: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Rules by their ids and families as globs; behind a comma, one more."""
    before, comma, last = incomplete.rpartition(",")
    found = list(_rules())
    families = sorted({f"{name.split('/')[0]}/*" for name, _ in found})
    every = [*((family, "all rules of the family") for family in families), *found]
    return [_item(before + comma + name, title) for name, title in every if name.startswith(last)]


def rule(_ctx: click.Context, _option: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Rules by their ids."""
    return [_item(name, title) for name, title in _rules() if name.startswith(incomplete)]


def files(incomplete: str) -> CompletionItem:
    """What the shell itself makes of it: the names of files."""
    from click.shell_completion import CompletionItem

    return CompletionItem(incomplete, type="file")


def _item(word: str, told: str | None = None) -> CompletionItem:
    from click.shell_completion import CompletionItem

    return CompletionItem(word, help=told)


def _beginning(incomplete: str, words: Iterable[str]) -> list[CompletionItem]:
    return [_item(word) for word in words if word.startswith(incomplete)]


def _rules() -> Iterator[tuple[str, str]]:
    """The rules where the shell is, from the cache as a rule. Nothing is said where they cannot be read."""
    from factlint.cli.options import open_session
    from factlint.text.problem import ProblemError

    try:
        session = open_session(None)
    except (ProblemError, OSError):
        return
    for one in session.ruleset.rules:
        yield one.id, one.title
