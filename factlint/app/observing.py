"""Who looks on while a run is made: the progress bar, or whoever wants to know what took how long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_Item = TypeVar("_Item")


class Observer(Protocol):
    """Is told of the stages of a run. What it does must not change what comes out."""

    def stage(self, name: str, steps: int = 0, done: int = 0) -> None:
        """A stage begins, and the one before it has ended; ``steps`` is how many of them it takes, 0: unknown.

        So many of them were ``done`` before, in a run that goes on from there.
        """

    def step(self, articles: int = 1) -> None:
        """A step of the stage is done, and with it so many articles."""


class Unobserved:
    """Nobody looks on."""

    def stage(self, name: str, steps: int = 0, done: int = 0) -> None:
        """Says nothing."""

    def step(self, articles: int = 1) -> None:
        """Says nothing."""


NOBODY = Unobserved()


def stepped(observer: Observer, items: Iterable[_Item]) -> Iterator[_Item]:
    """The items; each is a step once it is there."""
    for item in items:
        observer.step()
        yield item
