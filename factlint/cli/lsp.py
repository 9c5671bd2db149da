"""``factlint lsp``: the language server, for editors."""

from __future__ import annotations

import importlib.util

import click

_NEEDS = ("pygls", "lsprotocol")


@click.command("lsp")
@click.option("--stdio", is_flag=True, help="Talk over standard input and output: what happens anyway.")
@click.option(
    "--tcp",
    type=click.IntRange(1, 65535),
    metavar="PORT",
    help="Wait for an editor at this port of this machine instead; no other machine can reach it.",
)
def command(stdio: bool, tcp: int | None) -> None:
    """Run the language server, which an editor starts by itself.

    It checks articles (txt, Markdown, HTML) and rule files as they are typed, offers fixes, and shows what factlint
    read. The README says how to set up VS Code and Neovim. It needs the extra: pip install 'factlint[lsp]'
    """
    from factlint.text.problem import Problem, ProblemError

    if stdio and tcp is not None:
        raise click.UsageError("--stdio and --tcp are two ways to talk: give one")
    if any(importlib.util.find_spec(name) is None for name in _NEEDS):
        hint = "pip install 'factlint[lsp]'"
        raise ProblemError(Problem("factlint lsp", "the language server needs pygls, which is not installed", hint))
    from factlint.lsp.features import server
    from factlint.lsp.frames import talk, talk_at

    if tcp is None:
        talk(server())
    else:
        talk_at(server(), tcp)
