"""Which of many words are close to a given one, without asking each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.lang.similar import close
from factlint.text.forms import folded, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


LONGEST = 100
"""Letters beyond which no swap is tried: no name is that long, and the cost grows with the square of the length."""
REMEMBERED = 50_000
"""So many answers are kept: the same names come again and again, within an article and over an archive."""


class NearIndex:
    """Words by their pieces.

    If two words are at most ``edits`` drops, additions and replacements apart, cutting one into ``edits`` + 1 pieces
    leaves one piece intact in the other, moved by at most ``edits`` letters (the pigeonhole principle). A swap of two
    letters may spoil two pieces; so each swap of the asked word is also tried undone, with pieces enough for the other
    edits to be swaps too. Looking up those few pieces misses nothing.
    """

    def __init__(self, words: Iterable[str], edits: int) -> None:
        self._edits = edits
        self._sounds: dict[str, list[str]] = {}
        self._pieces: dict[tuple[int, int, str], list[str]] = {}
        self._asked: dict[str, list[str]] = {}
        for word in sorted(set(words)):
            plain = folded(word)
            self._sounds.setdefault(skeleton(plain), []).append(word)
            for number, start, end in self._cuts(len(plain)):
                self._pieces.setdefault((len(plain), number, plain[start:end]), []).append(word)

    def near(self, word: str) -> list[str]:
        """The indexed words that are close to a word (see ``close``), in order."""
        found = self._asked.get(word)
        if found is None:
            if len(self._asked) >= REMEMBERED:
                self._asked.clear()
            found = self._asked[word] = self._found(word)
        return found

    def _found(self, word: str) -> list[str]:
        plain = folded(word)
        candidates = set(self._sounds.get(skeleton(word), ()))
        for written in {plain, *(_swapped(plain) if len(plain) <= LONGEST else ())}:
            candidates.update(self._sharing(written))
        return sorted(candidate for candidate in candidates if close(word, candidate, self._edits))

    def _sharing(self, plain: str) -> Iterator[str]:
        for length in range(max(1, len(plain) - self._edits), len(plain) + self._edits + 1):
            for number, start, end in self._cuts(length):
                for shift in range(-self._edits, self._edits + 1):
                    if start + shift >= 0:
                        yield from self._pieces.get((length, number, plain[start + shift : end + shift]), ())

    def _cuts(self, length: int) -> Iterator[tuple[int, int, int]]:
        count = max(self._edits + 1, 2 * self._edits - 1)
        for number in range(count):
            yield number, number * length // count, (number + 1) * length // count


def _swapped(word: str) -> Iterator[str]:
    """The word with two neighbouring letters swapped, in every way."""
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
