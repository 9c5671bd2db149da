"""Which pairs of a list the desk's knowledge has already, and which are about names that it knows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factlint.text.forms import comparable
from factlint.text.problem import Problem

if TYPE_CHECKING:
    from factlint.app.importing.carried import Carried, Pair
    from factlint.knowledge import Knowledge

_RIGHT = (("place", "right"), ("person", "name"), ("person", "surname"), ("person", "accepted"))


def without_listed(carried: Carried, knowledge: Knowledge, path: str) -> Carried:
    """What was carried over, but for the pairs that are listed for all articles; ``path`` is what remarks name."""
    listed = [pair for pair in carried.pairs if _is_listed(pair, knowledge)]
    left = tuple(Problem(path, _said(pair), level="note") for pair in listed)
    return replace(
        carried, pairs=tuple(pair for pair in carried.pairs if pair not in listed), left=(*carried.left, *left)
    )


def is_name(pair: Pair, knowledge: Knowledge) -> bool:
    """Whether a pair is about a place or a person that the desk knows."""
    right = comparable(pair.right)
    known = pair.right != pair.right.lower() and any(knowledge.count(kind, how, right) for kind, how in _RIGHT)
    return known or any(row.entity is not None for row in knowledge.found("spelling", "wrong", comparable(pair.wrong)))


def _is_listed(pair: Pair, knowledge: Knowledge) -> bool:
    rows = knowledge.found("spelling", "wrong", comparable(pair.wrong))
    everywhere = (row for row in rows if row.desk is None and row.form is None)
    return any(comparable(row.right) == comparable(pair.right) for row in everywhere)


def _said(pair: Pair) -> str:
    return f"“{pair.wrong}” for “{pair.right}” is left out: the desk’s knowledge has it already"
