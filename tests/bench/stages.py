"""What each layer of a reading costs, in one process, start-up left out."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

from factlint.annotations import kinds
from factlint.app.session import opened
from factlint.article import Article, Metadata
from factlint.engine.run import Engine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from factlint.annotations import Reading

_DAY = date(2024, 11, 17)
_FIRST: dict[str, Callable[[Reading], object]] = {
    "sections": lambda reading: reading.sections,
    "sentences": lambda reading: reading.sentences,
    "quotations": lambda reading: reading.quoted_spans,
}
# These are read first, for others ask for them; the rest are added together.
_SHOWN = ("word", "name", "lookalike", "role", "acronym", "date", "quantity", "quote", "list")


def by_stage(texts: Sequence[str], folder: Path) -> dict[str, float]:
    """CPU seconds of each stage over all texts, in the order in which they run; what a stage asks for is done by then."""
    session = opened(folder, None, {})
    engine = Engine(session.rules, session.knowledge)
    articles = [Article(f"{index}.txt", f"{index}", text, Metadata(published=_DAY)) for index, text in enumerate(texts)]
    readings = [engine.read(article) for article in articles]
    spent = {name: _spent(find, readings) for name, find in _FIRST.items()}
    spent |= {kind: _spent(lambda reading, kind=kind: reading.layer(kind), readings) for kind in _SHOWN}
    others = [kind for kind in kinds() if kind not in _SHOWN]
    spent["all other layers"] = _spent(lambda reading: [reading.layer(kind) for kind in others], readings)
    start = time.process_time()
    mapped = [engine.map(article) for article in articles]
    spent["an article, rules included"] = time.process_time() - start
    start = time.process_time()
    engine.reduce(mapped, "auto")
    spent["stories"] = time.process_time() - start
    return spent


def _spent(find: Callable[[Reading], object], readings: Sequence[Reading]) -> float:
    start = time.process_time()
    for reading in readings:
        find(reading)
    return time.process_time() - start
