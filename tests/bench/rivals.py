"""The programs that are measured, and how each one is asked to read a folder of articles."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_OF_PYTHON = Path(sys.executable).parent

_RIVALS = {
    "codespell": ("codespell",),
    "typos": ("typos", "--threads", "1"),
    "proselint": ("proselint", "check"),
}


def factlint(*more: str) -> tuple[str, ...]:
    """factlint on one processor, as it is installed beside this Python."""
    return (str(_OF_PYTHON / "factlint"), "check", "--jobs", "1", "--no-cache", *more)


def remembering(*more: str) -> tuple[str, ...]:
    """The same with its cache of articles."""
    return tuple(part for part in factlint(*more) if part != "--no-cache")


def there(name: str) -> tuple[str, ...] | None:
    """How a rival is started; None where the extra ``bench`` is not installed."""
    program = _OF_PYTHON / _RIVALS[name][0]
    return (str(program), *_RIVALS[name][1:]) if program.exists() else None


def titled(name: str) -> str:
    """A program with its version."""
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return name


def names() -> tuple[str, ...]:
    """The rivals, the one that all others are compared with first."""
    return tuple(_RIVALS)
