"""Which of many words are close to a given one, without asking each of them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING
from zlib import crc32

from factlint.lang.similar import close
from factlint.text.forms import folded, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


REMEMBERED = 50_000
"""So many answers are kept: the same names come again and again, within an article and over an archive."""

_LONG = 40  # letters of a word from which on it is found by its pieces
_NUMBER_BITS = 32


class NearIndex:
    """Words by what an edit leaves of them: for one edit the rests of each word, else (or if it is long) its pieces."""

    def __init__(self, words: Iterable[str], edits: int) -> None:
        self._edits = edits
        self._sounds: dict[str, list[str]] = {}
        self._asked: dict[str, list[str]] = {}
        by_rests = edits == 1
        long: list[tuple[str, str]] = []
        short: list[tuple[str, str]] = []
        for word in sorted(set(words)):
            plain = folded(word)
            self._sounds.setdefault(skeleton(plain), []).append(word)
            (short if by_rests and len(plain) < _LONG else long).append((word, plain))
        rests = _Rests(short)
        self._indexes = [index for index in (rests, _Pieces(long, edits)) if index]
        # Most words of a run are near no other one, and that is told of all of them at once.
        self._alone = rests.alone().intersection([words[0] for words in self._sounds.values() if len(words) == 1])

    def near(self, word: str) -> list[str]:
        """The indexed words that are close to a word (see ``close``), in order."""
        if word in self._alone:
            return []
        found = self._asked.get(word)
        if found is None:
            if len(self._asked) >= REMEMBERED:
                self._asked.clear()
            found = self._asked[word] = self._found(word)
        return found

    def _found(self, word: str) -> list[str]:
        plain = folded(word)
        candidates = set(self._sounds.get(skeleton(word), ()))
        for index in self._indexes:
            candidates.update(index.perhaps(plain))
        return sorted([candidate for candidate in candidates if close(word, candidate, self._edits)])


class _Rests:
    """Words by themselves and by what is left of them without one of their letters.

    If two words are one drop, addition, replacement or swap apart, they have such a rest in common (the symmetric
    deletion of SymSpell, W. Garbe 2012), and other words hardly ever have: names of one given name, or of one family of
    endings, are told apart at once. A rest is kept as a checksum beside the number of its word, in order: a million
    words take some hundred bytes each.
    """

    def __init__(self, words: Sequence[tuple[str, str]]) -> None:
        self._words = [word for word, _ in words]
        self._short = {word for word, plain in words if len(plain) < _LONG - 1}
        parts = [array("Q") for _ in range(256)]
        for number, (_, plain) in enumerate(words):
            for rest in _rests(plain):
                parts[rest >> 24].append(rest << _NUMBER_BITS | number)
        self._parts = [array("Q", sorted(part)) for part in parts]

    def alone(self) -> set[str]:
        """The words that have no rest in common with another one, and are too short to be near one that is not here."""
        near = ((one, other) for part in self._parts for one, other in pairwise(part) if one ^ other <= _NUMBER)
        sharing = {self._words[number & _NUMBER] for pair in near for number in pair}
        return self._short.difference(sharing)

    def __bool__(self) -> bool:
        """Whether there are any words."""
        return bool(self._words)

    def perhaps(self, plain: str) -> Iterator[str]:
        """All words that are one edit from a folded one, and a few others."""
        if len(plain) > _LONG:
            return
        for rest in _rests(plain):
            part = self._parts[rest >> 24]
            at = bisect_left(part, rest << _NUMBER_BITS)
            while at < len(part) and part[at] >> _NUMBER_BITS == rest:
                yield self._words[part[at] & _NUMBER]
                at += 1


_NUMBER = (1 << _NUMBER_BITS) - 1


def _rests(plain: str) -> set[int]:
    """The checksums of a word, and of what is left of it without one of its letters."""
    letters = plain.encode("utf-32-le", "surrogatepass")
    return {crc32(letters), *[crc32(letters[at + 4 :], crc32(letters[:at])) for at in range(0, len(letters), 4)]}


class _Pieces:
    """Words by their pieces.

    If two words are at most ``edits`` drops, additions and replacements apart, cutting one into ``edits`` + 1 pieces
    leaves one piece intact in the other (the pigeonhole principle), moved by as many letters as were added before it.
    Only a swap of two letters over a cut spoils two pieces; so each such swap is also tried undone in the asked word,
    with pieces enough for the other edits to be swaps too. Looking up those few pieces misses nothing.
    """

    def __init__(self, words: Sequence[tuple[str, str]], edits: int) -> None:
        self._edits = edits
        self._pieces: dict[tuple[int, int, str], list[str]] = {}
        self._cut: dict[int, list[tuple[int, int, int]]] = {}
        for word, plain in words:
            for number, start, end in self._cuts(len(plain)):
                self._pieces.setdefault((len(plain), number, plain[start:end]), []).append(word)

    def __bool__(self) -> bool:
        """Whether there are any words."""
        return bool(self._pieces)

    def perhaps(self, plain: str) -> Iterator[str]:
        """All words that are so many edits from a folded one, and some others."""
        for more in range(-min(self._edits, len(plain) - 1), self._edits + 1):
            for found in self._sharing(plain, more, self._edits):
                yield from found
            for unswapped in self._unswapped(plain, more):
                for found in self._sharing(unswapped, more, self._edits - 1):
                    yield from found

    def _sharing(self, plain: str, more: int, edits: int) -> Iterator[list[str]]:
        """The words with so many letters ``more`` that share a piece with a word which is ``edits`` from them."""
        length, pieces = len(plain) + more, self._pieces
        for shift in _shifts(more, edits):
            for number, start, end in self._cuts(length):
                if start >= shift:
                    found = pieces.get((length, number, plain[start - shift : end - shift]))
                    if found is not None:
                        yield found

    def _unswapped(self, plain: str, more: int) -> Iterator[str]:
        """The word with a swap undone, for each that may lie over a cut of a word with so many letters more."""
        for shift in _shifts(more, self._edits - 1):
            for _, start, _ in self._cuts(len(plain) + more)[1:]:
                at = start - shift - 1
                if 0 <= at < len(plain) - 1:
                    yield plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :]

    def _cuts(self, length: int) -> list[tuple[int, int, int]]:
        cuts = self._cut.get(length)
        if cuts is None:
            count = max(self._edits + 1, 2 * self._edits - 1)
            ends = [number * length // count for number in range(count + 1)]
            cuts = self._cut[length] = [(number, ends[number], ends[number + 1]) for number in range(count)]
        return cuts


def _shifts(more: int, edits: int) -> Sequence[int]:
    """By how many letters a piece may have moved, if so many ``more`` letters were added in so many edits."""
    return [shift for shift in range(-edits, edits + 1) if abs(shift) + abs(more - shift) <= edits]
