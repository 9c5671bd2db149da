"""``factlint completion``: the Tab key finishes commands, options, formats and rules."""

from __future__ import annotations

import os
from pathlib import Path

import click

_SHELLS = ("bash", "fish", "zsh")


@click.command("completion")
@click.argument("shell", type=click.Choice(_SHELLS), required=False)
def command(shell: str | None) -> None:
    """Print what a shell needs to complete factlint's commands, options, formats and rules with the Tab key.

    \b
    eval "$(factlint completion bash)"     in ~/.bashrc
    eval "$(factlint completion zsh)"      in ~/.zshrc, below compinit
    factlint completion fish > ~/.config/fish/completions/factlint.fish

    Without the name of a SHELL it is that of $SHELL.
    """  # noqa: D301 - click takes the backspace for "leave these lines as they are"
    from click.shell_completion import get_completion_class

    from factlint.cli import cli
    from factlint.text.problem import Problem, ProblemError

    name = shell or Path(os.environ.get("SHELL", "")).name
    script = get_completion_class(name) if name in _SHELLS else None
    if script is None:
        message = f"{name} cannot be told what to complete" if name else "$SHELL does not say which shell this is"
        raise ProblemError(Problem("factlint completion", message, f"name one of {', '.join(_SHELLS)}"))
    click.echo(script(cli, {}, "factlint", "_FACTLINT_COMPLETE").source())
