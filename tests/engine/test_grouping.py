"""Which articles tell one story."""

from __future__ import annotations

import re
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdesk import article, outcome, ruleset

from factlint.article import Article, Metadata
from factlint.engine.grouping import Features, features_of, stories
from factlint.engine.run import Engine
from factlint.knowledge import Knowledge
from factlint.text.forms import folded

NO_RULES = ruleset("rules: []")

TALKS = (
    "Envoys met in Berlin on Monday for talks on security guarantees for Ukraine. Witkoff and Kushner sat with Zelenskyy in the Chancellery.",
    "Zelenskyy left the Chancellery in Berlin after talks with Witkoff and Kushner. Security guarantees for Ukraine were discussed.",
    "In Berlin, Kushner and Witkoff spoke of guarantees for Ukraine; Zelenskyy called the talks at the Chancellery productive.",
)
FLOOD = (
    "The Oder flooded Wroclaw overnight. Firefighters in Wroclaw filled sandbags along the embankment, mayor Sutryk told reporters.",
    "Mayor Sutryk asked Wroclaw to stay indoors as the Oder rose above the embankment. Firefighters carried sandbags.",
)


def grouped(*articles: Article, how: str = "auto") -> list[set[str]]:
    return [{key[1] for key in keys} for _, keys in outcome(NO_RULES, *articles, how=how).stories]


def news(texts: tuple[str, ...], name: str, **metadata: object) -> list[Article]:
    return [article(text, f"{name}{number}.txt", **metadata) for number, text in enumerate(texts)]


def test_two_events_are_two_stories() -> None:
    assert grouped(*news(TALKS, "talks"), *news(FLOOD, "flood")) == [
        {"flood0.txt", "flood1.txt"},
        {"talks0.txt", "talks1.txt", "talks2.txt"},
    ]


def test_an_article_about_something_else_stands_alone() -> None:
    odd = article("A bakery in Lyon sells a baguette without salt. Customers queue; the baker shrugs.", "odd.txt")
    assert {"odd.txt"} in grouped(*news(TALKS, "talks"), odd)


UTTERED = "the municipal orchestra was never promised another penny from this council, and it never will be"
RETOLD = (
    f"The players go on strike over wages. “Whatever they think, {UTTERED},” Anna Roe said.",
    f"A summer without concerts looms. Roe, who chairs the finance committee: “{UTTERED.capitalize()}.”",
)


@pytest.mark.parametrize(("days", "together"), [(3, True), (30, False)])
def test_the_same_quoted_words_are_one_story(days: int, together: bool) -> None:
    first = date(2025, 12, 15)
    pair = [article(text, f"{n}.txt", published=first + timedelta(days * n)) for n, text in enumerate(RETOLD)]
    assert (len(grouped(*pair)) == 1) is together


def test_a_saying_that_everybody_quotes_makes_no_story() -> None:
    towns = ("Ulm", "Graz", "Brno", "Lviv", "Cork", "Nice", "Bari", "Gent", "Jena", "Oulu", "Pula", "Vigo")
    many = [
        article(f"{town} {other} {town[::-1]}: “{UTTERED}.”", f"{town}{other}.txt")
        for town in towns
        for other in ("opera", "harbour")
    ]
    assert len(grouped(*many)) >= len(towns)


@pytest.mark.parametrize(("days", "together"), [(0, True), (2, True), (30, False), (365, False)])
def test_the_same_words_weeks_apart_are_another_story(days: int, together: bool) -> None:
    first = date(2025, 12, 15)
    pair = [
        article(text, f"{number}.txt", published=first + timedelta(days * number))
        for number, text in enumerate(TALKS[:2])
    ]
    assert (len(grouped(*pair)) == 1) is together


def test_an_article_without_a_day_joins_by_its_words() -> None:
    assert len(grouped(article(TALKS[0], "a.txt", published=date(2025, 12, 15)), article(TALKS[1], "b.txt"))) == 1


def test_metadata_win() -> None:
    first, second, third = news(TALKS, "talks")
    named = [
        Article(one.path, one.id, one.text, Metadata(story=story))
        for one, story in ((first, "berlin"), (third, "paris"))
    ]
    flood = [Article(one.path, one.id, one.text, Metadata(story="berlin")) for one in news(FLOOD[:1], "flood")]
    assert grouped(*named, second, *flood) == [{"flood0.txt", "talks0.txt"}, {"talks1.txt"}, {"talks2.txt"}]


def test_folders_all_and_none() -> None:
    corpus = [
        article(text, name)
        for text, name in zip((*TALKS[:2], *FLOOD), ("x/a.txt", "y/b.txt", "x/c.txt", "d.txt"), strict=True)
    ]
    assert grouped(*corpus, how="folder") == [{"d.txt"}, {"x/a.txt", "x/c.txt"}, {"y/b.txt"}]
    assert grouped(*corpus, how="all") == [{"d.txt", "x/a.txt", "x/c.txt", "y/b.txt"}]
    assert grouped(*corpus, how="none") == [{"d.txt"}, {"x/a.txt"}, {"x/c.txt"}, {"y/b.txt"}]


@pytest.mark.parametrize("how", ["auto", "folder", "all", "none"])
def test_every_article_is_in_one_story_whatever_the_order(how: str) -> None:
    corpus = [*news(TALKS, "talks"), *news(FLOOD, "flood"), article("", "empty.txt"), article(TALKS[0], "again.txt")]
    wanted = outcome(NO_RULES, *corpus, how=how).stories
    assert sorted(key for _, keys in wanted for key in keys) == sorted(one.key for one in corpus)
    for seed in range(5):
        Random(seed).shuffle(corpus)
        assert outcome(NO_RULES, *corpus, how=how).stories == wanted


def test_records_of_one_file_are_told_apart() -> None:
    corpus = [Article("wire.jsonl", f"r{number}", text, Metadata()) for number, text in enumerate((*TALKS, *FLOOD))]
    assert sorted(map(len, grouped(*corpus))) == [2, 3]


def test_boilerplate_makes_no_story() -> None:
    pitch = "\n\nSign up for our newsletter for the Talks Briefing, the Climate Letter and the Weekend Review, delivered each morning.\n"
    assert len(grouped(article(TALKS[0] + pitch, "a.txt"), article(FLOOD[0] + pitch, "b.txt"))) == 2


def test_a_word_of_a_large_part_of_the_run_brings_nobody_together() -> None:
    """The comparisons grow with the articles of a story, not with the square of all."""
    names = [f"town{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(200)]
    articles = {("", name): Features({"parliament": 2.0, name: 4.0, f"{name}ville": 4.0}, None) for name in names}
    assert len(stories(articles, {}, "auto")) == len(names)


PIECES = [
    "The",
    "minister's",
    "Novák’s",
    "well-known",
    "mid-2025",
    "(Berlin)",
    "\u201cdeal\u201d",
    "U.S.",
    "e.g.",
    "a" * 50,
    "İzmir",
]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=30).map(" ".join))
def test_words_count_as_often_as_they_stand_and_twice_with_a_capital(text: str) -> None:
    reading = Engine((), Knowledge({})).read(Article("a.txt", "a.txt", text, Metadata(published=date(2025, 1, 1))))
    counts: dict[str, int] = {}
    for word in re.findall(r"[^\W\d_]{3,}(?:['’-][^\W\d_]+)*", text):
        plain = folded(word).removesuffix("'s")
        counts[plain] = counts.get(plain, 0) + (2 if word[0].isupper() else 1)
    found = features_of(reading).words
    checked = not any(section.kind in ("boilerplate", "metadata") for section in reading.sections)
    assert not checked or found == {word: count for word, count in counts.items() if word in found}
    assert found.keys() <= counts.keys()
    assert not checked or {"minister", "well-known", "berlin", "novak"} & counts.keys() <= found.keys()


@pytest.mark.parametrize("day", [date(2025, 3, 3), None], ids=["dated", "undated"])
def test_words_of_very_many_articles_are_no_reason_to_compare_yet_count(
    monkeypatch: pytest.MonkeyPatch, day: date | None
) -> None:
    def words(number: int) -> dict[str, float]:
        """Neither what all share nor what two share makes two articles alike, but both together do."""
        return {
            **{f"common{word}": 2.0 for word in range(6)},
            **{f"pair{number // 2}-{word}": 1.0 for word in range(2)},
            **{f"own{number}-{word}": 1.0 for word in range(4)},
        }

    articles = {("a", f"{number:03}"): Features(words(number), day) for number in range(60)}
    articles |= {("b", str(number)): Features({f"other{number}": 1.0}, day) for number in range(200)}
    exact = stories(articles, dict.fromkeys(articles), "auto")
    assert len(exact) == 30 + 200
    monkeypatch.setattr("factlint.engine.alike.HOLDERS", 30)
    assert stories(articles, dict.fromkeys(articles), "auto") == exact
