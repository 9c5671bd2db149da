"""Expressions that are compiled when they are first used do what compiled ones do."""

from __future__ import annotations

import re

import pytest

from factlint.text.deferred import deferred

TEXT = "Dec. 15 and DEC. 16"


@pytest.mark.parametrize("flags", [0, re.IGNORECASE], ids=["as written", "any case"])
def test_finds_what_a_compiled_one_finds(flags: int) -> None:
    here, there = deferred(r"dec\. (\d+)", flags), re.compile(r"dec\. (\d+)", flags)
    assert here.findall(TEXT) == there.findall(TEXT)
    assert [found.span() for found in here.finditer(TEXT)] == [found.span() for found in there.finditer(TEXT)]
    assert here.sub("x", TEXT) == there.sub("x", TEXT)
    assert (here.pattern, here.flags, here.groups) == (there.pattern, there.flags, there.groups)


def test_nothing_is_compiled_before_it_is_used() -> None:
    wrong = deferred("(")
    assert wrong.pattern == "("
    with pytest.raises(re.error):
        wrong.search(TEXT)


def test_has_no_more_methods_than_a_compiled_one() -> None:
    with pytest.raises(AttributeError):
        deferred("a").find  # type: ignore[attr-defined]  # noqa: B018
