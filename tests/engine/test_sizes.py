"""Groups that are too small for their rule are told by the rule alone."""

from __future__ import annotations

import pytest
from newsdesk import query_rule

from factlint.engine.plan import planned
from factlint.knowledge import Knowledge


@pytest.mark.parametrize(
    ("having", "rows", "articles"),
    [
        pytest.param("variants(a.year) > 1", 2, 1, id="more than one"),
        pytest.param("variants(a.year) >= 3", 3, 1, id="three at least"),
        pytest.param("1 < articles(a.article)", 2, 2, id="the other way round"),
        pytest.param("variants(a.year) >= 1", 1, 1, id="any"),
        pytest.param("variants(a.year) = 2", 1, 1, id="equality is not looked into"),
        pytest.param("articles(a.article) > articles(b.article)", 2, 2, id="more articles than others"),
        pytest.param("articles(a.article) > variants(b.year)", 2, 2, id="more articles than values"),
        pytest.param("variants(a.year) > least(b.year)", 1, 1, id="more than a value"),
        pytest.param("variants(a.year) > 1 and articles(a.article) > 2", 3, 3, id="both"),
        pytest.param("variants(a.year) > 1 or articles(a.article) > 2", 2, 1, id="either"),
        pytest.param("variants(a.year) > 1 or a.month is known", 1, 1, id="either, one of any size"),
        pytest.param("not variants(a.year) > 1", 1, 1, id="the opposite"),
    ],
)
def test_how_large_a_group_must_be(having: str, rows: int, articles: int) -> None:
    find = f"from date a, date b of the same story where a.day = b.day grouped by a.day having {having}"
    [rule] = query_rule(find).rules
    plan = planned(rule, Knowledge({}))
    assert (plan.least_rows, plan.least_articles) == (rows, articles)


@pytest.mark.parametrize(
    ("having", "wanted"),
    [
        pytest.param("variants(a.year) > 1", [("a", 1)], id="one value"),
        pytest.param("variants(a.year) > 1 and variants(b.month) > 2", [("a", 1), ("b", 2)], id="two values"),
        pytest.param("a.day is known and variants(a.year) > 1", [("a", 1)], id="after something else"),
        pytest.param("least(b.day) > 1 and variants(a.year) > 1", [("a", 1)], id="after another function"),
        pytest.param("variants(a.year + 1) > 1", [("a", 1)], id="what is made of a value"),
        pytest.param("variants(a.year + b.year) > 1", [], id="a value of two facts"),
        pytest.param("variants(a.article.source) > 1", [], id="a value of the article"),
        pytest.param("variants(story.year) > 1", [], id="a value of the story"),
        pytest.param("variants(1) > 1", [], id="no value of a fact"),
        pytest.param("variants(a.year) > 1 or a.month is known", [], id="either"),
        pytest.param("variants(a.year) < 3", [], id="at most"),
    ],
)
def test_how_varied_a_group_must_be(having: str, wanted: list[tuple[str, int]]) -> None:
    find = f"from date a, date b of the same story where a.day = b.day grouped by a.day having {having}"
    [rule] = query_rule(find).rules
    assert [(one.variable, one.than) for one in planned(rule, Knowledge({})).varied] == wanted


def test_only_articles_are_counted_as_articles() -> None:
    find = "from date a of the same story where a.day is known grouped by a.day having articles(a) > 1"
    with pytest.raises(AssertionError, match=r"this is a date, but an article is needed here(.|\n)*write a\.article"):
        query_rule(find)


def test_facts_of_different_articles_need_two() -> None:
    [rule] = query_rule("from date a, date b of different articles where a.day = b.day").rules
    assert planned(rule, Knowledge({})).least_articles == 2
