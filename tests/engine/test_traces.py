"""What became of each fact in a rule: which verdict, for want of what, after how many tries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from newsdesk import Facts, fact, prepared, query_rule

from factlint.article import Card
from factlint.engine.reasons import in_words
from factlint.engine.tracing import Tracer, roles
from factlint.lang.scope import Row
from factlint.text.lines import LineIndex

if TYPE_CHECKING:
    from factlint.engine.tracing import Trace

DATES = [
    fact(0, year=2025, month=5),
    fact(10, year=2024, month=5, sentence=2),
    fact(20, month=6),
    fact(30, year=2025, month=6, section="caption", sentence=2),
]
NAMES = [fact(2, surname="Roe"), fact(12, surname="Hale", given="Tom")]


def traces(find: str, kind: str, *articles: list[object]) -> list[Trace]:
    """The traces of all facts of a kind, in all their roles."""
    rules = query_rule(find)
    readings = [
        Facts(Card(f"{name}.txt", f"{name}.txt"), {"date": dates, "name": NAMES})  # type: ignore[dict-item]
        for name, dates in zip("abc", articles or [DATES], strict=False)
    ]
    plan, sources = prepared(rules.rules[0], rules.knowledge, readings)
    lines = {reading.card.key: LineIndex("x" * 5 + "\n" + "x" * 90) for reading in readings}
    return [
        tracer.trace(step, Row(one, reading.card))
        for source in sources
        for tracer in [Tracer(plan, source, lines)]
        for step in roles(plan, kind)
        for reading in readings
        for one in reading.facts(kind)
    ]


def brief(trace: Trace) -> tuple[str, int, str]:
    return trace.variable, trace.row.fact.start, trace.verdict


@pytest.mark.parametrize(
    ("find", "verdicts"),
    [
        ("from date d where d.year = 2025", ["found", "stopped", "unknown", "found"]),
        ("from date d where d.year = 2025 and d.month = 6", ["stopped", "stopped", "unknown", "found"]),
        ("from date d in caption where d.year = 2025", ["elsewhere", "elsewhere", "elsewhere", "found"]),
        ("from date d not in caption where d.year = 2025", ["found", "stopped", "unknown", "elsewhere"]),
        ("from date d, name n where d.month = 5", ["found", "found", "stopped", "stopped"]),
        ("from date d, person p where d.month = 5", ["alone", "alone", "stopped", "stopped"]),
        ("from date d, name n of the same sentence where n.given is known", ["found", "alone", "found", "alone"]),
        ("from date d grouped by d.month having variants(d.year) > 1", ["found", "found", "group", "group"]),
        ("from date d grouped by d.month having variants(d.year) > 1 report d where d.year = 2025", ["found", "right side", "group", "group"]),
    ],
)  # fmt: skip
def test_what_became_of_each_date(find: str, verdicts: list[str]) -> None:
    assert [brief(one) for one in traces(find, "date")] == [
        ("d", one.start, verdict) for one, verdict in zip(DATES, verdicts, strict=True)
    ]


def test_a_fact_is_followed_in_both_roles() -> None:
    found = traces("from date d, date e where d.year = e.year and d.month != e.month", "date")
    assert [brief(one) for one in found] == [
        ("d", 0, "found"), ("d", 10, "stopped"), ("d", 20, "unknown"), ("d", 30, "found"),
        ("e", 0, "other side"), ("e", 10, "stopped"), ("e", 20, "unknown"), ("e", 30, "other side"),
    ]  # fmt: skip
    stopped = found[1]
    assert (stopped.wanting, stopped.tried) == ("e", 2)
    assert [[name for name, _, _ in attempt.others] for attempt in stopped.attempts] == [["e"], ["e"]]
    assert [[place for _, _, place in attempt.others] for attempt in stopped.attempts] == [["2:25"], ["1:1"]]
    assert [[why.condition for why in attempt.reasons] for attempt in stopped.attempts] == [
        ["d.year = e.year"],
        ["d.year = e.year", "d.month != e.month"],
    ]


def test_the_nearest_of_many_are_told() -> None:
    dates = [fact(0, year=1, month=1), *(fact(10 * n, year=2, month=n) for n in range(1, 9))]
    [first, *_] = traces("from date d, date e where d.year = e.year and d.month != e.month", "date", dates)
    assert (first.verdict, first.wanting, first.tried) == ("stopped", "e", 8)
    # Those that fail one condition come before what fails two, and the nearer before the farther.
    assert [place for attempt in first.attempts for _, _, place in attempt.others] == ["2:15", "2:25"]
    assert [len(attempt.reasons) for attempt in first.attempts] == [1, 1]
    assert first.attempts[0].reasons[0].values == (("d.year", "1"), ("e.year", "2"))


def test_across_articles_a_place_says_in_which() -> None:
    find = "from date d, date e of different articles where d.month = e.month and d.year != e.year"
    found = traces(find, "date", [fact(0, year=1, month=5)], [fact(7, year=1, month=5), fact(9, year=2, month=6)])
    assert {one.verdict for one in found} == {"stopped"}
    assert [place for attempt in found[0].attempts for _, _, place in attempt.others] == ["b.txt:2:2", "b.txt:2:4"]
    found = traces(find, "date", [fact(0, year=1, month=5)], [fact(7, year=2, month=5)])
    assert [one.verdict for one in found] == ["found", "found", "other side", "other side"]


def test_a_condition_that_cannot_be_told_is_unknown() -> None:
    [attempt] = traces("from date d where d.year = 2025", "date")[2].attempts
    assert [(why.condition, why.answer, why.values) for why in attempt.reasons] == [
        ("d.year = 2025", None, (("d.year", "unknown"),))
    ]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "unknown"),
        ((), "nothing"),
        ((1, 2, 3, 4, 5, 6), "1, 2, 3, 4, 5, 6"),
        ((1, 2, 3, 4, 5, 6, 7), "1, 2, 3, 4, 5, 6, …"),
        ("x" * 70, f"“{'x' * 70}”"),
        ("x" * 71, f"“{'x' * 69}…”"),
        ("two\n words", "“two words”"),
        (Card("a", "desk/a.txt"), "desk/a.txt"),
        (Row(fact(0, surname="Roe"), None), "key "),
    ],
    ids=str,
)
def test_values_in_words(value: object, words: str) -> None:
    assert in_words(value) == words


@pytest.mark.parametrize(
    ("find", "values"),
    [
        ("from date d where any(name n where n.given = 'Ann')", (("name", "key "),)),
        ("from date d where any(name n where n.surname is unknown)", (("such name", "none of 2"),)),
        ("from date d where no(name n where n.surname is known)", (("such name", "key , key "),)),
        ("from date d where every(name n where n.surname = 'Roe')", (("other name", "key "),)),
        ("from date d where any(quote q where q.speaker = 'Ann')", (("such quote", "none is there"),)),
    ],
)
def test_what_a_quantifier_was_decided_by(find: str, values: tuple[tuple[str, str], ...]) -> None:
    [attempt] = traces(find, "date")[0].attempts
    assert [why.values for why in attempt.reasons] == [values]
