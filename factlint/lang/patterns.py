"""Regular expressions in rules: those that could take time without end are refused when the rule is loaded."""

from __future__ import annotations

import re
from functools import lru_cache
from math import factorial, log10
from typing import Any

from factlint.lang.ambiguity import degree
from factlint.lang.charsets import Alphabet, operations
from factlint.lang.choices import choices

LONGEST = 1_000
"""Code points of a pattern; a longer one is a list of words, which ``in [...]`` finds faster."""
SHORT = 300
"""Code points of a text on which every pattern that is not refused may be tried."""
# The same for patterns with no repetition without bound, those that take no character from each other, and two that do.
_REACH = (1_000_000, 20_000, 1_000)
_STEPS = 200_000_000
"""So many steps, which take some seconds, a pattern may need on one text; those above need no more."""


def fault(pattern: str, *, fold: bool = False) -> tuple[int, str, str] | None:
    """What is wrong with a pattern: its place, what it is and what to do; None where it is sound.

    A repetition inside a repetition can be divided in exponentially many ways between the two, and so can alternatives
    in one that begin alike (Kirrage, Rathnayake and Thielecke: Static Analysis for Regular Expression Denial-of-Service
    Attacks, 2013). Both are refused wherever the repetitions have no bound; where they have one, the ways are counted.
    With ``fold`` capitals do not count.
    """
    if len(pattern) > LONGEST:
        return 0, "this pattern is too long", "write the words as a list: … in [“one”, “two”]"
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        place = getattr(error, "pos", None) or 0
        return (
            place,
            f"this pattern is not valid: {getattr(error, 'msg', error)}",
            "patterns are Python regular expressions",
        )
    parsed = _parsed(pattern)
    if any(name == "GROUPREF_EXISTS" for name, _ in operations(parsed)):
        return 0, "this pattern asks whether a group has matched", "write two patterns with “or” between them"
    if _endless(parsed, repeated=False):
        return 0, "this pattern repeats a repetition: it could run without end", "repeat once: \\w+ instead of (\\w+)+"
    alphabet = Alphabet(parsed, fold=fold)
    if degree(parsed, alphabet) >= len(_REACH):
        what = "this pattern has three repetitions that can take characters from each other: it could run for hours"
        return 0, what, "give them an end: {0,9} instead of *, or [^,]* instead of .*"
    if reach(pattern, fold=fold) < SHORT:
        what = "this pattern can take one text in too many ways: it could run for hours"
        return 0, what, "let no two parts that stand together take the same characters, or repeat less often"
    return None


@lru_cache(maxsize=1_000)
def reach(pattern: str, *, fold: bool = False) -> int:
    """The longest text, in code points, on which a sound pattern is tried; on a longer one it is not decided."""
    parsed = _parsed(pattern)
    alphabet = Alphabet(parsed, fold=fold)
    repetitions, ways = degree(parsed, alphabet), choices(parsed, alphabet)
    # Of n signs, d repetitions that share them and a place to begin can be chosen in n ** (d + 1) / (d + 1)! ways.
    room = log10(_STEPS * factorial(repetitions + 1)) - ways
    return min(_REACH[repetitions], int(10 ** max(0.0, room / (repetitions + 1))))


def _parsed(pattern: str) -> Any:
    # The parser of the standard library is the one that decides what a pattern means.
    from re import _parser

    return _parser.parse(pattern)


def _endless(parts: Any, *, repeated: bool) -> bool:
    """Whether a parsed pattern has an unbounded repetition inside another, or alternatives inside one."""
    for operation, argument in parts:
        name = str(operation)
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            _, most, inner = argument
            unbounded = int(most) > LONGEST
            if (unbounded and repeated) or _endless(inner, repeated=repeated or unbounded):
                return True
        elif name == "BRANCH":
            if repeated or any(_endless(branch, repeated=repeated) for branch in argument[1]):
                return True
        elif _endless_inside(name, argument, repeated=repeated):
            return True
    return False


def _endless_inside(name: str, argument: Any, *, repeated: bool) -> bool:
    if name == "SUBPATTERN":
        return _endless(argument[-1], repeated=repeated)
    if name in ("ASSERT", "ASSERT_NOT"):
        return _endless(argument[1], repeated=repeated)
    if name in ("ATOMIC_GROUP", "POSSESSIVE_REPEAT"):
        return _endless(argument if name == "ATOMIC_GROUP" else argument[2], repeated=False)
    return False
