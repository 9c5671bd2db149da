"""Text to tree, with errors that name what may stand at the place."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from factlint.lang.errors import LangError
from factlint.text.problem import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lark import Lark

    from factlint.lang import tree

DEEPEST = 60
"""Levels of a parse tree; nobody reads more, and the stack would not bear thousands."""

GRAMMAR = FilePath(__file__).with_name("grammar.lark")

# What a reader of an error calls the terminals of the grammar; keywords are called by themselves.
_LABELS = {
    "NAME": "a name", "STRING": "a text in quotes", "NUMBER": "a number", "PERCENT": "a percentage",
    "DAY": "a day like 2025-12-31", "REGEX": "a pattern between slashes", "OPERATOR": "= != < <= > or >=",
    "PLUS": "+", "MINUS": "-", "_DOT": "a dot", "_COMMA": "a comma", "_OPEN": "(", "_CLOSE_PAREN": ")",
    "_LIST_OPEN": "[", "_LIST_CLOSE": "]", "_EDITS": "“edits”", "$END": "the end",
}  # fmt: skip


@cache
def _parser() -> Lark:
    from lark import Lark

    return Lark(
        GRAMMAR.read_text(encoding="utf-8"),
        parser="lalr",
        start=["query", "expr"],
        propagate_positions=True,
        maybe_placeholders=False,
    )


def parse_query(text: str) -> tree.Query:
    """The tree of a query; raises LangError."""
    query: tree.Query = _parse(text, "query")
    return query


def parse_expression(text: str) -> tree.Expr:
    """The tree of an expression; raises LangError."""
    expr: tree.Expr = _parse(text, "expr")
    return expr


def expected(text: str, start: str = "query") -> frozenset[str]:
    """What may follow a text that breaks off: keywords, and the names of other terminals (NAME, STRING, OPERATOR).

    ``start`` is ``query`` or ``expr``. Nothing may follow what is wrong before its end.
    """
    from lark import UnexpectedInput

    begun = _parser().parse_interactive(text, start=start)
    try:
        begun.exhaust_lexer()
    except UnexpectedInput:
        return frozenset()
    return frozenset(_keyword(name) or name for name in begun.accepts())  # type: ignore[no-untyped-call]


def operators() -> tuple[str, ...]:
    """The signs that compare, as the grammar has them."""
    terminal = next(one for one in _parser().terminals if one.name == "OPERATOR")
    return tuple(sorted(set(re.findall("[!<>=]+", terminal.pattern.value.replace("(?:", "")))))


def _parse(text: str, start: str) -> Any:
    from lark import UnexpectedCharacters, UnexpectedToken

    from factlint.lang.build import Build

    try:
        parsed = _parser().parse(text, start=start)
        if _depth(parsed) > DEEPEST:
            raise LangError(0, max(1, len(text.rstrip())), "this is nested too deeply", "make several rules of it")
        return Build().transform(parsed)
    except UnexpectedToken as error:
        raise _unexpected(text, error) from None
    except UnexpectedCharacters as error:
        raise _stray(text, error.pos_in_stream or 0) from None
    except Exception as error:
        original = getattr(error, "orig_exc", error)
        if isinstance(original, LangError):
            raise original from None
        raise


def _depth(parsed: Any) -> int:
    deepest, waiting = 0, [(parsed, 1)]
    while waiting:
        node, level = waiting.pop()
        deepest = max(deepest, level)
        waiting.extend((child, level + 1) for child in getattr(node, "children", ()))
    return deepest


def _unexpected(text: str, error: Any) -> LangError:
    try:
        expected = error.interactive_parser.accepts()
    except AttributeError:
        expected = error.expected
    labels = _labels(expected)
    token = error.token
    if token.type == "$END":
        end = len(text.rstrip())
        return LangError(max(0, end - 1), max(1, end), "this stops too early", f"expected: {labels}")
    word = str(token)
    start = token.start_pos or 0
    if word == "=" and text[start - 1 : start] == "=":
        return LangError(start - 1, start + 1, "“==” cannot stand here", "write one =")
    near = did_you_mean(word, [_keyword(name) for name in expected if _keyword(name)]) if word.isidentifier() else ""
    hint = f"{near} expected: {labels}" if near.startswith("did you mean") else f"expected: {labels}"
    return LangError(start, start + len(word), f"“{word}” cannot stand here", hint)


def _stray(text: str, offset: int) -> LangError:
    char = text[offset : offset + 1]
    hints = {
        '"': "close the text with the same quotation mark",
        "'": "close the text with the same quotation mark",
        "/": "a pattern stands between two slashes, after “matches”",
        "!": "write != for “is not”",
        "&": "write “and”",
        "|": "write “or”",
    }
    return LangError(
        offset, offset + 1, f"“{char}” cannot stand here", hints.get(char, "the language has no such sign")
    )


def _keyword(terminal: str) -> str:
    return "" if terminal in _LABELS else terminal.strip("_").lower()


def _labels(expected: Iterable[str]) -> str:
    words = sorted(f"“{_keyword(name)}”" for name in expected if _keyword(name))
    others = sorted(_LABELS[name] for name in expected if name in _LABELS)
    return ", ".join([*others, *words])
