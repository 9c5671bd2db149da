"""Conditions that words alone decide are asked once for the same words, and the answer is the same as ever."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from factlint.engine.conditions import Check
from factlint.engine.verdicts import Remembered, decisive, verdict
from factlint.lang.scope import Row, Scope

_ANSWERS = st.sampled_from([True, False, None])
_FIELDS = ("one", "other")


def _field(name: str) -> Any:
    return lambda scope: scope.rows[name].fact


def _check(answers: dict[Any, bool | None], by_words: bool, asked: list[Any]) -> Check:
    def holds(scope: Scope) -> bool | None:
        words = tuple(scope.rows[name].fact for name in _FIELDS)
        asked.append(words)
        return answers.setdefault(words, None) if by_words else scope.rows["more"].fact

    values = tuple((name, _field(name)) for name in _FIELDS) if by_words else ()
    return Check(holds, ((lambda _: None, f"condition {id(answers)}"),), values=values)


def _scope(one: Any, other: Any, more: bool | None) -> Scope:
    rows = {"one": Row(one, None), "other": Row(other, None), "more": Row(more, None)}
    return Scope(rows, lambda _: (), lambda *_: {}, lambda *_: True)


@given(
    tables=st.lists(st.tuples(st.lists(_ANSWERS, min_size=4, max_size=4), st.booleans()), min_size=1, max_size=5),
    facts=st.lists(st.tuples(st.sampled_from(["a", 1]), st.sampled_from(["b", None]), _ANSWERS), max_size=8),
)
def test_what_is_remembered_is_what_would_be_found(
    tables: list[tuple[list[bool | None], bool]], facts: list[tuple[Any, Any, bool | None]]
) -> None:
    words = [(one, other) for one in ("a", 1) for other in ("b", None)]
    checks = [_check(dict(zip(words, answers, strict=True)), by_words, []) for answers, by_words in tables]
    remembered = Remembered(checks, decisive(checks) or (_field("one"), _field("other")))
    for fact in facts:
        assert remembered.verdict(_scope(*fact)) == verdict(checks, _scope(*fact))


def test_the_same_words_are_asked_once() -> None:
    asked: list[Any] = []
    checks = [_check({("a", "b"): True, (1, "b"): True}, by_words=True, asked=asked) for _ in range(2)]
    remembered = Remembered(checks, decisive(checks))
    assert [remembered.verdict(_scope(one, "b", None)) for one in ("a", "a", 1, 1)] == [(True, None)] * 4
    assert asked == [("a", "b")] * 2 + [(1, "b")] * 4, "what is no text is asked each time"


def test_one_condition_is_not_worth_remembering() -> None:
    assert decisive([_check({}, by_words=True, asked=[]), _check({}, by_words=False, asked=[])]) == ()
