"""In how many ways the bounded repetitions and the alternatives of a regular expression can take one text."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.lang.charsets import Alphabet

_UNBOUNDED = 1_000
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT")
_ASSERTED = ("ASSERT", "ASSERT_NOT")
_NONE: frozenset[str] = frozenset()


class _Start(NamedTuple):
    """The characters that something can begin with, and whether it can take none at all."""

    chars: frozenset[str]
    empty: bool


def choices(parsed: Any, alphabet: Alphabet) -> float:
    """The logarithm to the base 10 of the most ways in which the bounded parts of a pattern can take a text.

    A repetition counts with each of its lengths if what follows can begin with a character of its own; otherwise only
    one length can lead on. What is repeated counts once for each round, and alternatives count together if they can
    begin alike. Repetitions without a bound count as one: ``degree`` is about them.
    """
    counted = _Choices(alphabet)
    return counted.of(parsed, _NONE) + counted.last


class _Choices:
    def __init__(self, alphabet: Alphabet) -> None:
        self._alphabet = alphabet
        self._longest = 0.0
        self.last = 0.0
        """The lengths that one repetition behind a division is tried with each time, though only one leads on."""

    def of(self, parsed: Any, follow: frozenset[str]) -> float:
        """The ways through a sequence behind which some characters can follow."""
        ways = 0.0
        for operation, argument in reversed(list(parsed)):
            name = str(operation)
            ways += self._of_one(name, argument, follow)
            start = self._start_of(name, argument)
            follow = start.chars | follow if start.empty else start.chars
        return ways

    def _of_one(self, name: str, argument: Any, follow: frozenset[str]) -> float:
        if name in _REPEATS:
            least, most, inner = argument
            return self._of_repeated(int(least), int(most), inner, follow)
        if name == "BRANCH":
            return self._of_branches(argument[1], follow)
        if name == "SUBPATTERN":
            return self.of(argument[-1], follow)
        if name in _ASSERTED:
            return self.of(argument[1], _NONE)
        if name == "ATOMIC_GROUP":
            return self.of(argument, _NONE)
        return self.of(argument[2], follow) if name == "POSSESSIVE_REPEAT" else 0.0

    def _of_repeated(self, least: int, most: int, inner: Any, follow: frozenset[str]) -> float:
        start = self._start(inner)
        inside = self.of(inner, start.chars | follow if most > 1 else follow)
        shares = bool(start.chars & follow)
        if shares or inside:
            self.last = self._longest
        if most > _UNBOUNDED:
            return inside
        lengths = log10(most - least + 1)
        if not shares and most - least > 1:
            self._longest = max(self._longest, lengths)
        return inside * most + (lengths if shares else 0.0)

    def _of_branches(self, branches: Sequence[Any], follow: frozenset[str]) -> float:
        """The most alternatives that can take the same text, each with its own ways."""
        ways = [self.of(branch, follow) for branch in branches]
        leads = [self._lead(branch) for branch in branches]
        alike = [sum(not _differ(one, other) for other in leads) for one in leads]
        if max(alike) > 1:
            self.last = self._longest
        return max(ways) + log10(max(alike))

    def _lead(self, branch: Any) -> list[frozenset[str]]:
        """What the first characters of an alternative can be, as far as their places are fixed."""
        found = []
        for operation, argument in branch:
            name = str(operation)
            if name not in ("LITERAL", "NOT_LITERAL", "IN", "ANY"):
                break
            found.append(self._alphabet.taken(name, argument))
        return found

    def _start(self, parsed: Any) -> _Start:
        chars = _NONE
        for operation, argument in parsed:
            start = self._start_of(str(operation), argument)
            chars |= start.chars
            if not start.empty:
                return _Start(chars, empty=False)
        return _Start(chars, empty=True)

    def _start_of(self, name: str, argument: Any) -> _Start:
        if name in (*_REPEATS, "POSSESSIVE_REPEAT"):
            start = self._start(argument[2])
            return _Start(start.chars, empty=start.empty or int(argument[0]) == 0)
        if name == "BRANCH":
            starts = [self._start(branch) for branch in argument[1]]
            return _Start(_NONE.union(*(one.chars for one in starts)), empty=any(one.empty for one in starts))
        if name in ("SUBPATTERN", "ATOMIC_GROUP"):
            return self._start(argument[-1] if name == "SUBPATTERN" else argument)
        if name in (*_ASSERTED, "AT"):
            return _Start(_NONE, empty=True)
        return _Start(self._alphabet.taken(name, argument), empty=name.startswith("GROUPREF"))


def _differ(one: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> bool:
    """Whether there is a place at which two alternatives have no character in common."""
    return any(not a & b for a, b in zip(one, other, strict=False))
