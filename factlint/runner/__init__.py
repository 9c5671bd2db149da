"""Where the work of a run is done: one module a way, all with one protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.article import Article
    from factlint.engine.article import Mapped
    from factlint.engine.run import Engine


class Runner(Protocol):
    """Maps articles; the results come in the order of the articles."""

    def __call__(self, engine: Engine, articles: Iterable[tuple[Article, bool]]) -> Iterator[Mapped]:
        """Map each article; the flag says whether it is a reference article."""
