"""The plainest conditions on one fact, asked of all rows of an article at once: nearly every rule begins with some."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from factlint.lang import tree
from factlint.lang.compile import is_field_of
from factlint.text.forms import comparable

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.engine.finder import Candidate

    Fields = Callable[[object], object]
    Quick = Callable[[list[Candidate]], list[Candidate]]

# Fields that are no plain attributes.
_OTHER = frozenset({"except", "weekday"})


def quick(part: tree.Expr, label: str) -> Quick | None:
    """What a condition leaves of candidates; None where it is not plain. ``label`` is the field it asks, in words."""
    if isinstance(part, tree.Known):
        get = _getter(part.value)
        return None if get is None else _known(get, part.wanted)
    if isinstance(part, tree.Compare) and part.operator == "=" and isinstance(part.right, tree.Text):
        get = _getter(part.left)
        return None if get is None else _is_text(get, part.right.value, f"{label} is unknown")
    if isinstance(part, tree.Not):
        get = _getter(part.value)
        return None if get is None else _is(get, False, f"{label} is unknown")
    get = _getter(part)
    return None if get is None else _is(get, True, f"{label} is unknown")


def _getter(expr: tree.Expr) -> Fields | None:
    if not isinstance(expr, tree.Path) or not is_field_of(expr, expr.base.value) or expr.fields[0].value in _OTHER:
        return None
    return attrgetter(expr.fields[0].value)


def _known(get: Fields, wanted: bool) -> Quick:
    if wanted:
        return lambda candidates: [one for one in candidates if get(one[0].fact) is not None]
    return lambda candidates: [one for one in candidates if get(one[0].fact) is None]


def _is_text(get: Fields, text: str, unknown: str) -> Quick:
    wanted = comparable(text)

    def left(candidates: list[Candidate]) -> list[Candidate]:
        found: list[Candidate] = []
        for one in candidates:
            value = get(one[0].fact)
            if value == text:
                found.append(one)
            elif value is None:
                found.append((one[0], one[1] or unknown))
            elif isinstance(value, str) and comparable(value) == wanted:
                found.append(one)
        return found

    return left


def _is(get: Fields, wanted: bool, unknown: str) -> Quick:
    def left(candidates: list[Candidate]) -> list[Candidate]:
        found: list[Candidate] = []
        for one in candidates:
            value = get(one[0].fact)
            if value is None:
                found.append((one[0], one[1] or unknown))
            elif bool(value) is wanted:
                found.append(one)
        return found

    return left
