"""Where reports go: one to the terminal or a file, any number of others to files of their own."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factlint import reports
from factlint.text.deferred import deferred
from factlint.text.problem import Problem, ProblemError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from factlint.findings.result import Result

# A file whose own name looks so is named with ./ before it.
_NAMED = deferred(r"(?P<format>[\w-]+)=(?P<file>.+)", re.DOTALL)


class Output(NamedTuple):
    """A report in a file; ``format`` is None where it is the one that the terminal would have got."""

    format: str | None
    file: str


def outputs(written: Iterable[str]) -> tuple[Output, ...]:
    """What ``FILE`` and ``FORMAT=FILE`` ask for. Raises ProblemError for an unknown format, or a file named twice."""
    found: list[Output] = []
    for one in written:
        match = _NAMED.fullmatch(one)
        output = Output(match["format"], match["file"]) if match else Output(None, one)
        if output.format is not None:
            known(output.format, "--output", "for a file of this name, put ./ before it")
        if output.file in [other.file for other in found]:
            raise _wrong("--output", f"two reports cannot be one file: {output.file}", "name two files")
        if output.format is None and None in [other.format for other in found]:
            raise _wrong("--output", "the report cannot go to two files", "say what the other one is: json=FILE")
        found.append(output)
    return tuple(found)


def known(name: str, where: str, hint: str = "") -> str:
    """A format's name. Raises ProblemError, at the place where it was given, if there is no such format."""
    names = reports.names()
    if name in names:
        return name
    choices = f"the formats are {', '.join(names)}"
    near = did_you_mean(name, names)
    asked = f"{near} " if near.startswith("did you mean") else ""
    raise _wrong(where, f"there is no format “{name}”", asked + choices + (f"; {hint}" if hint else ""))


def save(result: Result, name: str, file: str, err: TextIO | None = None) -> None:
    """Write a report in the place of a file, whole or not at all. Raises OSError where that cannot be."""
    from factlint.app.replacing import replace_bytes

    out = io.StringIO()
    reports.load(name).write(result, out, err or io.StringIO(), reports.Style())
    replace_bytes(Path(file), out.getvalue().encode("utf-8", "backslashreplace"))


def _wrong(where: str, message: str, hint: str) -> ProblemError:
    return ProblemError(Problem("command line", f"{where}: {message}", hint))
