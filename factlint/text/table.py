"""Tables as spreadsheets save them (RFC 4180 and its local habits), with the place of every cell.

Python's own reader of such files does not tell where a cell stands; an editor needs just that to mend one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from factlint.text.deferred import deferred
from factlint.text.marked import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from factlint.text.marked import MarkedFile

Row = tuple[Text, ...]
DELIMITERS = (",", ";", "\t")
_LINE = deferred(r"[^\r\n]*")


def read_table(file: MarkedFile, columns: Collection[str]) -> list[Row]:
    """The rows of a table; see ``table_rows``."""
    return list(table_rows(file, columns))


def table_rows(file: MarkedFile, columns: Collection[str]) -> Iterator[Row]:
    """The rows of a table one by one, its heading first; rows without any text are left out.

    The sign between cells is the one that makes most of the ``columns`` (names in lower case) of the first line. A
    quoted cell may hold that sign, line breaks and doubled quotation marks. A fault is recorded in the file, and the
    cell read as it stands.
    """
    text = file.text
    heading = _LINE.match(text)
    first = heading.group() if heading else ""
    delimiter = max(DELIMITERS, key=lambda sign: len(named_columns(first, sign) & set(columns)))
    cells: list[Text] = []
    for cell, ends_row in _cells(file, delimiter):
        cells.append(cell)
        if ends_row:
            if any(cell.value for cell in cells):
                yield tuple(cells)
            cells = []


def named_columns(line: str, delimiter: str) -> set[str]:
    """The cells of a heading, in lower case."""
    return {cell.strip().strip('"').strip().casefold() for cell in line.split(delimiter)}


def _cells(file: MarkedFile, delimiter: str) -> Iterator[tuple[Text, bool]]:
    """Every cell without the blanks around it, and whether it is the last one of its row."""
    pattern, position, end = _cell(delimiter), 0, len(file.text)
    while position <= end:
        match = pattern.match(file.text, position)
        assert match is not None  # noqa: S101 - a plain cell may be empty, so one always fits
        yield _read(file, match), match["end"] != delimiter
        position = match.end()
        if position == end and match["end"] != delimiter:
            return


def _read(file: MarkedFile, match: re.Match[str]) -> Text:
    quoted = match["quoted"]
    if quoted is not None:
        return Text(quoted.replace('""', '"').strip(), match.start("quoted"), match.end("quoted"), '"')
    raw = match["plain"]
    value = raw.strip()
    start = match.start("plain") + len(raw) - len(raw.lstrip())
    if value.startswith('"'):
        hint = "end the cell with a quotation mark, and write one inside it twice"
        file.complain_at(start, start + len(value), "this quoted cell does not end where it should", hint)
    return Text(value, start, start + len(value))


@cache
def _cell(delimiter: str) -> re.Pattern[str]:
    blank = " " if delimiter == "\t" else r"[ \t]"
    end = rf"{re.escape(delimiter)}|\r\n|\r|\n|\Z"
    quoted = rf'{blank}*"(?P<quoted>(?:[^"]++|"")*+)"{blank}*(?={end})'
    plain = rf"(?P<plain>[^{re.escape(delimiter)}\r\n]*+)"
    return re.compile(rf"(?:{quoted}|{plain})(?P<end>{end})")
