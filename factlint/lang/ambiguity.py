"""In how many ways a regular expression can divide a text among its repetitions."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

_UNBOUNDED = 1_000
_ROUNDS = 3
# Which characters two parts have in common is tried with these and those that the pattern names.
_PROBES = frozenset([*map(chr, range(9, 14)), *map(chr, range(32, 127)), *"éßЖ中’“–\u00a0"])
_CATEGORIES = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}


class _Part(NamedTuple):
    """The characters that a step of a pattern takes; whether it may take none, and whether it repeats without bound.

    ``within`` numbers the groups and alternatives around it that may be left out as a whole.
    """

    chars: frozenset[str]
    optional: bool = False
    repeats: bool = False
    within: frozenset[int] = frozenset()


def degree(parsed: Any) -> int:
    """The longest chain of unbounded repetitions that can take characters from each other.

    Where nothing matches, all divisions of a text of n characters among a chain of d are tried, and from each place on:
    n to the power of d + 1 steps (Weideman, van der Merwe, Berglund and Watson: Analyzing Matching Time Behavior of
    Backtracking Regular Expression Matchers, 2016). Alternatives count as if they stood behind each other, so that the
    figure is never too low.
    """
    parts = _Parts(parsed).found
    repeats = [index for index, part in enumerate(parts) if part.repeats]
    longest = dict.fromkeys(repeats, 1)
    for number, later in enumerate(repeats):
        for earlier in repeats[:number]:
            if _can_share(parts[earlier], parts[earlier + 1 : later], parts[later]):
                longest[later] = max(longest[later], longest[earlier] + 1)
    return max(longest.values(), default=0)


def _can_share(first: _Part, between: list[_Part], last: _Part) -> bool:
    """Whether characters that two repetitions share can also be all that stands between them."""
    shared, around = first.chars & last.chars, first.within | last.within
    return bool(shared) and all(part.optional or part.within - around or part.chars & shared for part in between)


class _Parts:
    """The steps of a pattern in their order, alternatives one behind the other."""

    def __init__(self, parsed: Any) -> None:
        self.found: list[_Part] = []
        self._probes = _PROBES | _named(parsed)
        self._groups = 0
        self._read(parsed, frozenset())

    def _read(self, parsed: Any, within: frozenset[int]) -> None:
        for operation, argument in parsed:
            name = str(operation)
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
                self.found.append(
                    _Part(_taken(name, argument, self._probes), name.startswith("GROUPREF"), within=within)
                )

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


def _taken(name: str, argument: Any, probes: frozenset[str]) -> frozenset[str]:
    """Which of the probes one step of a pattern takes."""
    if name == "LITERAL":
        return frozenset([chr(argument)])
    if name == "NOT_LITERAL":
        return probes - {chr(argument)}
    if name == "IN":
        return _in_class(argument, probes)
    return probes


def _in_class(items: Any, probes: frozenset[str]) -> frozenset[str]:
    taken: set[str] = set()
    negated = False
    for operation, argument in items:
        name = str(operation)
        if name == "NEGATE":
            negated = True
        elif name == "LITERAL":
            taken.add(chr(argument))
        elif name == "RANGE":
            taken.update(char for char in probes if argument[0] <= ord(char) <= argument[1])
        else:
            category = re.compile(_CATEGORIES[str(argument)])
            taken.update(filter(category.match, probes))
    return probes - taken if negated else frozenset(taken)


def _named(parsed: Any) -> frozenset[str]:
    """The characters that a pattern names, also as the ends of ranges."""
    found: set[str] = set()
    waiting = [parsed]
    while waiting:
        one = waiting.pop()
        name = str(one[0]) if isinstance(one, tuple) and one else ""
        if name in ("LITERAL", "NOT_LITERAL"):
            found.add(chr(one[1]))
        elif name == "RANGE":
            found.update(map(chr, one[1]))
        elif isinstance(one, (tuple, list)) or type(one).__name__ == "SubPattern":
            waiting += list(one)
    return frozenset(found)
