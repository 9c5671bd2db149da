"""Which articles tell the same story: those whose rare names and words overlap enough, a few days apart at most.

So do those that share a run of quoted words, for the same words from the same mouth are the same occasion. How two
articles are compared, and which ones are, is told in ``alike``.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from factlint.engine.alike import likened
from factlint.engine.components import Components
from factlint.text.deferred import deferred
from factlint.text.forms import folded
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from factlint.annotations import Reading

Key = tuple[str, str]

RUN = 8
"""So many quoted words in a row that two articles share make one story of them."""
_SHORTEST = 3  # letters of a word
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
    together = Components[int]()
    for a, b in likened([articles[key] for key in keys]):
        together.join(a, b)
    groups: dict[int, list[Key]] = {}
    for number, key in enumerate(keys):
        groups.setdefault(together.leader(number), []).append(key)
    return [tuple(group) for group in groups.values()]
