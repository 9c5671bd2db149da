"""The grammar: what is written comes back as the tree that was meant, and no keyword eats a name."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.lang import tree
from factlint.lang.errors import LangError
from factlint.lang.parse import GRAMMAR, parse_expression, parse_query

KEYWORDS = sorted(
    {
        word
        for line in GRAMMAR.read_text().splitlines()
        if re.match(r"_[A-Z]+: \"\w+\"", line)
        for word in re.findall(r'"(\w+)"', line)
    }
)
DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
PLACE = (0, 0)


# -- any tree


def name(value: str) -> tree.Name:
    return tree.Name(*PLACE, value)


plain_names = st.sampled_from(
    ["a", "n", "who", "_x1", "Date", "fromage", "nothing", "island", "inside", "android", "orchid", "bye"]
)
names = plain_names.map(name)
field_names = st.one_of(plain_names, st.sampled_from(KEYWORDS)).map(name)
paths = st.builds(tree.Path, *map(st.just, PLACE), names, st.lists(field_names, max_size=2).map(tuple))
numbers = st.one_of(st.integers(0, 10**6).map(float), st.integers(0, 999).map(lambda tenths: tenths / 10))
patterns = st.text("abz.|()[]*+?^$/ ", min_size=1).map(lambda text: text + r"\d")
durations = st.tuples(st.integers(0, 99), st.sampled_from(sorted(DAYS))).map(
    lambda pair: tree.Duration(*PLACE, pair[0] * DAYS[pair[1]], pair[1])
)


def node(cls: Any, *parts: Any) -> st.SearchStrategy[Any]:
    return st.builds(cls, *map(st.just, PLACE), *parts)


leaves = st.one_of(
    paths,
    node(tree.Text, st.text()),
    node(tree.Number, numbers),
    node(tree.Day, st.dates().map(str)),
    durations,
)


def sections(source: Any) -> dict[str, Any]:
    return {"sections": source[0], "excluded": source[1]} if isinstance(source, tuple) else {"of": source}


bindings = st.builds(
    lambda kind, variable, source: tree.Binding(*PLACE, kind, variable, **(sections(source) if source else {})),
    names,
    names,
    st.one_of(
        st.none(),
        st.tuples(st.lists(names, min_size=1, max_size=2).map(tuple), st.booleans()),
        st.builds(lambda base, field: tree.Path(*PLACE, base, (field,)), names, field_names),
    ),
)


def larger(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        node(tree.Or, several),
        node(tree.And, several),
        node(tree.Not, inner),
        node(tree.Compare, st.sampled_from(["=", "!=", "<", "<=", ">", ">=", "in", "contains"]), inner, inner),
        node(tree.Known, inner, st.booleans()),
        node(tree.Matches, inner, patterns, st.booleans()),
        node(tree.Between, inner, inner, inner),
        node(tree.Like, inner, inner, st.integers(1, 100).map(lambda percent: percent / 100)),
        node(tree.Close, inner, inner, st.integers(1, 9)),
        node(tree.Sounds, inner, inner),
        node(tree.Arithmetic, st.sampled_from("+-"), inner, inner),
        node(tree.ListOf, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        node(tree.Call, names, st.lists(inner, max_size=2).map(tuple)),
        node(tree.Quantified, names, bindings, st.one_of(st.none(), inner)),
    )


expressions = st.recursive(leaves, larger, max_leaves=12)
placements = st.sampled_from(
    [("same", unit) for unit in ("sentence", "paragraph", "section", "article", "story")]
    + [("different", "story"), ("different", "run")]
).map(lambda pair: tree.Placement(*PLACE, *pair))
queries = st.builds(
    lambda bound, placement, where, by, having, report, wanted: tree.Query(
        *PLACE, tuple(bound), placement, where, tuple(by), having if by else None, report, wanted if report else None
    ),
    st.lists(bindings, min_size=1, max_size=3),
    st.one_of(st.none(), placements),
    st.one_of(st.none(), expressions),
    st.lists(paths, max_size=2),
    st.one_of(st.none(), expressions),
    st.one_of(st.none(), paths),
    st.one_of(st.none(), expressions),
)


# -- and how it is written


LEVELS = {tree.Or: 0, tree.And: 1, tree.Not: 2, tree.Arithmetic: 4}
COMPARISONS = (tree.Compare, tree.Known, tree.Matches, tree.Between, tree.Like, tree.Close, tree.Sounds)


def level(expr: tree.Node) -> int:
    """How tightly an expression binds; 5 for what needs no brackets anywhere."""
    return 3 if isinstance(expr, COMPARISONS) else LEVELS.get(type(expr), 5)


def shown(expr: tree.Node, least: int = 0) -> str:
    text = WRITTEN[type(expr)](expr)
    return text if level(expr) >= least else f"({text})"


def joined(word: str, items: tuple[tree.Expr, ...], least: int) -> str:
    return f" {word} ".join(shown(item, least) for item in items)


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def source(binding: tree.Binding) -> str:
    if binding.of is not None:
        return f" in {binding.of.written}"
    listed = " or ".join(section.value for section in binding.sections)
    return f" {'not ' if binding.excluded else ''}in {listed}" if listed else ""


def bound(binding: tree.Binding) -> str:
    return f"{binding.kind.value} {binding.name.value}{source(binding)}"


def quantified(expr: tree.Quantified) -> str:
    where = f" where {shown(expr.where)}" if expr.where else ""
    return f"{expr.quantifier.value}({bound(expr.binding)}{where})"


def compared(expr: tree.Compare) -> str:
    return f"{shown(expr.left, 4)} {expr.operator} {shown(expr.right, 4)}"


def pattern(expr: tree.Matches) -> str:
    return f"{shown(expr.value, 4)} matches /{expr.pattern.replace('/', chr(92) + '/')}/{'i' if expr.fold else ''}"


WRITTEN: dict[type, Any] = {
    tree.Text: lambda e: quoted(e.value),
    tree.Number: lambda e: number(e.value),
    tree.Day: lambda e: e.value,
    tree.Duration: lambda e: f"{round(e.days / DAYS[e.unit])} {e.unit}s",
    tree.Path: lambda e: e.written,
    tree.Or: lambda e: joined("or", e.items, 1),
    tree.And: lambda e: joined("and", e.items, 2),
    tree.Not: lambda e: f"not {shown(e.value, 2)}",
    tree.Compare: compared,
    tree.Known: lambda e: f"{shown(e.value, 4)} is {'known' if e.wanted else 'unknown'}",
    tree.Matches: pattern,
    tree.Between: lambda e: f"{shown(e.value, 4)} between {shown(e.low, 4)} and {shown(e.high, 4)}",
    tree.Like: lambda e: f"{shown(e.left, 4)} is like {shown(e.right, 4)} at least {round(e.least * 100)}%",
    tree.Close: lambda e: f"{shown(e.left, 4)} is close to {shown(e.right, 4)} within {e.edits} edits",
    tree.Sounds: lambda e: f"{shown(e.left, 4)} sounds like {shown(e.right, 4)}",
    tree.Arithmetic: lambda e: f"{shown(e.left, 4)} {e.operator} {shown(e.right, 5)}",
    tree.ListOf: lambda e: f"[{', '.join(map(shown, e.items))}]",
    tree.Call: lambda e: f"{e.function.value}({', '.join(map(shown, e.arguments))})",
    tree.Quantified: quantified,
}


def placed(placement: tree.Placement) -> str:
    if placement.relation == "same":
        return f" of the same {placement.unit}"
    return " of different articles" + (" of the run" if placement.unit == "run" else "")


def written(query: tree.Query) -> str:
    parts = ["from " + ", ".join(map(bound, query.bindings))]
    parts += [placed(query.placement)] if query.placement else []
    parts += [f" where {shown(query.where)}"] if query.where else []
    parts += [" grouped by " + ", ".join(path.written for path in query.grouped_by)] if query.grouped_by else []
    parts += [f" having {shown(query.having)}"] if query.having else []
    parts += [f" report {query.report.written}"] if query.report else []
    parts += [f" where {shown(query.report_where)}"] if query.report_where else []
    return "".join(parts)


def bare(value: Any) -> Any:
    """A tree without its places."""
    if isinstance(value, tuple):
        return tuple(map(bare, value))
    if not isinstance(value, tree.Node):
        return value
    return type(value).__name__, tuple(
        bare(getattr(value, f.name)) for f in fields(value) if f.name not in ("start", "end")
    )


def below(root: tree.Node) -> list[tree.Node]:
    return [root, *(found for child in tree.children(root) for found in below(child))]


@given(expressions)
def test_an_expression_is_read_as_it_is_written(expr: tree.Expr) -> None:
    assert bare(parse_expression(shown(expr))) == bare(expr)


@given(queries)
def test_a_query_is_read_as_it_is_written(query: tree.Query) -> None:
    assert bare(parse_query(written(query))) == bare(query)


@given(queries)
def test_every_name_knows_its_place(query: tree.Query) -> None:
    text = written(query)
    for found in below(parse_query(text)):
        if isinstance(found, tree.Name):
            assert text[found.start : found.end] == found.value
        elif isinstance(found, tree.Path):
            assert text[found.start : found.end] == found.written


# -- keywords


@pytest.mark.parametrize("keyword", KEYWORDS)
def test_a_keyword_is_no_prefix_of_a_name(keyword: str) -> None:
    longer = f"{keyword}age"
    query = parse_query(
        f"from {longer} {longer} in {longer} where {longer}.{longer} = 1 and not {longer}.x grouped by {longer}.{longer}"
    )
    assert {found.value for found in below(query) if isinstance(found, tree.Name)} == {longer, "x"}


@pytest.mark.parametrize("keyword", KEYWORDS)
def test_a_field_may_be_called_like_a_keyword(keyword: str) -> None:
    expr = parse_expression(f"a.{keyword} = b.{keyword} and a.{keyword} is known")
    assert {found.written for found in below(expr) if isinstance(found, tree.Path)} == {f"a.{keyword}", f"b.{keyword}"}


# -- what the grammar leaves to nobody's guess


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("a.x = 1 or b.x = 2 and not c.x", "(a.x = 1) or ((b.x = 2) and (not (c.x)))"),
        ("not a.x = 1", "not (a.x = 1)"),
        ("a.x between 1 and 2 and b.x", "(a.x between 1 and 2) and b.x"),
        ("a.x - 1 + 2 = 3", "((a.x - 1) + 2) = 3"),
        ("a.x not in [1, 2]", "not (a.x in [1, 2])"),
        ("a.x is like b.x", "a.x is like b.x at least 60%"),
        ("a.x is close to b.x", "a.x is close to b.x within 2 edits"),
        ("60% = 0.6", "0.6 = 0.6"),
        ("1 week = 7 days", "1 weeks = 7 day"),
        ("a.x='y'#comment\n and a.z", 'a.x = "y" and a.z'),
    ],
)
def test_what_is_left_out_is_filled_in(text: str, same: str) -> None:
    assert bare(parse_expression(text)) == bare(parse_expression(same))


@pytest.mark.parametrize(
    "text",
    ["not " * 5000 + "a.x", "a.x" + " + 1" * 5000, "any(date d where " * 500 + "d.x" + ")" * 500],
    ids=["not", "sum", "any"],
)
def test_endless_nesting_is_an_error_of_the_rule(text: str) -> None:
    with pytest.raises(LangError, match="nested too deeply"):
        parse_expression(text)


def fault(text: str) -> LangError | None:
    try:
        parse_query(text)
    except LangError as error:
        return error
    return None


@given(st.text(alphabet="abn.()[]\"'/%=!<>+-, 0123456789#\n{}").map(lambda text: "from date a where " + text))
def test_whatever_is_written_is_a_tree_or_an_error_at_a_place(text: str) -> None:
    error = fault(text)
    assert error is None or (0 <= error.start < error.end and error.start <= len(text) and error.message)


def test_the_grammar_has_no_conflicts() -> None:
    pytest.importorskip("interegular", reason="lark needs interegular to look for conflicts of terminals")
    from lark import Lark

    Lark(GRAMMAR.read_text(encoding="utf-8"), parser="lalr", start=["query", "expr"], strict=True)
