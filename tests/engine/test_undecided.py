"""What a rule could not tell is counted: once for each set of facts, by article, with the reason."""

from __future__ import annotations

import datetime

import pytest
from newsdesk import article, outcome, query_rule

TEXT = (
    "They met on Tuesday, Dec. 15, 2025, in Oslo. They met again on Friday, Dec. 19, 2025. "
    "On May 3 Karel Novotny left. In June Jane Roe came."
)
YEAR, WEEKDAY = "date year is unknown", "date weekday is unknown"


@pytest.mark.parametrize(
    ("find", "found", "wanted"),
    [
        ("from date d where d.weekday = 'Monday'", 1, [(WEEKDAY, 1)]),
        ("from date d where d.year = 2026", 0, [(YEAR, 1)]),
        ("from date d where d.text is known", 1, []),
        ("from date d, name n where d.year = 2025 and n.surname = 'Roe'", 1, [(YEAR, 1)]),
        ("from date d, name n where d.year = 2025 and n.surname = 'Doe'", 0, []),
        ("from date d, name n where d.year = 2025 and n.given is known", 1, [(YEAR, 2)]),
        ("from date d, date e where d.year = e.year", 1, []),
        ("from date d where article.published > d.resolved", 0, [("published is unknown", 3)]),
        ("from date d where any(name n where n.start > d.year)", 0, [(YEAR, 1)]),
        ("from date d where any(date a where a.start > d.year)", 0, [(YEAR, 1)]),
        ("from date d where d.article.published > d.resolved", 0, [("published is unknown", 3)]),
        (
            "from date d where d.year = 2025 and any(name n where n.office = 'x')",
            0,
            [(YEAR, 1), ("it depends on something unknown", 2)],
        ),
    ],
)
def test_of_one_article(find: str, found: int, wanted: list[tuple[str, int]]) -> None:
    ended = outcome(query_rule(find), TEXT)
    assert bool(ended.findings) is bool(found)
    assert sorted((row.reason, row.count) for row in ended.undecided) == sorted(wanted)
    assert {(row.rule, row.path, row.id) for row in ended.undecided} <= {("dates/x", "a.txt", "a.txt")}


@pytest.mark.parametrize(
    ("find", "wanted"),
    [
        ("from date d of the same story where d.year = 2025", [("a.txt", YEAR, 1), ("b.txt", YEAR, 1)]),
        (
            "from date d of the same story where d.day > story.year and d.year is known",
            [("a.txt", "story year is unknown", 2), ("b.txt", "story year is unknown", 2)],
        ),
        (
            "from date d of the same story where d.year = 2025 + story.size - 2",
            [("a.txt", YEAR, 1), ("b.txt", YEAR, 1)],
        ),
        ("from date d of the same story where d.weekday = 'Sunday'", [("a.txt", WEEKDAY, 1), ("b.txt", WEEKDAY, 1)]),
        ("from date d, date e of different articles where d.year = e.year", []),
    ],
)
def test_of_a_story(find: str, wanted: list[tuple[str, str, int]]) -> None:
    ended = outcome(query_rule(find), TEXT, TEXT.replace("May 3", "May 4"))
    assert sorted((row.id, row.reason, row.count) for row in ended.undecided) == wanted


def test_a_published_article_leaves_nothing_open() -> None:
    rules = query_rule("from date d where article.published > d.resolved")
    ended = outcome(rules, article(TEXT, published=datetime.date(2026, 1, 1)))
    assert [row.reason for row in ended.undecided] == []
    assert ended.findings


def test_a_finding_says_one_way_to_accept_it() -> None:
    rules = query_rule(
        "from date d where d.weekday = 'Monday'", accept='["first --{d.text}", "second --{d.text}"]', own="dates_y"
    )
    [found] = outcome(rules, TEXT).findings
    assert [line.split(" ")[0] for line in found.accept] == ["first"]
