"""JSON Lines: one record a line, one article a record."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factlint.article import Article, Metadata
from factlint.sources import Collected, RawFile, Source
from factlint.sources.json_string import escaped, value_span, whole
from factlint.sources.rewriting import moved, unbroken
from factlint.sources.wrapping import levelled
from factlint.text.marked import Items, Keys, MarkedFile, Node, Text
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factlint.sources.rewriting import Change, Wanted

# \r cannot stand inside a JSON text but as white space, so a line ends here where it ends everywhere else in factlint.
_LINE = re.compile(r"[^\r\n]+")
_NO_TEXT = "this record has no text"
# A record is often one very long line; a longer one is not shown under its problem.
_SHOWN = 200


def read(file: RawFile) -> Collected:
    """Every record that can be read; a line that cannot becomes a problem and the others are read."""
    from factlint.sources.encoding import decode

    try:
        text = decode(file.path, file.data)
    except ProblemError as error:
        return _line_by_line(file) or Collected((), error.problems)
    records = _Records(file.path, text, file.options.map, file.lines_before)
    articles = [records.article(line) for line in _LINE.finditer(text) if line.group().strip()]
    problems = (
        replace(one, source_line="") if len(one.source_line) > _SHOWN else one for one in records.marked.problems
    )
    return Collected(tuple(article for article in articles if article is not None), tuple(problems))


def _line_by_line(file: RawFile) -> Collected | None:
    """The records of a file in which some lines are no UTF-8: they become problems; None where no line is any."""
    lines = file.data.split(b"\n")
    bad = [number for number, line in enumerate(lines) if not _is_utf8(line)]
    if len(bad) == len(lines) or b"\0" in file.data:
        return None
    for number in bad:
        lines[number] = b""
    read_, problems = read(file._replace(data=b"\n".join(lines)))
    said = (Problem(file.path, "this line is no UTF-8", "save the file as UTF-8", number + 1, 1) for number in bad)
    return Collected(read_, (*said, *problems))


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class _Records:
    """The records of one file, and the ids that were seen in it."""

    def __init__(self, path: str, text: str, names: Sequence[tuple[str, str]] = (), before: int = 0) -> None:
        self.marked = MarkedFile(path, text)
        self._names = names
        self._line = before
        self._lines_end = 0
        self._seen: dict[str, int] = {}

    def article(self, line: re.Match[str]) -> Article | None:
        """The article of one line; None and a problem if there is none."""
        number = self._number(line.start())
        record = self._record(line)
        if record is None:
            return None
        name = self._id(line, record) or f"line {number}"
        text = record.get("text")
        if not isinstance(text, str):
            hint = dict(self._names).get("text", "")
            hint = f"map takes it from “{hint}”" if hint else 'each line needs at least {"id": …, "text": …}'
            self._complain(line, "text", _NO_TEXT, hint)
            return None
        if name in self._seen:
            self._complain(
                line, "id", f"the id {name} stands in line {self._seen[name]} too", "an id names one record of a file"
            )
            return None
        self._seen[name] = number
        words, origin = levelled(whole(text))
        return Article(self.marked.path, name, words, self._metadata(line, record, name), origin=origin)

    def _number(self, start: int) -> int:
        text = self.marked.text
        self._line += _breaks(text, self._lines_end, start)
        self._lines_end = start
        return self._line + 1

    def _record(self, line: re.Match[str]) -> Mapping[str, object] | None:
        import json

        try:
            record = json.loads(line.group())
        except json.JSONDecodeError as error:
            offset = line.start() + error.pos
            self.marked.complain_at(
                offset, offset + 1, f"this line is not valid JSON: {error.msg}", "one record a line"
            )
            return None
        except (ValueError, RecursionError) as error:
            self._complain(line, "", f"this line cannot be read: {error}", "one record a line")
            return None
        if not isinstance(record, dict):
            self._complain(line, "", "this line is no record", "a record stands between { and }")
            return None
        return renamed(record, self._names)

    def _id(self, line: re.Match[str], record: Mapping[str, object]) -> str:
        value = record.get("id")
        if value is None or (isinstance(value, str | int) and not isinstance(value, bool)):
            return whole(str(value if value is not None else "")).strip()
        self._complain(line, "id", "id must be a text", "the record is named by its line instead")
        return ""

    def _metadata(self, line: re.Match[str], record: Mapping[str, object], where: str) -> Metadata:
        from factlint.sources.metadata import KEYS, from_keys

        entries = []
        for name in KEYS:
            value = record.get(name)
            if value is not None:
                place = _place(line, name)
                entries.append((Text(name, *place), _node(value, place)))
        known = len(self.marked.problems)
        about = from_keys(self.marked, Keys(tuple(entries), *line.span()))
        self.marked.problems[known:] = [replace(one, where=where) for one in self.marked.problems[known:]]
        return about

    def _complain(self, line: re.Match[str], name: str, message: str, hint: str) -> None:
        self.marked.complain_at(*_place(line, name), message, hint)


def renamed(record: dict[str, object], names: Sequence[tuple[str, str]]) -> dict[str, object]:
    """A record with the fields that a desk has under other names."""
    return record | {name: record[own] for name, own in names if own in record} if names else record


def _place(line: re.Match[str], name: str) -> tuple[int, int]:
    """Where a field's name stands in a line; the first character where it does not."""
    index = line.group().find(f'"{name}"')
    if index < 0:
        return line.start(), line.start() + 1
    return line.start() + index, line.start() + index + len(name) + 2


def _node(value: object, place: tuple[int, int]) -> Node:
    if isinstance(value, dict):
        return Keys((), *place)
    if isinstance(value, list):
        return Items((), *place)
    return Text(str(value).lower() if isinstance(value, bool) else whole(str(value)), *place)


def _breaks(text: str, start: int, end: int) -> int:
    """How many line breaks stand between two offsets."""
    return text.count("\n", start, end) + text.count("\r", start, end) - text.count("\r\n", start, end)


def changes(file: RawFile, text: str, wanted: Mapping[str, Wanted]) -> tuple[Change, ...]:
    """Changes of records as changes of the file: nothing but the text of each is written, with JSON's escapes.

    Raises ProblemError where a record is not there any more, or has another text.
    """
    records = _Records(file.path, text, file.options.map)
    columns = (dict(file.options.map).get("text", "text"), "text")
    found: list[Change] = []
    seen: set[str] = set()
    for line in _LINE.finditer(text):
        article = records.article(line) if line.group().strip() else None
        own = wanted.get(article.id) if article is not None else None
        if article is None or own is None:
            continue
        spans = (value_span(text, line.start(), column) for column in columns)
        span = next((one for one in spans if one is not None), None)
        if own.text != article.text or span is None:
            raise moved(file.path)
        inside = own.changes if article.origin is None else unbroken(file.path, article.origin.text, own)
        found += escaped(text, span[0] + 1, inside, only_ascii=line.group().isascii())
        seen.add(article.id)
    if len(seen) < len(wanted):
        raise moved(file.path)
    return tuple(found)


SOURCE = Source(name="jsonl", suffixes=(".jsonl", ".ndjson"), read=read, changes=changes, records=True, apart=True)
