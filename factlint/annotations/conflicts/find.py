"""From the figures of an article to its conflicts."""

from __future__ import annotations

from itertools import combinations
from operator import itemgetter
from typing import TYPE_CHECKING

from factlint.annotations.conflicts.conflict import Conflict
from factlint.annotations.conflicts.evidence import weighed
from factlint.annotations.conflicts.pair import LARGE, Group, Pair, Surroundings, mantissa

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.annotations import Reading
    from factlint.annotations.figures import Figure

MOST_VALUES = 4
"""Values of one thing beyond which an article compares many things: a table, a row of results."""
MOST_FIGURES = 30
_LONG = 4
HOPELESS = -2.0
"""Odds (log) below which a pair is no fact: most figures that differ are about two things."""


def find_conflicts(reading: Reading) -> Iterable[Conflict]:
    """Both sides of the conflicts of an article; of one thing the weightiest only."""
    told: set[int] = set()
    for pairs in _pairs(reading.layer("figure")):  # type: ignore[arg-type]
        odds, counted, pair = max(((*weighed(pair), pair) for pair in pairs), key=itemgetter(0))
        if odds >= HOPELESS and told.isdisjoint((pair.first.start, pair.second.start)):
            told.update((pair.first.start, pair.second.start))
            suspect, other = _sides(pair)
            yield _side(pair, suspect, other, odds, counted)
            yield _side(pair, other, suspect, odds, counted)


def _pairs(figures: tuple[Figure, ...]) -> Iterator[list[Pair]]:
    """The pairs of each thing that an article gives more than one value for."""
    things: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        for thing in _things(figure):
            things.setdefault(thing, []).append(figure)
    surroundings = Surroundings(figures)
    for same in things.values():
        if len(same) < 2 or len(same) > MOST_FIGURES or not 2 <= len({one.value for one in same}) <= MOST_VALUES:
            continue
        group = Group(tuple(same), surroundings)
        pairs = (Pair(one, two, group) for one, two in combinations(same, 2) if one.value != two.value)
        comparable = [pair for pair in pairs if _is_comparable(pair)]
        if comparable:
            yield comparable


def _things(figure: Figure) -> Iterator[tuple[str, str]]:
    """Under what a figure is compared: what it counts, its digits in any order, its digits without their size."""
    if figure.counted and (figure.form != "measure" or figure.in_brackets):
        yield figure.form, figure.counted
    digits = figure.digits
    if len(digits) >= _LONG and figure.form != "measure" and len(set(digits)) >= _LONG - 1:
        yield "digits", "".join(sorted(digits))
    if figure.counted and figure.value >= LARGE and len(mantissa(figure)) > 1:
        yield "mantissa", f"{figure.counted} {mantissa(figure)}"


def _is_comparable(pair: Pair) -> bool:
    """Whether two values can be a slip at all: one may round the other; measures vary, but for one amount converted."""
    return not pair.rounded and (pair.first.form != "measure" or pair.same_amount or pair.magnitude)


def _sides(pair: Pair) -> tuple[Figure, Figure]:
    """The suspect and the other side: the value that stands less often, of two that stand as often the later one."""
    first, second = sorted((pair.second, pair.first), key=lambda figure: pair.group.uses(figure.value))
    return first, second


def _side(pair: Pair, figure: Figure, other: Figure, odds: float, counted: tuple[tuple[str, float], ...]) -> Conflict:
    return Conflict(
        start=figure.start,
        end=figure.end,
        text=figure.text,
        place=figure.place,
        odds=odds,
        counted=counted,
        other=other.text,
        suspect=figure is _sides(pair)[0],
        form=figure.form,
        thing=pair.first.counted,
        uses=pair.group.uses(figure.value),
    )
