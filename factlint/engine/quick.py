"""Conditions on one fact, put to all rows of an article at once and without a scope: nearly every rule begins so."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from factlint.lang import tree
from factlint.lang.compile import compiled_of_fact, compiled_of_value, is_field_of
from factlint.lang.functions import functions
from factlint.lang.near import REMEMBERED
from factlint.lang.types import NUMBER, TEXT, YESNO

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factlint.engine.finder import Candidate
    from factlint.lang.paths import OfFact

    Labelled = Sequence[tuple[tree.Path, str]]
    Quick = Callable[[list[Candidate]], list[Candidate]]

# Fields that are no plain attributes.
_OTHER = frozenset({"except", "weekday"})
_DEPENDS = "it depends on something unknown"


def quick(part: tree.Expr, paths: Labelled) -> Quick | None:
    """What a condition leaves of candidates; None for one that asks more than the fields of a fact.

    ``paths`` are those of the condition, each with what it is called where it is unknown.
    """
    known = field_getter(part.value) if isinstance(part, tree.Known) else None
    if isinstance(part, tree.Known) and known is not None:
        return _known(known, part.wanted)
    holds = compiled_of_fact(part)
    if holds is None:
        return None
    path, label = paths[0]
    get = field_getter(path)
    if get is not None and len({path.written for path, _ in paths}) == 1 and _of_plain_value(part):
        return _by_value(get, _Answers(compiled_of_value(part)), label)
    return _by_fact(holds, [(value, label) for path, label in paths if (value := compiled_of_fact(path)) is not None])


def field_getter(expr: tree.Expr) -> OfFact | None:
    """A function from a fact to the value of an expression that is one plain field of it; None for any other."""
    if not isinstance(expr, tree.Path) or not is_field_of(expr, expr.base.value) or expr.fields[0].value in _OTHER:
        return None
    return attrgetter(expr.fields[0].value)


def unknown(needs: Sequence[tuple[Callable[[Any], Any], str]], asked: Any) -> str:
    """What is unknown, in words, once a condition turned out to be unknown of what was ``asked``."""
    for value, label in needs:
        if value(asked) is None:
            return f"{label} is unknown"
    return _DEPENDS


def _known(get: OfFact, wanted: bool) -> Quick:
    if wanted:
        return lambda candidates: [one for one in candidates if get(one[0].fact) is not None]
    return lambda candidates: [one for one in candidates if get(one[0].fact) is None]


def _by_fact(holds: OfFact, needs: Sequence[tuple[OfFact, str]]) -> Quick:
    def left(candidates: list[Candidate]) -> list[Candidate]:
        found: list[Candidate] = []
        for one in candidates:
            verdict = holds(one[0].fact)
            if verdict:
                found.append(one)
            elif verdict is None:
                found.append((one[0], one[1] or unknown(needs, one[0].fact)))
        return found

    return left


# -- conditions on one field that is a text, a number or true


class _Answers(dict[Any, bool | None]):
    """The answers to a condition by the value of its field: the same come again in an article, and in others."""

    def __init__(self, holds: OfFact) -> None:
        super().__init__()
        self._holds = holds
        self.open = False

    def __missing__(self, value: Any) -> bool | None:
        if len(self) >= REMEMBERED:
            self.clear()
        verdict = self._holds(value)
        found = self[value] = None if verdict is None else bool(verdict)
        self.open = self.open or found is None
        return found


def _by_value(get: OfFact, answers: _Answers, label: str) -> Quick:
    def left(candidates: list[Candidate]) -> list[Candidate]:
        found = [one for one in candidates if answers[get(one[0].fact)] is not False]
        return [named(one) for one in found] if answers.open else found

    def named(one: Candidate) -> Candidate:
        """The candidate, with what is unknown of it."""
        value = get(one[0].fact)
        if one[1] is not None or answers[value]:
            return one
        return one[0], f"{label} is unknown" if value is None else _DEPENDS

    return left


def _of_plain_value(expr: tree.Expr) -> bool:
    """Whether the one field of a condition must be a text, a number or a yes or no, for else it would be no sense."""
    if isinstance(expr, tree.Path):
        return True
    if isinstance(expr, tree.Not):
        return _of_plain_value(expr.value)
    if isinstance(expr, tree.And | tree.Or):
        return any(map(_of_plain_value, expr.items))
    if isinstance(expr, tree.Matches):
        return isinstance(expr.value, tree.Path)
    if isinstance(expr, tree.Compare):
        return _is_plain(expr.left) and expr.operator != "contains" and isinstance(expr.right, _PLAIN)
    return False


_PLAIN = (tree.Text, tree.Number, tree.ListOf)


def _is_plain(expr: tree.Expr) -> bool:
    """Whether an expression is the field itself, or a function of it that is for plain values only."""
    if isinstance(expr, tree.Call):
        function = functions()[expr.function.value]
        return any(
            isinstance(argument, tree.Path) and wanted in (TEXT, NUMBER, YESNO)
            for argument, wanted in zip(expr.arguments, function.arguments, strict=True)
        )
    return isinstance(expr, tree.Path)
