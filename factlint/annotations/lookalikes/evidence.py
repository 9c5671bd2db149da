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

    from factlint.annotations.lookalikes.forms import Use
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
    return min(1.0, max(0.0, math.log2(len(pair.right.uses) / len(pair.suspect.uses)) / 3))


def _first_differs(pair: Pair) -> bool:
    return pair.right.plain[0] != pair.suspect.plain[0]


def _last_differs(pair: Pair) -> bool:
    return pair.right.plain[-1] != pair.suspect.plain[-1]


def _dense(uses: tuple[Use, ...]) -> bool:
    return any(use.dense for use in uses)


def _given_conflict(pair: Pair) -> bool:
    return bool(pair.right_given and pair.suspect_given) and not pair.right_given & pair.suspect_given


def _after_conflict(pair: Pair) -> bool:
    return bool(pair.right_after and pair.suspect_after) and not pair.right_after & pair.suspect_after


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
    Evidence("same given name", 1.3, lambda pair: bool(pair.right_given & pair.suspect_given)),
    Evidence("given names differ", -1.4, _given_conflict),
    Evidence("same word behind", 3.6, lambda pair: bool(pair.right_after & pair.suspect_after)),
    Evidence("words behind differ", -1.3, _after_conflict),
    Evidence("suspect only inside a longer name", -0.3, _inside),
    Evidence("same title", 3.0, lambda pair: pair.same_title),
    Evidence("one is an acronym", -4.7, _acronym),
    Evidence("side by side", -0.3, lambda pair: pair.side_by_side),
    Evidence("better form only begins sentences", -0.6, lambda pair: all(use.initial for use in pair.right.uses)),
    Evidence("suspect in a list of names", -1.6, lambda pair: _dense(pair.suspect.uses)),
    Evidence("better form in a list of names", -0.6, lambda pair: _dense(pair.right.uses)),
    Evidence("one name", -1.3, lambda pair: pair.one_name),
    Evidence("more uses", -0.8, _more),
    Evidence("suspect stands several times", -0.6, lambda pair: len(pair.suspect.uses) > 1),
)

BASE = 2.3


def weighed(pair: Pair) -> tuple[float, tuple[tuple[str, float], ...]]:
    """The logarithm of the odds that a pair is one name, and each piece of evidence with what it added to it."""
    counted = [(piece.name, piece.weight * answer) for piece in SCORECARD if (answer := float(piece.answer(pair)))]
    counted.sort(key=lambda item: -abs(item[1]))
    return BASE + sum(weight for _, weight in counted), tuple(counted)
