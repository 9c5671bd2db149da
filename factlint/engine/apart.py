"""Which rules of the run can be told in pieces: from the facts that hang together by the values that join them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.engine.conditions import LOOSE, asks_run, quantified
from factlint.lang import tree
from factlint.lang.compile import is_field_of
from factlint.lang.types import fact_kinds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.engine.plan import Plan
    from factlint.ruleset.rule import Rule


def told_apart(plan: Plan, joining: Mapping[str, str]) -> bool:
    """Whether each finding comes from joined facts and their articles alone, so that no other fact could change it.

    ``joining`` has the two variables of the rule, each with the field that joins it.
    """
    nodes = list(_expressions(plan.rule))
    kinds = {step.kind for step in plan.facts}
    return (
        # With two fields a pair of facts could be joined in one way here, and in the other way there.
        (len(kinds) > 1 or len({*joining.values()}) == 1)
        and not any(asks_run(node) or not LOOSE.isdisjoint(tree.variables(node)) for node in nodes)
        and all(_of_an_article(*asked, joining) for node in nodes for asked in quantified(node))
        and _groups_are_joined(plan, joining)
    )


def _expressions(rule: Rule) -> Iterator[tree.Node]:
    """All that a rule asks or shows."""
    yield rule.query
    yield from rule.grouped_paths
    templates = [rule.message, *rule.suggest, *rule.accept, *([rule.label] if rule.label is not None else [])]
    for template in templates:
        yield from template.expressions
    if rule.warning is not None:
        yield rule.warning


def _of_an_article(binding: tree.Binding, where: tree.Expr | None, joining: Mapping[str, str]) -> bool:
    """Whether a quantifier asks what the desk knows, or no facts but those of the article of a joined one."""
    inner = binding.name.value
    return binding.kind.value not in fact_kinds() or any(
        isinstance(part, tree.Compare)
        and part.operator == "="
        and {_article_of(part.left), _article_of(part.right)} in [{inner, name} for name in joining]
        for part in tree.conjuncts(where)
    )


def _article_of(expr: tree.Expr) -> str | None:
    """The variable whose article an expression is."""
    found = isinstance(expr, tree.Path) and [name.value for name in expr.fields] == ["article"]
    return expr.base.value if found and isinstance(expr, tree.Path) else None


def _groups_are_joined(plan: Plan, joining: Mapping[str, str]) -> bool:
    """Whether all rows of one finding have a joining value in common, or hang together by their rows."""
    if plan.rule.group in ("article", "story"):
        return False
    shown = plan.rule.query.grouped_by or plan.rule.grouped_paths or plan.rule.message.expressions
    return plan.alike or any(
        isinstance(path, tree.Path)
        and is_field_of(path, path.base.value)
        and joining.get(path.base.value) == path.fields[0].value
        for path in shown
    )
