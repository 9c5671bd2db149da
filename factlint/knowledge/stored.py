"""Knowledge that stays in a file of the cache: a row is read when it is asked for, an index is not read at all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast, overload

from factlint.cache import shelf, store
from factlint.cache.packing import packed, unpacked
from factlint.knowledge import Knowledge, kinds
from factlint.text.forms import comparable
from factlint.text.neighbours import MOST_EDITS, near_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factlint.cache.shelf import Shelf

T = TypeVar("T")


def put(name: str, key: str, knowledge: Knowledge) -> None:
    """Keep knowledge under a key of the cache."""
    ranges: dict[str, tuple[int, int]] = {}
    end = 0
    for kind in sorted(kinds()):
        ranges[kind] = (end, end + len(knowledge.each(kind)))
        end = ranges[kind][1]
    rows = (packed(row) for kind in ranges for row in knowledge.each(kind))
    shelf.put(name, key, rows, _pairs(knowledge, ranges), ranges)


def opened(name: str, key: str) -> Knowledge | None:
    """The knowledge that was put under a key; None where there is none."""
    found = shelf.opened(name, key)
    if found is None or not isinstance(found.about, dict) or set(found.about) != set(kinds()):
        return None
    return Stored(found, found.about, (name, key))


def _again(name: str, key: str) -> Knowledge:
    """The knowledge under a key in another process. Raises LookupError where the cache has lost it since."""
    found = opened(name, key)
    if found is None:
        raise LookupError(f"the cache has no {name} under {key} any more")
    return found


def _pairs(knowledge: Knowledge, ranges: dict[str, tuple[int, int]]) -> Iterator[tuple[str, int]]:
    """All keys that lead to a row, and the numbers of the rows."""
    for name, (start, _) in ranges.items():
        kind = kinds()[name]
        words: set[str] = set()
        for number, row in enumerate(knowledge.each(name), start):
            for lookup, texts_of in kind.lookups.items():
                for text in texts_of(row):
                    yield _key(name, lookup, text), number
            word = getattr(row, kind.near) if kind.near is not None else ""
            if word and word not in words:
                words.add(word)
                for text in near_keys(word):
                    yield _key(name, "", text), number


def _key(kind: str, lookup: str, text: str) -> str:
    return f"{kind}\0{lookup}\0{text}"


class Stored(Knowledge):
    """Knowledge in a file; rows that were read once stay the same objects."""

    def __init__(self, rows: Shelf, ranges: dict[str, tuple[int, int]], place: tuple[str, str]) -> None:
        self._shelf = rows
        self._place = place
        self._read: dict[int, Any] = {}
        self._ranges = ranges
        super().__init__({kind: _Rows(partial(self._row, kind), start, end) for kind, (start, end) in ranges.items()})

    def __reduce__(self) -> tuple[Callable[..., Knowledge], tuple[Any, ...]]:
        """Another process opens the same file."""
        return _again, self._place

    def looks_up(self, kind: str, lookup: str) -> bool:
        """See Knowledge."""
        return lookup in kinds()[kind].lookups

    def found(self, kind: str, lookup: str, text: str) -> tuple[Any, ...]:
        """See Knowledge."""
        texts_of = kinds()[kind].lookups[lookup]
        rows = (self._row(kind, number) for number in self._numbers(kind, lookup, text))
        return tuple(row for row in rows if text in texts_of(row))

    def count(self, kind: str, lookup: str, text: str) -> int:
        """See Knowledge."""
        return self._shelf.count(_key(kind, lookup, text))

    def near(self, kind: str, name: str, word: str, edits: int) -> tuple[Any, ...] | None:
        """See Knowledge."""
        if name != kinds()[kind].near or not self.looks_up(kind, name) or edits > MOST_EDITS:
            return None
        numbers = {number for key in near_keys(word, edits) for number in self._numbers(kind, "", key)}
        words = dict.fromkeys(getattr(self._row(kind, number), name) for number in sorted(numbers))
        # One row stands for all with its word.
        return tuple(row for one in words for row in self._with(kind, name, one))

    def kept(self, name: str, make: Callable[[Knowledge], T]) -> T:
        """See Knowledge."""
        if make not in self._made:
            self._made[make] = self._again(f"{self._place[0]}-{name}", make)
        return cast("T", self._made[make])

    def _again(self, name: str, make: Callable[[Knowledge], T]) -> T:
        """What is in the cache under a name; else made, and put there."""
        value: T | None = store.get(name, self._place[1])
        if value is None:
            value = make(self)
            store.put(name, self._place[1], value)
        return value

    def _with(self, kind: str, name: str, word: str) -> Iterator[Any]:
        return (row for row in self.found(kind, name, comparable(word)) if getattr(row, name) == word)

    def _numbers(self, kind: str, lookup: str, text: str) -> Iterator[int]:
        """The rows of a kind that lie under a key, and perhaps another of that kind."""
        start, end = self._ranges[kind]
        return (number for number in self._shelf.numbers(_key(kind, lookup, text)) if start <= number < end)

    def _row(self, kind: str, number: int) -> Any:
        row = self._read.get(number)
        if row is None:
            cls = kinds()[kind].row
            row = self._read[number] = unpacked(self._shelf.row(number), {cls.__name__: cls})
        return row


class _Rows(Sequence[Any]):
    """The rows of one kind, each read when it is asked for."""

    def __init__(self, row: Callable[[int], Any], start: int, end: int) -> None:
        self._row = row
        self._range = range(start, end)

    def __len__(self) -> int:
        return len(self._range)

    @overload
    def __getitem__(self, at: int) -> Any: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Any, ...]: ...
    def __getitem__(self, at: int | slice) -> Any:
        if isinstance(at, slice):
            return tuple(map(self._row, self._range[at]))
        return self._row(self._range[at])

    def __iter__(self) -> Iterator[Any]:
        return map(self._row, self._range)
