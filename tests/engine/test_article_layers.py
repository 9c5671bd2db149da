"""The facts of one article as rows: made once, and gone with the article."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

from newsdesk import Facts, article, fact, query_rule

from factlint.app.session import opened
from factlint.article import Card
from factlint.engine.layers import Layers
from factlint.engine.plan import planned
from factlint.engine.rows import Known
from factlint.engine.run import Engine
from factlint.knowledge import Knowledge

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

KNOWN = Known(Knowledge({}))
CARD = Card("a.txt", "a.txt")
TEXT = (
    "Harbour opens late\n\n"
    "The harbour of Nordhaven opened on Tuesday, Dec. 16, 2025, said mayor Jana Lind, 52. It cost €3 million.\n\n"
    "“We have waited long,” Lind said. “It was worth it,” she said, and the mayor thanked the council.\n\n"
    "“Nobody else would have built it,” she said of Nordhaven and Osthaven. The quay is old. It is deep. It is wide.\n"
)


def layers() -> Layers:
    return Layers(Facts(CARD, {"date": [fact(0, year=2), fact(1, year=2), fact(2)]}), KNOWN)  # type: ignore[arg-type]


def test_rows_are_made_once_and_have_the_card_of_their_article() -> None:
    made = layers()
    rows = made.rows("date")
    assert [(row.fact.start, row.card) for row in rows] == [(0, CARD), (1, CARD), (2, CARD)]
    assert made.rows("date") is rows
    assert made.rows("name") == ()


def test_a_scope_has_the_facts_of_the_article_and_an_index_of_them() -> None:
    [rule] = query_rule("from date d where d.year is known").rules
    made = layers()
    scope = made.scope(planned(rule, KNOWN.knowledge))
    assert scope.card is CARD
    assert scope.facts("date") is made.rows("date")
    assert list(scope.index("date", "year")[2]) == list(made.rows("date")[:2])


def test_nothing_that_was_read_outlives_what_the_article_gave(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "cache"))
    session = opened(tmp_path, None, {})
    engine = Engine(session.rules, session.knowledge)
    engine.map(article(TEXT, "first.txt"))
    reading = engine.read(article(TEXT, "second.txt"))
    gone = weakref.ref(reading)
    gc.collect()
    gc.disable()  # what is left to it stays in memory for thousands of articles
    try:
        mapped = engine.map_reading(reading)
        del reading
        assert gone() is None
    finally:
        gc.enable()
    assert mapped.card.id == "second.txt"
