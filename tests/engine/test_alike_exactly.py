"""Articles are alike as their words say, whatever index finds them: against a comparison of each with each."""

from __future__ import annotations

import datetime
import math
import random
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from newsdesk import article

from factlint.engine import alike
from factlint.engine.grouping import Features, features_of, stories
from factlint.engine.run import Engine
from factlint.knowledge import Knowledge

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FIRST = datetime.date(2025, 12, 1)


def vectors(articles: Sequence[Features]) -> list[dict[str, float]]:
    """The weights of the words that are compared: log frequency times rarity, over the length of all of them."""
    holders = Counter(word for one in articles for word in one.words)
    found = []
    for one in articles:
        weights = {
            word: (1 + math.log(count)) * math.log(1 + len(articles) / holders[word])
            for word, count in one.words.items()
        }
        shared = sorted((word for word in weights if holders[word] > 1), key=lambda word: (-weights[word], word))
        own = sorted(word for word in weights if holders[word] == 1)
        chosen = [*shared, *own][: alike.TERMS] if len(shared) < alike.TERMS else shared[: alike.TERMS]
        length = math.sqrt(sum(weights[word] ** 2 for word in chosen)) or 1.0
        found.append({word: weights[word] / length for word in chosen})
    return found


def likeness(one: Mapping[str, float], other: Mapping[str, float], words: set[str]) -> float:
    return sum(weight * other[word] for word, weight in one.items() if word in other and word in words)


def expected(articles: Sequence[Features]) -> tuple[set[tuple[int, int]], bool]:
    """The pairs that tell one story; and whether some pair is so near a limit that rounding may decide."""
    weighed = vectors(articles)
    often = Counter(word for vector in weighed for word in vector)
    telling = {word for word, count in often.items() if count <= max(20, alike.COMMON * len(articles) // 1)}
    rare = {word for word in telling if often[word] <= alike.HOLDERS}
    sayings = Counter(run for one in articles for run in one.runs)
    found, close = set(), False
    for a, b in combinations(range(len(articles)), 2):
        first, second = articles[a], articles[b]
        apart = abs((first.day - second.day).days) if first.day and second.day else None
        least = alike.LEAST_SOON if apart is not None and apart <= 1 else alike.LEAST
        whole, part = likeness(weighed[a], weighed[b], telling), likeness(weighed[a], weighed[b], rare)
        close = close or abs(whole - least) < 1e-9 or abs(part - alike.RARE * least) < 1e-9
        said = any(1 < sayings[run] <= alike.SHARED_BY for run in first.runs & second.runs)
        if (apart is None or apart <= alike.DAYS) and (said or (whole >= least and part >= alike.RARE * least)):
            found.add((a, b))
    return found, close


def corpus(seed: int, days: int, undated: float, words: int = 25) -> list[Features]:
    """Some articles of words that few have, that many have and that all have, within so many days."""
    chance = random.Random(seed)
    size = chance.choice([2, 5, 12, 40])
    many = [f"w{number}" for number in range(chance.choice([words, 3 * words]))]
    found = []
    for number in range(size):
        own = chance.sample(many, chance.randint(0, 14)) + [f"own{number}-{at}" for at in range(chance.randint(0, 5))]
        own += ["all"] * chance.randint(0, 1)
        day = None if chance.random() < undated else FIRST + datetime.timedelta(chance.randrange(days))
        runs = frozenset(run for run in range(4) if chance.random() < 0.06)
        found.append(Features({word: chance.randint(1, 6) for word in own}, day, runs))
    return found


def likened(articles: Sequence[Features]) -> set[tuple[int, int]]:
    return {(min(pair), max(pair)) for pair in alike.likened(articles)}


@pytest.mark.parametrize("undated", [0.2, 1], ids=["dated", "undated"])
@pytest.mark.parametrize("terms", [60, 6], ids=["all terms", "few terms"])
def test_pairs_are_those_of_a_comparison_of_each_with_each(
    undated: float, terms: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alike, "TERMS", terms)
    some = 0
    for seed in range(80):
        articles = corpus(seed, 15, undated)
        wanted, close = expected(articles)
        if not close:
            assert likened(articles) == wanted, seed
            some += bool(wanted)
    assert some > 30


@pytest.mark.parametrize("undated", [0, 1], ids=["of one day", "undated"])
def test_words_that_too_many_have_bring_nobody_together_but_count(
    undated: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Articles of one day are of one span, as those without a day are: the bound on holders is that of the run."""
    some = 0
    for holders in (2, 3, 6):
        monkeypatch.setattr(alike, "HOLDERS", holders)
        for seed in range(40):
            articles = corpus(seed, 1, undated, words=15)
            wanted, close = expected(articles)
            if not close:
                assert likened(articles) == wanted, (holders, seed)
                some += bool(wanted)
    assert some > 40


@pytest.mark.parametrize(("holders", "together"), [(1, False), (2, True), (20, True), (21, False)])
def test_a_run_of_words_that_few_share_makes_a_story(holders: int, together: bool) -> None:
    articles = {("", f"{number:02}"): Features({}, None, frozenset([7])) for number in range(holders)}
    articles |= {("", f"x{number:02}"): Features({}, None) for number in range(3)}
    found = stories(articles, {}, "auto")
    assert len(found) == (4 if together else holders + 3)


@pytest.mark.parametrize(
    ("days", "together"),
    [
        ((0, 4), True),
        ((0, 5), False),
        ((4, 5), True),
        ((4, 9), False),
        ((5, 9), True),
        ((None, 9), True),
        ((None, None), True),
    ],
    ids=str,
)
def test_how_far_apart_a_story_may_be(days: tuple[int | None, int | None], together: bool) -> None:
    when = [None if one is None else FIRST + datetime.timedelta(one) for one in days]
    words = {"harbour": 3, "nordhaven": 2}
    others = [Features({f"w{number}": 1, f"v{number}": 1}, FIRST) for number in range(5)]
    assert likened([*(Features(words, day) for day in when), *others]) == ({(0, 1)} if together else set())
    said = [Features({}, day, frozenset([7])) for day in when]
    assert likened(said) == ({(0, 1)} if together else set())


# -- what is compared


def features(text: str) -> Features:
    return features_of(Engine((), Knowledge({})).read(article(text)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The sea, an ox; Oslo’s fjord", {"sea": 1, "oslo": 2, "fjord": 1}),
        ("(Fjord) fjord, 7fjord8 and FJORD’S", {"fjord": 6}),
        ("Novák met well-known Lévi-Strauss", {"novak": 2, "met": 1, "well-known": 1, "levi-strauss": 2}),
        ("ox Ox 12 £5 … été", {"ete": 1}),
        ("Monday, said the president", {"president": 1}),
    ],
)
def test_words_of_three_letters_count_and_twice_with_a_capital(text: str, words: dict[str, int]) -> None:
    assert features(text).words == words


def test_boilerplate_is_not_compared() -> None:
    text = "The harbour opened.\n\nSign up for our newsletter to get the Climate Letter.\n"
    assert features(text).words.keys() == {"harbour", "opened"}
    quoted = "The harbour opened.\n\nSign up for our newsletter: “never miss another morning without it, whatever may happen.”\n"
    assert features(quoted).runs == frozenset()


SAID = "never again will anybody here be promised another penny from us all"


@pytest.mark.parametrize(
    ("quoted", "runs"),
    [
        (f"“{SAID}”", 1),  # at “anybody”: the last eight words begin at “here”
        (f"“{SAID.upper()}”", 1),
        (f'"{SAID}"', 1),
        (f"«{SAID}»", 1),
        (SAID, 0),
        ("“so we will all go promised another penny from us all now”", 0),
        ("“we will all go promised another penny from us all now and”", 1),
        ("“never again will we be told”", 0),
        ("“we will never again be told what to do about it by them now”", 0),
        ("“we always will never again be told what to do about it”", 0),
        ("“we shallow will never again be told what to do about it”", 1),
    ],
)
def test_runs_of_quoted_words_begin_with_a_long_one(quoted: str, runs: int) -> None:
    found = features(f"He said: {quoted}.").runs
    assert len(found) == runs
    assert found <= features(f"Others put it so: “Well, {SAID}, no doubt,” or: {quoted}.").runs


def test_a_story_is_called_after_its_first_article() -> None:
    articles = {("wire.jsonl", name): Features({}, None) for name in ("r2", "r1")}
    assert stories(articles, {}, "auto") == [
        ("wire.jsonl#r1", (("wire.jsonl", "r1"),)),
        ("wire.jsonl#r2", (("wire.jsonl", "r2"),)),
    ]
    assert stories(articles, {("wire.jsonl", "r1"): "berlin"}, "none") == [
        ("berlin", (("wire.jsonl", "r1"),)),
        ("wire.jsonl/r2", (("wire.jsonl", "r2"),)),
    ]
    assert [name for name, _ in stories({("x/y/a.txt", "a"): Features({}, None)}, {}, "folder")] == ["x/y"]
