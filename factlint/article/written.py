"""Annotations with their words as they stand in the article, for what was found in a text with other blanks."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, TypeVar

from factlint.article.annotation import Annotation

A = TypeVar("A", bound=Annotation)


def as_written(one: A, text: str) -> A:
    """An annotation, and all that is part of it, with the words of their places in a text."""
    words = text[one.start : one.end]
    changed: dict[str, Any] = {} if words == one.text else {"text": words}
    for field in fields(one):
        value = getattr(one, field.name)
        found = _part(value, text)
        if found is not value:
            changed[field.name] = found
    return replace(one, **changed) if changed else one


def _part(value: Any, text: str) -> Any:
    if isinstance(value, Annotation):
        return as_written(value, text)
    if type(value) is tuple:
        parts = tuple([_part(item, text) for item in value])
        return value if all(new is old for new, old in zip(parts, value, strict=True)) else parts
    return value
