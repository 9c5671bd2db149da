"""``articles(fact.article)``: in how many articles the members of a group stand."""

from __future__ import annotations

from typing import Any

from factlint.lang.functions import Function
from factlint.lang.types import NUMBER, Type


def _articles(values: tuple[Any, ...]) -> int:
    return len({value.key for value in values})


FUNCTION = Function("articles", (Type("article"),), NUMBER, _articles, aggregate=True)
