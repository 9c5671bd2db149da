"""How the program ends: 0 clean, 1 findings, 2 bad use or input, 3 a bug, 130 interrupted."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from factlint.text.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable

BAD_USE, BUG, INTERRUPTED = 2, 3, 130


def guarded(program: Callable[..., object]) -> None:
    """Run a click program; every way it can end becomes an exit code, and none of them prints a traceback but a bug."""
    try:
        ended = program(standalone_mode=False)
        code = ended if isinstance(ended, int) else 0
        sys.stdout.flush()
    except click.exceptions.Exit as ending:
        code = ending.exit_code
    except click.Abort:
        code = _said("interrupted", INTERRUPTED)
    except click.ClickException as error:
        error.show()
        code = BAD_USE
    except ProblemError as error:
        code = _said(str(error), BAD_USE)
    except KeyboardInterrupt:
        code = _said("interrupted", INTERRUPTED)
    except BrokenPipeError:
        code = 0
    except Exception:  # noqa: BLE001 - the last line of defence
        code = _bug()
    _close(code)


def _close(code: int) -> None:
    """End with a code. A reader that has closed the pipe (``| head``) is no error."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


def _said(message: str, code: int) -> int:
    click.echo(f"factlint: {message}" if "\n" not in message and "error:" not in message else message, err=True)
    return code


def _bug() -> int:
    import traceback

    from factlint import __version__

    traceback.print_exc()
    return _said(
        f"this is a bug in factlint {__version__} (Python {sys.version.split()[0]}); please report it with the lines above",
        BUG,
    )
