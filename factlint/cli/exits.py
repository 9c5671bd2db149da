"""How the program ends: 0 clean, 1 findings, 2 bad use or input, 3 a bug, 130 interrupted."""

from __future__ import annotations

import codecs
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factlint.text.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable

BAD_USE, BUG, INTERRUPTED = 2, 3, 130
ESCAPED = "factlint.escaped"


def guarded(program: Callable[..., object]) -> None:
    """Run a click program; every way it can end becomes an exit code, and none of them prints a traceback but a bug."""
    _tolerant()
    try:
        ended = program(prog_name="factlint", standalone_mode=False)
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
    except (BrokenPipeError, SystemExit):
        # click ends the process by itself where the reader of a pipe has gone.
        code = 0
    except OSError as error:
        code = _said(f"factlint: error: this cannot be read or written: {_refusal(error)}", BAD_USE)
    except Exception:  # noqa: BLE001 - the last line of defence
        code = _bug()
    _close(code)


def unheard() -> None:
    """Send what is still to be written nowhere: the reader of the pipe has gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(nowhere, stream.fileno())


def _tolerant() -> None:
    """Write what an encoding lacks as escapes that JSON reads too, and nowhere at all where a stream is closed."""
    codecs.register_error(ESCAPED, _escaped)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open to the end
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=ESCAPED)


def _escaped(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)  # noqa: S101 - the handler is only used for writing
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4)), error.end


def _close(code: int) -> None:
    """End with a code. A reader that has closed the pipe (``| head``) is no error."""
    unheard()
    sys.exit(code)


def _said(message: str, code: int) -> int:
    from factlint.text.visible import visible_lines

    message = visible_lines(message)
    click.echo(f"factlint: {message}" if "\n" not in message and "error:" not in message else message, err=True)
    return code


def _refusal(error: OSError) -> str:
    """What the system said, and of which file if it said so."""
    why = os.strerror(error.errno) if error.errno else str(error)
    return f"{error.filename}: {why}" if error.filename else why


def _bug() -> int:
    import traceback

    from factlint import __version__

    traceback.print_exc()
    versions = f"factlint {__version__} (Python {sys.version.split()[0]})"
    return _said(f"this is a bug in {versions}; please report it with the lines above", BUG)
