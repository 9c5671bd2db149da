"""The conditions of a rule: what each needs to know, and which of them are the same for all rules."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from factlint.engine.quick import field_getter, quick, unknown
from factlint.lang import tree
from factlint.lang.compile import compiled, is_field_of
from factlint.lang.functions import functions
from factlint.lang.types import fact_kinds
from factlint.text.values import plain

if TYPE_CHECKING:
    from factlint.engine.quick import Quick
    from factlint.lang.scope import Scope, Value

LOOSE = frozenset({"article", "story"})


@plain
class Check:
    """A condition, and what it needs to know: labelled paths for telling why it could not be decided.

    ``meaning`` is the same for all conditions that ask one fact, whatever it is called, the same question; None where
    the answer depends on more than that fact and its article. ``quick`` is a faster way to ask one that depends on the
    fact alone. ``definite`` says that the answer is never unknown, and easily had. ``values`` are the plain fields
    that decide it, by how they are written; empty where anything else has a say.
    """

    holds: Value
    needs: tuple[tuple[Value, str], ...]
    meaning: str | None = None
    quick: Quick | None = None
    definite: bool = False
    values: tuple[tuple[str, Value], ...] = ()

    def missing(self, scope: Scope) -> str:
        """What is unknown, in words, once the condition turned out to be unknown."""
        return unknown(self.needs, scope)


def check(part: tree.Expr, query: tree.Query) -> Check:
    """A condition, ready to be asked."""
    kinds = {binding.name.value: binding.kind.value for binding in query.bindings}
    labelled = [(path, _label(path, kinds)) for path in paths(part) if path.fields]
    meaning = _meaning(part)
    return Check(
        holds=compiled(part),
        needs=tuple([(compiled(path), label) for path, label in labelled]),
        meaning=meaning,
        quick=quick(part, labelled) if meaning and labelled else None,
        definite=isinstance(part, tree.Known) and field_getter(part.value) is not None and meaning is not None,
        values=_values(part) if query.across else (),
    )


def _values(part: tree.Expr) -> tuple[tuple[str, Value], ...]:
    """The fields of which alone a condition asks something, or what the desk knows about them; empty for any other."""
    asked = None if asks_facts(part) else _plain_fields(part, frozenset())
    return tuple({path.written: compiled(path) for path in asked or ()}.items())


def _plain_fields(node: tree.Node, inner: frozenset[str]) -> list[tree.Path] | None:
    """The paths in a node but for those of the variables ``inner``; None if one is more than a field of a fact."""
    if isinstance(node, tree.Path):
        if node.base.value in inner:
            return []
        return [node] if node.base.value not in LOOSE and is_field_of(node, node.base.value) else None
    if isinstance(node, tree.Quantified):
        if node.binding.of is not None:
            return None
        inner |= {node.binding.name.value}
    found: list[tree.Path] = []
    for child in tree.parts(node):
        below = _plain_fields(child, inner)
        if below is None:
            return None
        found += below
    return found


def _meaning(part: tree.Expr) -> str | None:
    """What a condition asks, without the name of its variable and its place in the rule; None if it asks around."""
    names = tree.variables(part)
    if len(names) != 1 or names & LOOSE or _quantifies(part) or asks_run(part):
        return None
    return _written(part)


def _quantifies(node: tree.Node) -> bool:
    return isinstance(node, tree.Quantified) or any(_quantifies(child) for child in tree.parts(node))


def _written(node: Any) -> str:
    """A node of one variable in one way of writing, whatever the variable is called."""
    if isinstance(node, tree.Path):
        return ".".join(["", *(name.value for name in node.fields)])
    if isinstance(node, tuple):
        return f"({' '.join(_written(item) for item in node)})"
    if not isinstance(node, tree.Node):
        return repr(node)
    parts = (_written(getattr(node, one.name)) for one in fields(node) if one.name not in ("start", "end"))
    return f"{type(node).__name__}({' '.join(parts)})"


def _label(path: tree.Path, kinds: dict[str, str]) -> str:
    names = [name.value for name in path.fields]
    if path.base.value in LOOSE:
        return " ".join(([] if path.base.value == "article" else [path.base.value]) + names)
    if names[0] == "article":
        return " ".join(names[1:])
    return " ".join((kinds.get(path.base.value, path.base.value), *names))


def paths(node: tree.Node) -> list[tree.Path]:
    """The paths in a node, but for those that begin with the variable of a quantifier."""
    if isinstance(node, tree.Path):
        return [node]
    if isinstance(node, tree.Quantified):
        inner = node.binding.name.value
        body = paths(node.where) if node.where else []
        return [path for path in body if path.base.value != inner]
    return [path for child in tree.parts(node) for path in paths(child)]


def asks_around(node: tree.Node) -> bool:
    """Whether an expression depends on more than one fact and its article: on other facts, or on the run as a whole."""
    return asks_facts(node) or asks_run(node)


def asks_run(node: tree.Node) -> bool:
    """Whether an expression depends on all articles of the run."""
    if isinstance(node, tree.Call) and functions()[node.function.value].of_run:
        return True
    return any(asks_run(child) for child in tree.parts(node))


def asks_facts(node: tree.Node) -> bool:
    """Whether a quantifier in an expression runs over facts of articles."""
    return any(binding.kind.value in fact_kinds() for binding, _ in quantified(node))


def quantified(node: tree.Node) -> list[tuple[tree.Binding, tree.Expr | None]]:
    """The bindings of the quantifiers in a node that run over a whole kind, each with its condition."""
    found = [part for child in tree.parts(node) for part in quantified(child)]
    if isinstance(node, tree.Quantified) and node.binding.of is None:
        found.append((node.binding, node.where))
    return found
