"""Numbers that count nothing: Article 5, G7, Boeing 737, 9/11, 24/7, scores, telephone numbers, numbers of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.text.numerals import is_figures
from factlint.text.tokens import LINE_BREAKS
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from factlint.text.tokens import Tokens

_REFERENCES = word_set(
    "article section chapter clause paragraph rule flight resolution route highway room page number no nos part volume",
    "boeing airbus channel radio level phase type model mark unit gate line step day world group act bill title",
    "proposition aged age",
)
_SHORT_REFERENCES = word_set("no nos art sec vol")
_JOINTS = word_set("- – / : . _ @ # ' ’ ×")
_OPENERS = word_set(". ? ! “ \" ‘ '") | LINE_BREAKS | {""}
_OF_AGE = word_set("year month week day hour")


def counts_nothing(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a number without a unit (tokens ``start`` to ``end``) is a part of a name, a time, a score and such."""
    if end == start + 1 and tokens.word(start) in {"one", "zero"}:
        return True
    if is_figures(tokens.word(end)) or is_figures(tokens.word(start - 1)) or _has_leading_zero(tokens.word(start)):
        return True
    return (
        _is_tied_before(tokens, start)
        or _is_tied_behind(tokens, end)
        or _is_reference(tokens, start, end)
        or _is_age(tokens, start, end)
    )


def _has_leading_zero(word: str) -> bool:
    return len(word) > 1 and word[0] == "0" and word.isdigit()


def _is_tied_before(tokens: Tokens, start: int) -> bool:
    """Whether it is joined to what stands before it: G7, COVID-19, 9/11, 3-2, 10:30, #1."""
    if not tokens.joined(start):
        return False
    before = tokens.word(start - 1)
    return before.isalnum() or before == "#" or (before in _JOINTS and tokens.joined(start - 1))


def _is_tied_behind(tokens: Tokens, end: int) -> bool:
    """Whether it is joined to what stands behind it: 5th, 3D, 737s, 24/7, 10:30; ``nine-member`` still counts."""
    if not tokens.joined(end):
        return False
    behind = tokens.word(end)
    if behind == "-" and tokens.word(end + 1) in _OF_AGE:
        return True
    return behind.isalnum() or (behind in _JOINTS and tokens.joined(end + 1) and is_figures(tokens.word(end + 1)))


def _is_reference(tokens: Tokens, start: int, end: int) -> bool:
    """Whether it numbers something: Article 5, No. 10, Boeing 737, Windows 7, the start of a line in a list."""
    place = start - 1
    before = tokens.word(place)
    if before == "." and tokens.word(place - 1) in _SHORT_REFERENCES:
        return True
    if before == "" or before in LINE_BREAKS:
        return tokens.word(end) in {".", ")"} or tokens.word(end) in LINE_BREAKS
    if not is_figures(tokens.word(start)):
        return False
    named = tokens.capital(place) and before.isalpha() and tokens.word(place - 1) not in _OPENERS
    return before in _REFERENCES or named


def _is_age(tokens: Tokens, start: int, end: int) -> bool:
    """Whether it is the age of a person: ``Jane Roe, 46, said``, ``at the age of 80``."""
    if tokens.at(start - 2, "age", "of"):
        return True
    alone = end == start + 1 and tokens.word(start - 1) == "," and tokens.word(end) in {",", "."}
    return alone and tokens.capital(start - 2)
