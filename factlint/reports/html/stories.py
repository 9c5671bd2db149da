"""The articles of a story side by side: who, when, how many, and who said what, a row for each thing told."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.findings.sheets import DATE, FIGURE, NAME, QUOTE
from factlint.text.forms import comparable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factlint.findings.sheets import Sheet, Told
    from factlint.reports.html.data import Units

    Key = tuple[str, str]


class Doubt(NamedTuple):
    """A name that a finding speaks of: where it stands, and the name that it should be."""

    start: int
    end: int
    meant: str


class _Cell(NamedTuple):
    """A fact in the column of its article; a doubted name does not give its row a name."""

    column: int
    fact: Told
    doubted: bool = False


_TABLES = (("names", NAME), ("dates", DATE), ("figures", FIGURE), ("quotes", QUOTE))


def story_tables(
    keys: Sequence[Key],
    sheets: Mapping[Key, Sheet],
    numbers: Mapping[Key, int],
    units: Mapping[Key, Units],
    doubts: Mapping[Key, Sequence[Doubt]],
) -> dict[str, Any]:
    """A story: its articles by number, and a table a kind of fact.

    ``doubts`` are about names that findings speak of, which stand in the row of the name that they should be.
    """
    columns = sorted((key for key in keys if key in numbers), key=lambda key: numbers[key])
    headlines = (sheets[key].headline for key in columns if key in sheets)
    told = [_Cell(column, fact) for column, key in enumerate(columns) if key in sheets for fact in sheets[key].facts]
    told = _as_meant(told, columns, doubts)
    tables = {
        name: _table([cell for cell in told if cell.fact.kind == kind], [units[key] for key in columns])
        for name, kind in _TABLES
    }
    return {"title": next(filter(None, headlines), None), "articles": [numbers[key] for key in columns], **tables}


def _as_meant(told: Sequence[_Cell], columns: Sequence[Key], doubts: Mapping[Key, Sequence[Doubt]]) -> list[_Cell]:
    """The facts, with each doubted name under the key of the one that it stands for, if the story has that."""
    keys = {comparable(cell.fact.label): cell.fact.key for cell in told if cell.fact.kind == NAME}
    near = [_Doubts(doubts.get(column, ())) for column in columns]
    found = []
    for cell in told:
        about = near[cell.column].about(cell.fact) if cell.fact.kind == NAME else ()
        meant = next((keys[name] for doubt in about for name in _forms(doubt.meant) if name in keys), None)
        found.append(_Cell(cell.column, replace(cell.fact, key=meant), doubted=True) if meant else cell)
    return found


class _Doubts:
    """The doubts about one article, to be asked by place."""

    def __init__(self, doubts: Iterable[Doubt]) -> None:
        self._doubts = sorted(doubts)
        self._starts = [doubt.start for doubt in self._doubts]

    def about(self, fact: Told) -> list[Doubt]:
        """Those that begin inside a name, and the last before it, if it reaches so far."""
        first = max(0, bisect_left(self._starts, fact.start) - 1)
        near = self._doubts[first : bisect_left(self._starts, fact.end)]
        return [doubt for doubt in near if doubt.end > fact.start]


def _forms(name: str) -> tuple[str, ...]:
    """A name as it is, and its last word."""
    return (comparable(name), *(comparable(word) for word in name.split()[-1:]))


def _table(told: Iterable[_Cell], units: Sequence[Units]) -> list[dict[str, Any]]:
    """A row for each thing: first those that most articles tell of, then in the order in which they are told."""
    rows: dict[str, list[_Cell]] = {}
    for cell in told:
        rows.setdefault(cell.fact.key, []).append(cell)
    ranked = sorted(rows.values(), key=lambda row: -len({cell.column for cell in row}))
    return [_row(row, units) for row in ranked]


def _row(row: Sequence[_Cell], units: Sequence[Units]) -> dict[str, Any]:
    """A thing, by the name that most give it, and for each article the forms that it has there with their places."""
    cells: list[dict[str, dict[str, Any]]] = [{} for _ in units]
    for column, fact, _ in row:
        form = cells[column].setdefault(comparable(fact.text), {"text": fact.text, "at": []})
        form["at"].append([units[column].at(fact.start), units[column].at(fact.end)])
    sure = [cell.fact.label for cell in row if cell.fact.label and not cell.doubted]
    labels = sure or [cell.fact.label for cell in row]
    return {
        "label": max(sorted(set(labels)), key=labels.count),
        "values": len({cell.fact.value for cell in row}),
        "cells": [list(forms.values()) for forms in cells],
    }
