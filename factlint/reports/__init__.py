"""Output formats, one module (or package) each; its name is the word after ``--format``.

A format's module has a ``REPORT`` that writes a Result. Nothing lists the formats: adding a file adds a format, and
only the chosen one is imported.
"""

from __future__ import annotations

import importlib
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from factlint import registry

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings.result import Result


@dataclass(frozen=True, slots=True)
class Style:
    """What the reader's screen can do. ``width`` counts character cells; formats for machines need neither."""

    color: bool = False
    width: int = 100


@dataclass(frozen=True, slots=True)
class Format:
    """One output format.

    ``write`` takes the result, the stream of the report, the stream of what is said beside it, and the style.
    """

    name: str
    write: Callable[[Result, TextIO, TextIO, Style], None]


def names() -> list[str]:
    """The names of all formats, sorted."""
    return registry.names(sys.modules[__name__])


def load(name: str) -> Format:
    """The format of a name that ``names`` has. Raises ModuleNotFoundError for any other."""
    found = importlib.import_module(f"{__name__}.{name}").REPORT
    assert isinstance(found, Format)  # noqa: S101 - a module without a Format is a fault of this package
    return found
