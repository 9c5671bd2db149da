"""Why a condition is true, false or unknown of some facts: which parts decided, with their values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from factlint.article import Card
from factlint.lang import tree
from factlint.lang.compile import candidates, compiled
from factlint.lang.functions import functions
from factlint.lang.scope import Row
from factlint.lang.template import shown
from factlint.lang.written import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from factlint.lang.scope import Scope

_LONGEST = 70
"""So much of a value is shown."""

_MOST_ITEMS = 6

_NEAREST = 3
"""So many of the facts that a quantifier asks are shown."""

_TELLING = ("key", "holder", "since", "until", "wrong", "right", "one", "other")
"""Fields of what the desk knows that has no name of its own: a term of office, a spelling, a pair of names."""

_CONSTANT = (tree.Text, tree.Number, tree.Day, tree.Duration)


@dataclass(frozen=True, slots=True)
class Reason:
    """A condition as the rule has it, and its answer of some facts; None is unknown.

    ``values`` are the sides that it compares, each with its value in words. ``below`` are the parts of it that decided,
    where it has parts.
    """

    condition: str
    answer: bool | None
    values: tuple[tuple[str, str], ...] = ()
    below: tuple[Reason, ...] = ()


def reason(expr: tree.Expr, scope: Scope) -> Reason:
    """Why a condition has the answer that it has."""
    answer = compiled(expr)(scope)
    answer = answer if answer is None else bool(answer)
    explain = _EXPLAINED.get(type(expr))
    found = Reason(written(expr), answer)
    return explain(expr, scope, found) if explain else replace(found, values=tuple(_values(expr, scope)))


def in_words(value: Any) -> str:
    """A value as people read it on one line; a text stands between quotation marks."""
    if value is None:
        return "unknown"
    if isinstance(value, Row):
        return _fact(value.fact)
    if isinstance(value, tuple):
        items = [in_words(item) for item in value[:_MOST_ITEMS]]
        return ", ".join([*items, "…"] if len(value) > _MOST_ITEMS else items) or "nothing"
    if isinstance(value, Card):
        return value.path
    words = " ".join((getattr(value, "text", None) or shown(value)).split())
    words = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    return f"“{words}”" if isinstance(value, str) else words


def _fact(fact: Any) -> str:
    """A fact by its words; of what the desk knows the fields that tell one entry from another."""
    own = fact if isinstance(fact, str) else getattr(fact, "text", None) or getattr(fact, "name", None)
    if own is not None:
        return in_words(own)
    told = ((name, getattr(fact, name, None)) for name in _TELLING)
    return ", ".join(f"{name} {shown(value)}" for name, value in told if value is not None)


# -- questions with parts


def _every(expr: tree.And, scope: Scope, found: Reason) -> Reason:
    """Of several that must all hold: those that do not."""
    return replace(found, below=_deciding(expr.items, scope, found.answer))


def _either(expr: tree.Or, scope: Scope, found: Reason) -> Reason:
    """Of several of which one is enough: the one that holds, else all."""
    return replace(found, below=_deciding(expr.items, scope, found.answer))


def _deciding(items: Iterable[tree.Expr], scope: Scope, answer: bool | None) -> tuple[Reason, ...]:
    return tuple(one for item in items if (one := reason(item, scope)).answer is answer)


def _opposite(expr: tree.Not, scope: Scope, found: Reason) -> Reason:
    inner = reason(expr.value, scope)
    return replace(found, values=inner.values, below=inner.below)


def _quantified(expr: tree.Quantified, scope: Scope, found: Reason) -> Reason:
    """Which of the facts that are asked say yes, else how many there are and what stops those that come nearest."""
    name, kind = expr.binding.name.value, expr.binding.kind.value
    rows = candidates(expr)(scope)
    if rows is None:
        return replace(found, values=((f"the {kind}s", "unknown"),))
    rows = list(rows)
    wanted = expr.quantifier.value != "every"
    where = compiled(expr.where) if expr.where is not None else lambda _: True
    answers = [(row, where(scope.over({**scope.rows, name: row}))) for row in rows]
    decided = [row for row, answer in answers if (answer is not None and bool(answer) is wanted)]
    if decided:
        more = f", and {len(decided) - _NEAREST:,} more" if len(decided) > _NEAREST else ""
        words = ", ".join(in_words(row) for row in decided[:_NEAREST]) + more
        return replace(found, values=((f"{'such' if wanted else 'other'} {kind}", words),))
    unknown = next((row for row, answer in answers if answer is None), None)
    if unknown is None or expr.where is None:
        return replace(found, values=((f"such {kind}", f"none of {len(rows):,}" if rows else "none is there"),))
    inner = reason(expr.where, scope.over({**scope.rows, name: unknown}))
    return replace(found, values=((kind, in_words(unknown)),), below=(inner,))


_EXPLAINED: Mapping[type, Callable[[Any, Scope, Reason], Reason]] = {
    tree.And: _every,
    tree.Or: _either,
    tree.Not: _opposite,
    tree.Quantified: _quantified,
}


# -- the values behind a plain question


def _values(expr: tree.Node, scope: Scope) -> Iterable[tuple[str, str]]:
    """The sides of a comparison with their values; constants speak for themselves."""
    told: dict[str, str] = {}
    for side in tree.children(expr):
        if isinstance(side, tree.Expr) and not _constant(side):
            value = compiled(side)(scope)
            told[written(side)] = in_words(value)
            if value is None or (isinstance(side, tree.Call | tree.Arithmetic) and not _counts(side)):
                told |= {path.written: in_words(compiled(path)(scope)) for path in _paths(side)}
    return told.items()


def _counts(side: tree.Expr) -> bool:
    """Whether a value is counted over a group, and not made of the values of one fact."""
    return isinstance(side, tree.Call) and functions()[side.function.value].aggregate


def _constant(side: tree.Expr) -> bool:
    return isinstance(side, _CONSTANT) or (isinstance(side, tree.ListOf) and all(map(_constant, side.items)))


def _paths(node: tree.Node) -> Sequence[tree.Path]:
    if isinstance(node, tree.Path):
        return [node] if node.fields else []
    if isinstance(node, tree.Quantified):
        return []
    return [path for child in tree.children(node) for path in _paths(child)]
