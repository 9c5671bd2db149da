"""The entries of a large knowledge file as bytes: for the cache, and while the knowledge of a run is put together.

An entry is made again whenever it is asked for. So a list of a million names takes a quarter of the memory, and lies in
the cache as it lies here.
"""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Collection, Mapping
from dataclasses import MISSING, fields
from functools import cache
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, cast

from factlint.cache import shelf, store
from factlint.cache.packing import packed, unpacked
from factlint.knowledge import Entry
from factlint.text.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, KeysView, Sequence

    from factlint.knowledge import KnowledgeKind
    from factlint.text.marked import Node

    Body = bytes | list[bytes]
    Entries = Mapping[str, list[Entry]]

T = TypeVar("T")

NAME = "entries"
"""What the files of the cache are called that have these entries."""
_AT_ONCE = 1_000


class Packed(Mapping[str, "list[Entry]"]):
    """The entries of one kind in a file by key. They have no node."""

    def __init__(self, row: type[Any], bodies: dict[str, Body]) -> None:
        self.bodies = bodies
        self._row = row

    @classmethod
    def of(cls, row: type[Any], entries: Iterable[tuple[str, Entry]]) -> Packed:
        """Entries with their keys, packed as they come."""
        bodies: dict[str, Body] = {}
        for key, entry in entries:
            body = _dumped(entry)
            earlier = bodies.get(key)
            if earlier is None:
                bodies[key] = body
            elif isinstance(earlier, bytes):
                bodies[key] = [earlier, body]
            else:
                earlier.append(body)
        return cls(row, bodies)

    def __getitem__(self, key: str) -> list[Entry]:
        body = self.bodies[key]
        return [_loaded(one, self._row) for one in ([body] if isinstance(body, bytes) else body)]

    def __contains__(self, key: object) -> bool:
        return key in self.bodies

    def __iter__(self) -> Iterator[str]:
        return iter(self.bodies)

    def __len__(self) -> int:
        return len(self.bodies)


class Rows(Collection[Any]):
    """The rows of one kind of knowledge by key, in order; those that are packed are made when they come."""

    def __init__(self, row: type[Any], by_key: Mapping[str, Any]) -> None:
        self._row = row
        self._by_key = by_key
        self._made: dict[object, Any] = {}

    def __iter__(self) -> Iterator[Any]:
        for group in self._by_key.values():
            for one in (group,) if isinstance(group, bytes) else group:
                yield _loaded(one, self._row).row if isinstance(one, bytes) else one

    def __len__(self) -> int:
        return sum(1 if isinstance(group, bytes) else len(group) for group in self._by_key.values())

    def __contains__(self, row: object) -> bool:
        return any(one == row for one in self)

    def once(self, make: Callable[[Rows], T]) -> T:
        """What a function makes of these rows, made when first asked for and kept."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("T", self._made[make])

    def keys(self) -> KeysView[str]:
        """The keys of the rows."""
        return self._by_key.keys()

    def of(self, key: str) -> Rows:
        """The rows of one key."""
        return Rows(self._row, {key: self._by_key[key]})


class Bundle(Collection[Any]):
    """Very many rows in their order, in one piece of memory."""

    def __init__(self, row: type[Any], rows: Iterable[Any]) -> None:
        self._row = row
        self._bodies, self._ends = bytearray(), array("Q")
        for one in rows:
            self._bodies += repacked(one)
            self._ends.append(len(self._bodies))

    def __iter__(self) -> Iterator[Any]:
        start = 0
        for end in self._ends:
            yield _loaded(self._bodies[start:end], self._row).row
            start = end

    def __len__(self) -> int:
        return len(self._ends)

    def __contains__(self, row: object) -> bool:
        return any(one == row for one in self)


def repacked(row: Any, earlier: bytes = b"") -> bytes:
    """A row that lies among packed ones; in the bytes that it had before where it says the same."""
    body = _dumped(Entry(row, cast("Node", None)))
    return earlier if earlier and marshal.loads(earlier)[1:] == marshal.loads(body)[1:] else body  # noqa: S302 - as below


def put(key: str, parts: Sequence[tuple[str, Packed]]) -> None:
    """Keep the entries of each kind under a key of the cache, some at a time: all at once would take as much again."""
    rows = ((kind, some) for kind, entries in parts for some in _some(entries.bodies))
    shelf.put(NAME, key, rows, (), tuple(kind for kind, _ in parts))


def _some(bodies: Mapping[str, Body]) -> Iterator[tuple[tuple[str, Body], ...]]:
    left = iter(bodies.items())
    while some := tuple(islice(left, _AT_ONCE)):
        yield some


def entries_of(key: str, kinds: Mapping[str, KnowledgeKind]) -> list[tuple[str, Packed]] | None:
    """What was kept under a key; None where there is nothing, or it is not as it should be."""
    kept = shelf.opened(NAME, key)
    if kept is None:
        return None
    try:
        found = {kind: Packed(kinds[kind].row, {}) for kind in kept.about}
        for number in range(len(kept)):
            kind, some = kept.row(number)
            found[kind].bodies.update(some)
        # Whether they can be read shows at the first entry: the file is as it was written.
        for entries in found.values():
            next(iter(entries.values()), None)
    except (LookupError, TypeError, ValueError, EOFError, ProblemError):
        return None
    return list(found.items())


def _dumped(entry: Entry) -> bytes:
    """Where an entry is silent, which of its values are packed, and the values up to the last that says anything."""
    cls: Any = type(entry.row)
    own = _values(cls)(entry.row)
    values = [packed(value) for value in own]
    odd = tuple(number for number, value in enumerate(own) if values[number] != value)
    for usual in reversed(_usual(cls)):
        if values[-1] is not usual:
            break
        del values[-1]
    return store.dumped((entry.silent, odd, *values))


def _loaded(body: bytes | bytearray, row: type[Any]) -> Entry:
    silent, odd, *values = marshal.loads(body)  # noqa: S302 - its hash was checked, or it was made in this process
    for number in odd:
        values[number] = unpacked(values[number], {})
    return Entry(row(*values), cast("Node", None), silent)


@cache
def _values(row: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
    return attrgetter(*(field.name for field in fields(row)))


@cache
def _usual(row: type[Any]) -> tuple[Any, ...]:
    """What the last fields of a row hold unless it is said."""
    return tuple(field.default for field in fields(row) if field.default is not MISSING)
