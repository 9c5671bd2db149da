"""How large and how varied a group must be for its ``having`` to be true: others need not be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.lang import tree
from factlint.lang.compile import compiled_of_fact

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.lang.paths import OfFact

# Functions that count different values over a group: 1 at least where anything is known, else unknown.
_COUNTS = frozenset({"articles", "variants"})
_SWAPPED = {"<": ">", "<=": ">="}


def least_rows(having: tree.Expr | None) -> int:
    """The fewest rows of a group for which a condition may be true: 2 at least for ``variants(n.surname) > 1``."""
    return _least(having, _COUNTS)


def least_articles(having: tree.Expr | None) -> int:
    """The same of articles: 2 for ``articles(m.article) > articles(n.article)``."""
    return _least(having, frozenset({"articles"}))


class Varied(NamedTuple):
    """That a value of the facts of a variable must have more different forms in a group than ``than``."""

    variable: str
    value: OfFact
    than: float


def varied(having: tree.Expr | None) -> tuple[Varied, ...]:
    """What must vary in a group for a condition to be true: more than once for ``variants(n.surname) > 1``."""
    found: list[Varied] = []
    for part in tree.conjuncts(having):
        if not isinstance(part, tree.Compare) or part.operator != ">" or not isinstance(part.right, tree.Number):
            continue
        if not isinstance(part.left, tree.Call) or part.left.function.value != "variants":
            continue
        [argument] = part.left.arguments
        value = compiled_of_fact(argument)
        variable, *others = sorted(tree.variables(argument)) or [""]
        if value is not None and variable and not others:
            found.append(Varied(variable, value, part.right.value))
    return tuple(found)


def _least(expr: tree.Expr | None, names: frozenset[str]) -> int:
    if isinstance(expr, tree.And | tree.Or):
        choose: Callable[..., int] = max if isinstance(expr, tree.And) else min
        return choose(_least(item, names) for item in expr.items)
    if not isinstance(expr, tree.Compare):
        return 1
    if expr.operator in _SWAPPED:
        return _more(expr.right, expr.left, _SWAPPED[expr.operator], names)
    return _more(expr.left, expr.right, expr.operator, names)


def _more(more: tree.Expr, less: tree.Expr, operator: str, names: frozenset[str]) -> int:
    """How many there must be for a count to be more than a number, or than another count."""
    if operator not in (">", ">=") or not _counts(more, names):
        return 1
    if isinstance(less, tree.Number):
        return max(1, int(less.value) + (operator == ">"))
    return 1 + (operator == ">") if _counts(less, _COUNTS) else 1


def _counts(expr: tree.Expr, names: frozenset[str]) -> bool:
    return isinstance(expr, tree.Call) and expr.function.value in names
