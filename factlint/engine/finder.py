"""The index of one step of a plan: from the value of a join to the rows that have it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factlint.lang.logic import key_value
from factlint.lang.near import NearIndex
from factlint.lang.scope import Row
from factlint.lang.similar import runs_of
from factlint.text.forms import skeleton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.engine.plan import Step
    from factlint.lang.scope import Scope

Key = tuple[str, str]

Candidate = tuple[Row, str | None]
"""A row that its own conditions do not rule out, and what is unknown where they could not be decided."""


class Finder:
    """The candidates of one step by the value that joins them; an unknown value joins nothing."""

    def __init__(self, step: Step, candidates: Sequence[Candidate], scope: Scope) -> None:
        join = step.join
        assert join is not None  # noqa: S101 - only a step that joins is looked up
        self._how = join.how
        self._by_value: dict[Any, dict[Key | None, list[Candidate]]] = {}
        for candidate in candidates:
            scope.rows = {step.name: candidate[0]}
            card = candidate[0].card
            for value in _keys(join.how, join.own(scope)):
                self._by_value.setdefault(value, {}).setdefault(card.key if card else None, []).append(candidate)
        texts = (value for value in self._by_value if isinstance(value, str))
        self._near = NearIndex(texts, join.edits) if join.how == "close" else None

    def find(self, value: Any, apart_from: frozenset[Key] = frozenset()) -> list[Candidate]:
        """The candidates that a value may join: all that do, for ``close`` and ``like`` perhaps some that do not.

        None of the articles ``apart_from``: what stands a thousand times in one article is never paired there.
        """
        if value is None:
            return []
        keys = self._near.near(value) if self._near is not None else _keys(self._how, value)
        found: dict[int, Candidate] = {}
        for key in keys:
            for article, candidates in self._by_value.get(key, {}).items():
                if article not in apart_from:
                    for candidate in candidates:
                        found.setdefault(id(candidate[0].fact), candidate)
        return list(found.values())


def _keys(how: str, value: Any) -> list[Any]:
    if value is None:
        return []
    if how == "like":
        return sorted(runs_of(value))
    if how == "sounds":
        return [sound] if (sound := skeleton(value)) else []
    values = value if isinstance(value, tuple) and not isinstance(value, Row) else (value,)
    if not values:
        return [()]  # one empty list equals another
    return [value if how == "close" else _hashable(value) for value in values if value is not None]


def _hashable(value: Any) -> Any:
    return id(value.fact) if isinstance(value, Row) else key_value(value)
