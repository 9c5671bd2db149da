"""Anniversaries: from which event they are counted, when they are kept, and by how much the two are off."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import assert_sound, facts, reading, texts

from factlint.annotations import Reading
from factlint.annotations.jubilees import KIND, Jubilee
from factlint.article import Article, Metadata
from factlint.knowledge import Knowledge
from factlint.knowledge.events import Event
from factlint.text.literals import Literals

TODAY = datetime.date(2025, 11, 9)
_FALL = datetime.date(1989, 11, 9)
_EVENTS = Knowledge({"event": [Event("fall of the berlin wall", "fall of the Berlin Wall", _FALL, _FALL)]})
_PIECES = st.sampled_from(
    ["the 25th", "twenty-fifth", "ten-year", "0th", "9999th", "anniversary of the", "2001 attacks", "centenary of the",
     "Feb. 29, 1904", "year 9990", "marks", "In 2011,", "on Monday", "ahead of", ".", "\n"]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "nth", "event", "off"),
    [
        ("The city marks the 24th anniversary of the 2001 attacks.", 24, "2001", 0),
        ("The city marks the twenty-fourth anniversary of the 2001 attacks.", 24, "2001", 0),
        ("The city marks the 24-year anniversary of the 2001 attacks.", 24, "2001", 0),
        ("The city marks the 25th anniversary of the 2001 attacks.", 25, "2001", 52),
        ("The city marks the 20th anniversary of the attacks of Nov. 9, 2005.", 20, "Nov. 9, 2005", 0),
        ("The city marks the centenary of the founding of the port in 1925.", 100, "1925", 0),
        ("The city marks the bicentenary of the founding of the port in 1925.", 200, "1925", 36211),
        ("In 2011, on the 10th anniversary of the 2001 attacks, it was shut.", 10, "2001", 0),
        ("In 2011, on the 12th anniversary of the 2001 attacks, it was shut.", 12, "2001", 367),
    ],
)
def test_number_event_and_distance(text: str, nth: int, event: str, off: int) -> None:
    [found] = facts("jubilee", text, published=TODAY)
    assert isinstance(found, Jubilee)
    assert (found.nth, found.event.text, found.off) == (nth, event, off)


@pytest.mark.parametrize(
    "text",
    [
        "On the 10th anniversary of the 2001 attacks it was shut.",
        "The city marks the anniversary of the 2001 attacks.",
        "The city marks the 24th anniversary of the attacks.",
        "The city marks the 24th anniversary of the vote, which was held after the 2001 attacks.",
        "The city marks its 24th anniversary.",
        "The film, which is about the 10th anniversary of the 2001 attacks, is out.",
        "A coin struck to mark the 50th anniversary of the 1969 landing is for sale.",
    ],
    ids=["past", "no-number", "no-date", "another-event", "no-event", "film", "coin"],
)
def test_what_cannot_be_counted_is_left_out(text: str) -> None:
    assert facts("jubilee", text, published=TODAY) == ()


def test_the_right_number_is_an_ordinal() -> None:
    [found] = facts("jubilee", "The city marks the 20th anniversary of the 2004 fire.", published=TODAY)
    assert (found.right, found.kept, found.year) == ("21st", 2025, 2024)


def test_without_a_clock_nothing_is_known() -> None:
    [found] = facts("jubilee", "The city marks the 24th anniversary of the 2001 attacks.")
    assert (found.off, found.right, found.resolved) == (None, None, None)


def test_what_is_still_to_come_is_marked() -> None:
    [found] = facts(
        "jubilee", "The city plans, ahead of the 25th anniversary of the 2001 attacks, is a show.", published=TODAY
    )
    assert found.ahead


def test_listed_events_have_their_day() -> None:
    text = "The city marks the 36th anniversary of the fall of the Berlin Wall."
    [found] = Reading(Article("a", "a", text, Metadata(published=TODAY)), _EVENTS, Literals([])).layer("jubilee")
    assert isinstance(found, Jubilee)
    assert (found.event.text, found.off) == ("fall of the Berlin Wall", 0)


@given(st.one_of(texts, st.lists(_PIECES, max_size=30).map(" ".join)), st.dates())
def test_any_text_is_read_on_any_day(text: str, today: datetime.date) -> None:
    assert_sound(KIND.name, text)
    for one in reading(text, published=today).layer("jubilee"):
        assert isinstance(one, Jubilee)
        assert one.off is None or one.off >= 0
        assert one.event.text == text[one.event.start : one.event.end]
