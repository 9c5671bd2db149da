"""PerfectIt: the list of its tab Always Find, copied into a table and saved as CSV.

Its makers' guide (intelligentediting.com/docs, "Working with PerfectIt style sheets") names the columns: Check Name
(Test Name in older versions), Find, Preferred, and Instructions (Style Notes). The style sheet itself, a .pft file, is
described nowhere, so it is not read: to guess what its parts mean would make wrong rules of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.app.importing.carried import Carried, Pair, why_not
from factlint.text.marked import MarkedFile
from factlint.text.problem import Problem, ProblemError
from factlint.text.table import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.text.table import Row

_WRONG = ("find",)
_RIGHT = ("preferred", "replace", "replacewith")
_NOTES = ("instructions", "stylenotes")
_WILD = ("*", "^", "?", "[", "{", "<", "@", "\\")


def refuse_style_sheet(path: str, _: bytes) -> Carried:
    """Say what to do with a style sheet. Raises ProblemError."""
    message = "the format of PerfectIt’s style sheets is not public, so they are not read"
    hint = "copy the columns Find and Preferred of its tab Always Find into a table, and save that as CSV"
    raise ProblemError(Problem(path, message, hint))


def read_csv(path: str, data: bytes) -> Carried:
    """A table with a column of what to find and one of what is preferred."""
    from factlint.sources.encoding import decode

    file = MarkedFile(path, decode(path, data))
    heading, *rows = read_table(file, (*_WRONG, *_RIGHT)) or [()]
    columns = {_named(cell.value): number for number, cell in reversed(list(enumerate(heading)))}
    wrong, right = _column(columns, _WRONG), _column(columns, _RIGHT)
    if wrong is None or right is None:
        hint = "name the columns Find and Preferred in the first line"
        raise ProblemError(Problem(path, "this table does not say what to find and what to put there", hint, 1, 1))
    notes = _column(columns, _NOTES)
    pairs = [
        pair
        for row in rows
        if len(row) > max(wrong, right) and (pair := _pair(file, row, wrong, right, notes)) is not None
    ]
    return Carried(pairs=tuple(pairs), left=tuple(file.problems))


def _column(columns: Mapping[str, int], names: tuple[str, ...]) -> int | None:
    return next((columns[name] for name in names if name in columns), None)


def _pair(file: MarkedFile, row: Row, wrong: int, right: int, notes: int | None) -> Pair | None:
    """What a row says; None, with a remark, where it is no pair of plain words."""
    pair = Pair(row[right].value, row[wrong].value)
    pattern = f"“{pair.wrong}” is a pattern" if any(sign in pair.wrong for sign in _WILD) else ""
    reason = pattern or why_not(pair)
    if reason:
        file.complain(row[wrong], f"this row is left out: {reason}", "", level="note")
        return None
    if notes is not None and notes < len(row) and row[notes].value.casefold().startswith("except"):
        said = f"the exceptions of “{pair.wrong}” are not carried over: {row[notes].value}"
        file.complain(row[notes], said, "list them under except: of a rule of its own", level="note")
    return pair


def _named(name: str) -> str:
    """The name of a column without its case and gaps."""
    return "".join(char for char in name.casefold() if char.isalnum())
