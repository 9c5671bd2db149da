"""What speaks for and against two figures being two values of one thing: a scorecard.

Each piece of evidence is a question to a pair, answered from 0 to 1, and a weight. The sum of what holds, and of the
base, is the logarithm of the odds that one of the two is a slip. The weights are those of a logistic regression over
pairs of figures in news articles, in some of which one number had been changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.annotations.conflicts.pair import Pair


class Evidence(NamedTuple):
    """One question: its name in rules and reports, its weight, and the answer for a pair, from 0 (no) to 1 (yes)."""

    name: str
    weight: float
    answer: Callable[[Pair], float]


_BASE = -0.8
_MOST_KIN = 5
_MOST_BEHIND = 4


def _uneven(pair: Pair) -> bool:
    """Whether one is a round number and the other not, or much less so."""
    one, other = (len(figure.digits) - len(figure.digits.rstrip("0")) for figure in (pair.first, pair.second))
    return abs(one - other) >= 2


def _behind(pair: Pair) -> float:
    return min(_MOST_BEHIND, max(0, pair.same_behind - 1)) / _MOST_BEHIND


def _once(pair: Pair) -> bool:
    """Whether the article has one of the two again and again, the other once."""
    few, many = sorted((pair.group.uses(pair.first.value), pair.group.uses(pair.second.value)))
    return few == 1 < many and len(pair.group.values) == 2


SCORECARD = (
    Evidence("swapped digits", 4.2, lambda pair: pair.swapped),
    Evidence("one digit differs", 2.7, lambda pair: pair.one_digit),
    Evidence("same last digits", 0.6, lambda pair: pair.end_alike),
    Evidence("long and nearly the same", 1.5, lambda pair: pair.long_and_near),
    Evidence("same digits, other size", 4.0, lambda pair: pair.magnitude),
    Evidence("odd base", 5.0, lambda pair: pair.odd_base),
    Evidence("in a headline", 1.7, lambda pair: "headline" in {pair.first.section, pair.second.section}),
    Evidence("words behind the number differ", -1.4, lambda pair: not pair.same_form),
    Evidence("words around the numbers", 1.8, lambda pair: min(_MOST_KIN, pair.kinship) / _MOST_KIN),
    Evidence("no word around in common", -0.4, lambda pair: not pair.shared),
    Evidence("one sentence", -2.5, lambda pair: pair.same_sentence),
    Evidence("more than two values", -1.6, lambda pair: len(pair.group.values) > 2),
    Evidence("one value only once", 0.5, _once),
    Evidence("change or difference", -2.5, lambda pair: pair.first.turning or pair.second.turning),
    Evidence("far apart", -1.2, lambda pair: pair.closeness < 0.4),
    Evidence("less than ten", -1.8, lambda pair: min(pair.first.value, pair.second.value) < 10),
    Evidence("compound", 2.2, lambda pair: pair.first.form == "compound"),
    Evidence("name", 2.9, lambda pair: pair.first.form == "name"),
    Evidence("bare number", 0.7, lambda pair: "plain" in {pair.first.form, pair.second.form}),
    Evidence("often several", -2.6, lambda pair: pair.first.often_several),
    Evidence("same names", 0.4, lambda pair: pair.same_names),
    Evidence("other names", -0.8, lambda pair: pair.other_names),
    Evidence("other times", -1.9, lambda pair: pair.other_times),
    Evidence("round and not round", -1.7, _uneven),
    Evidence("same words behind", 0.3, _behind),
    Evidence("same word before", 0.2, lambda pair: pair.same_before),
    Evidence("a quotation", -0.3, lambda pair: pair.first.quoted or pair.second.quoted),
    Evidence("next to each other", -1.0, lambda pair: abs(pair.first.paragraph - pair.second.paragraph) <= 1),
)


def weighed(pair: Pair) -> tuple[float, tuple[tuple[str, float], ...]]:
    """The odds (log) of a pair, and each piece of evidence that counted with what it added, the weightiest first."""
    added = [(piece.name, piece.weight * piece.answer(pair)) for piece in SCORECARD]
    counted = sorted(((name, weight) for name, weight in added if weight), key=lambda one: (-abs(one[1]), one[0]))
    return _BASE + sum(weight for _, weight in counted), tuple(counted)
