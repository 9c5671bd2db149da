"""Work in batches that are neither too many nor too large."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")


def batches(items: Iterable[T], most: int, largest: int, size: Callable[[T], int]) -> Iterator[list[T]]:
    """Items in their order, at most so many together, and together not larger than that; one alone may be."""
    batch: list[T] = []
    sizes = 0
    for item in items:
        own = size(item)
        if batch and (len(batch) >= most or sizes + own > largest):
            yield batch
            batch, sizes = [], 0
        batch.append(item)
        sizes += own
    if batch:
        yield batch
