"""Texts with ``{expressions}`` in them: messages and suggestions, parsed and checked when the rule is loaded."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from factlint.lang import tree
from factlint.lang.errors import LangError
from factlint.text.values import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.lang.scope import Scope


@plain
class Template:
    """Pieces of text and expressions, in order."""

    parts: tuple[str | tree.Expr, ...]

    @property
    def expressions(self) -> tuple[tree.Expr, ...]:
        """The expressions, in order."""
        return tuple(part for part in self.parts if not isinstance(part, str))


def parse_template(text: str) -> Template:
    """The template of a text; ``{{`` and ``}}`` stand for braces. Raises LangError with places in the text."""
    from factlint.lang.parse import parse_expression

    parts: list[str | tree.Expr] = []
    at = 0
    while at < len(text):
        if text.startswith(("{{", "}}"), at):
            parts.append(text[at])
            at += 2
        elif text[at] == "{":
            end = text.find("}", at)
            if end < 0:
                raise LangError(at, at + 1, "this brace is not closed", "write {d.weekday}, or {{ for a plain brace")
            try:
                parts.append(shifted(parse_expression(text[at + 1 : end]), at + 1))
            except LangError as error:
                raise LangError(error.start + at + 1, error.end + at + 1, error.message, error.hint) from None
            at = end + 1
        else:
            end = min((place for place in (text.find("{", at), text.find("}}", at)) if place >= 0), default=len(text))
            parts.append(text[at:end])
            at = end
    return Template(tuple(parts))


def shifted(node: Any, by: int) -> Any:
    """A node with all places moved."""
    from dataclasses import fields

    if isinstance(node, tuple):
        return tuple(shifted(item, by) for item in node)
    if not isinstance(node, tree.Node):
        return node
    values = {
        field.name: shifted(getattr(node, field.name), by)
        for field in fields(node)
        if field.name not in ("start", "end")
    }
    return type(node)(start=node.start + by, end=node.end + by, **values)


def compiled_template(template: Template, written: Callable[[Any], str] | None = None) -> Callable[[Scope], str | None]:
    """A function from a scope to the filled-in text; None where one of the values is unknown.

    ``written`` says how a value is written in the text, as people read it unless given.
    """
    from factlint.lang.compile import compiled

    parts = [part if isinstance(part, str) else compiled(part) for part in template.parts]
    write = written or shown

    def value(scope: Scope) -> str | None:
        words: list[str] = []
        for part in parts:
            found = part if isinstance(part, str) else part(scope)
            if found is None:
                return None
            words.append(part if isinstance(part, str) else write(found))
        return "".join(words)

    return value


def shown(value: Any) -> str:
    """A value as people read it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.15g}"
    if isinstance(value, datetime.timedelta):
        return "1 day" if value.days == 1 else f"{value.days:,} days"
    if isinstance(value, tuple):
        return ", ".join(shown(item) for item in value)
    return str(value)
