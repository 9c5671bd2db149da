"""What became of a fact where words overlap, the desk is large, or articles are far apart."""

from __future__ import annotations

import dataclasses
import datetime
from typing import TYPE_CHECKING, Any

import pytest
from naive import Catalogue
from newsdesk import Entry, Facts, fact, prepared, query_rule, ruleset

from factlint.article import Card
from factlint.engine.tracing import Tracer, roles
from factlint.knowledge import Knowledge
from factlint.lang.scope import Row
from factlint.text.lines import LineIndex

if TYPE_CHECKING:
    from factlint.engine.tracing import Trace
    from factlint.ruleset.rule import Rule

KIEV = 'from word w where w.form in ["Kiev", "New York", "York Times", "New York City"]'


def traces(rule: Rule, kind: str, *readings: Facts, desk: Knowledge | None = None) -> list[Trace]:
    """The traces of all facts of a kind in the first role that they may have."""
    plan, sources = prepared(rule, desk or Knowledge({}), readings)
    lines = {reading.card.key: LineIndex("x" * 400) for reading in readings}
    own = [readings] if plan.across else [[reading] for reading in readings]
    return [
        tracer.trace(next(roles(plan, kind)), Row(one, reading.card))
        for source, together in zip(sources, own, strict=True)
        for tracer in [Tracer(plan, source, lines)]
        for reading in together
        for one in reading.facts(kind)
    ]


def reading(path: str = "a.txt", published: datetime.date | None = None, /, **layers: Any) -> Facts:
    return Facts(Card(path, path, published), layers)


def word(start: int, form: str, section: str = "body") -> Any:
    return fact(start, section, end=start + len(form), text=form, form=form)


def verdicts(found: list[Trace]) -> list[str]:
    return [one.verdict for one in found]


# -- words


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ([word(0, "Kiev")], ["found"]),
        ([word(0, "Kyiv")], ["other words"]),
        ([word(0, "chicken Kiev"), word(8, "Kiev")], ["other words", "other words"]),
        ([word(0, "Kiev cake"), word(0, "Kiev")], ["other words", "found"]),
        ([word(0, "New York City"), word(0, "New York")], ["found", "other words"]),
        ([word(0, "New York"), word(4, "York Times")], ["found", "other words"]),
        ([word(0, "New York"), word(9, "York Times"), word(20, "Kiev")], ["found", "found", "found"]),
        ([word(0, "Kiev"), word(4, "Kiev")], ["found", "found"]),
    ],
    ids=lambda value: ", ".join(f"{one.start} {one.form}" for one in value) if hasattr(value[0], "form") else None,
)
def test_of_words_that_overlap_the_longest_counts(words: list[Any], wanted: list[str]) -> None:
    [rule] = query_rule(KIEV).rules
    chicken = dataclasses.replace(rule, exceptions=("chicken Kiev",))
    assert verdicts(traces(chicken, "word", reading(word=words))) == wanted


def test_words_of_a_rule_across_articles() -> None:
    [rule] = query_rule(
        'from word w, word v of different articles where w.form = "Kiev" and v.form = "Kyiv" and w.section = v.section'
    ).rules
    found = traces(
        rule,
        "word",
        reading("a.txt", word=[word(0, "Kiev"), word(8, "Kyiv")]),
        reading("b.txt", word=[word(0, "Kyiv")]),
    )
    assert verdicts(found) == ["found", "stopped", "stopped"]


def test_facts_that_are_no_words_are_never_in_other_words() -> None:
    [rule] = query_rule('from date d, word w where w.form = "Kiev" and d.year = 2025').rules
    found = traces(rule, "date", reading(date=[fact(0, year=2025)], word=[word(3, "Kiev")]))
    assert verdicts(found) == ["found"]


# -- what the desk knows


def people(size: int) -> dict[str, list[Entry]]:
    return {
        "person": [Entry(key=f"p{number}", name=f"Ann Roe{number}", surname=f"Roe{number}") for number in range(size)]
    }


FAMILY = "from name n, person p where n.entity = p.key and n.surname != p.surname"


def test_of_a_long_list_what_is_looked_up_is_asked() -> None:
    desk = Catalogue(people(6_000))
    found = traces(
        query_rule(FAMILY).rules[0],
        "name",
        reading(
            name=[
                fact(0, entity="p5999", surname="Hale"),
                fact(9, entity="p5999", surname="Roe5999"),
                fact(20, entity="nobody", surname="Roe"),
            ]
        ),
        desk=desk,
    )
    assert [(one.verdict, one.wanting, one.tried) for one in found] == [
        ("found", "", 0),
        ("stopped", "p", 1),
        ("alone", "p", 0),
    ]
    assert desk.asked["all of person"] == 0


def test_of_a_short_list_all_are_tried() -> None:
    found = traces(
        query_rule(FAMILY).rules[0],
        "name",
        reading(name=[fact(0, entity="p7", surname="Hale"), fact(9, entity="nobody", surname="Hale")]),
        desk=Knowledge(people(9)),
    )
    assert [(one.verdict, one.wanting, one.tried) for one in found] == [("found", "", 0), ("stopped", "p", 9)]


def test_what_the_desk_knows_has_no_place() -> None:
    [first] = traces(
        query_rule(FAMILY).rules[0],
        "name",
        reading(name=[fact(0, entity="p9", surname="Hale")]),
        desk=Knowledge(people(9)),
    )
    assert [attempt.others for attempt in first.attempts] == [(("p", "“Ann Roe0”", ""),), (("p", "“Ann Roe1”", ""),)]


# -- which come nearest


def test_those_of_the_same_article_come_before_those_of_others_and_the_nearer_first() -> None:
    [rule] = query_rule("from date d, date e of the same story where d.year = e.year").rules
    dates = [fact(50, year=9), fact(51, year=2)], [fact(0, year=1), fact(50, year=3), fact(90, year=4)]
    found = traces(
        rule, "date", *(reading(name, date=own) for name, own in zip(("a.txt", "b.txt"), dates, strict=True))
    )
    [near] = [one for one in found if one.row.fact.start == 50 and one.row.fact.year == 3]
    assert near.tried == 4
    assert [attempt.others for attempt in near.attempts] == [
        (("e", "key ", "b.txt:1:91"),),
        (("e", "key ", "b.txt:1:1"),),
    ]


def test_a_part_stands_in_its_whole() -> None:
    [rule] = query_rule(
        "from list l, item i in l.items, item j in l.items where i.key = j.key and i.index < j.index"
    ).rules
    items = tuple(fact(at, key=key, index=at) for at, key in enumerate("xyx"))
    found = traces(rule, "list", reading(list=[fact(0, items=items), fact(30, items=items[:2]), fact(60)]))
    assert [(one.verdict, one.wanting) for one in found] == [("found", ""), ("stopped", "j"), ("alone", "i")]


def test_no_part_is_two() -> None:
    [rule] = query_rule("from list l, item i in l.items, item j in l.items where i.key = j.key").rules
    items = tuple(fact(at, key=key) for at, key in enumerate("xy"))
    [found] = traces(rule, "list", reading(list=[fact(0, items=items)]))
    assert (found.verdict, found.wanting, found.tried) == ("stopped", "j", 2)


# -- where they stand


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [
        ("sentence", ["alone", "found"]),
        ("paragraph", ["found", "found"]),
        ("section", ["found", "found"]),
        ("article", ["found", "found"]),
    ],
)
def test_of_the_same_place(unit: str, wanted: list[str]) -> None:
    [rule] = query_rule(f"from date d, name n of the same {unit} where n.surname is known and d.year is known").rules
    found = traces(
        rule,
        "date",
        reading(
            date=[fact(0, sentence=2, year=1), fact(5, sentence=3, year=1)], name=[fact(9, sentence=3, surname="Roe")]
        ),
    )
    assert verdicts(found) == wanted


def test_versions_of_one_article_are_not_different_ones() -> None:
    [rule] = query_rule("from date d, date e of different articles where d.month = e.month and d.year != e.year").rules
    cards = Card("a.txt", "a.txt"), Card("b.txt", "b.txt", supersedes="a.txt"), Card("c.txt", "c.txt")
    dates = [fact(0, year=1, month=5)], [fact(0, year=2, month=5)], [fact(0, year=2, month=6)]
    found = traces(rule, "date", *(Facts(card, {"date": own}) for card, own in zip(cards, dates, strict=True)))
    assert [(one.verdict, one.tried) for one in found] == [("stopped", 1), ("stopped", 1), ("stopped", 2)]


def test_facts_of_one_article_alone_are_no_other_articles() -> None:
    [rule] = query_rule("from date d, date e where d.month = e.month and d.year != e.year").rules
    found = traces(
        rule, "date", reading(date=[fact(0, year=1, month=5)]), reading("b.txt", date=[fact(0, year=2, month=5)])
    )
    assert [(one.verdict, one.tried) for one in found] == [("alone", 0), ("alone", 0)]


def test_a_condition_may_ask_about_the_article() -> None:
    [rule] = query_rule("from date d where d.year = article.published.year").rules
    found = traces(
        rule,
        "date",
        *(
            reading(f"{at}.txt", day, date=[fact(0, year=2025)])
            for at, day in enumerate([datetime.date(2025, 5, 6), datetime.date(2024, 5, 6), None])
        ),
    )
    assert verdicts(found) == ["found", "stopped", "unknown"]


@pytest.mark.parametrize(("many", "more"), [(3, ""), (4, ", and 1 more"), (7, ", and 4 more")])
def test_of_many_facts_that_decide_some_are_shown(many: int, more: str) -> None:
    [rule] = query_rule("from date d where no(name n where n.surname = 'Roe')").rules
    names = [fact(at, surname="Roe", text=f"Roe {at}") for at in range(many)]
    [found] = traces(rule, "date", reading(date=[fact(50)], name=names))
    assert found.attempts[0].reasons[0].values == (("such name", f"“Roe 0”, “Roe 1”, “Roe 2”{more}"),)


# -- groups


def test_the_group_of_a_fact_is_that_of_its_role() -> None:
    [rule] = query_rule(
        "from date d, date e where d.month = e.month and d.year != e.year grouped by d.year having variants(e.year) > 1"
    ).rules
    found = traces(
        rule,
        "date",
        reading(
            date=[fact(at, month=5, year=year) for at, year in enumerate([1, 2, 3])]
            + [fact(9, month=6, year=1), fact(10, month=6, year=2)]
        ),
    )
    assert verdicts(found) == ["found", "found", "found", "found", "found"]


def test_what_a_group_lacks_is_told_with_its_size() -> None:
    [rule] = query_rule("from date d grouped by d.month having variants(d.year) > 2 report d where d.year = 1").rules
    found = traces(rule, "date", reading(date=[fact(at, month=5, year=at % 2) for at in range(4)]))
    assert [(one.verdict, one.tried) for one in found] == [("group", 4)] * 4
    [attempt] = found[0].attempts
    assert (attempt.others, attempt.reasons[0].values) == ((), (("variants(d.year)", "2"),))


def test_what_is_unknown_of_the_fewest_is_told() -> None:
    [rule] = query_rule("from date d, date e where d.year = e.year and d.month = e.month and d.day is known").rules
    dates = [fact(0, year=1, month=5, day=1), fact(5), fact(9, year=1)]
    [first, *_] = traces(rule, "date", reading(date=dates))
    assert (first.verdict, [attempt.others[0][2] for attempt in first.attempts]) == ("unknown", ["1:10"])
    assert [why.condition for why in first.attempts[0].reasons] == ["d.month = e.month"]


def test_what_no_variable_decides_is_asked_once() -> None:
    [rule] = query_rule("from date d, date e where article.published > 2025-01-01 and d.year < e.year").rules
    [first, _] = traces(rule, "date", reading(date=[fact(0, year=1), fact(5, year=2)]))
    assert first.verdict == "unknown"
    assert [why.condition for why in first.attempts[0].reasons] == ["article.published > 2025-01-01"]


def test_an_unknown_part_is_carried_on_to_the_next_variable() -> None:
    [rule] = query_rule("from date d, date e, name n where d.year < e.year and n.surname = 'Roe'").rules
    [first, _] = traces(rule, "date", reading(date=[fact(0, year=1), fact(5)], name=[fact(9, surname="Roe")]))
    assert first.verdict == "unknown"
    assert [name for name, _, _ in first.attempts[0].others] == ["e", "n"]


def test_utterances_that_are_alike_are_found_without_a_group() -> None:
    [rule] = query_rule(
        "from quote a, quote b of different articles where a.text is like b.text at least 50%", own="quotes_x"
    ).rules
    text = "we are closer to a deal than we ever were"
    found = traces(rule, "quote", *(reading(f"{at}.txt", quote=[fact(0, text=text)]) for at in range(2)))
    assert verdicts(found) == ["found", "found"]


def test_a_listed_word_of_a_data_rule() -> None:
    rules = ruleset("rules: [{prefer: {Kyiv: Kiev}}]")
    words = [word(0, "Kiev"), word(9, "Lviv")]
    assert verdicts(traces(rules.rules[0], "word", reading(word=words), desk=rules.knowledge)) == [
        "found",
        "other words",
    ]
