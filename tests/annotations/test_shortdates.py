"""Dates in figures, and the order in which an article writes day and month."""

from __future__ import annotations

import pytest
from hypothesis import given
from readings import assert_sound, facts, texts

from factlint.annotations.shortdates import KIND


@pytest.mark.parametrize(
    ("text", "order", "ambiguous", "mixed"),
    [
        ("On 03/04/2025 they met.", None, True, False),
        ("On 03.04.2025 they met.", None, True, False),
        ("On 04/04/2025 they met.", None, False, False),
        ("On 03/04/2025 they met, and on 13/04/2025.", "day first", True, False),
        ("On 03/04/2025 they met, and on 04/13/2025.", "month first", True, False),
        ("On 03/04/2025 they met, on 13/04/2025 and on 04/13/2025.", None, True, True),
    ],
)
def test_order(text: str, order: str | None, ambiguous: bool, mixed: bool) -> None:
    first = facts("shortdate", text)[0]
    assert (first.order, first.ambiguous, first.mixed) == (order, ambiguous, mixed)


@pytest.mark.parametrize(
    "text", ["example.org/03/04/2025", "3/4 of 2025", "version 3.4.2025.1", "a/03/04/2025", "40/50/2025", "3/4.2025"]
)
def test_other_figures(text: str) -> None:
    assert facts("shortdate", text) == ()


@given(texts)
def test_any_text_is_read(text: str) -> None:
    assert_sound(KIND.name, text)
