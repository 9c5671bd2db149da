"""Each style in which newsrooms write dates, and what a date says besides its value."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.annotations import Reading
from factlint.annotations.dates import Date
from factlint.annotations.dates.holidays import KEYS, feast_day
from factlint.article import Article, Metadata
from factlint.knowledge import Knowledge
from factlint.text.literals import Literals

TUESDAY = datetime.date(2025, 12, 16)


def dates(text: str, published: datetime.date | None = TUESDAY, knowledge: Knowledge | None = None) -> list[Date]:
    article = Article("a.txt", "a.txt", text, Metadata(published=published))
    found = Reading(article, knowledge or Knowledge({}), Literals([])).layer("date")
    return [date for date in found if isinstance(date, Date)]


def read(text: str, published: datetime.date | None = TUESDAY) -> list[tuple[str, str | None]]:
    return [(date.text, date.value) for date in dates(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        pytest.param("It opened Dec. 15.", "Dec. 15", "2025-12-15", id="AP"),
        pytest.param("It was the year two thousand and ten.", "the year two thousand and ten", "2010", id="in words"),
        pytest.param("It rains each July there.", "each July", "XXXX-07", id="each month"),
        pytest.param("They sing Tuesday nights there.", "Tuesday nights", "XXXX-WXX-2TNI", id="nights"),
        pytest.param("It took 5 1/2 hours there.", "5 1/2 hours", "PT5H30M", id="half an hour more"),
        pytest.param("It goes on in the coming weeks.", "the coming weeks", "PXW", id="coming"),
        pytest.param("It ends by year-end there.", "year-end", "2025-12-31", id="year-end"),
        pytest.param("It opened on 15 December.", "15 December", "2025-12-15", id="British"),
        pytest.param("It opened on the 15th of December.", "15th of December", "2025-12-15", id="of"),
        pytest.param("It opened 2025-12-15 there.", "2025-12-15", "2025-12-15", id="ISO"),
        pytest.param(
            "See ![the hall on Dec. 15, 2025](hall.jpg) here.", "Dec. 15, 2025", "2025-12-15", id="text of a picture"
        ),
        pytest.param("It opened 2025/12/15 there.", "2025/12/15", "2025-12-15", id="year first"),
        pytest.param("It opened 15/12/2025 there.", "15/12/2025", "2025-12-15", id="day first by evidence"),
        pytest.param("It opened 12/15/2025 there.", "12/15/2025", "2025-12-15", id="month first by evidence"),
        pytest.param("It opened on Saturday.", "Saturday", "2025-12-13", id="weekdays look back"),
        pytest.param("It will open on Saturday.", "Saturday", "2025-12-20", id="unless the words look ahead"),
        pytest.param("It will be closed on Saturday.", "Saturday", "2025-12-20", id="will be closed"),
        pytest.param("It is set to open on Saturday.", "Saturday", "2025-12-20", id="set to"),
        pytest.param("It is closed until Saturday.", "Saturday", "2025-12-20", id="until"),
        pytest.param("It was closed on Saturday.", "Saturday", "2025-12-13", id="was closed"),
        pytest.param("It opened last Saturday.", "last Saturday", "2025-12-13", id="last"),
        pytest.param("It opens next Saturday.", "next Saturday", "2025-12-20", id="next"),
        pytest.param("It opens this coming weekend.", "this coming weekend", "2025-W51-WE", id="coming"),
        pytest.param("It opened two weeks ago.", "two weeks ago", "2025-W49", id="ago"),
        pytest.param("It opened the day before yesterday.", "the day before yesterday", "2025-12-14", id="before"),
        pytest.param("In the first half of next year.", "the first half of next year", "2026-H1", id="half"),
        pytest.param("In Q3 2025 it rose.", "Q3 2025", "2025-Q3", id="short quarter"),
        pytest.param("In H1 2026 it may rise.", "H1 2026", "2026-H1", id="short half"),
        pytest.param("In fiscal 2024 it rose.", "2024", "2024", id="fiscal year"),
        pytest.param("In the year 2000 it rose.", "the year 2000", "2000", id="the year"),
        pytest.param("In the year ended March 31, 2025.", "the year", "P1Y", id="a year that ends then"),
        pytest.param("In the 2019-20 season.", "2019-20", "2019", id="season of two years"),
        pytest.param("In the late 1980s it rose.", "late 1980s", "198", id="decade"),
        pytest.param("In the '90s it rose.", "the '90s", "199", id="short decade"),
        pytest.param("In the 21st century.", "21st century", "20", id="century"),
        pytest.param("In the summer of 2014.", "the summer of 2014", "2014-SU", id="season"),
        pytest.param("It closed on Easter Monday 2025.", "Easter Monday 2025", "2025-04-21", id="movable feast"),
        pytest.param("It closed on Thanksgiving Day.", "Thanksgiving Day", "2025-11-27", id="feast by its nearest"),
        pytest.param("It closed last Christmas.", "Christmas", "2024-12-25", id="last feast"),
        pytest.param("It fell at noon on Monday.", "noon", "2025-12-15T12:00", id="time of the day behind"),
        pytest.param(
            "It fell on Dec. 3, 2025, 2:05 p.m.", "2:05 p.m.", "2025-12-03T14:05", id="time of the day before"
        ),
        pytest.param("It fell at 1930 GMT.", "1930 GMT", "2025-12-16T19:30", id="zone"),
        pytest.param("It meets every Monday.", "every Monday", "XXXX-WXX-1", id="set of weekdays"),
        pytest.param("It meets on Mondays.", "Mondays", "XXXX-WXX-1", id="plural weekday"),
        pytest.param("It meets annually.", "annually", "P1Y", id="annually"),
        pytest.param("It is a decades-old feud.", "decades-old", "PXY", id="age of a thing"),
        pytest.param("It fell this morning.", "this morning", "2025-12-16TMO", id="part of the day"),
        pytest.param("It was the first Monday in May.", "first Monday in May", "2025-05-05", id="weekday of a month"),
        pytest.param("It rose over the past decade.", "the past decade", "P10Y", id="past decade"),
        pytest.param("These days it rises.", "These days", "PRESENT_REF", id="these days"),
        pytest.param(
            "It was the last Friday in May.", "the last Friday in May", "2025-05-30", id="last weekday of a month"
        ),
        pytest.param(
            "It was the last Sunday of March 2024.", "the last Sunday of March 2024", "2024-03-31", id="with its year"
        ),
        pytest.param("It was last Friday in Oslo.", "last Friday", "2025-12-12", id="last weekday in a town"),
        pytest.param("They met at 2:30-4 p.m. there.", "2:30", "2025-12-16T14:30", id="half of the day behind a range"),
        pytest.param("They met at 11:30–1 p.m. there.", "11:30", "2025-12-16T11:30", id="a range over noon"),
        pytest.param("They met from 12:30 to 2 p.m. there.", "12:30", "2025-12-16T12:30", id="a range from noon"),
        pytest.param("They met on New Years Day.", "New Years Day", "2026-01-01", id="no apostrophe"),
        pytest.param("It fell in 1200 b.c. or so.", "1200 b.c.", "BC1200", id="small letters"),
    ],
)
def test_style(text: str, words: str, value: str) -> None:
    assert (words, value) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Signed on 03/04/2025.",
        "Easter Island has statues.",
        "She read A Christmas Carol.",
        "As soon as they left, it fell.",
        pytest.param("It was the twenty-fourth time.", id="an ordinal in words"),
        pytest.param("Filed 0001-01-01 by the desk.", id="the zero of a program"),
        pytest.param("Filed 0000-00-00 00:00:00 by the desk.", id="the zero of a database"),
        pytest.param("Filed 01.01.0001 by the desk.", id="the zero of a program, day first"),
        pytest.param("Filed Jan. 1, 0001, by the desk.", id="the zero of a program in words"),
    ],
)
def test_what_is_not_settled_or_no_date_is_absent(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("At 2:05 p.m. EST it fell.", {"clock": 845, "zone": "EST"}),
        ("At midnight GMT it fell.", {"clock": 1440, "zone": "GMT"}),
        ("It fell on Monday night.", {"daypart": "night", "stated_weekday": "Monday"}),
        ("It fell tomorrow afternoon.", {"daypart": "afternoon"}),
        ("It fell on New Year's Eve.", {"holiday": "new year's eve", "day": None}),
        ("They met Dec. 3-5.", {"day": 3, "last_day": 5, "last_month": 12}),
        ("They met 3-5 December 2025.", {"day": 3, "last_day": 5, "year": 2025}),
        ("In 2019-20 it rose.", {"year": 2019, "last_year": 2020}),
        ("It took at least three weeks.", {"count": 3, "unit": "week", "length": 21, "bound": "at least"}),
        ("After nearly four years.", {"count": 4, "unit": "year", "bound": "nearly"}),
        ("After more than two hours.", {"count": 2, "unit": "hour", "length": 2 / 24, "bound": "more than"}),
        ("It took up to ten days.", {"count": 10, "unit": "day", "bound": "up to"}),
        ("It took about a month.", {"count": 1, "unit": "month", "bound": "about"}),
        ("It took over the next two days.", {"count": 2, "bound": None}),
        ("It fell two weeks ago.", {"count": 2, "unit": "week", "direction": "ago"}),
        ("Two years later it fell.", {"count": 2, "unit": "year", "direction": "later"}),
        ("It is four years since they met.", {"count": 4, "unit": "year", "direction": "since"}),
        ("It ends ten days from now.", {"count": 10, "unit": "day", "direction": "hence"}),
        ("It took half an hour.", {"count": 0.5, "unit": "hour"}),
    ],
)
def test_what_is_written_stands_in_fields(text: str, fields: dict[str, Any]) -> None:
    (date,) = dates(text)
    assert {name: getattr(date, name) for name in fields} == pytest.approx(fields)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("from Monday to Friday", ["2025-12-15", "2025-12-19"]),
        ("from Nov. 30 to Dec. 2", ["2025-11-30", "2025-12-02"]),
        ("between 2001 and 2005", ["2001", "2005"]),
        ("from Dec. 20 to Dec. 3", ["2025-12-20", "2025-12-03"]),
        ("Dec. 31-Jan. 2", ["2025-12-31", "2026-01-02"]),
        ("from 9 a.m. to 5 p.m.", ["2025-12-16T09:00", "2025-12-16T17:00"]),
    ],
)
def test_a_range_has_a_start_and_an_end(text: str, ends: list[str]) -> None:
    first, last = dates(f"It ran {text}, they said.")
    assert [first.value, last.value] == ends
    assert (first.range_start, first.range_end, last.range_start, last.range_end) == (True, False, False, True)


def test_each_date_of_a_row_keeps_its_year() -> None:
    text = (
        "On May 1, 2020, on May 2, 2020, May 3, 2021, June 1, 2022, and June 2, 2023, and on July 1, 2024, it rained."
    )
    assert [date.year for date in dates(text)] == [2020, 2020, 2021, 2022, 2023, 2024]


def test_two_dates_are_no_range() -> None:
    assert not any(
        date.range_start or date.range_end for date in dates("It fell on Monday and on Friday, in May, June.")
    )


@pytest.mark.parametrize(
    ("day", "published", "year"),
    [
        ("Oct. 23", datetime.date(1999, 5, 5), 1998),
        ("Dec. 20", datetime.date(2026, 1, 5), 2025),
        ("Jan. 5", datetime.date(2025, 12, 16), 2026),
        ("March 31", datetime.date(2025, 10, 30), 2025),
    ],
)
def test_a_day_without_a_year_is_the_nearest_or_the_last(day: str, published: datetime.date, year: int) -> None:
    (date,) = dates(f"It fell on {day}, they said.", published)
    assert date.resolved is not None
    assert date.resolved.year == year


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Net rose in the third quarter of 2025. Sales fell from a year earlier.", "2024-Q3"),
        ("Sales fell from a year earlier.", "2024"),
        ("They met in 1999. Later that year it fell.", "1999"),
        ("They met in 1999. The following year it fell.", "2000"),
        ("They met on June 3, 2024. It fell the next day.", "2024-06-04"),
        ("They met on June 3, 2024. It fell the following Monday.", "2024-06-10"),
        ("It fell the next day.", "XXXX"),
        ("The following Monday it fell.", "XXXX-WXX-1"),
    ],
)
def test_what_is_counted_from_a_date_that_was_named_before(text: str, value: str) -> None:
    last = dates(text)[-1]
    assert last.value == value
    assert last.resolved is None


LIVE = """Talks in Oslo: live
{first}
The envoys spoke on Monday and will meet again tomorrow.
{second}
They left today.
"""


def test_each_post_of_live_copy_has_its_own_clock() -> None:
    text = LIVE.format(first="Dec. 18, 2025, 2:05 p.m.", second="Updated at 14:05 GMT, 17 December 2025")
    found = dict(read(text))
    assert (found["Monday"], found["tomorrow"], found["today"]) == ("2025-12-15", "2025-12-19", "2025-12-17")
    assert found["2:05 p.m."] == "2025-12-18T14:05"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("14:05 GMT", "13:20 GMT"),
        ("Dec. 18, 2025, 2:05 p.m.", "The talks began on Dec. 17, 2025, at 2:05 p.m. in the hall."),
    ],
    ids=["stamps without a day", "one stamp"],
)
def test_what_is_no_live_copy_of_several_days_keeps_the_clock_of_the_article(first: str, second: str) -> None:
    found = dict(read(LIVE.format(first=first, second=second)))
    assert (found["tomorrow"], found["today"]) == ("2025-12-17", "2025-12-16")


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("easter", datetime.date(2025, 4, 20)),
        ("good friday", datetime.date(2024, 3, 29)),
        ("thanksgiving", datetime.date(2025, 11, 27)),
        ("black friday", datetime.date(2019, 11, 29)),
        ("memorial day", datetime.date(2024, 5, 27)),
        ("labor day", datetime.date(2025, 9, 1)),
        ("christmas eve", datetime.date(2025, 12, 24)),
    ],
)
def test_feasts_fall_on_their_days(key: str, day: datetime.date) -> None:
    assert feast_day(key, day.year) == day


@given(st.sampled_from(sorted(KEYS)), st.integers(min_value=1, max_value=9999))
def test_a_feast_falls_in_its_year_once_the_calendar_is_ours(key: str, year: int) -> None:
    day = feast_day(key, year)
    assert (day is None) == (year < 1583)
    assert day is None or day.year == year


PIECES = st.sampled_from(
    [
        "on",
        "in",
        "the",
        "last",
        "next",
        "of",
        "year",
        "years",
        "ago",
        "two",
        "three",
        "Monday",
        "Dec.",
        "15,",
        "2025",
        "1990s",
        "third",
        "quarter",
        "from",
        "to",
        "and",
        "until",
        "by",
        "now",
        "Paris",
        "they",
        "met",
        "will",
        "past",
        "few",
        "days",
        "earlier",
        "that",
        "9",
        "a.m.",
        "GMT",
        "Christmas",
        "31",
        "June",
        "first",
        "week",
        "(Friday)",
        "half",
        "early",
        "at",
    ]
)


@given(st.lists(st.lists(PIECES, max_size=12).map(" ".join), min_size=2, max_size=5))
def test_what_was_read_before_changes_nothing(texts: list[str]) -> None:
    shared = Knowledge({})
    assert [dates(text, knowledge=shared) for text in texts] == [dates(text) for text in texts]


@pytest.mark.parametrize(
    "text", ["Monday " * 20_000, "2025" * 50_000, '"' * 200_000, "the last " * 20_000, "x" * 200_000]
)
def test_a_long_line_gives_true_spans(text: str) -> None:
    found = dates(text)
    assert all(text[date.start : date.end] == date.text for date in found)
