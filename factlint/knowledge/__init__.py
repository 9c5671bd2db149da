"""What the desk knows: people, offices with their terms, places, organisations, events, outlets, spellings.

Knowledge is data under ``rules/knowledge/`` and in the desk's own folders. Each kind is one module: a frozen dataclass
(its fields are fields of the rule language) and a ``KIND`` that says how its entries are read from YAML.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from dataclasses import field
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from factlint import registry
from factlint.text.values import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from factlint.text.marked import MarkedFile, Node

T = TypeVar("T")


class Fault(NamedTuple):
    """What is wrong with entries that were each read without a problem.

    ``about`` is the key or word to point at; ``under`` is the key below which it stands, where it may stand elsewhere.
    """

    about: str
    message: str
    hint: str
    under: str | None = None


class Entry(NamedTuple):
    """One row as a file gives it, and the value of the file that it was read from.

    ``silent`` are the fields whose values the file did not write: those of an earlier file stay.
    """

    row: Any
    node: Node
    silent: tuple[str, ...] = ()


class Override(NamedTuple):
    """What a later file says about something that an earlier one has; ``verb`` is *adds to* or *replaces*."""

    what: str
    path: str
    verb: str
    earlier: str


@plain
class KnowledgeKind:
    """One kind of knowledge.

    ``name`` is its word in the rule language and ``section`` the key of its entries in a knowledge file (None where the
    entries are made from other kinds). ``read`` turns the value of that key into rows and records problems; ``derive``
    makes rows from those of other kinds once everything is read. ``check`` looks at all rows together. ``many`` says
    that several rows may share one ``key``; else a key that a file gives twice is a problem.

    ``add`` makes one row of an earlier one and the entry of a later file with the same key; without it the later file's
    rows of that key replace the earlier ones. ``give_way`` is what stays of the earlier rows beside a later file's own.
    ``lookups`` are the questions that are asked of very many rows: under which texts a row is found. One that is called
    like a field has the values of that field as the rule language compares them. ``near`` is the field of those, one
    word, for which near words are looked up.

    ``about`` says that its entries have the keys ``source`` and ``checked``, which the ``about:`` of a file may give
    for all of them.
    """

    name: str
    row: type[Any]
    section: str | None = None
    read: Callable[[MarkedFile, Node], Iterable[Entry]] | None = None
    derive: Callable[[Mapping[str, Collection[Any]]], Iterable[Any]] | None = None
    check: Callable[[Mapping[str, Collection[Any]]], Iterable[Fault]] | None = None
    many: bool = False
    add: Callable[[Any, Entry], Any] | None = None
    give_way: Callable[[Collection[Any], Collection[Any]], Iterable[Any]] | None = None
    about: bool = False
    lookups: Mapping[str, Callable[[Any], Iterable[str]]] = field(default_factory=dict)
    near: str | None = None


@cache
def kinds() -> Mapping[str, KnowledgeKind]:
    """All kinds of knowledge by name; the module of a kind is imported when that kind is asked for.

    A module is called as the rows of its kind are, in the plural; what kinds share has a name in the singular.
    """
    return registry.PlugIns(sys.modules[__name__], "KIND", _singular)


def _singular(name: str) -> str | None:
    if name == "people":
        return "person"
    return name.removesuffix("s") if name.endswith("s") else None


class Knowledge:
    """All rows by kind, with indexes that are made when first asked for."""

    def __init__(self, rows: Mapping[str, Collection[Any]]) -> None:
        self._rows = dict(rows)
        self._indexes: dict[tuple[str, str], dict[Any, tuple[Any, ...]]] = {}
        self._lookups: dict[tuple[str, str], dict[str, tuple[Any, ...]]] = {}
        self._made: dict[object, object] = {}

    def __reduce__(self) -> tuple[Callable[..., Knowledge], tuple[Any, ...]]:
        """Another process gets the rows, and makes its own of what is made of them."""
        return Knowledge, ({kind: tuple(rows) for kind, rows in self._rows.items()},)

    def rows(self, kind: str) -> Sequence[Any]:
        """The rows of one kind, in the order of the files; the same objects whenever they are asked for."""
        rows = self._rows.get(kind, ())
        if not isinstance(rows, Sequence):
            rows = self._rows[kind] = tuple(rows)
        return rows

    def each(self, kind: str) -> Collection[Any]:
        """The same to be walked through once: of very many, none is kept."""
        return self._rows.get(kind, ())

    def index(self, kind: str, name: str) -> Mapping[Any, tuple[Any, ...]]:
        """Rows of one kind by the value of a field; a field that holds several values lists its row under each."""
        key = (kind, name)
        if key not in self._indexes:
            index: dict[Any, list[Any]] = {}
            for row in self.rows(kind):
                value = getattr(row, name)
                for part in value if isinstance(value, tuple) else (value,):
                    index.setdefault(part, []).append(row)
            self._indexes[key] = {part: tuple(found) for part, found in index.items()}
        return self._indexes[key]

    def looks_up(self, kind: str, lookup: str) -> bool:
        """Whether rows can be found by a look-up without reading all of them; in memory all of them are there."""
        del kind, lookup
        return False

    def found(self, kind: str, lookup: str, text: str) -> tuple[Any, ...]:
        """The rows of a kind that a look-up finds under a text, in the order of the files."""
        made = self._lookups.get((kind, lookup))
        if made is None:
            made = self._lookups[kind, lookup] = self._looked_up(kind, lookup)
        return made.get(text, ())

    def count(self, kind: str, lookup: str, text: str) -> int:
        """About how many rows a look-up finds under a text; never too few."""
        return len(self.found(kind, lookup, text))

    def near(self, kind: str, name: str, word: str, edits: int) -> tuple[Any, ...] | None:
        """The rows whose field may be close to a word; None where only a look at all rows would tell."""
        del kind, name, word, edits
        return None

    def _looked_up(self, kind: str, lookup: str) -> dict[str, tuple[Any, ...]]:
        texts_of = kinds()[kind].lookups[lookup]
        found: dict[str, list[Any]] = {}
        for row in self.rows(kind):
            for text in dict.fromkeys(texts_of(row)):
                found.setdefault(text, []).append(row)
        return {text: tuple(rows) for text, rows in found.items()}

    def once(self, make: Callable[[Knowledge], T]) -> T:
        """What a function makes of this knowledge, made when first asked for and kept."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("T", self._made[make])

    def kept(self, name: str, make: Callable[[Knowledge], T]) -> T:
        """The same for what is plain: numbers, texts, and tuples, dictionaries and sets of them.

        Where the knowledge lies in a cache, that has it too, under the name. What is made is never to be changed.
        """
        del name
        return self.once(make)

    def extended(self, more: Mapping[str, Iterable[Any]]) -> Knowledge:
        """The same knowledge and more rows."""
        names = sorted({*self._rows, *more})
        return Knowledge({name: _joined(self.each(name), tuple(more.get(name, ()))) for name in names})


def _joined(rows: Collection[Any], more: tuple[Any, ...]) -> Collection[Any]:
    if not more:
        return rows
    return (*rows, *more) if isinstance(rows, Sequence) else Joined(rows, more)


class Joined(Collection[Any]):
    """Rows that are made when they come, and more after them."""

    def __init__(self, *parts: Collection[Any]) -> None:
        self._parts = parts

    def __iter__(self) -> Iterator[Any]:
        return chain(*self._parts)

    def __len__(self) -> int:
        return sum(map(len, self._parts))

    def __contains__(self, row: object) -> bool:
        return any(row in part for part in self._parts)
