"""What must hold between the bindings of a query: a place to report, a link across articles, a list for a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.lang import tree
from factlint.lang.errors import LangError
from factlint.lang.types import fact_kinds, placeless

if TYPE_CHECKING:
    from collections.abc import Iterator


def unrelated(query: tree.Query) -> Iterator[LangError]:
    """What is wrong with the bindings of a query as a whole."""
    yield from _without_place(query)
    yield from _without_link(query)
    for binding in query.bindings:
        yield from without_list(binding, query.where)


def _without_place(query: tree.Query) -> Iterator[LangError]:
    """A rule reports places, so it binds something that has one."""
    for binding in query.bindings:
        if binding.of is not None and binding.of.base.value in ("article", "story"):
            yield _error(binding.of, f"{binding.of.written} has no places to report", "ask it with any( … )")
    if all(binding.kind.value in placeless() for binding in query.bindings):
        first = query.bindings[0].kind
        yield _error(first, "this finds nothing in an article", "bind a kind of fact too, such as a name or a date")


def _without_link(query: tree.Query) -> Iterator[LangError]:
    """Facts of several articles that nothing relates would compare everything with everything."""
    facts = [binding for binding in query.bindings if binding.kind.value in fact_kinds() and binding.of is None]
    if not query.across or len(facts) < 2:
        return
    first = facts[0].name.value
    linked = {first}
    links = [tree.variables(part) for part in tree.conjuncts(query.where) if _relates(part)]
    links += [frozenset({part.name.value, part.of.base.value}) for part in query.bindings if part.of]
    for _ in links:
        linked |= frozenset[str]().union(*(link for link in links if link & linked))
    for binding in facts[1:]:
        if binding.name.value not in linked:
            yield _error(
                binding,
                f"nothing relates “{binding.name.value}” to “{first}”: "
                "this compares everything with everything, in all articles",
                "relate them by =, is like, is close to or sounds like",
            )


def _relates(part: tree.Expr) -> bool:
    if isinstance(part, tree.Or):
        return all(any(_relates(inner) and _both_sided(inner) for inner in tree.conjuncts(one)) for one in part.items)
    return isinstance(part, tree.Like | tree.Close | tree.Sounds) or (
        isinstance(part, tree.Compare) and part.operator in ("=", "in")
    )


def _both_sided(part: tree.Expr) -> bool:
    return len(tree.variables(part)) > 1


def without_list(binding: tree.Binding, where: tree.Expr | None) -> Iterator[LangError]:
    """A listed word needs its list, or the rule would look for nothing."""
    name = binding.name.value
    if binding.kind.value == "word" and not any(word_source(part, name) for part in tree.conjuncts(where)):
        yield _error(
            binding,
            f"“{name}” needs the words to look for",
            f'add where {name}.form in ["…", "…"], or = a field of what the desk knows',
        )


def word_source(part: tree.Expr, name: str) -> tree.Expr | None:
    """Which words ``name`` stands for by a conjunct ``name.form = …`` or ``name.form in …``: the other side of it."""
    if not isinstance(part, tree.Compare) or part.operator not in ("=", "in"):
        return None
    if _is_form(part.left, name):
        return part.right
    return part.left if part.operator == "=" and _is_form(part.right, name) else None


def _is_form(expr: tree.Expr, name: str) -> bool:
    if not isinstance(expr, tree.Path) or expr.base.value != name:
        return False
    return [field.value for field in expr.fields] in (["form"], ["text"])


def _error(node: tree.Node, message: str, hint: str) -> LangError:
    return LangError(node.start, node.end, message, hint)
