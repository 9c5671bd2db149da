"""Which articles tell the same story: those whose rare names and words overlap enough, a few days apart at most.

So do those that share a run of quoted words, for the same words from the same mouth are the same occasion.

Near-linear: an article is only compared with those that share one of its rare words, and a word that stands in a large
part of the run is no reason to compare. The weights depend on the run as a whole, never on the order of its articles.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache
from itertools import chain, combinations
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from factlint.text.deferred import deferred
from factlint.text.forms import folded
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.annotations import Reading

Key = tuple[str, str]

LEAST = 0.35
"""Cosine of two articles' weighted names and words from which they tell one story."""
LEAST_SOON = 0.25
"""The same for two articles that are known to be of one day or of two days in a row."""
DAYS = 4
"""Articles published further apart than this tell different stories."""
COMMON = 0.3
"""A word in more than this share of a large run's articles says nothing about the story."""
HOLDERS = 64
"""A word that more articles of a span of days have is no reason to compare them, though it counts where another is."""
TERMS = 60
"""The most telling words of an article that are compared."""
RUN = 8
"""So many quoted words in a row that two articles share make one story of them."""
SHARED_BY = 20
"""A run of quoted words that more articles have is a saying, not an occasion."""

_SHORTEST = 3  # letters of a word
# Days that the index takes together; articles that are near in time are of one span or of two in a row.
_SPAN = DAYS + 1
_NO_LETTERS = "".join(char for char in map(chr, range(128)) if not char.isalpha())
_UNCHECKED = frozenset({"boilerplate", "metadata"})
# So many pieces of texts are kept in mind, if they are no longer than this.
_REMEMBERED, _LONG = 100_000, 40
# What stands between quotation marks, by the first look: nothing rests on where exactly it ends.
_QUOTED = deferred(r"[“\"«]([^“”\"«»]{40,1200})[”\"»]")
_PLAIN_WORD = deferred(r"\w+")
# Runs are only kept where they begin with a word of so many letters: one in six, the same ones in every article.
_LANDMARK = 7
_WORD = deferred(r"[^\W\d_]{3,}(?:['’-][^\W\d_]+)*")
_STOP = word_set(
    """
    the and for that with was his from has have had this but not are were will would been they their its said says
    who which about after when more than can could also one two into over out her she you your our all new what
    there other some time last year years first people just how him them then now only being where while before
    under most told made make may any because between during against through such these those both each few own same
    very too did does down off again still since until upon within without among around like get got going way well
    even back much many say come came take monday tuesday wednesday thursday friday saturday sunday january february
    march april june july august september october november december mrs
    """
)


class Features(NamedTuple):
    """What grouping needs of an article: how often its words stand in it (those with a capital twice), and its day.

    ``runs`` are checksums of quoted words in a row.
    """

    words: Mapping[str, float]
    day: datetime.date | None
    runs: frozenset[int] = frozenset()


def features_of(reading: Reading) -> Features:
    """The features of one article; boilerplate and metadata are left out."""
    text = _checked(reading)
    words = Counter(chain.from_iterable(map(_TERMS.__getitem__, text.split())))
    card = reading.card
    return Features(words, card.published or (card.anchor.value if card.anchor else None), _runs(text))


def _runs(text: str) -> frozenset[int]:
    """Checksums of runs of quoted words; the same words in two articles give some of the same."""
    found: set[int] = set()
    for quoted in _QUOTED.findall(text):
        words = _PLAIN_WORD.findall(quoted.lower())
        starts = [at for at in range(len(words) - RUN + 1) if len(words[at]) >= _LANDMARK]
        found.update([crc32(" ".join(words[at : at + RUN]).encode("utf-8", "surrogatepass")) for at in starts])
    return frozenset(found)


def _checked(reading: Reading) -> str:
    """The text without boilerplate and metadata."""
    if not any(section.kind in _UNCHECKED for section in reading.sections):
        return reading.text
    kept = [section for section in reading.sections if section.kind not in _UNCHECKED]
    return "\n".join([reading.text[section.start : section.end] for section in kept])


class _Terms(dict[str, tuple[str, ...]]):
    """The words, folded, of what stands between two blanks; one with a capital is there twice, for it counts twice.

    Kept in mind, for the same pieces come again and again.
    """

    def __missing__(self, piece: str) -> tuple[str, ...]:
        bare = piece.strip(_NO_LETTERS)
        words = [bare] * (len(bare) >= _SHORTEST) if bare.isascii() and bare.isalpha() else _WORD.findall(piece)
        terms = [(folded(word).removesuffix("'s"), 2 if word[0].isupper() else 1) for word in words]
        found = tuple([term for term, times in terms if term not in _STOP for _ in range(times)])
        if len(self) >= _REMEMBERED:
            self.clear()
        if len(piece) <= _LONG:
            self[piece] = found
        return found


_TERMS = _Terms()


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
    leader = list(range(len(keys)))

    def find(item: int) -> int:
        while leader[item] != item:
            leader[item] = leader[leader[item]]
            item = leader[item]
        return item

    for a, b in likened([articles[key] for key in keys]):
        leader[find(max(a, b))] = find(min(a, b))
    groups: dict[int, list[Key]] = {}
    for number, key in enumerate(keys):
        groups.setdefault(find(number), []).append(key)
    return [tuple(group) for group in groups.values()]


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
    vectors: list[dict[str, float]] = []
    for words in articles:
        counted = [(word, count, found_in[word]) for word, count in words.items()]
        shared = sorted([(-often(count) * rare(holders), word) for word, count, holders in counted if holders > 1])
        telling = [(word, -weight) for weight, word in shared[:TERMS]]
        if len(telling) < TERMS:
            # Words of this article alone relate it to none, but they tell how much else it speaks of.
            own = sorted(word for word in words if found_in[word] == 1)[: TERMS - len(telling)]
            telling += [(word, often(words[word]) * rare(1)) for word in own]
        length = math.sqrt(sum([weight**2 for _, weight in telling])) or 1.0
        vectors.append({word: weight / length for word, weight in telling})
    return vectors


def _pairs(
    vectors: Sequence[Mapping[str, float]], days: Sequence[datetime.date | None]
) -> Iterator[tuple[int, int, float]]:
    """Pairs of articles that may be alike and are near in time, and how much they are alike, by an index of words.

    A list of the index has the holders of a word in one span of days. One that is too long is not walked: a pair that
    only such words could make alike is not found, of every other pair the likeness is exact.
    """
    found_in = Counter(word for vector in vectors for word in vector)
    most = max(20, int(COMMON * len(vectors)))
    spans = [None if day is None else day.toordinal() // _SPAN for day in days]
    long = _long_lists(vectors, spans)
    index: dict[str, dict[int | None, list[tuple[int, float]]]] = {}
    rest: list[float] = []
    for number, vector in enumerate(vectors):
        span = spans[number]
        telling = [(word, weight) for word, weight in sorted(vector.items()) if 1 < found_in[word] <= most]
        shared: dict[int, float] = {}
        left_out = 0.0
        for word, weight in telling:
            lists = index.setdefault(word, {})
            nearby = tuple(lists) if span is None else (span - 1, span, span + 1, None)
            walked = [near for near in nearby if near in lists and (word, near) not in long]
            left_out += weight**2 if any((word, near) in long for near in nearby) else 0.0
            for near in walked:
                for other, its in lists[near]:
                    shared[other] = shared.get(other, 0.0) + weight * its
            lists.setdefault(span, []).append((number, weight))
        rest.append(math.sqrt(sum([weight**2 for word, weight in telling if (word, span) in long])))
        skipped = math.sqrt(left_out)
        if skipped:
            perhaps = [other for other, least in shared.items() if least + skipped * rest[other] >= LEAST_SOON]
        else:
            perhaps = [other for other, likeness in shared.items() if likeness >= LEAST_SOON]
        for other in sorted(perhaps):
            its_own, likeness = vectors[other], shared[other]
            if skipped and rest[other]:
                likeness = sum([weight * its_own[word] for word, weight in telling if word in its_own], 0.0)
            if likeness >= LEAST_SOON:
                yield other, number, likeness


def _long_lists(
    vectors: Sequence[Mapping[str, float]], spans: Sequence[int | None]
) -> frozenset[tuple[str, int | None]]:
    """The words that very many articles of a span of days have, each with the span."""
    holders: Counter[tuple[str, int | None]] = Counter()
    for vector, span in zip(vectors, spans, strict=True):
        holders.update([(word, span) for word in vector])
    return frozenset([key for key, count in holders.items() if count > HOLDERS])


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
