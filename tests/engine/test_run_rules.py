"""Rules of the run: they see all articles, whatever their stories, and how many of them have a word."""

from __future__ import annotations

import pytest
from newsdesk import findings, outcome, places, query_rule

from factlint.ruleset.load import RuleFile, load

NAMED = "The mediator Karel {} spoke to the ministers of both sides for two hours on Monday, officials said."


def rare(least: str = "< 2") -> object:
    return query_rule(
        f'from name n of the same run where n.surname = "Novotni" and articles_with(n.surname) {least}',
        "{n.surname}",
        own="names_x",
    )


@pytest.mark.parametrize("how", ["all", "none", "auto"])
def test_the_run_is_counted_whatever_the_stories(how: str) -> None:
    one, two = NAMED.format("Novotni"), NAMED.format("Novotny")
    assert len(findings(rare(), one, two, how=how)) == 1  # type: ignore[arg-type]
    assert not findings(rare(), one, one, how=how)  # type: ignore[arg-type]


def test_a_run_of_one_article_is_a_run() -> None:
    assert places(findings(rare(), NAMED.format("Novotni"))[0]) == [("a.txt", "Karel Novotni")]  # type: ignore[arg-type]


def test_words_are_counted_in_groups_too() -> None:
    rule = query_rule(
        "from name n of the same run where n.given = 'Karel' grouped by n.given "
        "having least(articles_with(n.surname)) = 1 report n where articles_with(n.surname) < 2",
        "{n.surname}",
        own="names_x",
    )
    found = findings(rule, *(NAMED.format(name) for name in ("Novotni", "Novotny", "Novotny")))
    assert [places(one) for one in found] == [[("a.txt", "Karel Novotni")]]


def test_outside_a_rule_of_the_run_the_count_is_refused() -> None:
    file = RuleFile(
        "rules/names/x.yaml",
        "names/x.yaml",
        "severity: note\nfind: from name n where articles_with(n.surname) < 2\nmessage: found\n",
    )
    [problem] = load([file]).problems
    assert "articles_with() is for rules of the run" in problem.render()


def test_the_order_of_articles_does_not_matter() -> None:
    texts = [NAMED.format(name) for name in ("Novotni", "Novotny", "Novotny")]
    first = outcome(rare(), *texts).findings  # type: ignore[arg-type]
    assert len(first) == len(outcome(rare(), *reversed(texts)).findings) == 1  # type: ignore[arg-type]
