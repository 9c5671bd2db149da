"""Times of the day that contradict themselves, and the same moment in two zones."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import assert_sound, facts, reading, texts

from factlint.annotations.clocktimes import KIND as CLOCKTIME
from factlint.annotations.timepairs import KIND as TIMEPAIR
from factlint.annotations.timepairs import Timepair

WINTER, SUMMER = datetime.date(2025, 12, 16), datetime.date(2025, 7, 16)
_PIECES = st.sampled_from(
    ["9 a.m.", "14:00 p.m.", "12 noon", "a.m.", "12 p.m.", "midnight", "in the morning", "Monday morning at", "EST",
     "ET", "(1400 GMT)", "(0900 GMT, 10:00 CET)", "/6 p.m. PT", "local time", "24:00", "0:00 am", "25:99", ".", "\n"]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "fault", "right"),
    [
        ("It opens at 14:00 p.m. there.", "hours", "2 p.m."),
        ("It opens at 14.30pm there.", "hours", "2.30pm"),
        ("It opens at 14:00 a.m. there.", "hours", None),
        ("It opens at 12 noon a.m. there.", "noon", None),
        ("It opens at 12 a.m. noon there.", "noon", None),
        ("It opens at 12 p.m. midnight there.", "noon", None),
        ("It opens at 12 noon p.m. there.", "twice", "noon"),
        ("It opens at 7 a.m. in the morning there.", "twice", "7 a.m."),
        ("It opens at 9 p.m. at night there.", "twice", "9 p.m."),
        ("It opens at 9 p.m. on Monday morning there.", "daypart", None),
        ("It opens at 9 a.m. this evening there.", "daypart", None),
        ("It opens Monday morning at 9 p.m. there.", "daypart", None),
        ("It opens in the evening, at about 9 a.m. there.", "daypart", None),
    ],
)
def test_what_does_not_go_together(text: str, fault: str, right: str | None) -> None:
    [found] = facts("clocktime", text)
    assert (found.fault, found.right) == (fault, right)


@pytest.mark.parametrize(
    "text",
    [
        "It opens at 2 p.m. on Monday afternoon.",
        "It opens at 14:00 in the afternoon.",
        "It opens at 12:30 a.m. Monday night.",
        "It opens at 12 noon and ends at midnight.",
        "It opens at 12 p.m. noon time being free.",
        "In 2013 PM Tom Hale came.",
        "Tune in to 1530 AM at once.",
        "It costs £14.50 pm for a year.",
        "It opens in the morning and ends by 9 p.m. there.",
    ],
    ids=["fits", "no-half", "night", "noon", "noon-time", "minister", "radio", "price", "morning-and"],
)
def test_other_times_are_left_alone(text: str) -> None:
    assert [one for one in facts("clocktime", text) if one.fault != "twice"] == []


@pytest.mark.parametrize(
    ("text", "day", "fits"),
    [
        ("It opens at 9 a.m. EST (1400 GMT).", WINTER, True),
        ("It opens at 9 a.m. EST (1500 GMT).", WINTER, False),
        ("It opens at 9 a.m. EST (1300 GMT).", WINTER, False),
        ("It opens at 9 a.m. EST (1300 GMT).", SUMMER, True),
        ("It opens at 9 a.m. EDT (1300 GMT).", SUMMER, True),
        ("It opens at 9 a.m. ET (1300 GMT).", SUMMER, True),
        ("It opens at 9 a.m. ET (1300 GMT).", WINTER, False),
        ("It opens at 9 a.m. ET (1300 GMT).", None, None),
        ("It opens at 9 a.m. ET (1500 GMT).", None, False),
        ("It opens at 9 p.m. ET/6 p.m. PT.", None, True),
        ("It opens at 9 p.m. ET/7 p.m. PT.", None, False),
        ("It opens at 11:30 am IST (0600 UTC).", None, True),
        ("It opens at 8:30 a.m. IST (0630 UTC).", None, True),
        ("It opens at 10:30 BST (0930 UTC).", None, True),
        ("It opens at 10:30 BST (1030 UTC).", None, False),
        ("It opens at 11 p.m. EDT on Sunday (0300 UTC Monday).", SUMMER, True),
        ("It opens at 13:40 local time (0040 UTC).", None, True),
        ("It opens at 13:40 (0045 UTC).", None, False),
        ("It opens early (0900 GMT, 10:00 CET).", None, True),
        ("It opens early (0900 GMT, 12:00 CET).", None, False),
    ],
)
def test_two_times_are_one_moment_or_not(text: str, day: datetime.date | None, fits: bool | None) -> None:
    [found] = facts("timepair", text, published=day)
    assert isinstance(found, Timepair)
    assert found.fits is fits


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("It opens at 9 a.m. EST (1500 GMT).", "1400 GMT"),
        ("It opens at 9 a.m. EST (15:00 GMT).", "14:00 GMT"),
        ("It opens at 9 p.m. EST (3 A.M. GMT).", "2 A.M. GMT"),
        ("It opens at 9:15 a.m. EST (3:15 p.m. GMT).", "2:15 p.m. GMT"),
        ("It opens at 10:30 BST (1130 GMT).", None),
    ],
)
def test_the_right_time_is_in_the_style_of_the_second(text: str, right: str | None) -> None:
    [found] = facts("timepair", text, published=WINTER)
    assert found.right == right


@pytest.mark.parametrize(
    "text",
    [
        "It opens at 9 a.m. (about 40 people came).",
        "It opens at 9 a.m. (2004 XYZ).",
        "It has 9 (1400 GMT).",
        "It opens on 24/7 GMT.",
        "It opens at 9 a.m. EST (1400 and later in London, GMT).",
    ],
)
def test_other_brackets_hold_no_time(text: str) -> None:
    assert facts("timepair", text, published=WINTER) == ()


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("It opened at 9 a.m. ET (1300 GMT) on July 4, 2025.", True),
        ("It opened on July 4, 2025, at about 9 a.m. ET (1400 GMT).", False),
        ("The law of July 4, 2025, is read at 9 a.m. ET (1400 GMT).", None),
        ("The law of July 4, 2025, is read at 9 a.m. ET (1500 GMT).", False),
    ],
    ids=["behind", "before", "another-day", "in-no-season"],
)
def test_the_day_beside_the_times_decides(text: str, fits: bool | None) -> None:
    [found] = facts("timepair", text, published=WINTER)
    assert found.fits is fits


@given(st.one_of(texts, st.lists(_PIECES, max_size=30).map(" ".join)), st.dates())
def test_any_text_is_read_on_any_day(text: str, today: datetime.date) -> None:
    assert_sound(CLOCKTIME.name, text)
    assert_sound(TIMEPAIR.name, text)
    for one in reading(text, published=today).layer("timepair"):
        assert isinstance(one, Timepair)
        assert one.two.text == text[one.two.start : one.two.end]
