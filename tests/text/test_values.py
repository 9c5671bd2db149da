"""Classes of plain values: what a dataclass promises, whatever way its methods come about."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from factlint.article import fact
from factlint.text.values import plain


@plain
class Pair:
    left: int
    right: str = "none"


@plain
class Triple(Pair):
    more: tuple[int, ...] = ()


@plain
class Empty:
    pass


@fact
class Seen:
    start: int
    name: str = ""


def test_is_made_from_its_fields_in_order_and_from_defaults() -> None:
    assert (Pair(1).left, Pair(1).right, Pair(1, "b").right) == (1, "none", "b")
    assert [field.name for field in fields(Triple)] == ["left", "right", "more"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(Pair(1), Pair(1, "none"), True, id="the same values"),
        pytest.param(Pair(1), Pair(2), False, id="another value"),
        pytest.param(Pair(1), Triple(1), False, id="another class"),
        pytest.param(Pair(1), (1, "none"), False, id="no value of a class"),
        pytest.param(Empty(), Empty(), True, id="nothing to compare"),
        pytest.param(Seen(start=1), Seen(start=1, name=""), True, id="facts"),
        pytest.param(Seen(start=1), Seen(start=1, name="b"), False, id="facts that differ"),
    ],
)
def test_is_equal_by_value(one: object, other: object, same: bool) -> None:
    assert (one == other) is same
    if same:
        assert hash(one) == hash(other)


def test_shows_its_fields() -> None:
    assert repr(Triple(1, "b", (2,))) == "Triple(left=1, right='b', more=(2,))"


def test_has_no_other_attributes() -> None:
    with pytest.raises(AttributeError):
        Pair(1).third = 3  # type: ignore[attr-defined]


def test_can_be_replaced() -> None:
    assert replace(Pair(1, "b"), left=2) == Pair(2, "b")
