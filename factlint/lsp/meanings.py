"""What the words of the rule language mean, in the words that their code is documented with."""

from __future__ import annotations

import dataclasses
import inspect
import re
import sys
from functools import cache
from typing import TYPE_CHECKING

from factlint import annotations as fact_layer
from factlint import knowledge, registry
from factlint.article import Anchor, Card, Story, computed
from factlint.lang import functions as function_folder
from factlint.lang.functions import functions
from factlint.lang.types import Type, field_table

if TYPE_CHECKING:
    from collections.abc import Mapping

# A sentence ends where the next one begins with a capital or a name in code marks: “Feb. 30” does not end one.
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z`])")


@cache
def _classes() -> Mapping[str, type]:
    return {
        **{name: kind.fact for name, kind in fact_layer.kinds().items()},
        **{name: kind.row for name, kind in knowledge.kinds().items()},
        "article": Card,
        "story": Story,
        "anchor": Anchor,
    }


def of_kind(kind: str) -> str:
    """What a kind of fact or of knowledge is: the first paragraph about it, and its fields."""
    cls = _classes().get(kind)
    about = _paragraphs(cls)[0] if cls is not None and _paragraphs(cls) else ""
    fields = ", ".join(f"`{name}`" for name in field_table().get(kind, {}))
    return "\n\n".join(part for part in (about, f"Fields: {fields}" if fields else "") if part)


def of_field(kind: str, name: str) -> str:
    """What a field of a kind means; empty where nobody says."""
    cls = _classes().get(kind) or _part(kind)
    own = computed(cls).get(name) if cls is not None else None
    if own is not None:
        return _plain(own[1])
    for base in cls.__mro__ if cls is not None else ():
        found = [one for text in _paragraphs(base) for one in _SENTENCE.split(text) if f"``{name}``" in one]
        if found:
            return _plain(" ".join(found))
    return ""


def of_function(name: str) -> str:
    """How a function is written, and what it gives."""
    for _, module in registry.modules(function_folder):
        if module.FUNCTION.name == name:
            return _plain((module.__doc__ or "").split("\n\n")[0])
    return ""


def type_of_path(path: str, variables: Mapping[str, Type]) -> Type | None:
    """The type of ``n.surname``; None for what nobody knows."""
    first, *fields = path.split(".")
    found = variables.get(first) or (Type(first) if first in ("article", "story") else None)
    for name in fields:
        found = field_table().get(found.name, {}).get(name) if found is not None else None
    return found


def called(kind: Type) -> str:
    """A type in words."""
    return str(kind)


def signature(name: str) -> str:
    """What a function takes and gives, in words."""
    one = functions()[name]
    return f"({', '.join(map(str, one.arguments))}) gives {one.result}"


def _part(kind: str) -> type | None:
    """The class of a part of facts, such as an item of a list: it stands beside the facts that have it."""
    for cls in _classes().values():
        for other in vars(sys.modules[cls.__module__]).values():
            if isinstance(other, type) and dataclasses.is_dataclass(other) and other.__name__.lower() == kind:
                return other
    return None


def _paragraphs(cls: type) -> list[str]:
    return [_plain(text) for text in (inspect.cleandoc(cls.__doc__ or "")).split("\n\n")] if cls.__doc__ else []


def _plain(text: str) -> str:
    return " ".join(text.split())
