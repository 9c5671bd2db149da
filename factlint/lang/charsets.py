"""Which characters the steps of a regular expression can take, tried with a sample of all there are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

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


class Alphabet:
    """The characters with which one parsed pattern is tried; with ``fold`` a letter takes its capital too."""

    def __init__(self, parsed: Any, *, fold: bool = False) -> None:
        self._fold = fold or bool(parsed.state.flags & re.IGNORECASE) or _folds_inside(parsed)
        named = _named(parsed)
        self._probes = _PROBES | named | {char.swapcase() for char in named if len(char.swapcase()) == 1}

    def taken(self, name: str, argument: Any) -> frozenset[str]:
        """Which of the characters one step takes; ``name`` is that of an operation of the standard library's parser."""
        taken = self._taken(name, argument)
        return taken | (self._probes & {char.swapcase() for char in taken}) if self._fold else taken

    def _taken(self, name: str, argument: Any) -> frozenset[str]:
        if name == "LITERAL":
            return frozenset([chr(argument)])
        if name == "NOT_LITERAL":
            return self._probes if self._fold else self._probes - {chr(argument)}
        if name == "IN":
            return self._in_class(argument)
        return self._probes

    def _in_class(self, items: Any) -> frozenset[str]:
        taken: set[str] = set()
        negated = False
        for operation, argument in items:
            name = str(operation)
            if name == "NEGATE":
                negated = True
            elif name == "LITERAL":
                taken.add(chr(argument))
            elif name == "RANGE":
                taken.update(char for char in self._probes if argument[0] <= ord(char) <= argument[1])
            else:
                category = re.compile(_CATEGORIES[str(argument)])
                taken.update(filter(category.match, self._probes))
        return self._probes - taken if negated else frozenset(taken)


def operations(parsed: Any) -> Iterator[tuple[str, Any]]:
    """All operations of a pattern with their arguments, in no order."""
    waiting = [parsed]
    while waiting:
        one = waiting.pop()
        if isinstance(one, tuple) and one and type(one[0]).__name__ == "_NamedIntConstant":
            yield str(one[0]), one[1]
        if isinstance(one, (tuple, list)) or type(one).__name__ == "SubPattern":
            waiting += list(one)


def _named(parsed: Any) -> frozenset[str]:
    """The characters that a pattern names, also as the ends of ranges."""
    found: set[str] = set()
    for name, argument in operations(parsed):
        if name in ("LITERAL", "NOT_LITERAL"):
            found.add(chr(argument))
        elif name == "RANGE":
            found.update(map(chr, argument))
    return frozenset(found)


def _folds_inside(parsed: Any) -> bool:
    """Whether capitals do not count in some part of a pattern."""
    return any(name == "SUBPATTERN" and argument[1] & re.IGNORECASE for name, argument in operations(parsed))
