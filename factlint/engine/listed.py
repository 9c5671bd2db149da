"""The listed words that a rule waits for: what it looks for, what it asks about, and where its words do not count."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.engine.conditions import quantified
from factlint.engine.forms import Forms, of_field, together
from factlint.knowledge.spellings import exceptions
from factlint.lang import tree
from factlint.lang.compile import is_field_of
from factlint.lang.relations import word_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.knowledge import Knowledge
    from factlint.ruleset.rule import Rule


class Listed(NamedTuple):
    """``words`` are the forms that the rule's words may be (None: it has no words), ``asked`` those of its quantifiers.

    ``unless`` are the longer phrases in which its words do not count: its own, and those of the desk (chicken Kiev).
    """

    words: Forms | None
    asked: Forms
    unless: frozenset[str]


def listed(rule: Rule, knowledge: Knowledge) -> Listed:
    """The listed words of a rule."""
    query = rule.query
    inner = [(binding, where) for binding, where in quantified(query) if binding.kind.value == "word"]
    bindings = (*query.bindings, *(binding for binding, _ in quantified(query)))
    sources = _Sources(query, {binding.name.value: binding.kind.value for binding in reversed(bindings)}, knowledge)
    names = [binding.name.value for binding in query.bindings if binding.kind.value == "word"]
    return Listed(
        together(part for name in names for part in sources.forms(name, query.where)) if names else None,
        together(part for binding, where in inner for part in sources.forms(binding.name.value, where)),
        frozenset(rule.exceptions) | knowledge.once(exceptions) if names else frozenset(),
    )


class _Sources(NamedTuple):
    """Where a query's words may come from: its variables with their kinds, and what the desk knows."""

    query: tree.Query
    kinds: dict[str, str]
    knowledge: Knowledge

    def forms(self, name: str, where: tree.Expr | None) -> Iterator[Forms]:
        """The forms that a condition gives to a variable that runs over words."""
        for part in tree.conjuncts(where):
            source = word_source(part, name)
            if source is not None:
                yield self._of(source)

    def _of(self, source: tree.Expr) -> Forms:
        if isinstance(source, tree.Text):
            return Forms(frozenset({source.value}))
        if isinstance(source, tree.ListOf):
            return Forms(frozenset(item.value for item in source.items if isinstance(item, tree.Text)))
        if not isinstance(source, tree.Path) or not source.fields:
            return Forms()
        base = source.base.value
        constants = (constant(part, base) for part in tree.conjuncts(self.query.where))
        found = next((one for one in constants if one), None)
        return of_field(self.knowledge, self.kinds.get(base, ""), source.fields[0].value, found)


def constant(part: tree.Expr, name: str) -> tuple[str, str] | None:
    """The field of a variable and the text that it must equal, where a condition says no more than that."""
    if isinstance(part, tree.Compare) and part.operator == "=":
        for own, other in ((part.left, part.right), (part.right, part.left)):
            if is_field_of(own, name) and isinstance(own, tree.Path) and isinstance(other, tree.Text):
                return own.fields[0].value, other.value
    return None
