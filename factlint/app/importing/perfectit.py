"""PerfectIt: style sheets (XML), and their lists as spreadsheets save them.

The format is not described in public, so it is read by what its parts are called: whatever has a text to find and
a text to put in its place is an entry. What has only one of the two is told and left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from factlint.app.importing.carried import Carried, Pair, why_not
from factlint.text.marked import MarkedFile
from factlint.text.problem import Problem, ProblemError
from factlint.text.table import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping

_WRONG = ("find", "search", "searchfor", "wrong", "incorrect", "from", "original", "nonpreferred", "variation", "error")
_RIGHT = ("replace", "replacewith", "replacement", "right", "correct", "to", "fix", "preferred", "change", "correction")
_WILD = ("*", "^", "?", "[", "{", "<", "@", "\\")


def read_csv(path: str, data: bytes) -> Carried:
    """A table with a column of what to find and one of what to put in its place."""
    from factlint.sources.encoding import decode

    file = MarkedFile(path, decode(path, data))
    heading, *rows = read_table(file, (*_WRONG, *_RIGHT)) or [()]
    names = [_named(cell.value) for cell in heading]
    wrong = next((number for number, name in enumerate(names) if name in _WRONG), None)
    right = next((number for number, name in enumerate(names) if name in _RIGHT), None)
    if wrong is None or right is None:
        hint = "name the columns Find and Replace in the first line"
        raise ProblemError(Problem(path, "this table does not say what to find and what to put there", hint, 1, 1))
    pairs: list[Pair] = []
    for row in rows:
        if len(row) > max(wrong, right):
            reason = _taken(pairs, row[wrong].value, row[right].value)
            if reason:
                file.complain(row[wrong], f"this row is left out: {reason}", "", level="note")
    return Carried(pairs=tuple(pairs), left=tuple(file.problems))


def read_style_sheet(path: str, data: bytes) -> Carried:
    """A style sheet. Raises ProblemError where it is no XML, or has definitions that could make it endless."""
    sheet = _Sheet(path)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: sheet.begin(name, attributes, parser.CurrentLineNumber)
    parser.EndElementHandler = sheet.end
    parser.CharacterDataHandler = sheet.text
    parser.StartDoctypeDeclHandler = sheet.refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        message = f"this is not valid XML: {expat.errors.messages[error.code]}"
        raise ProblemError(
            Problem(path, message, "export the style sheet anew", error.lineno, error.offset + 1)
        ) from error
    return Carried(pairs=tuple(sheet.pairs), left=tuple(sheet.left))


class _Sheet:
    """The entries of a style sheet, as its elements come and go."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.pairs: list[Pair] = []
        self.left: list[Problem] = []
        # For each open element: its name, its line, its own text, and what its attributes and children are called.
        self._open: list[tuple[str, int, list[str], dict[str, str]]] = []

    def begin(self, name: str, attributes: Mapping[str, str], line: int) -> None:
        own = {_named(key): value.strip() for key, value in attributes.items()}
        self._open.append((_named(name), line, [], own))

    def text(self, data: str) -> None:
        if self._open:
            self._open[-1][2].append(data)

    def end(self, _: str) -> None:
        name, line, texts, parts = self._open.pop()
        text = "".join(texts).strip()
        if self._open and text:
            self._open[-1][3].setdefault(name, text)
        wrong = next((parts[key] for key in _WRONG if parts.get(key)), None)
        right = next((parts[key] for key in _RIGHT if parts.get(key)), None)
        if wrong is None and right is None:
            return
        reason = _taken(self.pairs, wrong or "", right or (text if wrong else ""))
        if reason:
            self.left.append(Problem(self.path, f"“{wrong or right}” is left out: {reason}", line=line, level="note"))

    def refuse(self, *_: object) -> None:
        message = "this XML defines a document type, which a style sheet has no need of"
        raise ProblemError(Problem(self.path, message, "take the <!DOCTYPE …> out"))


def _taken(pairs: list[Pair], wrong: str, right: str) -> str:
    """Add a pair; the reason where it is none."""
    pair = Pair(right, wrong)
    if any(sign in wrong for sign in _WILD):
        return f"“{wrong}” is a pattern"
    reason = why_not(pair)
    if not reason:
        pairs.append(pair)
    return reason


def _named(name: str) -> str:
    """The name of a column, an element or an attribute, without its namespace, case and gaps."""
    return "".join(char for char in name.rsplit("}", 1)[-1].rsplit(":", 1)[-1].casefold() if char.isalnum())
