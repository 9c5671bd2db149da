"""Numbers of a sentence that can be worked out from its other numbers: changes, shares, totals, margins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations import Kind, Reading
from factlint.annotations.calculations.calculation import Calculation
from factlint.annotations.calculations.changes import changes
from factlint.annotations.calculations.parts import parts
from factlint.annotations.calculations.rows import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.annotations.calculations.statement import Statement

__all__ = ["KIND", "Calculation"]


def _find(reading: Reading) -> Iterable[Calculation]:
    for row in rows_of(reading):
        seen: set[tuple[str, int]] = set()
        for statement in (*changes(row), *parts(row)):
            key = statement.relation, statement.quantity.start
            if key not in seen:
                seen.add(key)
                yield _fact(statement)


def _fact(statement: Statement) -> Calculation:
    quantity = statement.quantity
    return Calculation(
        start=quantity.start,
        end=quantity.end,
        text=quantity.text,
        place=quantity.place,
        relation=statement.relation,
        stated=statement.stated,
        least=statement.span.low,
        most=statement.span.high,
        exact=statement.exact,
        others=statement.others,
        shares=statement.shares,
        points=statement.points,
    )


KIND = Kind(name="calculation", fact=Calculation, find=_find)
