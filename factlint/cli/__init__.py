"""The command line: one click command a file, found by name, imported only when it is the one that runs."""

from __future__ import annotations

import gc
import importlib
import keyword
import sys

import click

from factlint import __version__, registry
from factlint.cli.exits import guarded

# Modules of this folder that are no command of their own.
_PARTS = ("exits", "options")


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
        """``factlint PATHS`` is ``factlint check PATHS``."""
        if args and args[0] not in (*self.list_commands(ctx), "--help", "-h", "--version"):
            args = ["check", *args]
        return super().parse_args(ctx, args)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True)
@click.version_option(__version__, prog_name="factlint", message="%(prog)s %(version)s")
def cli() -> None:
    """Find what does not fit in news articles: names, titles, dates, numbers, quotations, lists.

    factlint PATHS checks articles, the same as factlint check PATHS. A folder that is called like a command is named
    with ./ before it.
    """


def main() -> None:
    """Run the program; ends the process with the exit code of the design."""
    # A run makes facts by the thousand and few cycles: looking for cycles as often as usual costs a twentieth of it.
    gc.set_threshold(50_000, 20, 50)
    guarded(cli)
