"""What an engine is asked from outside: readings, stories that are told, what travels, what is sent."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest
from newsdesk import Facts, article, fact, findings, places, query_rule, ruleset

from factlint.article import Card, Story
from factlint.engine.article import arranged, map_article
from factlint.engine.grouping import stories
from factlint.engine.parcel import opened
from factlint.engine.plan import Pending, planned
from factlint.engine.rows import Known, StoryRows
from factlint.engine.run import Engine, features_of, found_of, key_of
from factlint.engine.story import story_rows
from factlint.knowledge import Knowledge

if TYPE_CHECKING:
    from factlint.ruleset.load import Ruleset

TEXT = "The harbour of Nordhaven opened on May 1, 2020, and closed on May 2, 2021."


def engine(rules: Ruleset) -> Engine:
    return Engine(rules.rules, rules.knowledge)


# -- readings


@pytest.mark.parametrize("reference", [True, False])
def test_an_article_is_a_reference_only_if_the_caller_says_so(reference: bool) -> None:
    made = engine(query_rule("from date d where d.full"))
    assert made.read(article(TEXT), reference=reference).card.reference is reference
    assert made.map(article(TEXT), reference=reference).card.reference is reference


def test_no_article_is_a_reference_unless_the_caller_says_so() -> None:
    made = engine(query_rule("from date d where d.full"))
    assert made.read(article(TEXT)).card.reference is False
    assert made.map(article(TEXT)).card.reference is False


# -- stories


def tellings(rules: Ruleset, *names: str) -> list[tuple[str, list[str]]]:
    """The stories of an engine, of articles whose story is the first letter of their name."""
    made = engine(rules)
    sent = {one.card.key: one for one in (made.map(article(TEXT, name, story=name[0])) for name in names)}
    groups = stories({key: features_of(one) for key, one in sent.items()}, {key: key[1][0] for key in sent}, "auto")
    return [(one.name, [key_of(own)[1] for own in one.articles]) for one in made.tellings(groups, sent)]


@pytest.mark.parametrize(
    ("finds", "wanted"),
    [
        (["from date d where d.full"], []),
        (["from date d of the same story where d.full"], ["a", "b", "c"]),
        (["from date d, date e of different articles where d.day = e.day"], ["a", "c"]),
        (["from date d of the same story where d.full grouped by d.day having articles(d.article) > 2"], ["c"]),
        (["from date d, date e of different articles of the run where d.day = e.day"], []),
        (
            [
                "from date d of the same story where d.full",
                "from date d, date e of different articles where d.day = e.day",
            ],
            ["a", "b", "c"],
        ),
    ],
    ids=["no story rule", "one article", "two articles", "three articles", "of the run", "the least of several"],
)
def test_only_stories_with_enough_articles_are_told(finds: list[str], wanted: list[str]) -> None:
    rules = ruleset(
        **{f"dates_x{at}": f"severity: error\nmessage: found\nfind: {find}\n" for at, find in enumerate(finds)}
    )
    told = tellings(rules, "a1", "a2", "b1", "c1", "c2", "c3")
    assert [name for name, _ in told] == wanted
    assert all(keys == sorted(keys) and {key[0] for key in keys} == {name} for name, keys in told)


def test_an_article_gives_the_same_packed_or_not() -> None:
    made = engine(query_rule("from date d where d.full and d.resolved > article.published or d.year = 2021"))
    mapped = made.map(article(TEXT))
    parcel = made.parcel(mapped)
    assert key_of(parcel) == key_of(mapped) == ("a.txt", "a.txt")
    assert found_of(parcel) == found_of(mapped)
    assert [len(part) for part in found_of(mapped)] == [1, 1]
    assert features_of(parcel) == features_of(mapped)


@pytest.mark.parametrize(
    ("find", "sizes"),
    [("d.full", (2, 0)), ("d.full and d.resolved > article.published", (0, 1)), ("d.year = 1", (0, 0))],
    ids=["findings", "undecided", "nothing"],
)
def test_what_an_article_gave_comes_back(find: str, sizes: tuple[int, int]) -> None:
    made = engine(query_rule(f"from date d where {find}", "{d.text}"))
    mapped = made.map(article(TEXT))
    assert (len(mapped.findings), len(mapped.undecided)) == sizes
    assert found_of(made.parcel(mapped)) == (mapped.findings, mapped.undecided)


def test_each_scope_gets_the_kinds_that_its_own_rules_ask_for() -> None:
    rules = ruleset(
        dates_x="severity: error\nmessage: x\nfind: from date d of the same story where any(quote q where q.start > d.start)\n",
        dates_y="severity: error\nmessage: y\nfind: from date d of the same run where any(name n where n.start > d.start)\n",
    )
    made = engine(rules)
    parcel = made.parcel(made.map(article(f"{TEXT} “We waited,” said Jana Lind.")))
    assert {kind: len(rows) for kind, rows in opened(parcel, parcel.rows).whole.items()} == {"quote": 1}
    assert opened(parcel, parcel.run_rows).whole.keys() == {"name"}
    assert {asked for asked, _ in opened(parcel, parcel.rows).sent} == {"dates/x"}
    assert {asked for asked, _ in opened(parcel, parcel.run_rows).sent} == {"dates/y"}


def test_three_facts_of_a_run_are_compared_too() -> None:
    rules = query_rule(
        "from date d, date e, date f of different articles of the run "
        "where d.day = e.day and e.day = f.day and d.year < e.year and e.year < f.year"
    )
    found = findings(rules, *(f"On May 1, {year}." for year in (2020, 2021, 2022)))
    assert [places(one) for one in found] == [[("a.txt", "May 1, 2020")]]


@pytest.mark.parametrize("packed", [False, True], ids=["as it is", "packed"])
def test_an_outcome_is_the_same_packed_or_not(packed: bool) -> None:
    made = engine(query_rule("from date d, date e of different articles where d.day = e.day and d.year < e.year"))
    sent: list[Any] = [
        made.map(article(text, name)) for name, text in (("a.txt", "On May 1, 2020."), ("b.txt", "On May 1, 2021."))
    ]
    outcome = made.reduce([made.parcel(one) for one in sent] if packed else sent, "all")
    assert [places(one) for one in outcome.findings] == [[("a.txt", "May 1, 2020")]]
    assert outcome.stories == (("all", (("a.txt", "a.txt"), ("b.txt", "b.txt"))),)


@pytest.mark.parametrize(
    ("published", "wanted"),
    [
        ([3], 3),
        ([None], None),
        ([None, 3], 3),
        ([3, 4], None),
        ([4, 3, 3], 3),
        ([3, 4, 4, 3], None),
        ([3, 4, 4, 3, 4], 4),
    ],
    ids=str,
)
def test_the_day_of_a_story_is_that_of_most_of_its_articles(published: list[int | None], wanted: int | None) -> None:
    made = engine(query_rule("from date d where d.full"))
    days = [None if day is None else datetime.date(2025, 5, day) for day in published]
    mapped = [made.map(article("It is open.", f"{at}.txt", published=day)) for at, day in enumerate(days)]
    story = story_rows("harbour", mapped, made.known).story
    assert story.date == (None if wanted is None else datetime.date(2025, 5, wanted))
    assert story.year == (None if wanted is None else 2025)
    assert (story.id, [card.key for card in story.articles]) == ("harbour", [one.card.key for one in mapped])


def test_an_article_without_a_day_has_that_of_its_dateline() -> None:
    made = engine(query_rule("from date d where d.full"))
    mapped = made.map(article("BERLIN, May 6, 2025 (Reuters) - The harbour is open.\n"))
    assert story_rows("harbour", [mapped], made.known).story.date == datetime.date(2025, 5, 6)


# -- what is sent to a story


def sent(find: str, **layers: list[Any]) -> dict[str, list[int]]:
    """The facts of an article that go to its story, by variable."""
    [rule] = query_rule(find).rules
    known = Known(Knowledge({}))
    reading = Facts(Card("a.txt", "a.txt"), layers)
    mapped = map_article(reading, arranged([Pending(rule, known.knowledge)]), known)  # type: ignore[arg-type]
    return {name: [row.fact.start for row, _ in rows] for (_, name), rows in mapped.sent.items()}


DATES = [fact(0, year=1), fact(1, year=2), fact(2), fact(3, "caption", year=1), fact(4, "boilerplate", year=1)]


@pytest.mark.parametrize(
    ("find", "wanted"),
    [
        ("from date d of the same story where d.year = 1", {"d": [0, 2, 3]}),
        ("from date d in caption of the same story where d.year = 1", {"d": [3]}),
        ("from date d in boilerplate of the same story where d.year is known", {"d": [4]}),
        ("from date d not in caption of the same story where d.year != 1", {"d": [1, 2]}),
        ("from date d, date e of different articles where d.year = e.year", {"d": [0, 1, 3], "e": [0, 1, 3]}),
        ("from date d, date e of different articles where d.year = e.year and d.year > 1", {"d": [1], "e": [0, 1, 3]}),
        ("from date d of the same story where d.year = story.year", {"d": [0, 1, 2, 3]}),
        ("from date d of the same story where no(date e where e.year = d.year)", {"d": [0, 1, 2, 3]}),
        ("from date d of the same story where d.year is known and d.year = 7", {}),
    ],
    ids=[
        "alone",
        "in captions",
        "out of the way",
        "elsewhere",
        "joined",
        "joined and alone",
        "the story",
        "others",
        "none",
    ],
)
def test_only_facts_that_may_count_go_to_a_story(find: str, wanted: dict[str, list[int]]) -> None:
    assert sent(find, date=DATES) == wanted


# -- versions


@pytest.mark.parametrize(
    ("supersedes", "pairs"),
    [
        ((None, None, None), ""),
        (("x", "x", None), "ab"),
        (("x", "x", "x"), "ab ac bc"),
        (("x", "y", "z"), ""),
        (("b", "c", None), "ab ac bc"),
        ((None, "a", "x"), "ab"),
        (("x", "b", None), ""),
    ],
    ids=str,
)
def test_versions_however_many_lie_between_them_are_one_article(supersedes: tuple[str | None, ...], pairs: str) -> None:
    cards = [Card(name, f"{name}.txt", supersedes=old) for name, old in zip("abc", supersedes, strict=True)]
    known = Known(Knowledge({}))
    rows = StoryRows(Story("all", tuple(cards)), {card.key: card for card in cards}, {}, {}, known)
    found = [one.id + other.id for one in cards for other in cards if rows.one_article(one, other)]
    assert found == sorted(["aa", "bb", "cc", *pairs.split(), *(pair[::-1] for pair in pairs.split())])


def test_articles_of_two_files_may_have_one_id() -> None:
    cards = [Card("1", "a.jsonl"), Card("1", "b.jsonl", supersedes="0"), Card("2", "b.jsonl")]
    rows = StoryRows(Story("all", tuple(cards)), {card.key: card for card in cards}, {}, {}, Known(Knowledge({})))
    assert not rows.one_article(cards[0], cards[1])
    assert not rows.one_article(cards[0], cards[2])
    assert rows.one_article(cards[0], Card("1", "a.jsonl"))


def test_only_words_are_looked_at_as_words() -> None:
    rules = query_rule('from date d, word w where w.form = "Kiev" and no(name n where n.start > d.start)', "{d.text}")
    assert [one.message for one in findings(rules, "On May 1, 2020, Jana Lind left Kiev on May 2, 2020.")] == [
        "May 2, 2020"
    ]


# -- the order of conditions


def test_conditions_that_are_never_unknown_are_asked_first() -> None:
    [rule] = query_rule(
        "from date d where d.year = 1 and d.month is known and any(name n where n.start > d.start)"
    ).rules
    [step] = planned(rule, Knowledge({})).steps
    assert [one.definite for one in step.filters] == [True, False, False]
    assert [one.meaning is None for one in step.filters] == [False, False, True]
