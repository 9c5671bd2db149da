"""Which of many words are close to a given one, without asking each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.lang.similar import close
from factlint.text.forms import folded, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class NearIndex:
    """Words by their pieces.

    If two words are at most ``edits`` apart, cutting one of them into ``edits`` + 1 pieces leaves one piece intact in the
    other, moved by at most ``edits`` letters (the pigeonhole principle): looking up those few pieces misses nothing.
    """

    def __init__(self, words: Iterable[str], edits: int) -> None:
        self._edits = edits
        self._sounds: dict[str, list[str]] = {}
        self._pieces: dict[tuple[int, int, str], list[str]] = {}
        for word in sorted(set(words)):
            plain = folded(word)
            self._sounds.setdefault(skeleton(plain), []).append(word)
            for number, start, end in self._cuts(len(plain)):
                self._pieces.setdefault((len(plain), number, plain[start:end]), []).append(word)

    def near(self, word: str) -> list[str]:
        """The indexed words that are close to a word (see ``close``), in order."""
        candidates = {*self._sounds.get(skeleton(word), ()), *self._sharing(folded(word))}
        return sorted(candidate for candidate in candidates if close(word, candidate, self._edits))

    def _sharing(self, plain: str) -> Iterator[str]:
        for length in range(max(1, len(plain) - self._edits), len(plain) + self._edits + 1):
            for number, start, end in self._cuts(length):
                for shift in range(-self._edits, self._edits + 1):
                    if start + shift >= 0:
                        yield from self._pieces.get((length, number, plain[start + shift : end + shift]), ())

    def _cuts(self, length: int) -> Iterator[tuple[int, int, int]]:
        count = self._edits + 1
        for number in range(count):
            yield number, number * length // count, (number + 1) * length // count
