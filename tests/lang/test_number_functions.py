"""Functions about numbers and lists: near_figures, shared."""

from __future__ import annotations

import pytest

from factlint.lang.functions import functions


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("45,000", "44,000", True),
        ("250", "205", True),
        ("6,777", "7,677", True),
        ("12.5", "12.6", True),
        ("45", "45", False),
        ("45", "450", False),
        ("45", "67", False),
        ("4", "5", False),
        ("", "", False),
    ],
)
def test_near_figures(one: str, other: str, near: bool) -> None:
    call = functions()["near_figures"].call
    assert call(one, other) is near
    assert call(other, one) is near


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [((), (), 0), (("a", "b"), ("b", "c"), 1), (("a", "a"), ("a", "a"), 1), (("a",), ("b",), 0)],
)
def test_shared(one: tuple[str, ...], other: tuple[str, ...], count: int) -> None:
    assert functions()["shared"].call(one, other) == count


@pytest.mark.parametrize(
    ("values", "share", "most"),
    [
        ((True, False, False), 100 / 3, False),
        ((True, True), 100, True),
        (("a", "b", "b"), 0, "b"),
        (("a", "b"), 0, "a"),
        ((), 0, None),
    ],
)
def test_of_a_group(values: tuple[object, ...], share: float, most: object) -> None:
    assert functions()["share"].call(values) == pytest.approx(share)
    assert functions()["majority"].call(values) == most


def test_the_least_of_a_group() -> None:
    assert functions()["least"].call((3, 1.5, 2)) == 1.5
