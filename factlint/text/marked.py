"""YAML read with the place of every value, and typed by the reader's schema, never by YAML's own guesses.

``No``, ``on``, ``12:30`` and ``1_000`` are text, as a newsroom means them; a number or a date is read where the
schema asks for one. Every unknown key, wrong type and missing value becomes a Problem at its exact line and column.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from factlint.text.lines import LineIndex
from factlint.text.problem import Problem, did_you_mean
from factlint.text.values import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import yaml

_TRUE = frozenset({"true", "yes", "on"})
_FALSE = frozenset({"false", "no", "off"})


@plain
class Text:
    """A scalar: its value, and where it stands in the file (offsets into the file's text)."""

    value: str
    start: int
    end: int
    style: str | None = None


@plain
class Items:
    """A sequence."""

    values: tuple[Node, ...]
    start: int
    end: int


@plain
class Keys:
    """A mapping; keys are text."""

    entries: tuple[tuple[Text, Node], ...]
    start: int
    end: int

    def get(self, key: str) -> Node | None:
        """The value of a key, None if the key is absent."""
        return next((value for name, value in self.entries if name.value == key), None)


Node = Text | Items | Keys
_DEEPEST = 50
_CALLED = {Text: "a text", Items: "a list", Keys: "a group of keys"}


@dataclass(slots=True)
class MarkedFile:
    """A YAML file: its text, its problems so far, and typed access to its values.

    The reading methods return None (or an empty value) and record a Problem when the value does not fit, so that one
    reading shows every fault of a file. ``base`` shifts offsets where the YAML is a part of a larger file.
    """

    path: str
    text: str
    problems: list[Problem] = field(default_factory=list)
    base: int = 0
    _lines: LineIndex | None = None

    def compose(self) -> Node | None:
        """The root value; None where the file is empty or is no YAML (a Problem is recorded)."""
        import yaml

        before = len(self.problems)
        try:
            return self._composed(yaml.parse(self.text[self.base :], getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
        except yaml.MarkedYAMLError as error:
            del self.problems[before:]
            start = self._offset(error.problem_mark or error.context_mark)
            self._complain(start, 1, f"this is not valid YAML: {error.problem}", _yaml_hint(error))
        except yaml.reader.ReaderError as error:
            del self.problems[before:]
            self._complain_of_sign(self.text.index(chr(error.character), self.base))
        except UnicodeEncodeError as error:  # half of a pair of UTF-16
            del self.problems[before:]
            self._complain_of_sign(self.base + error.start)
        return None

    def _complain_of_sign(self, offset: int) -> None:
        sign = f"U+{ord(self.text[offset]):04X}"
        self._complain(offset, 1, f"this is not valid YAML: the control character {sign} stands here", "take it out")

    def _composed(self, events: Iterable[yaml.Event]) -> Node | None:
        """The tree of the only document; None where it nests without end or refers to itself.

        Such a tree could take all memory, or all the stack, so it is never built.
        """
        import yaml

        root: Node | None = None
        begun: list[tuple[yaml.Event, list[Node]]] = []
        for event in events:
            start, end = self._offset(event.start_mark), self._offset(event.end_mark)
            node: Node
            if isinstance(event, yaml.ScalarEvent):
                node = Text(event.value, start, end, event.style)
            elif isinstance(event, yaml.CollectionEndEvent):
                first, values = begun.pop()
                node = self._closed(first, values, end)
            else:
                if isinstance(event, yaml.CollectionStartEvent):
                    begun.append((event, []))
                if self._is_refused(event, start, len(begun), root):
                    return None
                continue
            if begun:
                begun[-1][1].append(node)
            else:
                root = node
        return root

    def _is_refused(self, event: yaml.Event, start: int, depth: int, root: Node | None) -> bool:
        """Whether an event is nothing that a file may have; a Problem is recorded."""
        import yaml

        if isinstance(event, yaml.AliasEvent):
            hint = "quote a value that begins with *, or write out what it stands for"
            self._complain(start, 1, "references (*name) are not read here", hint)
            return True
        if depth > _DEEPEST:
            self._complain(start, 1, "this is nested too deeply", f"more than {_DEEPEST} levels are no rule or setting")
            return True
        if isinstance(event, yaml.DocumentStartEvent) and root is not None:
            self._complain(start, 1, "this is not valid YAML: but found another document", "keep one document a file")
            return True
        return False

    def _closed(self, begun: yaml.Event, values: list[Node], end: int) -> Node:
        """A sequence, or a mapping of keys and values by turns."""
        import yaml

        start = self._offset(begun.start_mark)
        if isinstance(begun, yaml.SequenceStartEvent):
            return Items(tuple(values), start, end)
        entries: dict[str, tuple[Text, Node]] = {}
        for key, value in zip(values[::2], values[1::2], strict=True):
            if not isinstance(key, Text):
                self.complain(key, "a key must be a text", "quote the key if it has unusual characters")
            elif key.value in entries:
                self.complain(
                    key, f"“{key.value}” stands here twice", "keep one of the two; the second would hide the first"
                )
            else:
                entries[key.value] = (key, value)
        return Keys(tuple(entries.values()), start, end)

    def _offset(self, mark: Any) -> int:
        """Where a mark of the parser stands; the start of the file where it has none."""
        return mark.index + self.base if mark else 0

    # -- problems

    def complain(self, node: Node, message: str, hint: str = "", where: str = "", level: str = "error") -> None:
        """Record a problem at a value."""
        self._complain(node.start, node.end - node.start, message, hint, where, level)

    def complain_at(
        self, start: int, end: int, message: str, hint: str = "", where: str = "", level: str = "error"
    ) -> None:
        """Record a problem at a range of offsets of the file."""
        self._complain(start, end - start, message, hint, where, level)

    @property
    def lines(self) -> LineIndex:
        """The lines of the file."""
        if self._lines is None:
            self._lines = LineIndex(self.text)
        return self._lines

    def _complain(
        self, offset: int, length: int, message: str, hint: str, where: str = "", level: str = "error"
    ) -> None:
        line, column = self.lines.position(offset)
        start, end = self.lines.bounds(line)
        length = max(1, min(length, end - offset))
        source = self.text[start:end]
        self.problems.append(Problem(self.path, message, hint, line, column, source, length, where, level))

    # -- typed values

    def keys(self, node: Node | None, known: Sequence[str], what: str) -> Keys | None:
        """A mapping that has none but the known keys (others are reported and left out)."""
        mapping = self.mapping(node, what)
        if mapping is None:
            return None
        for key, _ in mapping.entries:
            if key.value not in known:
                self.complain(key, f"{what} has no key “{key.value}”", did_you_mean(key.value, known))
        return Keys(tuple(entry for entry in mapping.entries if entry[0].value in known), mapping.start, mapping.end)

    def mapping(self, node: Node | None, what: str) -> Keys | None:
        """A mapping with any keys."""
        if node is None:
            return None
        if isinstance(node, Keys):
            return node
        self._wrong(node, what, Keys)
        return None

    def items(self, node: Node | None, what: str) -> tuple[Node, ...]:
        """The values of a sequence; empty when absent."""
        if node is None:
            return ()
        if isinstance(node, Items):
            return node.values
        self._wrong(node, what, Items)
        return ()

    def text_of(self, node: Node | None, what: str) -> str | None:
        """A text that is not empty."""
        if node is None:
            return None
        if not isinstance(node, Text):
            self._wrong(node, what, Text)
            return None
        if not node.value.strip():
            self.complain(node, f"{what} is empty", "write a value, or leave the key out")
            return None
        return node.value

    def texts(self, node: Node | None, what: str) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one."""
        if isinstance(node, Text):
            value = self.text_of(node, what)
            return () if value is None else (value,)
        values = (self.text_of(item, what) for item in self.items(node, what))
        return tuple(value for value in values if value is not None)

    def choice(self, node: Node | None, choices: Sequence[str], what: str) -> str | None:
        """One of a few words."""
        value = self.text_of(node, what)
        if value is None or value in choices:
            return value
        assert node is not None  # noqa: S101 - text_of returned a value
        self.complain(node, f"{what} cannot be “{value}”", did_you_mean(value, choices))
        return None

    def flag(self, node: Node | None, what: str) -> bool | None:
        """Yes or no."""
        value = self.text_of(node, what)
        if value is None:
            return None
        if value.lower() in _TRUE | _FALSE:
            return value.lower() in _TRUE
        assert node is not None  # noqa: S101
        self.complain(node, f"{what} must be yes or no, not “{value}”", "write true or false")
        return None

    def number(self, node: Node | None, what: str) -> int | None:
        """A whole number."""
        value = self.text_of(node, what)
        if value is None:
            return None
        if re.fullmatch(r"-?\d+", value):
            return int(value)
        assert node is not None  # noqa: S101
        self.complain(node, f"{what} must be a whole number, not “{value}”", "write digits only")
        return None

    def day(self, node: Node | None, what: str) -> datetime.date | None:
        """A calendar day, written 2025-12-31; a time after it is left aside."""
        value = self.text_of(node, what)
        if value is None:
            return None
        day = parse_day(value)
        if day is None:
            assert node is not None  # noqa: S101
            self.complain(node, f"{what} must be a day, not “{value}”", "write it as 2025-12-31")
        return day

    def spellings(self, node: Node | None, what: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """A mapping of a right form to its wrong forms, in the order of the file."""
        mapping = self.mapping(node, what)
        if mapping is None:
            return ()
        return tuple((key.value, self.texts(value, f"“{key.value}” in {what}")) for key, value in mapping.entries)

    def _wrong(self, node: Node, what: str, wanted: type) -> None:
        self.complain(
            node,
            f"{what} must be {_CALLED[wanted]}, but this is {_CALLED[type(node)]}",
            "see the README for an example",
        )


def parse_day(value: str) -> datetime.date | None:
    """A day from ISO 8601 (2025-12-31, also with a time after it); None if it is no such day.

    The first day of the year 1 is none: programs (Go, .NET) write it where they have no day.
    """
    match = re.fullmatch(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?", value.strip())
    if not match:
        return None
    try:
        day = datetime.date.fromisoformat(match.group(1))
    except ValueError:
        return None
    return None if day == datetime.date.min else day


def read_marked(path: str, text: str) -> tuple[MarkedFile, Node | None]:
    """Compose a YAML text; the file object collects the problems."""
    marked = MarkedFile(path, text)
    return marked, marked.compose()


def walk(node: Node) -> Iterator[Text]:
    """Every scalar value below a node, in file order."""
    if isinstance(node, Text):
        yield node
    elif isinstance(node, Items):
        for value in node.values:
            yield from walk(value)
    else:
        for _, value in node.entries:
            yield from walk(value)


def _yaml_hint(error: yaml.MarkedYAMLError) -> str:
    text = str(error.problem)
    hints: Mapping[str, str] = {
        "mapping values are not allowed": "put quotes around a value that has “: ” in it",
        "found character": "indent with spaces, not tabs, and quote values that begin with % @ or `",
        "could not find expected": "a key needs “: ” after it",
        "expected <block end>": "check the indentation of this line against the lines above",
    }
    return next(
        (hint for start, hint in hints.items() if text.startswith(start)),
        "check the indentation and the quotes around here",
    )
