"""Expressions as text: a node of the tree in the words of the rule language, in one way of writing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factlint.lang import tree

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def written(node: tree.Node) -> str:
    """A node as a rule may have it; parsed again it is the same node in other places."""
    return _WRITERS[type(node)](node)


def text_word(text: str) -> str:
    """A text as it stands in a query, between the quotation marks that it does not have itself."""
    if '"' in text and "'" not in text and "\\" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _number(node: tree.Number) -> str:
    return _digits(repr(node.value))


def _digits(number: str) -> str:
    """A number as the language has them: digits alone, never an exponent."""
    from decimal import Decimal

    written_out = format(Decimal(number), "f")
    return written_out.removesuffix(".0")


def _duration(node: tree.Duration) -> str:
    from factlint.lang.build import LENGTHS

    count = node.days / LENGTHS[node.unit]
    return f"{_digits(f'{count:.15g}')} {node.unit}" + ("" if count == 1 else "s")


def _list(node: tree.ListOf) -> str:
    return f"[{', '.join(map(written, node.items))}]"


def _call(node: tree.Call) -> str:
    return f"{node.function.value}({', '.join(map(written, node.arguments))})"


def binding(node: tree.Binding) -> str:
    """A binding as the part behind ``from``: ``date d in caption``."""
    words = f"{node.kind.value} {node.name.value}"
    if node.of is not None:
        return f"{words} in {node.of.written}"
    if not node.sections:
        return words
    return f"{words} {'not in' if node.excluded else 'in'} {' or '.join(name.value for name in node.sections)}"


def _quantified(node: tree.Quantified) -> str:
    where = f" where {written(node.where)}" if node.where is not None else ""
    return f"{node.quantifier.value}({binding(node.binding)}{where})"


def _operand(node: tree.Expr) -> str:
    """A side of a comparison; a question stands in brackets there."""
    return f"({written(node)})" if isinstance(node, _QUESTIONS) else written(node)


def _within(node: tree.Expr, *loose: type[tree.Expr]) -> str:
    """A part of a larger question; in brackets where it binds less."""
    return f"({written(node)})" if isinstance(node, loose) else written(node)


def _not(node: tree.Not) -> str:
    inner = node.value
    if isinstance(inner, tree.Compare) and inner.operator == "in":
        return f"{_operand(inner.left)} not in {_operand(inner.right)}"
    return f"not {_within(inner, tree.And, tree.Or)}"


def _matches(node: tree.Matches) -> str:
    pattern = node.pattern.replace("/", "\\/")
    return f"{_operand(node.value)} matches /{pattern}/{'i' if node.fold else ''}"


def _sum(node: tree.Arithmetic) -> str:
    right = _operand(node.right)
    return f"{_operand(node.left)} {node.operator} " + (
        f"({right})" if isinstance(node.right, tree.Arithmetic) else right
    )


def _two(words: str) -> Callable[[Any], str]:
    return lambda node: f"{_operand(node.left)} {words.format(node=node)} {_operand(node.right)}"


_QUESTIONS = (
    tree.And, tree.Or, tree.Not, tree.Compare, tree.Known, tree.Matches, tree.Between, tree.Like, tree.Close,
    tree.Sounds,
)  # fmt: skip
_WRITERS: Mapping[type, Callable[[Any], str]] = {
    tree.Text: lambda node: text_word(node.value),
    tree.Number: _number,
    tree.Day: lambda node: node.value,
    tree.Duration: _duration,
    tree.ListOf: _list,
    tree.Name: lambda node: node.value,
    tree.Path: lambda node: node.written,
    tree.Call: _call,
    tree.Binding: binding,
    tree.Quantified: _quantified,
    tree.Not: _not,
    tree.And: lambda node: " and ".join(_within(item, tree.And, tree.Or) for item in node.items),
    tree.Or: lambda node: " or ".join(_within(item, tree.Or) for item in node.items),
    tree.Compare: _two("{node.operator}"),
    tree.Known: lambda node: f"{_operand(node.value)} is {'known' if node.wanted else 'unknown'}",
    tree.Matches: _matches,
    tree.Between: lambda node: f"{_operand(node.value)} between {_operand(node.low)} and {_operand(node.high)}",
    tree.Like: lambda node: f"{_two('is like')(node)} at least {100 * node.least:.10g}%",
    tree.Close: lambda node: f"{_two('is close to')(node)} within {node.edits} edits",
    tree.Sounds: _two("sounds like"),
    tree.Arithmetic: _sum,
}
