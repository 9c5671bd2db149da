"""What was read out of a list of another program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.text.forms import comparable
from factlint.text.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


@dataclass(frozen=True, slots=True)
class Pair:
    """A right form, and a form in whose place it should stand."""

    right: str
    wrong: str


@dataclass(frozen=True, slots=True)
class Carried:
    """What can be carried over, and ``left``, what cannot.

    ``pairs`` have a right form for a wrong one, ``avoid`` are forms that should not be used at all, ``right`` forms
    that only are right. ``severity`` is that of the list, None where it has none.
    """

    pairs: tuple[Pair, ...] = ()
    avoid: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    left: tuple[Problem, ...] = ()
    severity: str | None = None


def merged(lists: Sequence[Carried], path: str) -> Carried:
    """Several lists as one, each entry once; of those that end up in one rule the gravest severity holds.

    ``path`` is what remarks name that no single line is the cause of.
    """
    pairs, twofold = _one_way(dict.fromkeys(pair for one in lists for pair in one.pairs))
    ruling = [one.severity for one in lists if bool(one.pairs) == bool(pairs)]
    return Carried(
        tuple(pairs),
        tuple(dict.fromkeys(form for one in lists for form in one.avoid)),
        tuple(dict.fromkeys(form for one in lists for form in one.right)),
        (*(problem for one in lists for problem in one.left), *(_left_out(path, pair) for pair in twofold)),
        next((level for level in ("error", "warning", "note") if level in ruling), None),
    )


def _one_way(pairs: Collection[Pair]) -> tuple[list[Pair], list[Pair]]:
    """The pairs that can stand in one rule, and those that cannot.

    No form may be right in one pair and wrong in another, and no wrong form may have two right ones.
    """
    right = {comparable(pair.right) for pair in pairs}
    first: dict[str, Pair] = {}
    for pair in pairs:
        if comparable(pair.wrong) not in right:
            first.setdefault(comparable(pair.wrong), pair)
    ways = {(wrong, pair.right) for wrong, pair in first.items()}
    kept = dict.fromkeys(pair for pair in pairs if (comparable(pair.wrong), pair.right) in ways)
    return list(kept), [pair for pair in pairs if pair not in kept]


def _left_out(path: str, pair: Pair) -> Problem:
    message = f"“{pair.wrong}” for “{pair.right}” is left out: the form is right elsewhere, or has another right form"
    return Problem(path, message, level="note")


def why_not(pair: Pair) -> str:
    """Why a pair is no entry of a list here; empty where it is one."""
    if not pair.right or not pair.wrong:
        return "one side is empty"
    if "\n" in pair.right + pair.wrong:
        return "a form stands on one line"
    if not any(char.isalnum() for char in pair.wrong):
        return "it has no letter or figure; only words are looked for"
    if comparable(pair.right) == comparable(pair.wrong):
        return "both sides count as one form: capitals and the marks at the edges are not compared"
    return ""
