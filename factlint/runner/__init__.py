"""Where the work of a run is done: one module a way, all with one protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.article import Article
    from factlint.engine.partners import Memory
    from factlint.engine.run import Sent, Telling, Told
    from factlint.text.problem import Problem


class CannotStartError(Exception):
    """Worker processes end before they have begun."""


class Runner(Protocol):
    """Maps articles and reduces stories; what comes of them does not depend on which runner does it.

    ``problems`` are the articles and stories that were lost on the way, each of which then has no result.
    """

    @property
    def problems(self) -> list[Problem]:
        """What was lost so far."""

    @property
    def memory(self) -> Memory | None:
        """What is kept from one run to the next; None where nothing is."""

    def map(self, articles: Sequence[tuple[Article, bool]]) -> Iterator[Sent]:
        """What each article gives, in any order; the flag says whether it is a reference article."""

    def tell(self, stories: Sequence[Telling]) -> Iterator[tuple[int, Told]]:
        """What the story rules find in each story, with its number, in any order."""

    def close(self) -> None:
        """End all that the runner has started; it can be called at any moment, and more than once."""
