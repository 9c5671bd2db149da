"""Patterns of rules: the sound ones pass, those that could run without end are refused with a reason."""

from __future__ import annotations

import re

import pytest

from factlint.lang.patterns import fault, reach

SHARED = 1_000
"""How long a text may be on which two repetitions take characters from each other."""

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
        r"a*a*,b*b*,c*c*!",
        r"(?i)a*A*a*!",
        r"a*(?i:A*)a*!",
        "(" * 60 + "a*b" + "){2}" * 60,
    ],
)
def test_three_repetitions_that_share_characters(pattern: str) -> None:
    found = fault(pattern)
    assert found is not None
    assert "take characters from each other" in found[1]


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a{1,99}){1,99}b",
        r"((a{1,9}){1,9}){1,9}b",
        r"(a?){30}b",
        "a?" * 30 + "a" * 30,
        "(ab)?" * 100 + "c",
        r"(a|aa){30}b",
        r"(aa?){30}b",
        r"(a|b|ab){1,40}c",
        r"(?:a?b?){1,60}c",
        r"(?>(a|a){40}b)",
        r"(?=(a|a){40}b)a",
        r"(?:(a|a){40}b)*+c",
        r"(\w{1,50}\s?){1,50}$",
        r"([^\W]|\d){30}!",
        r"a{0,999}a{0,999}a{0,999}b",
        r"\d{0,999}.{0,999}\w{0,999}!",
        r".*a.{0,999}b.{0,999}c",
        r"(?i)(ab|AB){40}c",
        r"((a)|\2?){40}b",
    ],
)  # fmt: skip
def test_repetitions_with_an_end_and_alternatives_that_take_one_text_in_very_many_ways(pattern: str) -> None:
    found = fault(pattern)
    assert found is not None
    assert "too many ways" in found[1] or "without end" in found[1]


@pytest.mark.parametrize(
    ("pattern", "least"),
    [
        (r"(?:\w{2,9} ){0,5}x", 1_000_000),
        (r"(?:Jan|Feb|Mar|Apr)\. \d{1,2}(?:, \d{4})?", 1_000_000),
        (r"(?:(?:Mr|Mrs|Ms)\.? )?[A-Z]\w+(?: [A-Z]\w+){0,3}", 2_000),
        (r"\b\d{1,3}(?:,\d{3})*(?:\.\d+)?\b", 20_000),
        (r".{0,80}river.{0,80}bank", 30_000),
        (r"(first|second|third) (day|night) of (spring|summer)", 1_000_000),
        (r"(said|says|saying)( that)? (he|she|they)", 100_000),
        (r"[a-z]{1,20}-[a-z]{1,20}-[a-z]{1,20}", 1_000_000),
        (r"(?:[a-z]+ ){1,9}[A-Z]", 20_000),
    ],
)
def test_what_a_desk_writes_is_tried_on_long_texts(pattern: str, least: int) -> None:
    assert fault(pattern) is None
    assert reach(pattern) >= least


def test_capitals_that_do_not_count_are_shared() -> None:
    assert fault("a*A*a*b") is None
    assert fault("a*A*a*b", fold=True) is not None
    assert reach("[a-z]*[A-Z]*") > reach("[a-z]*[A-Z]*", fold=True)
    assert reach("[^a]*A*", fold=True) == SHARED


def test_a_question_about_a_group_is_refused() -> None:
    found = fault("(x)?(?(1)c|(a+)+b)")
    assert found is not None
    assert "two patterns" in found[2]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"(?:\w{2,9} ?){0,3}!", "ab" * 5_000),
        (r".{0,80}a.{0,80}b", "a" * 20_000),
        (r"(a|b|ab){1,12}c", "ab" * 1_000),
        (r"a{0,99}a{0,99}b", "a" * 10_000),
        (r"a*a{0,9}b", "a" * 10_000),
        (r"(a?b?){1,6}c", "ab" * 3_000),
        (r"(?:aa|a)?(?:aa|a)?(?:aa|a)?b", "a" * 20_000),
    ],
)
def test_what_is_taken_comes_to_an_end(pattern: str, text: str) -> None:
    assert fault(pattern) is None
    assert re.search(pattern, text[: reach(pattern)]) is None


@pytest.mark.parametrize(
    ("pattern", "longest"),
    [
        (r"Dec\. \d{1,2}", 1_000_000),
        (r"\w+ \w+ \w+ \w+", 20_000),
        (r"(\w+, )?(\w+, )?\d", 10_000),
        (r"[a-z]*[A-Z]*\d*", 20_000),
        (r"(\w+, ){3}x", 20_000),
        (r"a.*b.*c", SHARED),
        (r"[a-m]*[f-z]*", SHARED),
        (r"[а-е]*[д-з]*", SHARED),
        (r"ц*ч*", 20_000),
        (r"ц*ц*", SHARED),
        (r"[a-m]*[n-z]*", 20_000),
        (r"[^a]*a*", 20_000),
        (r"[^a]*b*", SHARED),
        (r"[^\W\d]*\d*", 20_000),
        (r"\w*x\w*", SHARED),
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
    assert reach(r"a*(b){0,1}(c){0,1}a*") == SHARED
    assert reach(r"a*(?:b|c)?a*") == SHARED
    assert reach(r"a*b?a*") == SHARED
    assert reach(r"a*ba*") == 20_000
    assert reach(r"(a*b)?(a*c)?") > SHARED
    assert reach(r"(xa*)?(b)?(a*y)?") == SHARED


@pytest.mark.parametrize(("length", "sound"), [(1_000, True), (1_001, False)])
def test_how_long_a_pattern_may_be(length: int, sound: bool) -> None:
    assert (fault("a" * length) is None) is sound


def test_a_very_long_one_is_a_list() -> None:
    found = fault("|".join(["name"] * 1000))
    assert found is not None
    assert "list" in found[2]
