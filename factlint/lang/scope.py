"""What an expression is evaluated in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factlint.article import Card, Story


class Row(NamedTuple):
    """One fact in the role of a variable: the fact and its article's card (None for what the desk knows)."""

    fact: Any
    card: Card | None


@dataclass(slots=True)
class Scope:
    """What an expression is evaluated in: the rows of its variables, and where more facts come from."""

    rows: dict[str, Row]
    facts: Callable[[str], Sequence[Row]]
    index: Callable[[str, str], Mapping[Any, Sequence[Row]]]
    in_sections: Callable[[Row, frozenset[str], bool], bool]
    card: Card | None = None
    story: Story | None = None
    members: Sequence[dict[str, Row]] = field(default_factory=tuple)


if TYPE_CHECKING:
    Value = Callable[[Scope], Any]
