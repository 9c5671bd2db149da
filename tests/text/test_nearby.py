"""What stands right before a place in a text."""

from __future__ import annotations

import re

import pytest

from factlint.text.nearby import search_before


@pytest.mark.parametrize(
    ("at", "reach", "found"),
    [(3, 1, "c"), (3, 2, "bc"), (3, 3, "abc"), (3, 9, "abc"), (2, 2, "ab"), (0, 4, None)],
)
def test_no_more_is_seen_than_the_reach(at: int, reach: int, found: str | None) -> None:
    match = search_before(re.compile(r"\w+\Z"), "abcdef", at, reach)
    assert (match and match.group()) == found
