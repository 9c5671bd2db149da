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
    [
        r"a*a*a*b",
        r"a*a*a*a*b",
        r"\w*\w+\w*x",
        r"(.*),(.*),(.*),x",
        r"(?=.*a.*b.*c)",
        r"[^x]*y?[a-z]*z?\w*!",
        r"(\w+){3,9}!",
    ],
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
        (r"[a-m]*[f-z]*", SHORT),
        (r"[а-е]*[д-з]*", SHORT),
        (r"ц*ч*", 20_000),
        (r"ц*ц*", SHORT),
        (r"[a-m]*[n-z]*", 20_000),
        (r"[^a]*a*", 20_000),
        (r"[^a]*b*", SHORT),
        (r"[^\W\d]*\d*", 20_000),
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


def test_what_may_be_left_out_as_a_whole_keeps_nothing_apart() -> None:
    # Each of two groups may be missing, so that the two stars can meet; a letter that must stand there parts them.
    assert reach(r"a*(b){0,1}(c){0,1}a*") == SHORT
    assert reach(r"a*(?:b|c)?a*") == SHORT
    assert reach(r"a*b?a*") == SHORT
    assert reach(r"a*ba*") == 20_000
    assert reach(r"(a*b)?(a*c)?") == 20_000
    assert reach(r"(xa*)?(b)?(a*y)?") == SHORT


@pytest.mark.parametrize(("length", "sound"), [(1_000, True), (1_001, False)])
def test_how_long_a_pattern_may_be(length: int, sound: bool) -> None:
    assert (fault("a" * length) is None) is sound


def test_a_very_long_one_is_a_list() -> None:
    found = fault("|".join(["name"] * 1000))
    assert found is not None
    assert "list" in found[2]
