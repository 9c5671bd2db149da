"""Colours. Everything that they say is also said in words."""

from __future__ import annotations

_RESET = "\x1b[0m"
_CODES = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[1;33m",
    "note": "\x1b[1;36m",
    "ok": "\x1b[32m",
    "title": "\x1b[1m",
    "dim": "\x1b[2m",
}


# What ends a link, and begins one: OSC 8, https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda
_LINK = "\x1b]8;;{}\x1b\\"


def linked(text: str, target: str) -> str:
    """A text that leads to an address where it is clicked, or as it is where there is none."""
    return f"{_LINK.format(target)}{text}{_LINK.format('')}" if target and text else text


def paint(text: str, role: str, color: bool) -> str:
    """A text in the colour of its role, or as it is where there are no colours."""
    return f"{_CODES[role]}{text}{_RESET}" if color and text else text
