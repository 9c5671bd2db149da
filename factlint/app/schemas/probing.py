"""What a reader of YAML takes, found out by letting it read: a file that answers every question and writes it down.

A reader asks a MarkedFile for values of a type (``text_of``, ``texts``, ``choice``, ``day``, ...). Here the file is
made up: each key that the reader knows is there, each value fits, and each question is noted at the value it was about.
So a schema is what the readers do, and no second list of keys that could differ from them.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from factlint.text.marked import Items, Keys, MarkedFile, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factlint.text.marked import Node

MODES = ("word", "words", "list", "group", "nested")
"""What a made-up value looks like to a reader that looks before it asks.

``words`` is a list of words, ``nested`` a list of groups with lists of words in them.
"""

_WORD = "probe"
# Texts with a grammar of their own: with another word their reader would stop.
_WORDS = {
    "find": f'from word w where w.form = "{_WORD}"',
    "warning": "w.form is known",
    "group": "w.form",
    "id": f"style/{_WORD}",
}


@dataclass(eq=False, slots=True)
class Shape:
    """What a value may be: the types it was asked for, its choices, keys, items, and the values under free keys.

    ``called`` is what the reader calls it in messages, ``name`` its key; ``inside`` is the value that it is a part of,
    and ``like`` the one around it that it is another of (an example among the articles of an example).
    """

    types: set[str] = field(default_factory=set)
    choices: tuple[str, ...] = ()
    keys: dict[str, Shape] = field(default_factory=dict)
    needed: set[str] = field(default_factory=set)
    item: Shape | None = None
    value: Shape | None = None
    called: str = ""
    name: str = ""
    inside: Shape | None = None
    like: Shape | None = None

    def part(self, role: str) -> Shape:
        """The shape of the items (``item``) or of the values under free keys (``value``)."""
        found: Shape | None = getattr(self, role)
        if found is None:
            found = Shape(inside=self)
            setattr(self, role, found)
        return found

    def key(self, name: str) -> Shape:
        """The shape of the value of a key."""
        return self.keys.setdefault(name, Shape(inside=self, name=name))

    def word(self) -> str:
        """A text that the reader goes on with."""
        return _WORDS.get(self.name, _WORD)


class _Word(Text):
    """A made-up scalar; a reader that takes its value by itself has taken it for a text."""

    def __init__(self, shape: Shape) -> None:
        _place(self)
        object.__setattr__(self, "style", None)
        object.__setattr__(self, "shape", shape)

    @property
    def value(self) -> str:
        """Any word."""
        self.shape.types.add("text")  # type: ignore[attr-defined]
        return self.shape.word()  # type: ignore[attr-defined,no-any-return]


class _List(Items):
    """A made-up list of one value."""

    def __init__(self, shape: Shape, made: Callable[[Shape], Node]) -> None:
        _place(self)
        object.__setattr__(self, "shape", shape)
        object.__setattr__(self, "made", made)

    @property
    def values(self) -> tuple[Node, ...]:
        """The one value."""
        self.shape.types.add("list")  # type: ignore[attr-defined]
        return (self.made(self.shape.part("item")),)  # type: ignore[attr-defined]


class _Group(Keys):
    """A made-up group of keys."""

    def __init__(self, shape: Shape) -> None:
        super().__init__((), 0, 0)
        object.__setattr__(self, "shape", shape)


def _place(node: object) -> None:
    object.__setattr__(node, "start", 0)
    object.__setattr__(node, "end", 0)


class Probe(MarkedFile):
    """A made-up file. ``without`` are keys that are not there, with what would have them; ``heard`` are complaints."""

    def __init__(self, mode: str = "word", without: frozenset[tuple[str, str]] = frozenset()) -> None:
        super().__init__("probe.yaml", "")
        self.mode = mode
        self.without = without
        self.heard: set[str] = set()

    def node(self, shape: Shape) -> Node:
        """A made-up value of a shape."""
        if self.mode == "nested" and _is_item(shape):
            return _Word(shape) if _is_inside_item(shape) else _Group(shape)
        lists = {"list": not (_is_item(shape) and _is_item(shape.inside)), "words": not _is_item(shape), "nested": True}
        if lists.get(self.mode):
            return _List(shape, self.node)
        return _Group(shape) if self.mode == "group" else _Word(shape)

    # -- the questions

    def keys(self, node: Node | None, known: Sequence[str], what: str) -> Keys | None:
        """All known keys, but for those that are not to be there."""
        shape = _shape(node)
        if shape is None:
            return super().keys(node, known, what)
        around = _same_around(shape, what)
        shape.types.add("keys")
        shape.called = what
        if around is not None:
            shape.like = around
            return Keys((), 0, 0)
        there = [name for name in known if (what, name) not in self.without]
        return Keys(tuple((Text(name, 0, 0), self.node(shape.key(name))) for name in there), 0, 0)

    def mapping(self, node: Node | None, what: str) -> Keys | None:
        """One free key."""
        shape = self._asked(node, "group")
        if shape is None:
            return super().mapping(node, what)
        return Keys(((Text(_WORD, 0, 0), self.node(shape.part("value"))),), 0, 0)

    def items(self, node: Node | None, what: str) -> tuple[Node, ...]:
        """One item."""
        shape = self._asked(node, "list")
        return super().items(node, what) if shape is None else (self.node(shape.part("item")),)

    def text_of(self, node: Node | None, what: str) -> str | None:
        """Any word."""
        shape = self._asked(node, "text")
        return super().text_of(node, what) if shape is None else shape.word()

    def texts(self, node: Node | None, what: str) -> tuple[str, ...]:
        """Any words."""
        return super().texts(node, what) if self._asked(node, "texts") is None else (_WORD, f"{_WORD}s")

    def choice(self, node: Node | None, choices: Sequence[str], what: str) -> str | None:
        """The first choice."""
        shape = self._asked(node, "choice")
        if shape is None:
            return super().choice(node, choices, what)
        shape.choices = tuple(dict.fromkeys((*shape.choices, *choices)))
        return choices[0]

    def flag(self, node: Node | None, what: str) -> bool | None:
        """Yes."""
        return super().flag(node, what) if self._asked(node, "flag") is None else True

    def number(self, node: Node | None, what: str) -> int | None:
        """A year: numbers mostly are."""
        return super().number(node, what) if self._asked(node, "number") is None else 2000

    def day(self, node: Node | None, what: str) -> datetime.date | None:
        """A day."""
        return super().day(node, what) if self._asked(node, "day") is None else datetime.date(2000, 1, 1)

    def spellings(self, node: Node | None, what: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """A right form with a wrong one."""
        if self._asked(node, "spellings") is None:
            return super().spellings(node, what)
        return ((_WORD.capitalize(), (f"{_WORD}s",)),)

    # -- what is wrong with what was made up is of interest only where a key is missing

    def complain(self, node: Node, message: str, hint: str = "", where: str = "", level: str = "error") -> None:
        """Note the message."""
        del node, hint, where, level
        self.heard.add(message)

    def complain_at(
        self, start: int, end: int, message: str, hint: str = "", where: str = "", level: str = "error"
    ) -> None:
        """Note the message."""
        del start, end, hint, where, level
        self.heard.add(message)

    @staticmethod
    def _asked(node: Node | None, type_: str) -> Shape | None:
        shape = _shape(node)
        if shape is not None:
            shape.types.add(type_)
        return shape


def _shape(node: Any) -> Shape | None:
    return getattr(node, "shape", None)


def _is_item(shape: Shape | None) -> bool:
    """Whether a value is one of a list; a reader that walks down a list of lists for ever must come to an end."""
    return shape is not None and shape.inside is not None and shape.inside.item is shape


def _is_inside_item(shape: Shape) -> bool:
    around = shape.inside
    while around is not None and not _is_item(around):
        around = around.inside
    return around is not None


def _same_around(shape: Shape, what: str) -> Shape | None:
    """The value around this one that the reader calls the same: it holds others of its kind."""
    around = shape.inside
    while around is not None and around.called != what:
        around = around.inside
    return around


def probed(read: Callable[[Probe, Node], object], free: frozenset[str] = frozenset()) -> Shape:
    """The shape of what a reader takes. ``free`` are keys of which it is not to be asked whether they are needed."""
    root = Shape()
    for mode in reversed(MODES):
        probe = Probe(mode)
        read(probe, _Word(root))
    heard = probe.heard
    for owner in _owners(root):
        for name in owner.keys:
            probe = Probe(MODES[0], frozenset({(owner.called, name)}))
            # What is read only where another key is missing is found here too.
            read(probe, _Word(root))
            if name not in free and probe.heard - heard:
                owner.needed.add(name)
    root.types.discard("text")
    return root


def _owners(shape: Shape) -> list[Shape]:
    """All shapes with known keys, from the outside to the inside."""
    parts = [part for part in (shape.item, shape.value, *shape.keys.values()) if part is not None]
    return [*([shape] if shape.keys else []), *(owner for part in parts for owner in _owners(part))]
