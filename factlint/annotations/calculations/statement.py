"""What a sentence states of a number, before it becomes a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factlint.annotations.calculations.rows import Span
    from factlint.annotations.quantities import Quantity


class Statement(NamedTuple):
    """The fields of a calculation (see there) with the quantity that states the number."""

    relation: str
    quantity: Quantity
    stated: float
    span: Span
    exact: str
    others: str
    shares: bool = False
    points: float | None = None
