"""One article after the other, in this process."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.article import Article
    from factlint.engine.article import Mapped
    from factlint.engine.run import Engine


def run(engine: Engine, articles: Iterable[tuple[Article, bool]]) -> Iterator[Mapped]:
    """Map each article in turn."""
    for article, reference in articles:
        yield engine.map(article, reference=reference)
