"""Lists of other programs as rules of this one: what fits is carried over, what does not is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factlint.app.importing.carried import Carried, merged
from factlint.app.importing.listed import is_name, without_listed
from factlint.app.importing.written import written
from factlint.text.disk import contents
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factlint.knowledge import Knowledge

_KNOWN = "a Vale vocabulary (accept.txt, reject.txt) or substitution, a prh file, a PerfectIt list (.csv)"


def imported(paths: Sequence[str], form: str, knowledge: Knowledge) -> tuple[str, tuple[Problem, ...]]:
    """The rule file that stands for some lists, as data rules of a form (prefer, spell), and what is left out of it.

    What the desk's knowledge lists already is left out too, and rules for names that it knows are of the family names:
    so nothing is reported twice. Raises ProblemError where a file cannot be read or is none of these, and where nothing
    of them can be carried over.
    """
    found = [_carried(path, data) for path, data in ((path, _bytes(path)) for path in paths)]
    carried = without_listed(merged(found, ", ".join(paths)), knowledge, ", ".join(paths))
    text = written(carried, form, [Path(path).name for path in paths], lambda pair: is_name(pair, knowledge))
    if not text:
        message = "nothing of this can be carried over"
        raise ProblemError(*carried.left, Problem(", ".join(paths), message, "the lines above say why"))
    return text, carried.left


def _bytes(path: str) -> bytes:
    try:
        return contents(Path(path))
    except OSError as error:
        hint = "name a list of Vale, prh or PerfectIt"
        raise ProblemError(Problem(path, f"this file cannot be read: {error.strerror or error}", hint)) from error


def _carried(path: str, data: bytes) -> Carried:
    reader = _reader(path, data)
    if reader is None:
        raise ProblemError(Problem(path, "this is no list that is known here", f"name {_KNOWN}"))
    return reader(path, data)


def _reader(path: str, data: bytes) -> Callable[[str, bytes], Carried] | None:
    """Who reads a file: told by its name, for the formats share none."""
    name = Path(path).name.lower()
    if name in ("accept.txt", "reject.txt"):
        from factlint.app.importing.vale import read_vocabulary

        return read_vocabulary
    if name.endswith((".yml", ".yaml")):
        from factlint.app.importing.yaml_lists import read_yaml

        return read_yaml
    if name.endswith((".pft", ".xml")) or data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml"):
        from factlint.app.importing.perfectit import refuse_style_sheet

        return refuse_style_sheet
    if name.endswith(".csv"):
        from factlint.app.importing.perfectit import read_csv

        return read_csv
    return None
