"""One article after the other, in this process."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.article import Article
    from factlint.engine.run import Engine, Sent, Telling, Told
    from factlint.text.problem import Problem


class Serial:
    """Does everything at once, and where it is asked."""

    memory = None

    def __init__(self, engine: Engine) -> None:
        self.problems: list[Problem] = []
        self._engine = engine

    def map(self, articles: Sequence[tuple[Article, bool]]) -> Iterator[Sent]:
        """See Runner."""
        return (self._engine.map(article, reference=reference) for article, reference in articles)

    def tell(self, stories: Sequence[Telling]) -> Iterator[tuple[int, Told]]:
        """See Runner."""
        return enumerate(map(self._engine.tell, stories))

    def close(self) -> None:
        """See Runner."""
