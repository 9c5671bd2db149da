"""Expressions as text: what is written means what was read."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.lang import tree
from factlint.lang.errors import LangError
from factlint.lang.parse import parse_expression
from factlint.lang.written import written
from factlint.ruleset.load import load, rule_files
from factlint.ruleset.shipped import shipped_rules

RULES = load(rule_files([(shipped_rules(), "rules")])[0]).rules
CONDITIONS = [
    pytest.param(condition, id=f"{rule.id}-{role}")
    for rule in RULES
    for role, condition in (
        ("where", rule.query.where),
        ("having", rule.query.having),
        ("report", rule.query.report_where),
        ("warning", rule.warning),
    )
    if condition is not None
]


def without_places(node: Any) -> Any:
    if isinstance(node, tuple):
        return tuple(map(without_places, node))
    if not isinstance(node, tree.Node):
        return node
    values = (without_places(getattr(node, one.name)) for one in fields(node) if one.name not in ("start", "end"))
    return type(node).__name__, *values


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_shipped_condition_is_written_as_it_means(condition: tree.Expr) -> None:
    again = parse_expression(written(condition))
    assert without_places(again) == without_places(condition)
    assert written(again) == written(condition)


@pytest.mark.parametrize(
    "text",
    [
        "d.year = 2025",
        "d.resolved <= article.published + 3 months",
        "d.resolved >= article.published - 1 day",
        'n.kind not in ["person", "place"]',
        "not (a.x is known or b.x is unknown) and a.y is known",
        "(a.x = 1 or a.y = 2) and a.z = 3",
        "a.x - (b.x - c.x) > 1",
        'n.surname is close to m.surname within 2 edits',
        "a.text is like b.text at least 60%",
        "n.surname sounds like m.surname",
        r"d.text matches /a\/b\d/i",
        "d.year between 1925 and 2025",
        'w.form = "say \\"no\\" and it\'s no"',
        "a.x > 123456789012345678901234567890",
        "a.x > 0.00000001",
        "a.x - b.x < 12345678901 days",
        "any(item i in l.items where i.key = j.key)",
        "count(name n not in caption or headline where n.kind is known) >= 2",
    ],
)  # fmt: skip
def test_every_way_to_ask_comes_back(text: str) -> None:
    parsed = parse_expression(text)
    assert without_places(parse_expression(written(parsed))) == without_places(parsed)


def test_a_plain_condition_is_written_as_it_stands() -> None:
    text = "d.stated_weekday != d.weekday and d.year is known"
    assert written(parse_expression(text)) == text


VALUES = st.one_of(
    st.sampled_from(["a.x", "b.y.z", "article.published", "2025-12-15", "3 months", "1 day", "60%", "-1", "0.5"]),
    st.text(alphabet="ab“’'\" \\/{}", max_size=6).map(
        lambda word: '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'
    ),
)
SUMS = st.recursive(
    VALUES,
    lambda part: st.one_of(
        st.tuples(part, st.sampled_from("+-"), part).map("({0[0]} {0[1]} {0[2]})".format),
        part.map("lower({})".format),
        st.lists(part, min_size=1, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
    ),
    max_leaves=4,
)
ASKED = st.one_of(
    st.tuples(SUMS, st.sampled_from(["=", "!=", "<", "<=", ">", ">=", "contains", "in", "not in"]), SUMS).map(" ".join),
    SUMS.map("{} is known".format),
    SUMS.map("{} is unknown".format),
    st.tuples(SUMS, SUMS, SUMS).map("{0[0]} between {0[1]} and {0[2]}".format),
    st.tuples(SUMS, SUMS).map("{0[0]} is close to {0[1]} within 2 edits".format),
    st.tuples(SUMS, SUMS).map("{0[0]} is like {0[1]} at least 60%".format),
    st.sampled_from([r"a.x matches /a\/b\d/i", "a.x matches /[“”]+$/", "a.x sounds like b.x"]),
)
QUESTIONS = st.recursive(
    ASKED,
    lambda part: st.one_of(
        st.tuples(part, st.sampled_from(["and", "or"]), part).map(" ".join),
        st.tuples(part, st.sampled_from(["and", "or"]), part).map("({0[0]} {0[1]} {0[2]})".format),
        part.map("not ({})".format),
        part.map("not {}".format),
        part.map("any(name n not in caption or headline where {})".format),
        part.map("every(item i in l.items where {})".format),
        part.map("count(date d where {}) >= 2".format),
    ),
    max_leaves=8,
)


@given(QUESTIONS)
def test_any_question_that_is_read_comes_back(text: str) -> None:
    try:
        parsed = parse_expression(text)
    except LangError:
        return
    again = parse_expression(written(parsed))
    assert without_places(again) == without_places(parsed)
    assert written(again) == written(parsed)


@pytest.mark.parametrize(
    "text", ["a.x > " + "9" * 400, "a.x > " + "9" * 400 + "%", "a.x - b.x < " + "9" * 400 + " days"]
)
def test_a_number_beyond_all_numbers_is_an_error(text: str) -> None:
    with pytest.raises(LangError, match="too large"):
        parse_expression(text)
