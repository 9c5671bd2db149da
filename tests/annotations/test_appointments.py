"""What is to happen this or next weekend, week or weekday, and where."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from readings import assert_sound, facts, texts

from factlint.annotations.appointments import KIND

TODAY = datetime.date(2025, 12, 16)


@pytest.mark.parametrize(
    ("text", "frame", "period"),
    [
        ("The groups will meet in Miami next weekend, they said.", "next", "weekend"),
        ("The groups will meet in Miami this weekend, they said.", "this", "weekend"),
        ("The groups will meet in Miami during the coming weekend.", "this", "weekend"),
        ("The groups will meet in Miami this Thursday, they said.", "this", "Thursday"),
        ("The groups will meet in Miami next week, they said.", "next", "week"),
    ],
)
def test_frame_and_period(text: str, frame: str, period: str) -> None:
    found = facts("appointment", text, published=TODAY)
    assert {(one.frame, one.period, one.site) for one in found} == {(frame, period, "Miami")}
    assert {one.event for one in found} == {"groups", "meeting"}


def test_the_days_follow_the_clock() -> None:
    [found] = facts("appointment", "The summit in Oslo is this weekend, they said.", published=TODAY)
    assert (found.first, found.last) == (datetime.date(2025, 12, 20), datetime.date(2025, 12, 21))
    assert found.weekday is None


def test_a_weekday_is_one_day() -> None:
    [found] = facts("appointment", "The summit in Oslo is this Thursday, they said.", published=TODAY)
    assert found.first == found.last == datetime.date(2025, 12, 18)
    assert found.weekday == "Thursday"


@pytest.mark.parametrize(
    "text",
    ["They will rest in Oslo this weekend.", "The talks go on this weekend.", "Last weekend the talks in Oslo ended."],
    ids=["no-event", "no-place", "past"],
)
def test_without_event_place_or_frame_there_is_none(text: str) -> None:
    assert facts("appointment", text, published=TODAY) == ()


@given(texts)
def test_any_text_is_read(text: str) -> None:
    for one in facts(KIND.name, text):
        assert one.text == text[one.start : one.end]
    assert_sound("date", text)
