"""Days that are counted: from a weekday, from a week, from a date that was named; and dates with marks inside."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.annotations import Reading
from factlint.annotations.dates import Date
from factlint.annotations.dates.holidays import feast_day
from factlint.article import Article, Metadata
from factlint.knowledge import Knowledge
from factlint.text.literals import Literals

THURSDAY = datetime.date(2026, 5, 14)


def dates(text: str, published: datetime.date | None = THURSDAY) -> list[Date]:
    article = Article("a.md", "a.md", text, Metadata(published=published))
    return [one for one in Reading(article, Knowledge({}), Literals([])).layer("date") if isinstance(one, Date)]


def read(text: str, published: datetime.date | None = THURSDAY) -> list[tuple[str, str | None]]:
    return [(date.text, date.value) for date in dates(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He left on Monday last week.", "Monday last week", "2026-05-04"),
        ("He left on Friday of last week.", "Friday of last week", "2026-05-08"),
        ("He left on Friday night last week.", "Friday night last week", "2026-05-08TNI"),
        ("He comes on Monday next week.", "Monday next week", "2026-05-18"),
        ("He comes on Sunday this week.", "Sunday this week", "2026-05-17"),
        ("They vote a week from Monday.", "a week from Monday", "2026-05-25"),
        ("They vote two weeks from Friday night.", "two weeks from Friday night", "2026-05-29TNI"),
        ("They vote a week from Thursday.", "a week from Thursday", "2026-05-21"),
        ("They met a week ago Monday.", "a week ago Monday", "2026-05-04"),
        ("They met two weeks ago Saturday.", "two weeks ago Saturday", "2026-04-25"),
        ("They will meet Monday week.", "Monday week", "2026-05-25"),
        ("They will meet on Tuesday fortnight.", "Tuesday fortnight", "2026-06-02"),
    ],
)  # fmt: skip
def test_weekdays_of_other_weeks(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "The road will be closed for two weeks from Monday.",
        "The road will be closed for at least two weeks from Monday.",
        "The road will be closed two weeks from Monday to Friday.",
    ],
)
def test_a_length_that_begins_on_a_weekday_is_no_day_behind_it(text: str) -> None:
    assert read(text)[1][1] == "2026-05-18"


def test_without_a_clock_they_stay_weekdays() -> None:
    for words in ("Monday last week", "a week from Monday", "Monday week"):
        assert read(f"They met {words}.", None) == [(words, "XXXX-WXX-1")]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He left the week before last.", "the week before last", "2026-W18"),
        ("He left the weekend before last.", "the weekend before last", "2026-W18-WE"),
        ("It fell the month before last, he said.", "the month before last", "2026-03"),
        ("It rose in the year before last and fell again.", "the year before last", "2024"),
        ("It begins the week after next.", "the week after next", "2026-W22"),
        ("It was lost the night before last.", "the night before last", "2026-05-12TNI"),
    ],
)
def test_two_units_off(text: str, words: str, value: str) -> None:
    assert read(text)[0] == (words, value)


@pytest.mark.parametrize("words", ["the week before the vote", "the week after it", "the year before last Easter"])
def test_a_period_beside_something_else_is_not_that_of_today(words: str) -> None:
    assert not {"2026-W20", "2026", "2024"} & {date.value for date in dates(f"He left {words}.")}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The pact of 1986 was renewed in 2006, twenty years later.", "2006"),
        ("The pact of 1986 was renewed. Twenty years later it ended.", "2006"),
        ("It was built in 1998. A decade later, in 2008, it burned down.", "2008"),
        ("They met in March 2010, and two months later they met again.", "2010-05"),
        ("He fell ill on 3 May 2010. Three days later he was well.", "2010-05-06"),
        ("He fell ill on 3 May 2010. Two weeks later he was well.", "2010-W20"),
        ("He fell ill in May 2010. Three days later he was well.", "XXXX"),
        ("He fell ill. Three days later he was well.", "XXXX"),
    ],
)
def test_later_is_counted_from_what_was_named(text: str, value: str) -> None:
    assert [date.value for date in dates(text) if date.direction == "later"] == [value]


def test_later_goes_on_from_what_was_counted() -> None:
    text = "He was elected in 1990. Five years later he resigned, and two years later he died."
    assert [date.value for date in dates(text)] == ["1990", "1995", "1997"]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It is of the 20th century BC.", "20th century BC", "BC19"),
        ("It is of the second century B.C.", "second century B.C.", "BC01"),
        ("It is of the third-century BCE wall.", "third-century BCE", "BC02"),
        ("It was built in 1200 B.C.E. by them.", "1200 B.C.E.", "BC1200"),
        ("It was held in 2013 BC United.", "2013", "2013"),
        ("It is of the 20th century.", "20th century", "19"),
    ],
)
def test_before_christ(text: str, words: str, value: str) -> None:
    (date,) = dates(text)
    assert (date.text, date.value) == (words, value)
    assert date.year == (2013 if value == "2013" else None)


@pytest.mark.parametrize("time", ["5.30 o'clock", "10.05 o'clock"])
def test_minutes_before_oclock(time: str) -> None:
    (date,) = dates(f"They meet at {time}.")
    hour, minute = time.split(" ")[0].split(".")
    assert (date.text, date.clock) == (time, int(hour) * 60 + int(minute))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Monday, 12/05/2025", "2025-05-12"),
        ("Monday, 05/12/2025", "2025-05-12"),
        ("Friday 5/12/2025", "2025-12-05"),
        ("Friday, 12.05.2025", "2025-12-05"),
    ],
)
def test_the_weekday_tells_the_day_from_the_month(words: str, value: str) -> None:
    (date,) = dates(f"They met on {words}.")
    assert (date.text, date.value, date.stated_weekday, date.impossible) == (
        words,
        value,
        words.split(",")[0].split()[0],
        False,
    )


@pytest.mark.parametrize("words", ["Tuesday, 12/05/2025", "Sunday, 03/05/2025", "Monday, 05/05/05"])
def test_what_no_order_or_both_settle_is_no_date(words: str) -> None:
    assert all(date.precision == "weekday" for date in dates(f"They met on {words}."))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It opens **Tuesday**, May 18, 2026.", "Tuesday**, May 18, 2026"),
        ("It opens *Tuesday, May 18, 2026*.", "Tuesday, May 18, 2026"),
        ("It opens **Tuesday, May 18**, 2026.", "Tuesday, May 18**, 2026"),
        ("It opens ***Tuesday, 18 May 2026.***", "Tuesday, 18 May 2026"),
        ("It opens [Tuesday](https://a.example/2024/b), May 18, 2026.", "May 18, 2026"),
        ("It opens [**Tuesday**](https://a.example/b) [May 18, 2026](/c).", "May 18, 2026"),
    ],
)
def test_marks_of_markdown_do_not_part_a_weekday_from_its_date(text: str, words: str) -> None:
    (date,) = dates(text)
    assert (date.text, date.stated_weekday, date.weekday) == (words, "Tuesday", "Monday")
    assert date.text == text[date.start : date.end]


def test_a_weekday_of_another_sentence_stays_one() -> None:
    text = "It opens on [Tuesday](https://a.example/b). May 18, 2026, is a holiday."
    assert [(date.text, date.stated_weekday) for date in dates(text)] == [
        ("Tuesday", "Tuesday"),
        ("May 18, 2026", None),
    ]


@pytest.mark.parametrize(
    ("year", "day"), [(1938, 24), (1939, 23), (1940, 21), (1941, 20), (1942, 26), (1934, 29), (2025, 27)]
)
def test_thanksgiving_fell_on_other_thursdays_before_the_law(year: int, day: int) -> None:
    assert feast_day("thanksgiving", year) == datetime.date(year, 11, day)


_LINES = """**Monday** *May* 18, 2026 [Tuesday](https://a.example/b), last next week before after from ago a two
weeks later, BC B.C. ** * 12/05/2025 **20th century the for year night"""


@given(st.lists(st.sampled_from(_LINES.split()), max_size=12).map(" ".join))
def test_any_row_of_such_words_gives_true_spans(text: str) -> None:
    found = dates(text)
    assert all(date.text == text[date.start : date.end] and date.start < date.end for date in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
