"""Quotation marks and apostrophes: their role, and the ones that face the wrong way."""

from __future__ import annotations

import pytest
from hypothesis import given
from readings import assert_sound, facts, seed, texts


def roles(text: str) -> list[str | None]:
    return [mark.role for mark in facts("mark", text)]


def wrong(text: str, **metadata: str) -> list[tuple[str, str | None]]:
    return [(mark.text, mark.right_glyph) for mark in facts("mark", text, **metadata) if mark.wrong_way]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Yes,” she said.", ["opening", "closing"]),
        ("‘Yes,’ she said.", ["opening", "closing"]),
        ("He said: “A ‘big’ pier.”", ["opening", "opening", "closing", "closing"]),
        ("(“Yes”)—“no”", ["opening", "closing", "opening", "closing"]),
        ("It’s NATO’s pier.", ["apostrophe", "apostrophe"]),
        ("the boys’ pier", ["apostrophe"]),
        ("in the ’90s and ‘90s", ["apostrophe", "apostrophe"]),
        ("’tis", ["apostrophe"]),
        ("«Oui»", ["opening", "closing"]),
        ("a “ b", [None]),
        ("word“word", [None]),
    ],
)
def test_the_role_comes_from_both_sides(text: str, expected: list[str | None]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NATO‘s pier", [("‘", "’")]),
        ("They don‘t know", [("‘", "’")]),
        ("I‘m here and she‘d know", [("‘", "’"), ("‘", "’")]),
        ("Mr. O‘Neill", [("‘", "’")]),
        ("the boys‘ pier", [("‘", "’")]),
        ("in the ‘90s", [("‘", "’")]),
        ("ask ‘em", [("‘", "’")]),
        ("”Hello,” she said.", [("”", "“")]),
        ("“Hello,“ she said.", [("“", "”")]),
        ("”Hello,“ she said.", [("”", "“"), ("“", "”")]),
        ("He said, ’Let it be,’ and left.", [("’", "‘")]),
        ("‘Hello,‘ she said.", [("‘", "’")]),
    ],
)
def test_a_mark_that_faces_the_wrong_way_is_found_with_the_right_glyph(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert wrong(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“Yes,” she said, “it’s the boys’ ‘pier,’ and rock ’n’ roll’s.”",
        "The Hawai‘i ferry sails to O‘ahu with Mas‘ud.",
        "„Ja“, sagte er.",
        "„Ja“ and ‚nein‘ were said.",
        "«Oui», »ja«",
        "He said, “ Yes” and ”left.",
        "“Yes. ”No.",
        "She said‘Hello’ twice.",
        "‘90s music is what we play,’ he said.",
        "’Cause and ’em and ’til",
        "“A paragraph that stays open.\n“And the next one.”",
        "It is 6’ 2” long.",
        'It is "straight" and it\'s fine.',
        "the letter ‘n’ and the “s”",
    ],
)
def test_right_and_unsure_marks_are_left_alone(text: str) -> None:
    assert wrong(text) == []


def test_other_languages_have_other_marks() -> None:
    assert wrong("”Hej,” sade hon.", language="sv") == []


def test_facing_is_how_the_glyph_is_drawn() -> None:
    assert [mark.facing for mark in facts("mark", "‘’“”")] == ["opening", "closing", "opening", "closing"]


@given(texts)
def test_marks_are_sound(text: str) -> None:
    for mark in assert_sound("mark", text):
        assert mark.end == mark.start + 1
        assert mark.role in {None, "opening", "closing", "apostrophe"}
        assert mark.facing in {"opening", "closing"}
        if mark.wrong_way:
            assert mark.right_glyph not in {None, mark.text}


@pytest.mark.parametrize(("number", "count"), [("000", 0), ("001", 1), ("002", 0), ("003", 0), ("004", 0)])
def test_wrong_way_marks_of_real_articles(number: str, count: int) -> None:
    assert len(wrong(seed(number))) == count
