"""Which rules of the run are told in pieces: those whose findings no fact outside a piece could change."""

from __future__ import annotations

import pytest
from newsdesk import article, findings, outcome, query_rule, related

from factlint.engine.run import Engine

TWO = "from name n, name m of different articles of the run where n.text is close to m.text within 1 edits"
SURNAMES = "from name n, name m of different articles of the run where n.surname = m.surname and n.text != m.text"
MIXED = "from name n, name m of different articles of the run where n.text = m.surname"


def is_apart(find: str, message: str = "{n.text}", **keys: str) -> bool:
    rules = query_rule(find, message, own="names_x", **keys)
    [pair] = Engine(rules.rules, rules.knowledge).pairs
    return pair.apart


@pytest.mark.parametrize(
    ("find", "message"),
    [
        (TWO, "{n.text}"),
        (TWO, "they write {m.text}"),
        (f"{TWO} grouped by n.text", "found"),
        (f"{TWO} grouped by m.text, n.kind having articles(m.article) > 1", "found"),
        (f"{SURNAMES} grouped by n.surname", "found"),
        (f"{TWO} and no(person p where p.name = n.text)", "{n.text}"),
        (f"{TWO} and no(name o where o.article = n.article and o.text = m.text)", "{n.text}"),
        (f"{TWO} and count(name o where m.article = o.article) < 3", "{n.text}"),
    ],
)
def test_these_are(find: str, message: str) -> None:
    assert is_apart(find, message)


@pytest.mark.parametrize(
    ("find", "message"),
    [
        (TWO, "found"),
        (TWO, "{differing(n.text, m.text)}"),
        (f"{TWO} grouped by n.kind", "{n.text}"),
        (f"{TWO} grouped by n.surname", "{n.text}"),
        (SURNAMES, "{n.text}"),
        (MIXED, "{n.text}"),
        (f"{TWO} and articles_with(n.text) < 3", "{n.text}"),
        (TWO, "{n.text}: {articles_with(n.text)}"),
        (f"{TWO} grouped by n.text having least(articles_with(n.text)) < 3", "found"),
        (f"{TWO} and story.size > 3", "{n.text}"),
        (f"{TWO} and no(name o where o.text = m.text)", "{n.text}"),
        (f"{TWO} and no(name o where o.article != n.article and o.surname = m.text)", "{n.text}"),
        (f"{TWO} and no(name o where o.article = n.article or o.text = m.text)", "{n.text}"),
    ],
)
def test_these_are_not(find: str, message: str) -> None:
    assert not is_apart(find, message)


@pytest.mark.parametrize("key", ["suggest", "label", "accept"])
def test_no_part_of_a_rule_may_ask_the_run(key: str) -> None:
    assert is_apart(TWO, **{key: "{m.text}"})
    assert not is_apart(TWO, **{key: "{m.text} {articles_with(m.text)}"})


@pytest.mark.parametrize(("group", "apart"), [("article", False), ("story", False), ("n.text", True)])
def test_all_of_a_finding_must_be_of_one_piece(group: str, apart: bool) -> None:
    assert is_apart(TWO, group=group) is apart


def named(*names: str) -> str:
    return " ".join(f"The mediator {name} spoke to the ministers for two hours on Monday." for name in names)


def test_versions_of_one_article_are_known_by_those_between_them() -> None:
    """The first and the last one are versions, though the one between them has nothing to do with the rule."""
    rules = query_rule(TWO, "{n.text} {m.text}", own="names_x")
    first = article(named("Karel Novotny"), "a.txt")
    between = article("The mediator spoke to the ministers for two hours.", "b.txt", supersedes="a.txt")
    last = article(named("Karel Novotni"), "c.txt", supersedes="b.txt")
    assert not findings(rules, first, between, last)
    assert findings(rules, first, last)


def test_what_one_piece_leaves_open_adds_up() -> None:
    rules = query_rule(f"{TWO} and n.entity = m.entity", "{n.text} {m.text}", own="names_x")
    texts = [named("Karel Novotny", "Petra Lindqvist"), named("Karel Novotni", "Petra Lindqvst")]
    alone = outcome(rules, *(named(name) for name in ("Karel Novotny", "Karel Novotni"))).undecided
    assert sum(case.count for case in outcome(rules, *texts).undecided) == 2 * sum(case.count for case in alone) > 0


def test_a_finding_has_all_articles_of_its_piece() -> None:
    rules = query_rule(f"{TWO} grouped by n.text report n where n.text != majority(m.text)", "{n.text}", own="names_x")
    found = findings(rules, named("Karel Novotny"), named("Karel Novotni", "Omar Haddad"), named("Omar Hadad"))
    assert sorted(one.message for one in found) == ["Karel Novotni", "Karel Novotny", "Omar Hadad", "Omar Haddad"]
    assert [related(one, "other") for one in found if one.message == "Omar Hadad"] == [[("b.txt", "Omar Haddad")]]
