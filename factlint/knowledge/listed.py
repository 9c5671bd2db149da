"""Lists of wrong forms that a desk keeps in a spreadsheet, saved as CSV.

The columns ``right`` and ``wrong`` must be there, ``desk``, ``note`` and ``source`` may; they stand in any order, and
other columns are the desk's own business. A cell of wrong forms, or of desks, may hold several with ; or | between. A
row without a wrong form says nothing yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from factlint.knowledge import Entry
from factlint.knowledge.people import TAKE_OUT
from factlint.knowledge.spellings import LISTED, Spelling
from factlint.text.deferred import deferred
from factlint.text.forms import comparable
from factlint.text.marked import Items, MarkedFile, Text
from factlint.text.problem import did_you_mean
from factlint.text.table import DELIMITERS, named_columns, table_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.text.marked import Node
    from factlint.text.table import Row

SUFFIX = ".csv"
_NEEDED = ("right", "wrong")
_COLUMNS = (*_NEEDED, "note", "source", "desk")
_PART = deferred(r"[^;|]+")
# The marks that a file may begin with, read as Latin-1.
_MARKS = "ï»¿ÿþ"


def read_list(file: MarkedFile) -> tuple[Items, list[tuple[str, Entry]]]:
    """The wrong forms of a list with their places, and the spellings that it makes, each with its key."""
    entries = list(list_entries(file))
    forms = [form for _, (_, form, _) in entries if isinstance(form, Text)]
    return Items(tuple(forms), 0, len(file.text)), entries


def list_forms(path: str, text: str) -> Items:
    """The wrong forms of a long list, read again whenever they are walked through; no problem is told twice."""
    return Items(cast("tuple[Text, ...]", _Forms(path, text)), 0, len(text))


class _Forms:
    def __init__(self, path: str, text: str) -> None:
        self._path, self._text = path, text

    def __iter__(self) -> Iterator[Node]:
        return (entry.node for _, entry in list_entries(MarkedFile(self._path, self._text)))


def list_entries(file: MarkedFile) -> Iterator[tuple[str, Entry]]:
    """The spellings that a list makes, one by one, each with its key."""
    rows = table_rows(file, _COLUMNS)
    columns = _columns(file, next(rows, ()))
    if columns is None:
        return
    taken: dict[str | tuple[str, str], str] = {}
    for row in rows:
        for form, spelling in _spellings(file, row, columns):
            key = spelling.key
            desk = spelling.desk.casefold() if spelling.desk else None
            first = taken.setdefault(key if desk is None else (key, desk), spelling.right)
            if first != spelling.right:
                message = f"“{form.value}” stands in this list already, for “{first}”"
                file.complain(form, message, "keep one of the two rows; a wrong form has one right form")
                continue
            yield key, Entry(spelling, form)


def names_columns(data: bytes) -> bool:
    """Whether a file that begins so has the columns of a list, in any encoding."""
    lines = data.translate(None, b"\0").decode("latin-1").lstrip(_MARKS).splitlines()
    return bool(lines) and any(named_columns(lines[0], sign).issuperset(_NEEDED) for sign in DELIMITERS)


def _columns(file: MarkedFile, heading: Row) -> Mapping[str, int] | None:
    """Where each column stands; None, with a problem, where one that must be there is not."""
    found: dict[str, int] = {}
    for number, cell in enumerate(heading):
        name = cell.value.casefold()
        if name in _COLUMNS and name in found:
            file.complain(cell, f"there are two columns “{name}”", "rename one of them")
            return None
        found[name] = number
    missing = [name for name in _NEEDED if name not in found]
    if heading and missing:
        nearest = did_you_mean(missing[0], (cell.value.casefold() for cell in heading if cell.value))
        hint = nearest if nearest.startswith("did") else "the first line names the columns: right, wrong, note, desk"
        file.complain(heading[0], f"this list has no column “{missing[0]}”", hint)
    return None if missing else found


def _spellings(file: MarkedFile, row: Row, columns: Mapping[str, int]) -> Iterator[tuple[Text, Spelling]]:
    """The spellings of one row, each with its wrong form as it stands in the file."""
    cells = {name: row[number] for name, number in columns.items() if number < len(row)}
    wrong, right = cells.get("wrong"), cells["right"] if "right" in cells else row[0]
    if wrong is None or not wrong.value:
        return
    if columns["right"] >= len(row) or not right.value:
        file.complain(wrong, "this wrong form has no right one", "fill in the column “right”")
        return
    desks: tuple[str | None, ...] = tuple(part.value for part in _parts(cells["desk"])) if "desk" in cells else ()
    for form in _parts(wrong):
        if comparable(form.value) == comparable(right.value):
            file.complain(form, f"“{form.value}” is the right form itself", TAKE_OUT)
            continue
        for desk in desks or (None,):
            yield form, Spelling(form.value, right.value, LISTED, None, desk)


def _parts(cell: Text) -> Iterator[Text]:
    """What a cell lists, each part with its own place where the cell stands in the file as it is read."""
    for match in _PART.finditer(cell.value):
        value = match.group().strip()
        if value:
            start = cell.start + match.start() + len(match.group()) - len(match.group().lstrip())
            yield Text(value, min(start, cell.end), min(start + len(value), cell.end), cell.style)
