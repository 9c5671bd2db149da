"""Patterns of rules: the sound ones pass, those that could run without end are refused with a reason."""

from __future__ import annotations

import pytest

from factlint.lang.patterns import SHORT, fault, reach

SOUND = (
    r"Dec\.? \d+",
    r"\w+ \w+",
    r"^FILE",
    r"(?:Mr|Mrs)\.? [A-Z]\w+",
    r".{5}",
    r"\b(US|U\.S\.)\b",
    r"(ab){2,4}",
    r"a*b*c*",
    r"(?=x+)y",
)
ENDLESS = (
    r"(\w+)+",
    r"^(\w+\s?)+$",
    r"(a*)*",
    r"(a|a)*b",
    r"(?:x+y?)*",
    r"((ab)+c)+",
    r"(.*?)+",
    r"(?=(a+)+)b",
    r"([a-z]+)*\d",
)


@pytest.mark.parametrize("pattern", SOUND)
def test_sound(pattern: str) -> None:
    assert fault(pattern) is None


@pytest.mark.parametrize("pattern", ENDLESS)
def test_endless(pattern: str) -> None:
    found = fault(pattern)
    assert found is not None
    assert "without end" in found[1]


@pytest.mark.parametrize(
    "pattern",
    [r"a*a*a*b", r"\w*\w+\w*x", r"(.*),(.*),(.*),x", r"(?=.*a.*b.*c)", r"[^x]*y?[a-z]*z?\w*!", r"(\w+){3,9}!"],
)
def test_three_repetitions_that_share_characters(pattern: str) -> None:
    found = fault(pattern)
    assert found is not None
    assert "take characters from each other" in found[1]


@pytest.mark.parametrize(
    ("pattern", "longest"),
    [
        (r"Dec\. \d{1,2}", 1_000_000),
        (r"\w+ \w+ \w+ \w+", 20_000),
        (r"(\w+, )?(\w+, )?\d", 20_000),
        (r"[a-z]*[A-Z]*\d*", 20_000),
        (r"(\w+, ){3}x", 20_000),
        (r"a.*b.*c", SHORT),
        (r"\w*x\w*", SHORT),
    ],
)
def test_how_long_a_text_a_pattern_is_tried_on(pattern: str, longest: int) -> None:
    assert fault(pattern) is None
    assert reach(pattern) == longest


@pytest.mark.parametrize(("pattern", "place"), [("Dec(", 3), ("[a", 0), ("a**", 2), ("*a", 0)])
def test_invalid(pattern: str, place: int) -> None:
    found = fault(pattern)
    assert found is not None
    assert found[0] == place
    assert "not valid" in found[1]


def test_a_very_long_one_is_a_list() -> None:
    found = fault("|".join(["name"] * 1000))
    assert found is not None
    assert "list" in found[2]
