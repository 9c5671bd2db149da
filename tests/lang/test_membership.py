"""Whether a text is one of some: a long list is looked up, and says what a comparison with each would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.lang.logic import member, same, some

FORMS = st.sampled_from(
    ["Kyiv", "kyiv", "KYIV", "Kyiv ", "‘Kyiv’", "Kiev", "Łódź", "Lodz", "", " ", "3", "a", "b", "c"]
)


@given(FORMS, st.lists(FORMS | st.none(), max_size=12).map(tuple))
def test_it_is_the_same_as_to_compare_with_each(value: str, items: tuple[str | None, ...]) -> None:
    assert member(value, items) is some(None if item is None else same(value, item) for item in items)


MANY = tuple(f"office {number}" for number in range(40))


@pytest.mark.parametrize(
    ("value", "items", "expected"),
    [
        pytest.param("OFFICE 7", MANY, True, id="as it is compared"),
        pytest.param("office 77", MANY, False, id="not there"),
        pytest.param("office 77", (*MANY, None), None, id="not among those that are known"),
        pytest.param("office 7", (*MANY, None), True, id="there, whatever the unknown one is"),
        pytest.param(None, MANY, None, id="unknown value"),
        pytest.param("office 7", None, None, id="unknown list"),
        pytest.param(7, tuple(range(9)), True, id="number"),
        pytest.param("office 7", tuple((form,) for form in MANY), False, id="list of lists"),
    ],
)
def test_a_long_list(value: object, items: tuple[object, ...] | None, expected: bool | None) -> None:
    assert member(value, items) is expected
