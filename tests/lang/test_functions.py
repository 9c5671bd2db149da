"""Functions of the rule language, each by what it gives."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.lang.functions import functions


def call(name: str, *values: Any) -> Any:
    return functions()[name].call(*values)


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("initial", ("Ágnes",), "a"),
        ("initial", ("",), None),
        ("differing", ("Karel Novotny", "Karel Novotni"), "Novotny"),
        ("differing", ("Karel Novotny", "karel NOVOTNI"), "Novotny"),
        ("differing", ("Karel Novotny", "Karl Novotni"), None),
        ("differing", ("Karel Novotny", "Karel J Novotny"), None),
        ("differing", ("Karel Novotny", "Karel Novotny"), None),
        ("when", (True, "Novotny"), "Novotny"),
        ("when", (False, "Novotny"), None),
        ("sorts_before", ("Abel", "Baker"), True),
        ("sorts_before", ("Baker", "abel"), False),
        ("sorts_before", ("Abel", "Abel"), False),
        ("articles_with", ({"novotny": 3}, "Novotný"), 3),
        ("articles_with", ({"novotny": 3}, "Novotny’s"), 3),
        ("articles_with", ({"novotny": 3}, "Novotni"), 0),
        ("familiar", ("Zyxwvu",), 0),
        ("familiar", ("John Zyxwvu",), 0),
        ("familiar", ("",), 0),
    ],
)
def test_what_a_function_gives(name: str, values: tuple[Any, ...], expected: Any) -> None:
    assert call(name, *values) == expected


def test_the_least_usual_word_says_how_familiar_a_name_is() -> None:
    assert 0 < call("familiar", "Kushner") <= call("familiar", "John")
    assert call("familiar", "J. Smith") == call("familiar", "Smith")
    assert call("familiar", "JOHN SMITH") == call("familiar", "John Smith")


@given(st.text(), st.text())
def test_of_two_different_texts_exactly_one_sorts_first(one: str, other: str) -> None:
    assert call("sorts_before", one, other) + call("sorts_before", other, one) == (one != other)
