"""Text on a screen: what is shown for each character, and how much of it fits."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcwidth

from factlint.text.cells import cells, cropped, paragraph, units, wrapped
from factlint.text.visible import visible, visible_lines

ANY = st.text(st.characters(codec=None, exclude_categories=()))
MIXED = st.text(st.sampled_from("ab é“— 東京e\u0301한\x1b\u202e"), max_size=200)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("“café” — no", "“café” — no"),
        ("a\tb", "a b"),
        ("a\r\nb", "a␍␊b"),
        ("\x00\x1b\x7f\x9b", r"␀␛␡\x9b"),
        ("\u202e\u2066\u200b\ufeff\xad", r"\u202e\u2066\u200b\ufeff\xad"),
        ("\u2028\ud800", r"\u2028\ud800"),
        ("\U000e0041", r"\U000e0041"),
        ("❤\ufe0f", "❤"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_visible_lines_keeps_lines_and_tabs() -> None:
    assert visible_lines("a\n\tb\x1b") == "a\n\tb␛"


@given(ANY)
def test_what_is_visible_is_visible(text: str) -> None:
    shown = visible(text)
    shown.encode()
    assert not {unicodedata.category(char) for char in shown} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert visible(shown) == shown
    assert "".join(units(text)) == shown


@given(ANY)
def test_cells_are_those_of_the_width_tables(text: str) -> None:
    shown = visible(text)
    assert cells(shown) == sum(max(0, wcwidth(char)) for char in shown)


@given(MIXED, st.integers(2, 60))
def test_cropped_fits(text: str, room: int) -> None:
    shown = cropped(text, room)
    assert cells(shown) <= room
    assert shown == visible(text) or visible(text).startswith(shown.removesuffix("…"))


@given(MIXED, st.integers(12, 60), st.integers(1, 4))
def test_wrapped_lines_fit_and_lose_only_blanks(text: str, room: int, lines: int) -> None:
    ranges = wrapped(text, room, lines)
    assert len(ranges) <= lines
    assert all(cells(line) <= room for line in paragraph(text, room, lines))
    kept = "".join(text[start:end] for start, end in ranges)
    end = ranges[-1][1] if ranges else 0
    assert kept.replace(" ", "") == text[:end].replace(" ", "")


def test_a_cut_shows() -> None:
    assert cropped("one two three", 8) == "one two…"
    assert paragraph("one two three four", 9, 2) == ["one two", "three…"]
    assert paragraph("one two three", 9, 2) == ["one two", "three"]
    assert paragraph("", 9, 2) == [""]
