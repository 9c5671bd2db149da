"""What an expression is evaluated in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from factlint.article import Card, Story


class Row(NamedTuple):
    """One fact in the role of a variable: the fact and its article's card (None for what the desk knows)."""

    fact: Any
    card: Card | None


class Members(tuple[dict[str, "Row"], ...]):
    """The rows of a group, with what was counted over them: that is the same for each of them."""

    counted: dict[Callable[[Scope], Any], Any]

    def __new__(cls, rows: Iterable[dict[str, Row]]) -> Members:
        """The members of a group, nothing counted yet."""
        members = super().__new__(cls, rows)
        members.counted = {}
        return members


_NOBODY = Members(())


@dataclass(slots=True)
class Scope:
    """What an expression is evaluated in: the rows of its variables, and where more facts come from.

    ``found_in`` says in how many articles of the run each word (folded) stands; None outside rules of the run.
    """

    rows: dict[str, Row]
    facts: Callable[[str], Sequence[Row]]
    index: Callable[[str, str], Mapping[Any, Sequence[Row]]]
    in_sections: Callable[[Row, frozenset[str], bool], bool]
    card: Card | None = None
    story: Story | None = None
    found_in: Mapping[str, int] | None = None
    members: Members = _NOBODY

    def over(self, rows: dict[str, Row]) -> Scope:
        """The same surroundings for other rows, of no group."""
        return Scope(rows, self.facts, self.index, self.in_sections, self.card, self.story, self.found_in)


if TYPE_CHECKING:
    Value = Callable[[Scope], Any]
