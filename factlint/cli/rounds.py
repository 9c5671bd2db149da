"""``--watch``: the same again, each time that a file has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import click

from factlint.cli.exits import INTERRUPTED
from factlint.cli.screen import clear
from factlint.text.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factlint.app.session import Session

_NAMES = 3


def rounds(once: Callable[[], object], session: Callable[[], Session], paths: Sequence[str]) -> NoReturn:
    """Run ``once`` now and after every change to what it depends on. Ends when it is interrupted, and not before."""
    from factlint.app.watching import next_change, states
    from factlint.findings.wording import counted

    while True:
        # Opened anew, for settings change too; looked at first, so that what is saved during a run is not missed.
        opened = session()
        before = states(opened, paths)
        _run(once)
        click.echo(f"\nWatching {counted(len(before), 'file')}. Ctrl-C ends.", err=True)
        names = next_change(opened, paths, before)
        clear()
        more = f" and {counted(len(names) - _NAMES, 'other')}" if len(names) > _NAMES else ""
        click.echo(f"Changed: {', '.join(names[:_NAMES])}{more}\n", err=True)


def _run(once: Callable[[], object]) -> None:
    """A round that goes wrong is told, and the next one may go better."""
    try:
        once()
    except click.exceptions.Exit as ending:
        if ending.exit_code == INTERRUPTED:
            raise
    except click.ClickException as error:
        error.show()
    except ProblemError as error:
        click.echo(str(error), err=True)
