"""What an engine is asked from outside: readings, stories that are told, what travels, long lists of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from naive import Catalogue
from newsdesk import Entry, Facts, article, fact, findings, places, query_rule

from factlint.article import Card, Story
from factlint.engine.article import arranged, map_article
from factlint.engine.grouping import stories
from factlint.engine.plan import Pending, planned
from factlint.engine.rows import Known, StoryRows
from factlint.engine.run import Engine, features_of, found_of, key_of
from factlint.knowledge import Knowledge, stored
from factlint.knowledge.load import load
from factlint.lang.scope import Row

if TYPE_CHECKING:
    from pathlib import Path

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
    from newsdesk import ruleset

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


@pytest.mark.parametrize("packed", [False, True], ids=["as it is", "packed"])
def test_an_outcome_is_the_same_packed_or_not(packed: bool) -> None:
    made = engine(query_rule("from date d, date e of different articles where d.day = e.day and d.year < e.year"))
    sent: list[Any] = [
        made.map(article(text, name)) for name, text in (("a.txt", "On May 1, 2020."), ("b.txt", "On May 1, 2021."))
    ]
    outcome = made.reduce([made.parcel(one) for one in sent] if packed else sent, "all")
    assert [places(one) for one in outcome.findings] == [[("a.txt", "May 1, 2020")]]
    assert outcome.stories == (("all", (("a.txt", "a.txt"), ("b.txt", "b.txt"))),)


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
        ("from date d of the same story where d.year != story.year", {"d": [0, 1, 2, 3]}),
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


# -- what the desk knows


PEOPLE = [Entry(key="a", surname="Hartman"), Entry(key="b", surname="Hartmann"), Entry(key="a", surname="Hale")]


def near(desk: Knowledge, find: str, value: Any) -> list[int] | None:
    """The people that a value leads to."""
    known = Known(desk)
    plan = planned(query_rule(find).rules[0], desk)
    source = StoryRows(Story("all", ()), {}, {}, {}, known)
    found = known.looked_up(plan.steps[-1], value, lambda: source.scope(plan))
    return None if found is None else [PEOPLE.index(row.fact) for row, _ in found]


CLOSE = "from name n, person p where n.surname is close to p.surname within 1 edit"
EQUAL = "from name n, person p where n.entity = p.key"


@pytest.mark.parametrize(
    ("find", "value", "wanted"),
    [
        (EQUAL, "a", [0, 2]),
        (EQUAL, "A", [0, 2]),
        (EQUAL, "x", []),
        (EQUAL, None, []),
        (EQUAL, ("a", "b"), [0, 2, 1]),
        (EQUAL, ("b", "b", "x"), [1]),
        (EQUAL, (), None),
        (EQUAL, ("a", 1), None),
        (EQUAL, 1, None),
        (EQUAL, Row(PEOPLE[0], None), None),
        (f"{EQUAL} and p.surname != 'Hartman'", "a", [2]),
        (CLOSE, "Hartmanm", [0, 1]),
        (CLOSE, "Hartman", [1]),
        (CLOSE, "Hortman", [0]),
        (CLOSE, "Hartmannn", [1]),
        (CLOSE, "HARTMAN", [1]),
        (CLOSE, "Xyz", []),
        (CLOSE, None, []),
        (CLOSE, ("Hartman",), None),
        (CLOSE.replace("1 edit", "3 edits"), "Hartman", None),
        ("from name n, person p where n.given = p.given", "x", None),
        ("from name n, person p where n.surname sounds like p.surname", "Roe", None),
        ("from name n, person p where n.surname = lower(p.surname)", "roe", None),
    ],
)  # fmt: skip
def test_what_a_value_leads_to_without_a_look_at_all(find: str, value: Any, wanted: list[int] | None) -> None:
    desk = Catalogue({"person": PEOPLE})
    for _ in range(2):
        assert near(desk, find, value) == wanted
    assert near(Knowledge({"person": PEOPLE}), find, value) is None
    assert not desk.asked["all of person"]


def test_what_was_asked_for_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factlint.engine.rows.REMEMBERED", 2)
    desk = Catalogue({"person": PEOPLE})
    known = Known(desk)
    for find, count in ((EQUAL, "found"), (CLOSE, "near")):
        plan = planned(query_rule(find).rules[0], desk)
        source = StoryRows(Story("all", ()), {}, {}, {}, known)
        asked = []
        for value in ("Hartman", "Hartman", "Hale", "Hartman", "Hartmann", "Hartmann"):
            known.looked_up(plan.steps[-1], value, lambda source=source, plan=plan: source.scope(plan))  # type: ignore[misc]
            asked.append(desk.asked[count])
        assert asked == [1, 1, 2, 2, 3, 3]


def test_a_constant_leads_to_the_rows_that_have_it() -> None:
    [rule] = query_rule('from name n, person p where p.key = "a" and n.surname = p.given').rules
    for desk, read in ((Catalogue({"person": PEOPLE}), 0), (Knowledge({"person": PEOPLE}), None)):
        plan, known = planned(rule, desk), Known(desk)
        source = StoryRows(Story("all", ()), {}, {}, {}, known)
        rows = known.candidates(plan.steps[-1], source.scope(plan))
        assert [PEOPLE.index(row.fact) for row, _ in rows] == [0, 2]
        assert known.candidates(plan.steps[-1], source.scope(plan)) is rows
        assert read is None or desk.asked["all of person"] == read  # type: ignore[attr-defined]


@pytest.mark.parametrize("field", ["key", "surname"])
def test_an_index_of_a_kind_is_the_same_looked_up_or_not(field: str) -> None:
    memory, catalogue = (Known(desk({"person": PEOPLE})).index("person", field) for desk in (Knowledge, Catalogue))
    for value in ("a", "b", "hartman", "hale", "x", None):
        found = memory.get(value, ())
        assert [row.fact for row in catalogue.get(value, ())] == [row.fact for row in found]
        assert all(row.card is None for row in found)


# -- words of long lists


def test_words_of_a_list_too_long_to_be_read_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr("factlint.engine.forms.MANY", 3)
    people = "".join(
        f"  - {{name: Ada Lind{letter}, wrong: {{Lind{letter}: [Lynd{letter}]}}}}\n" for letter in "abcdefgh"
    )
    fresh = load([("a.yaml", "people:\n" + people)]).knowledge
    stored.put("knowledge", "a" * 64, fresh)
    kept = stored.opened("knowledge", "a" * 64)
    assert kept is not None
    name = fresh.rows("spelling")[0].list
    rules = query_rule(f'from word w, spelling s where s.list = "{name}" and w.form = s.wrong', "{s.right}", "names_x")
    text = article("Mayor Lyndg thanked Mr. Lyndb and Lindc.")
    for desk in (fresh, kept):
        made = Engine(rules.rules, desk)
        found = made.map(text).findings
        assert [(one.primary.text, one.message) for one in found] == [("Lyndg", "Lindg"), ("Lyndb", "Lindb")]


def test_words_of_a_short_list_are_found_beside_others() -> None:
    rules = query_rule('from word w where w.form in ["Kiev", "Lvov"]', "{w.form}")
    assert [one.message for one in findings(rules, "In Lvov, Kyiv and Kiev.")] == ["Lvov", "Kiev"]
