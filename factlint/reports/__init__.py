"""Output formats, one module (or package) each; its name is the word after ``--format``.

A format's module has a ``REPORT`` that writes a Result. Nothing lists the formats: adding a file adds a format, and
only the chosen one is imported.
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, TextIO

from factlint import registry
from factlint.text.values import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings.result import Result


@plain
class Style:
    """What the reader's screen can do, and how much is wanted; formats for machines need none of it.

    ``width`` counts character cells. ``links`` is the folder that places are linked from, empty where nothing can be
    clicked. ``quiet`` leaves out what does not fail the run.
    """

    color: bool = False
    width: int = 100
    links: str = ""
    quiet: bool = False


@plain
class Format:
    """One output format.

    ``write`` takes the result, the stream of the report, the stream of what is said beside it, and the style.
    ``sheets`` says that it shows the facts of the articles too (``Result.sheets``).
    """

    name: str
    write: Callable[[Result, TextIO, TextIO, Style], None]
    sheets: bool = False


def names() -> list[str]:
    """The names of all formats, sorted."""
    return registry.names(sys.modules[__name__])


def load(name: str) -> Format:
    """The format of a name that ``names`` has. Raises ModuleNotFoundError for any other."""
    found = importlib.import_module(f"{__name__}.{name}").REPORT
    assert isinstance(found, Format)  # noqa: S101 - a module without a Format is a fault of this package
    return found
