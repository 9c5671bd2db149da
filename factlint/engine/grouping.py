"""Which articles tell the same story: those whose rare names and words overlap enough, a few days apart at most.

Near-linear: an article is only compared with those that share one of its rare words, and a word that stands in a large
part of the run is no reason to compare. The weights depend on the run as a whole, never on the order of its articles.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from factlint.text.forms import folded

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.annotations import Reading

Key = tuple[str, str]

LEAST = 0.35
"""Cosine of two articles' weighted names and words from which they tell one story."""
DAYS = 4
"""Articles published further apart than this tell different stories."""
COMMON = 0.3
"""A word in more than this share of a large run's articles says nothing about the story."""
TERMS = 60
"""The most telling words of an article that are compared."""

_WORD = re.compile(r"[^\W\d_]{3,}(?:['’-][^\W\d_]+)*")
_STOP = frozenset(
    [
        "the",
        "and",
        "for",
        "that",
        "with",
        "was",
        "his",
        "from",
        "has",
        "have",
        "had",
        "this",
        "but",
        "not",
        "are",
        "were",
        "will",
        "would",
        "been",
        "they",
        "their",
        "its",
        "said",
        "says",
        "who",
        "which",
        "about",
        "after",
        "when",
        "more",
        "than",
        "can",
        "could",
        "also",
        "one",
        "two",
        "into",
        "over",
        "out",
        "her",
        "she",
        "you",
        "your",
        "our",
        "all",
        "new",
        "what",
        "there",
        "other",
        "some",
        "time",
        "last",
        "year",
        "years",
        "first",
        "people",
        "just",
        "how",
        "him",
        "them",
        "then",
        "now",
        "only",
        "being",
        "where",
        "while",
        "before",
        "under",
        "most",
        "told",
        "made",
        "make",
        "may",
        "any",
        "because",
        "between",
        "during",
        "against",
        "through",
        "such",
        "these",
        "those",
        "both",
        "each",
        "few",
        "own",
        "same",
        "very",
        "too",
        "did",
        "does",
        "down",
        "off",
        "again",
        "still",
        "since",
        "until",
        "upon",
        "within",
        "without",
        "among",
        "around",
        "against",
        "like",
        "get",
        "got",
        "going",
        "way",
        "well",
        "even",
        "back",
        "much",
        "many",
        "say",
        "come",
        "came",
        "take",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "mrs",
    ]
)


class Features(NamedTuple):
    """What grouping needs of an article: how often its words stand in it (those with a capital twice), and its day."""

    words: Mapping[str, float]
    day: datetime.date | None


def features_of(reading: Reading) -> Features:
    """The features of one article; boilerplate and metadata are left out."""
    counts: Counter[str] = Counter()
    text = reading.text
    for section in reading.sections:
        if section.kind in ("boilerplate", "metadata"):
            continue
        for match in _WORD.finditer(text, section.start, section.end):
            word = match.group()
            plain = folded(word).removesuffix("'s")
            if plain not in _STOP:
                counts[plain] += 2 if word[0].isupper() else 1
    card = reading.card
    return Features(dict(counts), card.published or (card.anchor.value if card.anchor else None))


def stories(
    articles: Mapping[Key, Features], named: Mapping[Key, str | None], how: str
) -> list[tuple[str, tuple[Key, ...]]]:
    """Stories with their articles, sorted; every article is in exactly one.

    ``named`` are the stories that metadata say; ``how`` is auto, folder, all or none for the rest.
    """
    groups: dict[str, list[Key]] = {}
    rest: list[Key] = []
    for key in sorted(articles):
        name = named.get(key)
        if name is not None:
            groups.setdefault(name, []).append(key)
        elif how == "all":
            groups.setdefault("all", []).append(key)
        elif how == "folder":
            groups.setdefault(PurePosixPath(key[0]).parent.as_posix(), []).append(key)
        elif how == "none":
            groups["/".join(key)] = [key]
        else:
            rest.append(key)
    found = [(name, tuple(keys)) for name, keys in groups.items()]
    found.extend((f"{keys[0][0]}#{keys[0][1]}", keys) for keys in _alike({key: articles[key] for key in rest}))
    return sorted(found, key=lambda story: story[1])


def _alike(articles: Mapping[Key, Features]) -> list[tuple[Key, ...]]:
    keys = sorted(articles)
    vectors = _vectors([articles[key].words for key in keys])
    leader = list(range(len(keys)))

    def find(item: int) -> int:
        while leader[item] != item:
            leader[item] = leader[leader[item]]
            item = leader[item]
        return item

    for a, b in _pairs(vectors):
        if _near_in_time(articles[keys[a]].day, articles[keys[b]].day):
            leader[find(max(a, b))] = find(min(a, b))
    groups: dict[int, list[Key]] = {}
    for number, key in enumerate(keys):
        groups.setdefault(find(number), []).append(key)
    return [tuple(group) for group in groups.values()]


def _vectors(articles: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """Unit vectors of the most telling words: log frequency times rarity in the run."""
    found_in = Counter(word for words in articles for word in words)
    total = len(articles)
    vectors: list[dict[str, float]] = []
    for words in articles:
        weights = {word: (1 + math.log(count)) * math.log(1 + total / found_in[word]) for word, count in words.items()}
        telling = sorted(weights, key=lambda word: (-weights[word] * (found_in[word] > 1), word))[:TERMS]
        length = math.sqrt(sum(weights[word] ** 2 for word in telling)) or 1.0
        vectors.append({word: weights[word] / length for word in telling})
    return vectors


def _pairs(vectors: Sequence[Mapping[str, float]]) -> Iterator[tuple[int, int]]:
    """Pairs of articles that are alike, by an index of their words."""
    holders: dict[str, list[int]] = {}
    for number, vector in enumerate(vectors):
        for word in vector:
            holders.setdefault(word, []).append(number)
    most = max(20, int(COMMON * len(vectors)))
    for number, vector in enumerate(vectors):
        shared: dict[int, float] = {}
        for word, weight in sorted(vector.items()):
            others = holders[word]
            if len(others) <= most:
                for other in others:
                    if other < number:
                        shared[other] = shared.get(other, 0.0) + weight * vectors[other][word]
        for other, likeness in sorted(shared.items()):
            if likeness >= LEAST:
                yield other, number


def _near_in_time(first: datetime.date | None, second: datetime.date | None) -> bool:
    return first is None or second is None or abs((first - second).days) <= DAYS
