"""XML as a tree with the place of every character; nothing is fetched, and no entity is ever expanded."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from xml.parsers import expat

from factlint.sources.draft import Fragment
from factlint.text.offsets import OffsetsBuilder
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Deeper than this is no document that anybody wrote.
_DEEPEST = 200
_BLANK = re.compile(r"[ \t\r\n]+")
_REFERENCE = re.compile(r"&(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9a-fA-F]+);")
_SPACE = "\x1f"
_DECLARED = re.compile(r"""\A(\s*<\?xml[^>]*?)encoding\s*=\s*(["'])[^"'>]*\2""")


class Node:
    """One element. ``children`` are elements and runs of text: the value, and its range of the file.

    ``name`` is the local one, in lower case as NITF is written both ways; ``space`` is the namespace.
    """

    __slots__ = ("attributes", "children", "name", "space")

    def __init__(self, name: str, space: str, attributes: Mapping[str, str]) -> None:
        self.name = name
        self.space = space
        self.attributes = attributes
        self.children: list[Node | Run] = []

    def each(self, *names: str) -> Iterator[Node]:
        """The elements of these names anywhere below, in order."""
        pending = [child for child in reversed(self.children) if isinstance(child, Node)]
        while pending:
            node = pending.pop()
            if node.name in names:
                yield node
            pending += [child for child in reversed(node.children) if isinstance(child, Node)]

    def first(self, *names: str) -> Node | None:
        """The first element of these names anywhere below."""
        return next(self.each(*names), None)

    def runs(self) -> Iterator[Run]:
        """All text below, in order."""
        pending: list[Node | Run] = list(reversed(self.children))
        while pending:
            child = pending.pop()
            if isinstance(child, Node):
                pending += reversed(child.children)
            else:
                yield child

    def text(self) -> str:
        """All text below, blanks collapsed."""
        return " ".join("".join(value for value, _, _ in self.runs()).split())


Run = tuple[str, int, int]


def parsed(path: str, text: str) -> Node:
    """The root of a document. Raises ProblemError where it is not well-formed, or declares entities."""
    # The text is decoded already, whatever its declaration says.
    plain = _DECLARED.sub(lambda match: match[1] + " " * (match.end() - match.end(1)), text)
    reader = _Reader(path, plain)
    try:
        reader.parse()
    except expat.ExpatError as error:
        message = f"this is not well-formed XML: {expat.errors.messages.get(error.code, 'it is broken')}"
        raise ProblemError(Problem(path, message, "export it again", error.lineno, error.offset + 1)) from None
    return next(child for child in reader.root.children if isinstance(child, Node))


class _Reader:
    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._text = text
        self._data = text.encode("utf-8", "replace")
        self._ascii = len(self._data) == len(text)
        self._seen_bytes = self._seen = 0
        self.root = Node("", "", {})
        self._open = [self.root]
        self._last: Run | None = None
        self._parser = expat.ParserCreate("utf-8", _SPACE)

    def parse(self) -> None:
        parser = self._parser
        parser.buffer_text = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.DefaultHandlerExpand = self._other
        parser.EntityDeclHandler = self._declares
        parser.SkippedEntityHandler = self._skipped
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.Parse(self._data, True)
        self._settle()

    def _at(self) -> int:
        """Where the event of the parser begins, in code points; events only go forward."""
        index = self._parser.CurrentByteIndex
        if self._ascii:
            return index
        if index < self._seen_bytes:
            return len(self._data[:index].decode("utf-8"))
        self._seen += len(self._data[self._seen_bytes : index].decode("utf-8"))
        self._seen_bytes = index
        return self._seen

    def _settle(self) -> None:
        """The last run of text ends where the next event begins."""
        if self._last is None:
            return
        value, start, end = self._last
        self._last = None
        if end < 0:
            end = max(start, self._at())
        self._open[-1].children.append((value, start, end))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._settle()
        space, _, local = name.rpartition(_SPACE)
        node = Node(local.lower(), space, {key.rpartition(_SPACE)[2].lower(): it for key, it in attributes.items()})
        if len(self._open) > _DEEPEST:
            raise self._refused("this nests without end")
        self._open[-1].children.append(node)
        self._open.append(node)

    def _end(self, _name: str) -> None:
        self._settle()
        self._open.pop()

    def _characters(self, value: str) -> None:
        self._settle()
        start = self._at()
        plain = self._text.startswith(value, start) and not (len(value) == 1 and _REFERENCE.match(self._text, start))
        self._last = (value, start, start + len(value) if plain else -1)

    def _other(self, _value: str) -> None:
        self._settle()

    def _skipped(self, name: str, parameter: bool) -> None:
        # A document may leave the names of HTML to its DTD, which is not fetched.
        if not parameter:
            self._settle()
            start = self._at()
            value = html.unescape(f"&{name};")
            if value != f"&{name};":
                self._last = (value, start, start + len(name) + 2)

    def _declares(self, name: str, *_rest: object) -> None:
        raise self._refused(f"this declares an entity of its own ({name}), which is not read")

    def _refused(self, message: str) -> ProblemError:
        line = self._parser.CurrentLineNumber
        return ProblemError(Problem(self._path, message, "export it without", line, 1))


def collapsed(runs: list[Run]) -> Fragment:
    """Runs of text as one line: blanks collapsed, those at the ends left out."""
    pieces: list[Run] = []
    for value, start, end in runs:
        for text, low, high in _split(value, start, end):
            if text == " " and (not pieces or pieces[-1][0] == " "):
                continue
            pieces.append((text, low, high))
    if pieces and pieces[-1][0] == " ":
        pieces.pop()
    made = OffsetsBuilder()
    for text, low, high in pieces:
        made.add(len(text), low, high)
    return Fragment("".join(text for text, _, _ in pieces), made.built())


def _split(value: str, start: int, end: int) -> Iterator[Run]:
    """The words and the blanks of a run, every stretch of blanks as one."""
    if end - start != len(value):
        yield (value if value.strip(" \t\r\n") else " "), start, end
        return
    at = 0
    for blank in _BLANK.finditer(value):
        if at < blank.start():
            yield value[at : blank.start()], start + at, start + blank.start()
        yield " ", start + blank.start(), start + blank.end()
        at = blank.end()
    if at < len(value):
        yield value[at:], start + at, end
