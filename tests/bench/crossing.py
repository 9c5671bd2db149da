"""How what is asked across articles grows with their number, in one process: grouping, and each rule of stories.

The articles are the quotation-heavy reports of ``tests/scan/talk.py``, in which stories of five to ten are told; a pair
of a story shares people, a place and a quotation. Grouping is compared with a comparison of each with each.
"""

from __future__ import annotations

import datetime
import gc
import importlib
import sys
import time
from collections import defaultdict
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factlint.app.session import opened
from factlint.article import Article, Metadata
from factlint.engine import alike, story
from factlint.engine.run import Engine

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.engine.article import Mapped
    from factlint.engine.grouping import Features

_SMALL = 0.003  # seconds: below that a ratio is noise
_TURNS = 2  # of which the quicker one counts: a collection of garbage falls into one or the other
_TALK = Path(__file__).resolve().parents[1] / "scan"


def growth(folder: Path, count: int) -> Iterator[tuple[str, tuple[float, ...]]]:
    """CPU seconds for so many articles, twice and four times as many: of grouping, and of rules of stories and the run."""
    sizes = tuple(count * times for times in (1, 2, 4))
    engine, sent = _mapped(folder, sizes[-1])
    for name, days in (("grouping, dated", True), ("grouping, undated", False)):
        features = _features(sent, days)
        yield name, tuple([min(_seconds_to_group(features[:size]) for _ in range(_TURNS)) for size in sizes])
    spent = [_least([_seconds_by_rule(engine, sent[:size]) for _ in range(_TURNS)]) for size in sizes]
    for rule in sorted(spent[-1], key=lambda rule: -spent[-1][rule]):
        if spent[-1][rule] > _SMALL * len(sizes):
            yield rule, tuple([of_size.get(rule, 0.0) for of_size in spent])


def times(less: float, more: float) -> str:
    """A ratio; none where what is divided by is too small to be measured."""
    return f"{more / less:.2f}" if less > _SMALL else "-"


def recall(features: Sequence[Features]) -> float:
    """The share of pairs that an index finds, of those that a comparison of each with each finds."""
    found = set(alike.likened(features))
    with _exact():
        exact = set(alike.likened(features))
    return len(found & exact) / len(exact) if exact else 1.0


def recalled(folder: Path, count: int) -> dict[str, float]:
    """The recall of grouping for dated and undated articles."""
    _, sent = _mapped(folder, count)
    return {name: recall(_features(sent, days)) for name, days in (("dated", True), ("undated", False))}


def _mapped(folder: Path, count: int) -> tuple[Engine, list[Mapped]]:
    session = opened(folder, None, {})
    engine = Engine(session.rules, session.knowledge)
    articles = (
        Article("w.jsonl", one["id"], one["text"], Metadata(published=datetime.date.fromisoformat(one["published"])))
        for one in islice(_reports(count), count)
    )
    return engine, [engine.map(article) for article in articles]


def _reports(count: int) -> Iterator[Mapping[str, Any]]:
    sys.path.append(str(_TALK))
    reports: Iterator[Mapping[str, Any]] = importlib.import_module("talk").reports(count)
    return reports


def _features(sent: Sequence[Mapped], days: bool) -> list[Features]:
    return [one.features if days else one.features._replace(day=None) for one in sent]


def _seconds_to_group(features: Sequence[Features]) -> float:
    gc.collect()
    start = time.process_time()
    for _ in alike.likened(features):
        pass
    return time.process_time() - start


def _seconds_by_rule(engine: Engine, sent: Sequence[Mapped]) -> dict[str, float]:
    spent: dict[str, float] = defaultdict(float)
    applied = story.applied

    def timed(plan: Any, *given: Any) -> Any:
        start = time.process_time()
        try:
            return applied(plan, *given)
        finally:
            spent[plan.rule.id] += time.process_time() - start

    story.applied = timed
    try:
        gc.collect()
        engine.reduce(sent, "auto")
    finally:
        story.applied = applied
    return spent


def _least(turns: Sequence[Mapping[str, float]]) -> dict[str, float]:
    return {rule: min(turn.get(rule, 0.0) for turn in turns) for turn in turns for rule in turn}


@contextmanager
def _exact() -> Iterator[None]:
    """No word is too common, and no pair too weak to be looked at."""
    holders, rare = alike.HOLDERS, alike.RARE
    alike.HOLDERS, alike.RARE = sys.maxsize, 0.0
    try:
        yield
    finally:
        alike.HOLDERS, alike.RARE = holders, rare
