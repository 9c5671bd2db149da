"""What rules ask together is answered as if each had asked alone, and as the conditions say in a scope."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from naive import few_facts
from newsdesk import Facts, fact, query_rule
from test_join import QUERIES

from factlint.article import Card
from factlint.engine import quick
from factlint.engine.article import arranged
from factlint.engine.join import Execution
from factlint.engine.narrowing import narrowed
from factlint.engine.plan import Pending, planned
from factlint.engine.rows import ArticleRows, Known
from factlint.engine.sieves import Sieves
from factlint.knowledge import Knowledge
from factlint.lang.scope import Row

RULES = [
    rule for name, find in QUERIES.items() for rule in query_rule(find, own=f"dates_{name.replace(' ', '_')}").rules
]
KNOWN = Known(Knowledge({}))
CONDITIONS = [
    "d.year is known",
    "d.year is unknown",
    "d.quoted",
    "not d.quoted",
    "d.year = 2",
    "d.year != 2",
    "d.year > 1",
    "d.year = d.month",
    "d.year + 1 = d.month",
    "d.year > 1 or d.month is known",
    "d.year > 1 and d.year < 3",
    "d.year between 1 and 2",
    'd.section = "caption"',
    'd.section != "caption"',
    'd.section in ["caption", "headline"]',
    'd.section matches /^c/',
    'd.section contains "body"',
    "size(d.section) > 1",
    "d.section = d.text or d.day = d.month",
    "d.year in [d.month, d.day]",
    "not (d.year > 1 or d.month > 1)",
    "d.article.published is known",
]  # fmt: skip


def article(found: list[Any], number: int = 0, **more: list[Any]) -> Facts:
    return Facts(Card(f"{number}.txt", f"{number}.txt"), {"date": found, **more})


@pytest.mark.parametrize("condition", CONDITIONS)
@settings(max_examples=40)
@given(st.data())
def test_an_answer_without_a_scope_is_the_same(condition: str, data: st.DataObject) -> None:
    [rule] = query_rule(f"from date d where {condition}").rules
    plan = planned(rule, KNOWN.knowledge)
    rows = ArticleRows(article(data.draw(few_facts("date"))), KNOWN)  # type: ignore[arg-type]
    candidates = [(row, data.draw(st.sampled_from([None, "that is unknown"]))) for row in rows.layer("date")]
    for check in plan.steps[0].filters:
        slowly = narrowed(candidates, "d", [check], rows.scope(plan))
        assert (check.quick(candidates) if check.quick is not None else slowly) == slowly
    assert (plan.steps[0].filters[0].quick is None) is ("article" in condition)


def test_answers_are_the_same_when_no_more_can_be_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick, "REMEMBERED", 2)
    [rule] = query_rule("from date d where d.year > 2").rules
    check = planned(rule, KNOWN.knowledge).steps[0].filters[0]
    years = [1, 3, 2, None, 4, 1, None, 3, 5]
    candidates: list[Any] = [(Row(fact(number, year=year), None), None) for number, year in enumerate(years)]
    assert check.quick is not None
    left = check.quick(candidates)
    assert [(row.fact.year, missing) for row, missing in left] == [
        *[(3, None), (None, "date year is unknown"), (4, None), (None, "date year is unknown"), (3, None), (5, None)]
    ]


@settings(max_examples=60)
@given(st.data())
def test_rules_together_find_what_each_finds_alone(data: st.DataObject) -> None:
    """The trees grow with the rules and from article to article; what they leave does not depend on it."""
    rules = data.draw(st.permutations([rule for rule in RULES if not rule.query.across]))[:12]
    pending = [Pending(rule, KNOWN.knowledge) for rule in rules]
    plans = arranged(pending)
    for number in range(3):
        kinds = ("name", "quote", "word", "list")
        reading = article(data.draw(few_facts("date")), number, **{kind: data.draw(few_facts(kind)) for kind in kinds})
        rows = ArticleRows(reading, KNOWN, plans.sieves)  # type: ignore[arg-type]
        led = {lead.number for lead in rows.leads()}
        for at, one in enumerate(plans.article):
            alone = ArticleRows(reading, KNOWN)  # type: ignore[arg-type]
            together, apart = Execution(one.plan, rows), Execution(one.plan, alone)
            assert together.rows() == apart.rows()
            assert together.undecided == apart.undecided
            waits = one.forms.words is None and one.first is not None
            assert at in led or not waits or not (apart.rows() or apart.undecided)


def test_what_begins_alike_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counted(get: Any, wanted: bool) -> quick.Quick:
        def left(candidates: list[Any]) -> list[Any]:
            asked.append(len(candidates))
            return candidates

        return left

    monkeypatch.setattr(quick, "_known", counted)
    first, second = (
        planned(query_rule(f"from date {d} where {d}.year is known and {d}.month {sign} 2").rules[0], KNOWN.knowledge)
        for d, sign in (("d", "="), ("day", ">"))
    )
    sieves = Sieves()
    rows = ArticleRows(article([fact(0, year=1, month=2), fact(1, year=2, month=3)]), KNOWN, sieves)  # type: ignore[arg-type]
    assert [row.fact.start for row, _ in rows.candidates(first, first.steps[0])] == [0]
    assert [row.fact.start for row, _ in rows.candidates(second, second.steps[0])] == [1]
    assert asked == [2]


def test_a_section_that_an_article_has_not_is_not_looked_into() -> None:
    plan = planned(query_rule("from date d in caption where d.year is known").rules[0], KNOWN.knowledge)
    rows = ArticleRows(article([fact(0, year=1)]), KNOWN)  # type: ignore[arg-type]
    rows.layer = None  # type: ignore[assignment, method-assign]
    assert rows.candidates(plan, plan.steps[0]) == []
