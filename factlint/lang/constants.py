"""Questions about a value beside what stands in the rule: no need to look at that anew each time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factlint.lang import tree
from factlint.text.forms import comparable

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.lang.scope import Scope, Value


def is_text(left: Value, text: str, wanted: bool) -> Value:
    """Equality (or if not ``wanted`` its opposite) with a text that stands in the rule."""
    form = comparable(text)

    def value(scope: Scope) -> bool | None:
        found = left(scope)
        if found is None:
            return None
        return (found == text or (isinstance(found, str) and comparable(found) == form)) is wanted

    return value


def is_one_of(left: Value, forms: frozenset[str]) -> Value:
    """Whether a text is one of several that stand in the rule, given by their comparable forms."""

    def value(scope: Scope) -> bool | None:
        found = left(scope)
        return None if found is None else isinstance(found, str) and comparable(found) in forms

    return value


def against(left: Value, test: Callable[[Any, Any], bool | None], number: float) -> Value:
    """A comparison with a number that stands in the rule."""

    def value(scope: Scope) -> bool | None:
        found = left(scope)
        return None if found is None else test(found, number)

    return value


def texts(items: tree.Expr) -> list[str] | None:
    """The items of a list that has nothing but texts which stand in the rule."""
    if not isinstance(items, tree.ListOf):
        return None
    found = [item.value for item in items.items if isinstance(item, tree.Text)]
    return found if len(found) == len(items.items) else None
