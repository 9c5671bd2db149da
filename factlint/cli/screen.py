"""What the reader's screen can do: colours, links, width. The words of a report are the same on all of them."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from factlint.reports import Style

# A longer line is hard to read, however wide the screen is.
_WIDEST = 140
# What terminals that open a link when it is clicked say of themselves; there is no way to ask them.
_LINKING_PROGRAMS = ("ghostty", "Hyper", "iTerm.app", "rio", "tabby", "vscode", "WezTerm")
_LINKING_TERMINALS = ("alacritty", "contour", "foot", "ghostty", "kitty", "wezterm")
_LINKING_VARIABLES = ("DOMTERM", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "WT_SESSION")
# GNOME Terminal and its kin, by the version of their library: 0.50.0.
_VTE = 5000


def style(out: TextIO, color: str = "auto", *, quiet: bool = False) -> Style:
    """How a report is written to a stream; ``color`` is auto, always or never.

    With auto, NO_COLOR takes the colours away and FORCE_COLOR puts them where there is no terminal; see no-color.org
    and force-color.org. The width is that of the terminal.
    """
    from factlint import reports

    terminal = is_terminal(out)
    painted = color == "always" or (color == "auto" and _paints(terminal))
    width = _width() if terminal else reports.Style().width
    return reports.Style(painted, width, _links(terminal and painted), quiet)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person sees at once what is written to a stream, and lines of it can be written anew."""
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def clear() -> None:
    """An empty screen, where standard output is one."""
    if is_terminal(sys.stdout):
        sys.stdout.write("\x1b[H\x1b[2J\x1b[3J")
        sys.stdout.flush()


def _width() -> int:
    import shutil

    return min(shutil.get_terminal_size().columns, _WIDEST)


def _paints(terminal: bool) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    return terminal or os.environ.get("FORCE_COLOR", "0") not in ("", "0", "false")


def _links(possible: bool) -> str:
    """The folder that links start from, empty where the terminal is not known to follow them."""
    forced = os.environ.get("FORCE_HYPERLINK")
    if forced:
        return "" if forced == "0" else str(Path.cwd())
    env = os.environ
    known = (
        env.get("TERM_PROGRAM") in _LINKING_PROGRAMS
        or any(name in env.get("TERM", "") for name in _LINKING_TERMINALS)
        or any(name in env for name in _LINKING_VARIABLES)
        or (env.get("VTE_VERSION", "").isdecimal() and int(env["VTE_VERSION"]) >= _VTE)
    )
    return str(Path.cwd()) if possible and known else ""
