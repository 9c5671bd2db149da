"""What hangs together, told from pairs: one group for all that some chain of pairs joins."""

from __future__ import annotations

from itertools import chain
from typing import Generic, TypeVar

T = TypeVar("T", int, str)


class Components(Generic[T]):
    """Things that are joined pair by pair (a disjoint-set forest with path halving, Tarjan and van Leeuwen 1984).

    Each thing is led by the least of all that it hangs together with; one that was joined to none leads itself.
    """

    def __init__(self) -> None:
        self._above: dict[T, T] = {}

    def join(self, one: T, other: T) -> None:
        """These two, and all that either hangs together with, are one group."""
        first, second = self.leader(one), self.leader(other)
        if first != second:
            self._above[max(first, second)] = min(first, second)

    def leader(self, item: T) -> T:
        """What stands for the group of a thing."""
        above = self._above
        while (upper := above.get(item, item)) != item:
            above[item] = item = above.get(upper, upper)
        return item

    def joined(self) -> dict[T, T]:
        """Each thing that leads another or is led, with its leader."""
        return {item: self.leader(item) for item in chain(self._above, self._above.values())}
