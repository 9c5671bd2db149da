"""Lark's tree to ours. Imported only when a query has to be parsed."""
# ruff: noqa: D102, ARG002 - Lark calls each method by the name of its rule, all with the same arguments

from __future__ import annotations

import re
from typing import Any

from lark import Transformer, v_args

from factlint.lang import tree
from factlint.lang.errors import LangError
from factlint.text.problem import did_you_mean

LARGEST = 1e100
"""What a number may be: floats end soon after, and no duration of it may be beyond them."""
LENGTHS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}


@v_args(meta=True)
class Build(Transformer):  # type: ignore[type-arg]
    """Lark's tree to ours; one method a rule of the grammar."""

    def NAME(self, token: Any) -> tree.Name:  # noqa: N802 - Lark calls it by the terminal
        return tree.Name(token.start_pos, token.end_pos, str(token))

    def query(self, meta: Any, parts: list[Any]) -> tree.Query:
        bindings = tuple(part for part in parts if isinstance(part, tree.Binding))
        values: dict[str, Any] = {}
        for part in parts:
            if isinstance(part, tree.Placement):
                values["placement"] = part
            elif isinstance(part, dict):
                values |= part
        return tree.Query(*_at(meta), bindings, **values)

    def where(self, meta: Any, parts: list[Any]) -> dict[str, Any]:
        return {"where": parts[0]}

    def having(self, meta: Any, parts: list[Any]) -> dict[str, Any]:
        return {"having": parts[0]}

    def grouping(self, meta: Any, parts: list[Any]) -> dict[str, Any]:
        values: dict[str, Any] = {"grouped_by": tuple(part for part in parts if isinstance(part, tree.Path))}
        return values | (parts[-1] if isinstance(parts[-1], dict) else {})

    def report(self, meta: Any, parts: list[Any]) -> dict[str, Any]:
        values: dict[str, Any] = {"report": parts[0]}
        return values | ({"report_where": parts[1]["where"]} if len(parts) > 1 else {})

    def binding(self, meta: Any, parts: list[Any]) -> tree.Binding:
        return tree.Binding(*_at(meta), parts[0], parts[1], **(parts[2] if len(parts) > 2 else {}))

    def field_source(self, meta: Any, parts: list[Any]) -> dict[str, Any]:
        return {"of": tree.Path(parts[0].start, parts[1].end, parts[0], (parts[1],))}

    def section_source(self, meta: Any, parts: list[Any]) -> dict[str, Any]:
        return {"sections": tuple(parts)}

    def section_excluded(self, meta: Any, parts: list[Any]) -> dict[str, Any]:
        return {"sections": tuple(parts), "excluded": True}

    def same(self, meta: Any, parts: list[Any]) -> tree.Placement:
        return _placement(meta, "same", parts[0], ("sentence", "paragraph", "section", "article", "story", "run"))

    def different(self, meta: Any, parts: list[Any]) -> tree.Placement:
        _placement(meta, "different", parts[0], ("articles",))
        return tree.Placement(*_at(meta), "different", "story")

    def different_run(self, meta: Any, parts: list[Any]) -> tree.Placement:
        _placement(meta, "different", parts[0], ("articles",))
        return _placement(meta, "different", parts[1], ("story", "run"))

    def quantified(self, meta: Any, parts: list[Any]) -> tree.Quantified:
        return tree.Quantified(*_at(meta), parts[0], parts[1], parts[2]["where"] if len(parts) > 2 else None)

    def or_(self, meta: Any, parts: list[Any]) -> tree.Or:
        return tree.Or(*_at(meta), tuple(parts))

    def and_(self, meta: Any, parts: list[Any]) -> tree.And:
        return tree.And(*_at(meta), tuple(parts))

    def not_(self, meta: Any, parts: list[Any]) -> tree.Not:
        return tree.Not(*_at(meta), parts[0])

    def compare(self, meta: Any, parts: list[Any]) -> tree.Compare:
        return tree.Compare(*_at(meta), str(parts[1]), parts[0], parts[2])

    def in_(self, meta: Any, parts: list[Any]) -> tree.Compare:
        return tree.Compare(*_at(meta), "in", parts[0], parts[1])

    def not_in(self, meta: Any, parts: list[Any]) -> tree.Not:
        return tree.Not(*_at(meta), tree.Compare(*_at(meta), "in", parts[0], parts[1]))

    def contains(self, meta: Any, parts: list[Any]) -> tree.Compare:
        return tree.Compare(*_at(meta), "contains", parts[0], parts[1])

    def known(self, meta: Any, parts: list[Any]) -> tree.Known:
        return tree.Known(*_at(meta), parts[0], True)

    def unknown(self, meta: Any, parts: list[Any]) -> tree.Known:
        return tree.Known(*_at(meta), parts[0], False)

    def matches(self, meta: Any, parts: list[Any]) -> tree.Matches:
        raw = str(parts[1])
        fold = raw.endswith("i") and not raw.endswith("/")
        return tree.Matches(*_at(meta), parts[0], raw[1 : -2 if fold else -1].replace("\\/", "/"), fold)

    def between(self, meta: Any, parts: list[Any]) -> tree.Between:
        return tree.Between(*_at(meta), *parts)

    def like(self, meta: Any, parts: list[Any]) -> tree.Like:
        least = _hundredth(meta, parts[2]) if len(parts) > 2 else 0.6
        return tree.Like(*_at(meta), parts[0], parts[1], least)

    def close(self, meta: Any, parts: list[Any]) -> tree.Close:
        return tree.Close(*_at(meta), parts[0], parts[1], int(float(parts[2])) if len(parts) > 2 else 2)

    def sounds(self, meta: Any, parts: list[Any]) -> tree.Sounds:
        return tree.Sounds(*_at(meta), *parts)

    def arithmetic(self, meta: Any, parts: list[Any]) -> tree.Arithmetic:
        return tree.Arithmetic(*_at(meta), str(parts[1]), parts[0], parts[2])

    def string(self, meta: Any, parts: list[Any]) -> tree.Text:
        return tree.Text(*_at(meta), _unquoted(str(parts[0])))

    def number(self, meta: Any, parts: list[Any]) -> tree.Number:
        return tree.Number(*_at(meta), _number(meta, parts[0]))

    def percent(self, meta: Any, parts: list[Any]) -> tree.Number:
        return tree.Number(*_at(meta), _hundredth(meta, parts[0]))

    def day(self, meta: Any, parts: list[Any]) -> tree.Day:
        return tree.Day(*_at(meta), str(parts[0]))

    def duration(self, meta: Any, parts: list[Any]) -> tree.Duration:
        unit: tree.Name = parts[1]
        length = LENGTHS.get(unit.value.removesuffix("s"))
        if length is None:
            raise LangError(
                unit.start,
                unit.end,
                f"“{unit.value}” is no unit of time",
                did_you_mean(unit.value, [*LENGTHS, *(f"{name}s" for name in LENGTHS)]),
            )
        return tree.Duration(*_at(meta), _number(meta, parts[0]) * length, unit.value.removesuffix("s"))

    def list_(self, meta: Any, parts: list[Any]) -> tree.ListOf:
        return tree.ListOf(*_at(meta), tuple(parts))

    def call(self, meta: Any, parts: list[Any]) -> tree.Call:
        return tree.Call(*_at(meta), parts[0], tuple(parts[1:]))

    def path(self, meta: Any, parts: list[Any]) -> tree.Path:
        return tree.Path(*_at(meta), parts[0], tuple(parts[1:]))


def _at(meta: Any) -> tuple[int, int]:
    return meta.start_pos, meta.end_pos


def _placement(meta: Any, relation: str, unit: tree.Name, units: tuple[str, ...]) -> tree.Placement:
    if unit.value not in units:
        raise LangError(
            unit.start,
            unit.end,
            f"“{unit.value}” is no place that facts can share here",
            did_you_mean(unit.value, units),
        )
    return tree.Placement(*_at(meta), relation, unit.value)


def _number(meta: Any, digits: Any) -> float:
    value = float(digits)
    if value > LARGEST:
        raise LangError(*_at(meta), "this number is too large", "nothing in an article comes near it")
    return value


def _hundredth(meta: Any, token: Any) -> float:
    return _number(meta, str(token).rstrip("%")) / 100


def _unquoted(token: str) -> str:
    return re.sub(r"\\(.)", r"\1", token[1:-1])
