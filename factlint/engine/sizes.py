"""How large a group must be for its ``having`` to be true: smaller ones need not be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.lang import tree

if TYPE_CHECKING:
    from collections.abc import Callable

# Functions that count different values over a group: 1 at least where anything is known, else unknown.
_COUNTS = frozenset({"articles", "variants"})
_SWAPPED = {"<": ">", "<=": ">="}


def least_rows(having: tree.Expr | None) -> int:
    """The fewest rows of a group for which a condition may be true: 2 at least for ``variants(n.surname) > 1``."""
    return _least(having, _COUNTS)


def least_articles(having: tree.Expr | None) -> int:
    """The same of articles: 2 for ``articles(m.article) > articles(n.article)``."""
    return _least(having, frozenset({"articles"}))


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
