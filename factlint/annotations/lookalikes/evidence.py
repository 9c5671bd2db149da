"""What speaks for and against two near forms being one name in two spellings: a scorecard.

Each piece of evidence is a question to a pair, answered from 0 to 1, and a weight. The sum of what holds, and of the
base, is the logarithm of the odds that the two are one name. The weights are those of a logistic regression over pairs
of near words in news articles into which slips were put, and were checked on other articles.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.annotations.lookalikes.pair import Pair
    from factlint.text.background import Known

_LONGEST_ACRONYM = 6


class Evidence(NamedTuple):
    """One question: its name in rules and reports, its weight, and the answer for a pair, from 0 (no) to 1 (yes)."""

    name: str
    weight: float
    answer: Callable[[Pair], float]


def _level(known: Known) -> float:
    """How usual a form is as any kind of name, from 0 to 1."""
    return max(known.given, known.surname, known.place, known.other) / 9


def _swapped(pair: Pair) -> bool:
    return len(pair.right.plain) == len(pair.suspect.plain) and sorted(pair.right.plain) == sorted(pair.suspect.plain)


def _more(pair: Pair) -> float:
    """How many more uses the better form has, from 0 to 1."""
    return min(1.0, max(0.0, math.log2(len(pair.right.places) / len(pair.suspect.places)) / 3))


def _first_differs(pair: Pair) -> bool:
    return pair.right.plain[0] != pair.suspect.plain[0]


def _last_differs(pair: Pair) -> bool:
    return pair.right.plain[-1] != pair.suspect.plain[-1]


def _given_conflict(pair: Pair) -> bool:
    return bool(pair.right.given and pair.suspect.given) and not pair.same_given


def _after_conflict(pair: Pair) -> bool:
    return bool(pair.right.after and pair.suspect.after) and not pair.same_after


def _other_part(pair: Pair) -> bool:
    one, other = pair.right, pair.suspect
    return (one.first and other.last) or (one.last and other.first)


def _acronym(pair: Pair) -> bool:
    return any(form.shouted and len(form.plain) <= _LONGEST_ACRONYM for form in (pair.right, pair.suspect))


def _inside(pair: Pair) -> bool:
    return all(use.given or use.after for use in pair.suspect.uses)


SCORECARD = (
    Evidence("one edit", 1.7, lambda pair: pair.edits == 1),
    Evidence("same sound", 1.5, lambda pair: pair.same_sound),
    Evidence("swapped letters", 2.5, _swapped),
    Evidence("first letter differs", -5.0, _first_differs),
    Evidence("last letter differs", -1.8, _last_differs),
    Evidence("inflected", -3.5, lambda pair: pair.inflected),
    Evidence("better form is a known name", 1.3, lambda pair: _level(pair.right_known)),
    Evidence("suspect is a known name", -3.2, lambda pair: _level(pair.suspect_known)),
    Evidence("both are known names", -5.4, lambda pair: min(_level(pair.suspect_known), _level(pair.right_known))),
    Evidence("suspect is a word", -5.0, lambda pair: pair.suspect_known.word / 9),
    Evidence("better form is a word", -2.4, lambda pair: pair.right_known.word / 9),
    Evidence("lower case here", -2.5, lambda pair: pair.lower),
    Evidence("same given name", 1.3, lambda pair: pair.same_given),
    Evidence("given names differ", -1.4, _given_conflict),
    Evidence("same word behind", 3.6, lambda pair: pair.same_after),
    Evidence("words behind differ", -1.3, _after_conflict),
    Evidence("suspect only inside a longer name", -0.3, _inside),
    Evidence("a given name and a surname", -2.0, _other_part),
    Evidence("same title", 3.0, lambda pair: pair.same_title),
    Evidence("one is an acronym", -4.7, _acronym),
    Evidence("side by side", -0.3, lambda pair: pair.side_by_side),
    Evidence("better form only begins sentences", -0.6, lambda pair: pair.right.initial),
    Evidence("suspect in a list of names", -1.6, lambda pair: pair.suspect.dense),
    Evidence("better form in a list of names", -0.6, lambda pair: pair.right.dense),
    Evidence("one name", -1.3, lambda pair: pair.one_name),
    Evidence("more uses", -0.8, _more),
    Evidence("suspect stands several times", -0.6, lambda pair: len(pair.suspect.places) > 1),
    Evidence("in another language", -4.0, lambda pair: pair.right.foreign or pair.suspect.foreign),
)

BASE = 2.3
HOPELESS = -2.0
"""Odds (log) below which a pair is no fact, unless one given name stands before both: most near words are two words."""
# What speaks for a pair, then what speaks against it and is soon found out.
_FOR = tuple(piece for piece in SCORECARD if piece.weight > 0)
_AGAINST = tuple(piece for piece in SCORECARD if piece.weight < 0)


def weighed(pair: Pair) -> tuple[float, tuple[tuple[str, float], ...]] | None:
    """The logarithm of the odds that a pair is one name, and each piece of evidence with what it added to it.

    None for a hopeless pair.
    """
    if _hopeless(pair):
        return None
    counted = [(piece.name, piece.weight * answer) for piece in SCORECARD if (answer := float(piece.answer(pair)))]
    counted.sort(key=lambda item: -abs(item[1]))
    return BASE + sum(weight for _, weight in counted), tuple(counted)


def _hopeless(pair: Pair) -> bool:
    """Whether a pair is not worth weighing: asked of no more than it takes to know, against a pair comes last."""
    if pair.same_given:
        return False
    odds = BASE + sum([piece.weight * piece.answer(pair) for piece in _FOR])
    for piece in _AGAINST:
        if odds < HOPELESS:
            return True
        odds += piece.weight * piece.answer(pair)
    return odds < HOPELESS
