"""A plan with its indexes finds what a look at every combination finds."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from naive import Catalogue, Naive, compare, newsrooms, tries, unordered, ways
from newsdesk import Facts, fact, outcome, prepared, query_rule

from factlint.article import Card, Story
from factlint.engine.join import Execution
from factlint.engine.plan import planned
from factlint.knowledge import Knowledge

if TYPE_CHECKING:
    from collections.abc import Sequence


QUERIES = {
    "equal": "from date a, date b where a.month = b.month and a.day = b.day and a.year != b.year",
    "equal with a sum": "from date a, date b where a.year = b.year + 1",
    "equal lists": "from date a, date b where [a.year, a.month] = [b.year, b.month]",
    "both on one side": "from date a, date b where b.year = a.year + b.month - 1",
    "a sum of two": "from date a, date b where a.month = a.year + b.year",
    "two against two": "from date a, date b where a.month + b.day = a.year + b.year",
    "three dates": "from date a, date b, date c where a.year = b.year and b.month = c.month and c.day > a.day",
    "one or the other": "from date a, date b where a.year = b.year or a.month = b.month and a.day = b.day",
    "unlike": "from date a, date b where not (a.year = b.year or a.month = b.month)",
    "one alone": "from date a where a.year > 2 and a.month is known",
    "nothing asked": "from date a, date b",
    "one text": 'from name n where n.surname = "merz" and n.given is known and n.office = "macron"',
    "yes and no": "from date a, date b not in caption where a.quoted and not b.quoted and a.year = b.year",
    "asked twice": "from name n, name m where n.given is known and m.given is known and n.given = m.given and not m.quoted",
    "word of a list": 'from word w, spelling s where s.list = "names/x" and w.form = s.wrong',
    "word in a field": "from word w, person p where w.form in p.accepted",
    "words written out": 'from word w where w.form in ["Kiev", "Donbass"]',
    "known name": "from name n, person p where n.entity = p.key and n.surname != p.surname",
    "two known": "from name n, person p, person q where n.surname = p.surname and n.given = q.given and p.surname = q.surname",
    "equal fields": "from name n, person p, person q where p.accepted = q.accepted",
    "as many": "from name n, person p where count(name m where m.surname = p.surname) = n.start",
    "close": "from name n, person p where n.entity is unknown and n.surname is close to p.surname within 2 edits",
    "close in one": "from name n, name m where n.surname is close to m.surname within 1 edit",
    "close to a long list": "from name n, person p where n.surname is close to p.surname within 3 edits",
    "close to a field": "from name n, person p where n.surname is close to p.given within 1 edit",
    "sounds like a known one": "from name n, person p where n.surname sounds like p.surname and n.given = p.given",
    "like a known one": "from quote q, person p where q.text is like p.name at least 40%",
    "one known": 'from name n, person p where p.surname = "Merz" and n.given = p.given',
    "a part of a known one": 'from name n, person p where p.name contains "closer" and n.given = p.given',
    "known by a long field": "from name n, person p where n.surname in p.accepted",
    "known in several": "from name n, person p, person q where n.given = p.given and q.surname in p.accepted",
    "sounds": "from name n, name m where n.surname sounds like m.surname and n.surname != m.surname",
    "like": "from quote a, quote b where a.text is like b.text at least 50%",
    "field": "from list l, item i in l.items, item j in l.items where i.key = j.key and i.index < j.index",
    "field with a filter": "from list l, item i in l.items where i.index > 0 and l.stated_count = 1",
    "texts of a field": "from name n, person p, text t in p.accepted where t = n.surname",
    "same sentence": "from date a, name n of the same sentence where a.year is known",
    "same paragraph": "from date a, date b of the same paragraph where a.year = b.year",
    "same section": "from date a, name n of the same section where n.surname is known",
    "in a section": "from date a in caption, date b in headline or body where a.year = b.year",
    "not in a section": "from date a not in caption, date b in caption where a.year != b.year",
    "not in quotes": "from date a not in quotes or caption where a.year is known",
    "in quotes": "from date a in quotes where a.year is known",
    "out of the way": "from date a in boilerplate or correction, date b where a.year = b.year",
    "any": "from date a where any(date b where b.year = a.year and b.day != a.day)",
    "any of a year": "from date a where any(date b where b.month = a.year)",
    "any of a month": "from date a where any(date b where b.year = a.month)",
    "no": "from date a where no(date b where b.month = a.month and b.year is known)",
    "every": "from date a where every(date b where b.year = a.year)",
    "count": "from date a where count(date b where b.month = a.month and b.day is known) = 2",
    "any in a section": "from date a where any(date b in caption where b.year = a.year)",
    "any out of the way": "from date a where any(date b in boilerplate where b.year = a.year)",
    "any in a list": "from list l, item i in l.items where any(item j in l.items where j.key = i.key and j.index < i.index)",
    "no holder": "from name n where n.office is known and no(office o where o.key = n.office and o.holder = n.entity)",
    "asked of all": "from name n, person p where n.given = p.given and any(name m where m.surname = p.surname and m.given is unknown)",
    "one of several": "from name n where any(person p where p.key in [n.entity, n.given] and p.surname != n.surname)",
    "how many of several": "from name n, person q where n.given = q.given and count(person p where p.surname in q.accepted) = 1",
    "nested": "from date a where any(date b where b.year = a.year and no(date c where c.month = b.month and c.day = a.day))",
    "about the article": "from date a where a.article.source = article.source and a.year = article.published.year",
    "grouped": "from date a, date b where a.month = b.month grouped by a.month having variants(a.year) > 1",
    "of a story": "from date a, date b of the same story where a.month = b.month and a.year != b.year",
    "of two articles": "from date a, date b of different articles where a.month = b.month",
    "close in two": "from name n, name m of different articles where n.surname is close to m.surname within 2 edits",
    "sounds in two": "from name n, name m of different articles where n.surname sounds like m.surname",
    "close to a known one in two": "from name n, name m, person p of different articles where n.surname is close to p.surname within 1 edit and m.given = p.given",
    "like in two": "from quote a, quote b of different articles where a.speaker_entity = b.speaker_entity and a.text is like b.text",
    "like alone in two": "from quote a, quote b of different articles where a.text is like b.text at least 50%",
    "known in two": "from name n, name m, person p of different articles where n.entity = p.key and m.entity = p.key",
    "the story's year": "from date a of the same story where a.year != story.year",
    "asked of the story": "from name n of the same story where n.given is unknown and no(name m where m.surname = n.surname and m.given is known)",
    "asked of its captions": "from date a of the same story where any(date b in caption where b.year = a.year)",
    "texts of two": "from name n, name m of different articles where n.surname is close to m.surname within 2 edits and n.given != m.entity and n.office = m.office",
    "texts and the desk": "from name n, name m of different articles where n.surname is close to m.surname within 2 edits and no(person p where p.surname = n.surname and p.given = m.given) and n.entity = m.entity",
    "texts and more": "from name n, name m of different articles where n.surname sounds like m.surname and n.given = m.given and n.start < m.start and n.office is known",
    "lists of two": "from list l, item i in l.items, list m, item j in m.items of different articles where i.key = j.key",
    "grouped in two": "from name n, name m of different articles where n.entity = m.entity grouped by n.surname, m.surname",
}  # fmt: skip

ASKS_THE_DESK = {"person", "spelling", "office"}

WAYS = {
    f"{what}: {how}"
    for what in ("facts", "facts of others", "knowledge")
    for how in ("all", "each with each", "equal", "close", "like", "sounds")
} - {"knowledge: all"} | {"knowledge: a constant", "parts of a fact"}


def agreeing(find: str, desk: Knowledge, articles: Sequence[Facts]) -> int:
    """How many rows the plan of a query and a look at everything both find."""
    [rule] = query_rule(find).rules
    story = Story("all", tuple(one.card for one in articles), None, 2) if rule.query.across else None
    plan, sources = prepared(rule, desk, articles, story)
    count = 0
    for source, read in zip(sources, [articles] if story else [[one] for one in articles], strict=True):
        execution = Execution(plan, source)
        found = execution.rows()
        fitting, open_ = Naive(rule.query, desk, read, story).rows(plan)
        compare(rule.query, found, fitting)
        told = {*map(unordered, open_)} - {*map(unordered, found)}
        # A list of which one item is unknown joins by the others.
        assert sum(execution.undecided.values()) == len(told) or "] = [" in find
        count += len(found)
    return count


@pytest.mark.parametrize("find", list(QUERIES.values()), ids=list(QUERIES))
@settings(max_examples=40)
@given(st.data())
def test_indexes_find_what_a_look_at_everything_finds(find: str, data: st.DataObject) -> None:
    rows, articles = data.draw(newsrooms(find))
    agreeing(find, Knowledge(rows), articles)
    if ASKS_THE_DESK & {*find.replace("(", " ").split()}:
        agreeing(find, Catalogue(rows), articles)


@pytest.mark.parametrize("find", list(QUERIES.values()), ids=list(QUERIES))
def test_every_query_finds_something(find: str) -> None:
    for rows, articles in tries(find):
        count = agreeing(find, Knowledge(rows), articles)
        assert agreeing(find, Catalogue(rows), articles) == count
        if count:
            return
    pytest.fail("nothing was found in any of them")


def test_every_way_to_find_a_variable_is_taken() -> None:
    desk = Knowledge({})
    assert {way for find in QUERIES.values() for way in ways(planned(query_rule(find).rules[0], desk))} == WAYS


@pytest.mark.parametrize(
    ("query", "asked", "read"),
    [
        ("known name", {"found"}, set()),
        ("known by a long field", {"found"}, set()),
        ("one known", {"found"}, set()),
        ("word of a list", {"found"}, set()),
        ("no holder", {"found"}, set()),
        ("close", {"near"}, set()),
        ("close to a long list", set(), {"all of person"}),
        ("close to a field", set(), {"all of person"}),
        ("sounds like a known one", set(), {"all of person"}),
        ("known in several", {"found"}, {"all of person"}),
    ],
)
def test_a_long_list_is_read_as_a_whole_only_where_nothing_else_helps(
    query: str, asked: set[str], read: set[str]
) -> None:
    for rows, articles in islice(tries(QUERIES[query]), 10):
        desk = Catalogue(rows)
        plan, sources = prepared(query_rule(QUERIES[query]).rules[0], desk, articles)
        desk.asked.clear()
        if sum(len(Execution(plan, source).rows()) for source in sources):
            assert asked | read == {*desk.asked}
            return
    pytest.fail("nothing was found in any of them")


def test_a_pair_comes_once() -> None:
    [rule] = query_rule(QUERIES["of two articles"]).rules
    cards = [Card("a", "a"), Card("b", "b")]
    readings = [Facts(card, {"date": [fact(0, month=1), fact(1, month=2)]}) for card in cards]
    plan, [source] = prepared(rule, Knowledge({}), readings)
    assert [[bound.card for bound in row.values()] for row in Execution(plan, source).rows()] == [cards, cards]


def test_a_join_of_too_many_facts_ends_and_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factlint.engine.join.ENOUGH", 500)
    rules = query_rule("from date a, date b where a.month = b.month and a.day = b.day and a.year = b.year + 1")
    text = "".join(f"The draw number {number} was made on 12 October {2004 + number % 2}.\n" for number in range(200))
    made = outcome(rules, text)
    assert made.findings, "what was found before the limit stays found"
    [told] = [case for case in made.undecided if "too many facts" in case.reason]
    assert (told.rule, told.path, told.count) == ("dates/x", "a.txt", 1)
    monkeypatch.undo()
    assert not any("too many" in case.reason for case in outcome(rules, text[:2_000]).undecided)


def test_wherever_a_join_ends_early_that_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factlint.engine.join.ENOUGH_EACH", 0)
    [rule] = query_rule("from date a, date b, date c where a.month = b.month and b.month = c.month").rules
    dates = {"date": [fact(number, month=1) for number in range(3)]}
    told = []
    for enough in range(60):
        monkeypatch.setattr("factlint.engine.join.ENOUGH", enough)
        plan, [source] = prepared(rule, Knowledge({}), [Facts(Card("a", "a"), dates)])
        execution = Execution(plan, source)
        assert len(execution.rows()) <= 1
        told.append(sum(execution.undecided.values()))
    assert told == sorted(told, reverse=True)
    assert (told[0], told[-1]) == (1, 0)


def test_many_facts_are_allowed_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factlint.engine.join.ENOUGH", 1)
    [rule] = query_rule("from date a, date b where a.month = b.month").rules
    dates = {"date": [fact(number, month=number % 9) for number in range(18)]}
    for each, told in ((3, 0), (2, 1)):
        monkeypatch.setattr("factlint.engine.join.ENOUGH_EACH", each)
        plan, [source] = prepared(rule, Knowledge({}), [Facts(Card("a", "a"), dates)])
        execution = Execution(plan, source)
        execution.rows()
        assert sum(execution.undecided.values()) == told


def test_what_stands_very_often_in_one_article_is_not_paired_there() -> None:
    [rule] = query_rule("from date a, date b of different articles where a.month = b.month").rules
    dates = {"date": [fact(number, month=1) for number in range(300)]}
    readings = [Facts(Card("a", "a"), dates), Facts(Card("b", "b"), {"date": [fact(0, month=1)]})]
    plan, [source] = prepared(rule, Knowledge({}), readings)
    execution = Execution(plan, source)
    assert (len(execution.rows()), execution.undecided) == (300, {})
