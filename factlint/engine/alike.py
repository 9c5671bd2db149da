"""Pairs of articles whose rare names and words overlap, a few days apart at most: a similarity join by an index.

Near-linear: an article is compared with those that share one of its rarer words, and a word that very many articles
have is no reason to compare. So a pair is not found of whose likeness such words make nearly all; of every other pair
the likeness is exact. Against the exact join (no bound on holders) nothing is lost on news of up to 2,000 articles, and
two pairs in ten thousand among 8,000 generated ones without a day. Where articles share stock phrases and little else,
the pairs that only these make are lost, and are meant to be.

The weights depend on the run as a whole, never on the order of its articles: what is rare is told from the articles
that there are, for no list knows the names of tomorrow. So a pair at the very limit may pass it, or fail, when other
articles join a small run; in one of hundreds a few more change next to nothing.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache
from itertools import chain, combinations
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.engine.grouping import Features

    Place = int | str

LEAST = 0.35
"""Cosine of two articles' weighted names and words from which they tell one story."""
LEAST_SOON = 0.25
"""The same for two articles that are known to be of one day or of two days in a row."""
DAYS = 4
"""Articles published further apart than this tell different stories."""
COMMON = 0.3
"""A word in more than this share of a large run's articles says nothing about the story."""
HOLDERS = 64
"""A word that more articles of a span of days have is no reason to compare them, though it counts where another is.

For an article without a day all days of the run are one span.
"""
RARE = 0.3
"""So large a part of the likeness has to come from words that fewer have."""
TERMS = 60
"""The most telling words of an article that are compared."""
SHARED_BY = 20
"""A run of quoted words that more articles have is a saying, not an occasion."""

# Days that the index takes together; articles that are near in time are of one span or of two in a row.
_SPAN = DAYS + 1
# Where all articles are, for one without a day to be compared with; and those without one, for one that has a day.
_ALL, _UNDATED = "all", "undated"


def likened(articles: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """Pairs of articles (by their places) that tell one story; what is alike in a chain of pairs is one too."""
    days = [one.day for one in articles]
    vectors = _vectors([one.words for one in articles])
    alike = ((a, b) for a, b, likeness in _pairs(vectors, days) if likeness >= LEAST or _in_a_row(days[a], days[b]))
    for a, b in chain(alike, _sharing([one.runs for one in articles])):
        if _near_in_time(days[a], days[b]):
            yield a, b


def _vectors(articles: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """Unit vectors of the most telling words: log frequency times rarity in the run."""
    found_in: Counter[str] = Counter()
    for words in articles:
        found_in.update(words.keys())
    total = len(articles)
    often = lru_cache(maxsize=None)(lambda count: 1 + math.log(count))
    rare = lru_cache(maxsize=None)(lambda holders: math.log(1 + total / holders))
    # Words of one article alone relate it to none.
    rarity = {word: rare(holders) for word, holders in found_in.items() if holders > 1}
    vectors: list[dict[str, float]] = []
    for words in articles:
        shared = sorted([(-often(count) * rarity[word], word) for word, count in words.items() if word in rarity])
        telling = [(word, -weight) for weight, word in shared[:TERMS]]
        if len(telling) < TERMS:
            # But they tell how much else it speaks of.
            own = sorted([word for word in words if word not in rarity])[: TERMS - len(telling)]
            telling += [(word, often(words[word]) * rare(1)) for word in own]
        length = math.sqrt(sum([weight**2 for _, weight in telling])) or 1.0
        vectors.append({word: weight / length for word, weight in telling})
    return vectors


def _pairs(
    vectors: Sequence[Mapping[str, float]], days: Sequence[datetime.date | None]
) -> Iterator[tuple[int, int, float]]:
    """Pairs of articles that may be alike and are near in time, and how much they are alike."""
    found_in = Counter(chain.from_iterable(vectors))
    most = max(20, int(COMMON * len(vectors)))
    telling = [{word: weight for word, weight in vector.items() if 1 < found_in[word] <= most} for vector in vectors]
    spans = [None if day is None else day.toordinal() // _SPAN for day in days]
    places = _places(telling, spans)
    for number, (own, span) in enumerate(zip(telling, spans, strict=True)):
        kept, seen = _neighbours(span)
        for name in seen:
            if name in places:
                least = LEAST if span is None or name == _UNDATED else LEAST_SOON
                yield from ((other, number, likeness) for other, likeness in places[name].like(own, least))
        for name in kept:
            if name in places:
                places[name].keep(number, own)


def _neighbours(span: int | None) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """The places that an article of a span of days is kept in, and those that it is compared with."""
    if span is None:
        return (_ALL, _UNDATED), (_ALL,)
    return (_ALL, span), (span - 1, span, span + 1, _UNDATED)


def _places(articles: Sequence[Mapping[str, float]], spans: Sequence[int | None]) -> dict[Place, _Holders]:
    """The places that are asked for, all of them empty."""
    holders: dict[Place, Counter[str]] = {}
    every: Counter[str] = Counter()
    for own, span in zip(articles, spans, strict=True):
        every.update(own.keys())
        if span is not None:
            holders.setdefault(span, Counter()).update(own.keys())
    found: dict[Place, _Holders] = {span: _Holders(counts) for span, counts in holders.items()}
    if None in spans:
        found |= {name: _Holders(every) for name in (_ALL, _UNDATED)}
    return found


class _Holders:
    """The articles of one place by their words, but for words that too many have; of these what each article has."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._long = frozenset([word for word, count in counts.items() if count > HOLDERS])
        self._lists: dict[str, tuple[list[int], list[float]]] = {}
        self._kept: dict[int, _Kept] = {}
        self._longest = 0.0

    def keep(self, number: int, own: Mapping[str, float]) -> None:
        """Let this article be found from now on."""
        rest: dict[str, float] = {}
        lists, long = self._lists, self._long
        for word, weight in own.items():
            if word in long:
                rest[word] = weight
            elif word in lists:
                numbers, weights = lists[word]
                numbers.append(number)
                weights.append(weight)
            else:
                lists[word] = [number], [weight]
        length = _length(rest)
        self._longest = max(self._longest, length)
        self._kept[number] = _Kept(length, rest)

    def like(self, own: Mapping[str, float], least: float) -> list[tuple[int, float]]:
        """The articles found so far that are at least so much alike, in order."""
        rare, rest = self._rare(own)
        length = _length(rest)
        # No two articles share more of the words that too many have than these lengths say (Cauchy and Schwarz).
        enough = max(RARE * least, least - length * self._longest)
        found: list[tuple[int, float]] = []
        for other, likeness in [item for item in rare.items() if item[1] >= enough]:
            kept = self._kept[other]
            if likeness + length * kept.length >= least:
                whole = likeness + _product(rest, kept.rest)
                if whole >= least:
                    found.append((other, whole))
        return sorted(found)

    def _rare(self, own: Mapping[str, float]) -> tuple[dict[int, float], dict[str, float]]:
        """How much articles are alike by the words that not too many have; the others of these words."""
        found: dict[int, float] = {}
        get, lists, long = found.get, self._lists, self._long
        rest: dict[str, float] = {}
        for word, weight in own.items():
            if word in long:
                rest[word] = weight
            elif word in lists:
                for other, its in zip(*lists[word], strict=True):
                    found[other] = get(other, 0.0) + weight * its
        return found, rest


class _Kept(NamedTuple):
    """Of an article in a place the words that too many have there, and their length."""

    length: float
    rest: Mapping[str, float]


def _length(weights: Mapping[str, float]) -> float:
    return math.sqrt(sum([weight * weight for weight in weights.values()])) if weights else 0.0


def _product(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum([weight * other[word] for word, weight in one.items() if word in other])


def _sharing(articles: Sequence[frozenset[int]]) -> Iterator[tuple[int, int]]:
    """Pairs of articles that share a run of quoted words."""
    holders: dict[int, list[int]] = {}
    for number, runs in enumerate(articles):
        for run in runs:
            holders.setdefault(run, []).append(number)
    for numbers in {tuple(numbers) for numbers in holders.values() if 1 < len(numbers) <= SHARED_BY}:
        yield from combinations(numbers, 2)


def _near_in_time(first: datetime.date | None, second: datetime.date | None) -> bool:
    return first is None or second is None or abs((first - second).days) <= DAYS


def _in_a_row(first: datetime.date | None, second: datetime.date | None) -> bool:
    return first is not None and second is not None and abs((first - second).days) <= 1
