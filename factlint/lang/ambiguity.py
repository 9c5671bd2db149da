"""In how many ways a regular expression can divide a text among its repetitions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from factlint.lang.charsets import Alphabet

_UNBOUNDED = 1_000
_ROUNDS = 3
_MOST_PARTS = 3_000
_TOO_MANY = 1_000


class _Part(NamedTuple):
    """The characters that a step of a pattern takes; whether it may take none, and whether it repeats without bound.

    ``within`` numbers the groups and alternatives around it that may be left out as a whole.
    """

    chars: frozenset[str]
    optional: bool = False
    repeats: bool = False
    within: frozenset[int] = frozenset()


def degree(parsed: Any, alphabet: Alphabet) -> int:
    """How many unbounded repetitions divide a text among them, chain by chain of such as share characters.

    Where nothing matches, all divisions of a text of n characters among a chain of d are tried, and from each place on:
    n to the power of d + 1 steps (Weideman, van der Merwe, Berglund and Watson: Analyzing Matching Time Behavior of
    Backtracking Regular Expression Matchers, 2016). Each division of one chain is tried with each of the next, so that
    a chain behind another adds all its repetitions but one. Alternatives count as if they stood behind each other, so
    that the figure is never too low.
    """
    parts = _Parts(parsed, alphabet).found
    if len(parts) > _MOST_PARTS:
        return _TOO_MANY
    repeats = [index for index, part in enumerate(parts) if part.repeats]
    longest = dict.fromkeys(repeats, 1)
    for number, later in enumerate(repeats):
        for earlier in repeats[:number]:
            more = _can_share(parts[earlier], parts[earlier + 1 : later], parts[later])
            longest[later] = max(longest[later], longest[earlier] + more)
    return max(longest.values(), default=0)


def _can_share(first: _Part, between: list[_Part], last: _Part) -> bool:
    """Whether characters that two repetitions share can also be all that stands between them."""
    shared, around = first.chars & last.chars, first.within | last.within
    return bool(shared) and all(part.optional or part.within - around or part.chars & shared for part in between)


class _Parts:
    """The steps of a pattern in their order, alternatives one behind the other."""

    def __init__(self, parsed: Any, alphabet: Alphabet) -> None:
        self.found: list[_Part] = []
        self._alphabet = alphabet
        self._groups = 0
        self._read(parsed, frozenset())

    def _read(self, parsed: Any, within: frozenset[int]) -> None:
        for operation, argument in parsed:
            name = str(operation)
            if len(self.found) > _MOST_PARTS:
                return
            if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
                self._read_repeated(argument, within)
            elif name == "BRANCH":
                for branch in argument[1]:
                    self._read(branch, self._left_out(within))
            elif name in ("ASSERT", "ASSERT_NOT"):
                self._read(argument[1], self._left_out(within))
            elif name in ("SUBPATTERN", "ATOMIC_GROUP"):
                self._read(argument[-1] if name == "SUBPATTERN" else argument, within)
            elif name != "AT":
                taken = self._alphabet.taken(name, argument)
                self.found.append(_Part(taken, name.startswith("GROUPREF"), within=within))

    def _read_repeated(self, argument: Any, within: frozenset[int]) -> None:
        least, most, inner = argument
        if int(most) <= _UNBOUNDED:
            # A few rounds show whether one takes characters from the next.
            for number in range(min(int(most), _ROUNDS)):
                self._read(inner, within if number < int(least) else self._left_out(within))
            return
        before = len(self.found)
        self._read(inner, within)
        chars = frozenset[str]().union(*(part.chars for part in self.found[before:]))
        self.found[before:] = [_Part(chars, optional=int(least) == 0, repeats=True, within=within)]

    def _left_out(self, within: frozenset[int]) -> frozenset[int]:
        """The groups around something, with one more that may be left out."""
        self._groups += 1
        return within | {self._groups}
