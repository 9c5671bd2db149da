"""Expressions to closures. Values are plain Python values; None is *unknown* throughout (Kleene's strong logic)."""

from __future__ import annotations

import datetime
import operator
import re
from typing import TYPE_CHECKING, Any

from factlint.lang import tree
from factlint.lang.functions import functions
from factlint.lang.logic import COMPARISONS, QUANTIFIED, every, member
from factlint.lang.lookup import by_index
from factlint.lang.scope import Row, Scope
from factlint.lang.similar import close, likeness, sounds_like
from factlint.text.calendar import weekday_name
from factlint.text.forms import comparable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from factlint.article import Card
    from factlint.lang.scope import Value


def compiled(expr: tree.Expr) -> Value:
    """A function from a scope to the value of an expression."""
    maker = _MAKERS[type(expr)]
    return maker(expr)


# -- values


def _text(expr: tree.Text) -> Value:
    value = expr.value
    return lambda _: value


def _number(expr: tree.Number) -> Value:
    value = expr.value
    return lambda _: value


def _day(expr: tree.Day) -> Value:
    value = datetime.date.fromisoformat(expr.value)
    return lambda _: value


def _duration(expr: tree.Duration) -> Value:
    value = datetime.timedelta(days=round(expr.days))
    return lambda _: value


def _list(expr: tree.ListOf) -> Value:
    items = [compiled(item) for item in expr.items]
    return lambda scope: tuple(item(scope) for item in items)


def _path(expr: tree.Path) -> Value:
    base, names = expr.base.value, [name.value for name in expr.fields]
    if base == "article":
        return _chain(lambda scope: scope.card, names)
    if base == "story":
        return _chain(lambda scope: scope.story, names)
    if not names:
        return lambda scope: _whole(scope.rows.get(base))
    if "article" in names:
        # A part of a fact stands in the article of the whole.
        after = names[names.index("article") + 1 :]
        return _chain(lambda scope: scope.rows[base].card if base in scope.rows else None, after)
    if len(names) == 1 and names[0] not in _MADE_UP:
        return _field_of(base, names[0])
    return _chain(lambda scope: scope.rows[base].fact if base in scope.rows else None, names)


def _field_of(base: str, name: str) -> Value:
    """One field of a fact: what nearly every path is."""
    get = operator.attrgetter(name)

    def value(scope: Scope) -> Any:
        row = scope.rows.get(base)
        return None if row is None else get(row.fact)

    return value


def _whole(row: Row | None) -> Any:
    """A fact as a value: its row, or itself where it is a plain value (an item of a list of texts)."""
    return row.fact if row is not None and isinstance(row.fact, str) else row


# Fields that are called otherwise in Python, or are no attributes of what has them.
_MADE_UP = frozenset({"except", "weekday"})


def _chain(start: Value, names: Sequence[str]) -> Value:
    if len(names) == 1:
        name = names[0]
        return lambda scope: _field(start(scope), name)

    def value(scope: Scope) -> Any:
        found = start(scope)
        for name in names:
            found = _field(found, name)
        return found

    return value


def _field(value: Any, name: str) -> Any:
    if value is None:
        return None
    if name == "weekday" and isinstance(value, datetime.date):
        return weekday_name(value)
    return getattr(value, "except_" if name == "except" else name)


def _call(expr: tree.Call) -> Value:
    function = functions()[expr.function.value]
    arguments = [compiled(argument) for argument in expr.arguments]
    if function.aggregate:
        return _aggregate(function.call, arguments[0], tree.variables(expr))

    call = function.call
    if len(arguments) == 1 and not function.of_run:
        [only] = arguments

        def value_of_one(scope: Scope) -> Any:
            found = only(scope)
            return None if found is None else call(found)

        return value_of_one

    def value(scope: Scope) -> Any:
        values = [argument(scope) for argument in arguments]
        return None if any(item is None for item in values) else call(*values)

    def value_in_run(scope: Scope) -> Any:
        values = [scope.found_in, *(argument(scope) for argument in arguments)]
        return None if any(item is None for item in values) else function.call(*values)

    return value_in_run if function.of_run else value


def _aggregate(call: Callable[..., Any], argument: Value, names: frozenset[str]) -> Value:
    def value(scope: Scope) -> Any:
        counted = scope.members.counted
        if value not in counted:
            values = _members(argument, names, scope)
            counted[value] = call(values) if values else None
        return counted[value]

    return value


def _members(argument: Value, names: frozenset[str], scope: Scope) -> tuple[Any, ...]:
    """The known values of an argument over the members of a group, each set of its facts once."""
    found: list[Any] = []
    seen: set[tuple[Any, ...]] = set()
    for rows in scope.members:
        identity = tuple(
            (row.card.key if row.card else None, id(row.fact)) for name, row in sorted(rows.items()) if name in names
        )
        if identity in seen:
            continue
        seen.add(identity)
        item = argument(scope.over(rows))
        if item is not None:
            found.append(item)
    return tuple(found)


def _arithmetic(expr: tree.Arithmetic) -> Value:
    left, right = compiled(expr.left), compiled(expr.right)
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


def _not(expr: tree.Not) -> Value:
    inner = compiled(expr.value)

    def value(scope: Scope) -> Any:
        found = inner(scope)
        return None if found is None else not found

    return value


def _and(expr: tree.And) -> Value:
    return _until(False, [compiled(item) for item in expr.items])


def _or(expr: tree.Or) -> Value:
    return _until(True, [compiled(item) for item in expr.items])


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


def _compare(expr: tree.Compare) -> Value:
    left, right = compiled(expr.left), compiled(expr.right)
    if expr.operator == "in":
        return lambda scope: member(left(scope), right(scope))
    if expr.operator == "=" and isinstance(expr.right, tree.Text):
        return _is_text(left, expr.right.value)
    return _binary(left, right, COMPARISONS[expr.operator])


def _is_text(left: Value, text: str) -> Value:
    """Equality with a text that stands in the rule."""
    wanted = comparable(text)

    def value(scope: Scope) -> Any:
        found = left(scope)
        if found is None or found == text:
            return None if found is None else True
        return isinstance(found, str) and comparable(found) == wanted

    return value


def _binary(left: Value, right: Value, test: Callable[[Any, Any], bool | None]) -> Value:
    def value(scope: Scope) -> Any:
        a, b = left(scope), right(scope)
        return None if a is None or b is None else test(a, b)

    return value


def _known(expr: tree.Known) -> Value:
    inner, wanted = compiled(expr.value), expr.wanted
    return lambda scope: (inner(scope) is not None) is wanted


def _matches(expr: tree.Matches) -> Value:
    from factlint.lang.patterns import SHORT, reach

    inner = compiled(expr.value)
    pattern = re.compile(expr.pattern, re.IGNORECASE if expr.fold else 0)

    def value(scope: Scope) -> Any:
        found = inner(scope)
        if found is None or (len(found) > SHORT and len(found) > reach(expr.pattern)):
            return None
        return pattern.search(found) is not None

    return value


def _between(expr: tree.Between) -> Value:
    bounds = (
        _binary(compiled(expr.low), compiled(expr.value), operator.le),
        _binary(compiled(expr.value), compiled(expr.high), operator.le),
    )
    return lambda scope: every(bound(scope) for bound in bounds)


def _like(expr: tree.Like) -> Value:
    least = expr.least
    return _binary(compiled(expr.left), compiled(expr.right), lambda a, b: likeness(a, b) >= least)


def _close(expr: tree.Close) -> Value:
    edits = expr.edits
    return _binary(compiled(expr.left), compiled(expr.right), lambda a, b: close(a, b, edits))


def _sounds(expr: tree.Sounds) -> Value:
    return _binary(compiled(expr.left), compiled(expr.right), sounds_like)


# -- quantifiers


def _quantified(expr: tree.Quantified) -> Value:
    name = expr.binding.name.value
    rows = candidates(expr)
    where = compiled(expr.where) if expr.where is not None else lambda _: True
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
    """The field, the comparison and the value by which an index finds what a quantifier asks for."""
    name = expr.binding.name.value
    for part in tree.conjuncts(expr.where):
        if not isinstance(part, tree.Compare) or part.operator not in ("=", "in"):
            continue
        sides = ((part.left, part.right), (part.right, part.left))
        for own, other in sides if part.operator == "=" else sides[:1]:
            if is_field_of(own, name) and name not in tree.variables(other):
                assert isinstance(own, tree.Path)  # noqa: S101 - is_field_of says so
                return own.fields[0].value, part.operator, compiled(other)
    return None


def is_field_of(expr: tree.Expr, name: str) -> bool:
    """Whether an expression is one plain field of a variable."""
    return (
        isinstance(expr, tree.Path)
        and expr.base.value == name
        and len(expr.fields) == 1
        and expr.fields[0].value != "article"
    )


_MAKERS: Mapping[type, Callable[[Any], Value]] = {
    tree.Text: _text,
    tree.Number: _number,
    tree.Day: _day,
    tree.Duration: _duration,
    tree.ListOf: _list,
    tree.Path: _path,
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
