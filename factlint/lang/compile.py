"""Expressions to closures. Values are plain Python values; None is *unknown* throughout (Kleene's strong logic).

Most of them ask a scope for the facts of their variables. What is asked of one fact alone can be asked of the fact
itself, without a scope: the closures are the same but for those at the paths, so each maker is told how the parts of an
expression are made.
"""

from __future__ import annotations

import datetime
import operator
import re
from typing import TYPE_CHECKING, Any

from factlint.lang import tree
from factlint.lang.calls import called, in_run, over_group
from factlint.lang.constants import against, is_one_of, is_text, texts
from factlint.lang.functions import functions
from factlint.lang.logic import COMPARISONS, QUANTIFIED, every, member
from factlint.lang.lookup import by_index
from factlint.lang.paths import path, path_of_fact
from factlint.lang.scope import Row, Scope
from factlint.lang.similar import close, likeness, sounds_like
from factlint.text.forms import comparable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from factlint.article import Card
    from factlint.lang.paths import OfFact
    from factlint.lang.scope import Value

    Make = Callable[[tree.Expr], Value]


def compiled(expr: tree.Expr) -> Value:
    """A function from a scope to the value of an expression."""
    return _by_scope(expr)


def compiled_of_fact(expr: tree.Expr) -> OfFact | None:
    """A function from a fact to the value of an expression about it; None for one that asks more than its fields.

    The paths of the expression are those of one variable, which the fact stands for.
    """
    return _by_fact(expr) if _asks_fields(expr) else None


def compiled_of_value(expr: tree.Expr) -> OfFact:
    """A function from the value of a field to that of an expression that asks nothing but this field."""
    return _by_value(expr)


def _asks_fields(node: tree.Node) -> bool:
    """Whether all paths in a node are fields of a fact, and nothing in it asks for other facts."""
    if isinstance(node, tree.Path):
        around = node.base.value in ("article", "story") or any(name.value == "article" for name in node.fields)
        return bool(node.fields) and not around
    if isinstance(node, tree.Call):
        function = functions()[node.function.value]
        if function.aggregate or function.of_run:
            return False
    return not isinstance(node, tree.Quantified) and all(map(_asks_fields, tree.parts(node)))


# -- values


def _text(expr: tree.Text, _: Make) -> Value:
    value = expr.value
    return lambda _: value


def _number(expr: tree.Number, _: Make) -> Value:
    value = expr.value
    return lambda _: value


def _day(expr: tree.Day, _: Make) -> Value:
    value = datetime.date.fromisoformat(expr.value)
    return lambda _: value


def _duration(expr: tree.Duration, _: Make) -> Value:
    value = datetime.timedelta(days=round(expr.days))
    return lambda _: value


def _list(expr: tree.ListOf, make: Make) -> Value:
    items = [make(item) for item in expr.items]
    return lambda scope: tuple(item(scope) for item in items)


def _call(expr: tree.Call, make: Make) -> Value:
    function = functions()[expr.function.value]
    arguments = [make(argument) for argument in expr.arguments]
    if function.aggregate:
        return over_group(function.call, arguments[0], tree.variables(expr))
    return in_run(function.call, arguments) if function.of_run else called(function.call, arguments)


def _arithmetic(expr: tree.Arithmetic, make: Make) -> Value:
    left, right = make(expr.left), make(expr.right)
    apply = operator.add if expr.operator == "+" else operator.sub

    def value(scope: Scope) -> Any:
        a, b = left(scope), right(scope)
        if a is None or b is None:
            return None
        try:
            return apply(a, b)
        except OverflowError:
            return None

    return value


# -- questions


def _not(expr: tree.Not, make: Make) -> Value:
    inner = make(expr.value)

    def value(scope: Scope) -> Any:
        found = inner(scope)
        return None if found is None else not found

    return value


def _and(expr: tree.And, make: Make) -> Value:
    return _until(False, [make(item) for item in expr.items])


def _or(expr: tree.Or, make: Make) -> Value:
    return _until(True, [make(item) for item in expr.items])


def _until(decisive: bool, items: Sequence[Value]) -> Value:
    """Questions asked until one is answered decisively; else unknown if one of them is (``some``, ``every``)."""

    def value(scope: Scope) -> bool | None:
        unknown = False
        for item in items:
            verdict = item(scope)
            if verdict is None:
                unknown = True
            elif bool(verdict) is decisive:
                return decisive
        return None if unknown else not decisive

    return value


def _compare(expr: tree.Compare, make: Make) -> Value:
    left = make(expr.left)
    if isinstance(expr.right, tree.Text) and expr.operator in ("=", "!="):
        return is_text(left, expr.right.value, expr.operator == "=")
    if isinstance(expr.right, tree.Number):
        return against(left, COMPARISONS[expr.operator], expr.right.value)
    if expr.operator == "in":
        return _is_in(left, expr.right, make)
    return _binary(left, make(expr.right), COMPARISONS[expr.operator])


def _is_in(left: Value, items: tree.Expr, make: Make) -> Value:
    constants = texts(items)
    if constants is not None:
        return is_one_of(left, frozenset(map(comparable, constants)))
    among = make(items)
    return lambda scope: member(left(scope), among(scope))


def _binary(left: Value, right: Value, test: Callable[[Any, Any], bool | None]) -> Value:
    def value(scope: Scope) -> Any:
        a, b = left(scope), right(scope)
        return None if a is None or b is None else test(a, b)

    return value


def _known(expr: tree.Known, make: Make) -> Value:
    inner, wanted = make(expr.value), expr.wanted
    return lambda scope: (inner(scope) is not None) is wanted


def _matches(expr: tree.Matches, make: Make) -> Value:
    from factlint.lang.patterns import SHORT, reach

    inner = make(expr.value)
    pattern = re.compile(expr.pattern, re.IGNORECASE if expr.fold else 0)

    def value(scope: Scope) -> Any:
        found = inner(scope)
        if found is None or (len(found) > SHORT and len(found) > reach(expr.pattern, fold=expr.fold)):
            return None
        return pattern.search(found) is not None

    return value


def _between(expr: tree.Between, make: Make) -> Value:
    bounds = (
        _binary(make(expr.low), make(expr.value), operator.le),
        _binary(make(expr.value), make(expr.high), operator.le),
    )
    return lambda scope: every(bound(scope) for bound in bounds)


def _like(expr: tree.Like, make: Make) -> Value:
    least = expr.least
    return _binary(make(expr.left), make(expr.right), lambda a, b: likeness(a, b) >= least)


def _close(expr: tree.Close, make: Make) -> Value:
    edits = expr.edits
    return _binary(make(expr.left), make(expr.right), lambda a, b: close(a, b, edits))


def _sounds(expr: tree.Sounds, make: Make) -> Value:
    return _binary(make(expr.left), make(expr.right), sounds_like)


# -- quantifiers


def _quantified(expr: tree.Quantified, make: Make) -> Value:
    name = expr.binding.name.value
    rows = candidates(expr)
    where = make(expr.where) if expr.where is not None else lambda _: True
    finish = QUANTIFIED[expr.quantifier.value]

    def verdicts(scope: Scope) -> Iterable[bool | None]:
        found = rows(scope)
        if found is None:
            yield None
            return
        bound = dict(scope.rows)
        inner = scope.over(bound)
        for row in found:
            bound[name] = row
            yield where(inner)

    return lambda scope: finish(verdicts(scope))


def candidates(expr: tree.Quantified) -> Callable[[Scope], Iterable[Row] | None]:
    """The rows a quantifier runs over (None where nobody knows), by an index where its condition has an equality."""
    binding = expr.binding
    if binding.of is not None:
        items, base = compiled(binding.of), binding.of.base.value

        def parts(scope: Scope) -> list[Row] | None:
            found = items(scope)
            return None if found is None else [Row(item, _card_of(scope.rows.get(base))) for item in found]

        return parts
    kind = binding.kind.value
    # “every” asks those that the index would leave out.
    key = _key_of(expr) if expr.quantifier.value != "every" else None
    found: Callable[[Scope], Iterable[Row]] = (lambda scope: scope.facts(kind)) if key is None else by_index(kind, *key)
    sections = frozenset(section.value for section in binding.sections)
    # What the desk knows stands in no section. The rows are looked at one by one: the first may decide.
    return lambda scope: (
        row for row in found(scope) if row.card is None or scope.in_sections(row, sections, binding.excluded)
    )


def _card_of(row: Row | None) -> Card | None:
    return None if row is None else row.card


def _key_of(expr: tree.Quantified) -> tuple[str, str, Value] | None:
    """The field, the comparison and the value by which an index finds what a quantifier asks for.

    One value leads to fewer facts than several do, so an equality comes first.
    """
    name = expr.binding.name.value
    compared = [part for part in tree.conjuncts(expr.where) if isinstance(part, tree.Compare)]
    for part in sorted(compared, key=lambda part: part.operator != "="):
        if part.operator not in ("=", "in"):
            break
        sides = ((part.left, part.right), (part.right, part.left))
        for own, other in sides if part.operator == "=" else sides[:1]:
            if is_field_of(own, name) and name not in tree.variables(other):
                assert isinstance(own, tree.Path)  # noqa: S101 - is_field_of says so
                return own.fields[0].value, part.operator, compiled(other)
    return None


def _making(made: Callable[[tree.Path], Value]) -> Make:
    """What makes the closures of expressions, by what is made of their paths."""

    def make(expr: tree.Expr) -> Value:
        return made(expr) if isinstance(expr, tree.Path) else _MAKERS[type(expr)](expr, make)

    return make


def _as_it_is(value: Any) -> Any:
    return value


_by_scope = _making(path)
_by_fact = _making(path_of_fact)
_by_value = _making(lambda _: _as_it_is)


def is_field_of(expr: tree.Expr, name: str) -> bool:
    """Whether an expression is one plain field of a variable."""
    return (
        isinstance(expr, tree.Path)
        and expr.base.value == name
        and len(expr.fields) == 1
        and expr.fields[0].value != "article"
    )


_MAKERS: Mapping[type, Callable[[Any, Make], Value]] = {
    tree.Text: _text,
    tree.Number: _number,
    tree.Day: _day,
    tree.Duration: _duration,
    tree.ListOf: _list,
    tree.Call: _call,
    tree.Arithmetic: _arithmetic,
    tree.Not: _not,
    tree.And: _and,
    tree.Or: _or,
    tree.Compare: _compare,
    tree.Known: _known,
    tree.Matches: _matches,
    tree.Between: _between,
    tree.Like: _like,
    tree.Close: _close,
    tree.Sounds: _sounds,
    tree.Quantified: _quantified,
}
