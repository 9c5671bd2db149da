"""The command line: one click command a file, found by name, imported only when it is the one that runs."""

from __future__ import annotations

import gc
import importlib
import keyword
import os
import re
import sys
from typing import TYPE_CHECKING

import click

from factlint import __version__, registry
from factlint.cli.exits import BAD_USE, guarded
from factlint.text.problem import Problem, ProblemError, did_you_mean

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

# What people type for --help and --version out of habit.
_HABITS = ("help", "version", "-V")
_BEGINNING = """\
factlint finds what does not fit in news articles: names, titles, dates, numbers, quotations, lists.

  factlint articles/                check the articles in a folder
  factlint facts articles/a.txt     show what it reads out of one
  factlint add "Karel Novotny"      put a name into your desk's own list

factlint --help shows everything else."""

# Modules of this folder that are no command of their own.
_PARTS = ("comfort", "completing", "exits", "options", "progress", "rounds", "screen")


class Commands(click.Group):
    """The commands of this folder. Without a command the arguments are paths to check."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, sorted."""
        del ctx
        return sorted(name.rstrip("_") for name in registry.names(sys.modules[__name__]) if name not in _PARTS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; imports its module alone."""
        if cmd_name not in self.list_commands(ctx):
            return None
        # The module of a command that is a word of Python has an underscore behind it: try_.
        module = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        command = importlib.import_module(f"{__name__}.{module}").command
        assert isinstance(command, click.Command)  # noqa: S101 - a module without a command is a fault of this package
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """``factlint PATHS`` is ``factlint check PATHS``; without anything, how to begin."""
        if not args and not ctx.resilient_parsing:
            click.echo(_BEGINNING, err=True)
            ctx.exit(BAD_USE)
        if args and args[0] not in (*self.list_commands(ctx), "--help", "-h", "--version"):
            args = self._meant(ctx, args)
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands and options; else those of ``check``, for that is what a path begins."""
        from factlint.cli.completing import files

        found = super().shell_complete(ctx, incomplete)
        check = self.get_command(ctx, "check")
        if incomplete.startswith("-") and check is not None:
            own = {item.value for item in found}
            more = check.shell_complete(click.Context(check, parent=ctx), incomplete)
            return [*found, *(item for item in more if item.value not in own)]
        return found or [files(incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """A line for each command, which ends where a clause does and never with dots."""
        found = [(name, command) for name in self.list_commands(ctx) if (command := self.get_command(ctx, name))]
        room = formatter.width - 6 - max(len(name) for name, _ in found)
        with formatter.section("Commands"):
            formatter.write_dl([(name, _clause(command.help or "", room)) for name, command in found])

    def _meant(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Paths to check, unless the first is no path and nearly a command, or asks for help."""
        word, *others = args
        if ctx.resilient_parsing or not word.lstrip("-").isalpha() or os.path.lexists(word):
            return ["check", *args]
        if word in _HABITS:
            return [*others[:1], "--help"] if word == "help" else ["--version"]
        near = "" if word.startswith("-") else did_you_mean(word, self.list_commands(ctx))
        if near.startswith("did you mean"):
            raise ProblemError(Problem("command line", f"“{word}” is no command, and no file or folder", near))
        return ["check", *args]


def _clause(text: str, room: int) -> str:
    """The first sentence of a text, or as many clauses of it as there is room for."""
    sentence = re.split(r"\.(?=\s|$)", " ".join(text.split("\n\n", maxsplit=1)[0].split()), maxsplit=1)[0]
    for breaks in (r"[:;] ", r", "):
        if len(sentence) <= room:
            break
        ends = [found.start() for found in re.finditer(breaks, sentence) if found.start() <= room]
        sentence = sentence[: ends[-1]] if ends else sentence
    return sentence


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factlint", message="%(prog)s %(version)s")
def cli() -> None:
    """Find what does not fit in news articles: names, titles, dates, numbers, quotations, lists.

    factlint PATHS checks articles, the same as factlint check PATHS. A folder that is called like a command is named
    with ./ before it.
    """


def main() -> None:
    """Run the program; ends the process with the exit code of the design."""
    # A run makes facts by the thousand and few cycles: looking for cycles as often as usual costs a twentieth of it.
    # What a start makes is in use until the end.
    gc.set_threshold(500_000, 20, 50)
    try:
        guarded(cli)
    finally:
        # The system takes the memory back: at the end, too, there is nothing to look for.
        gc.freeze()
