from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.annotations import Reading
from factlint.annotations.dates import Date, find_anchor
from factlint.article import Article, Metadata
from factlint.knowledge import Knowledge
from factlint.text.literals import Literals

TUESDAY = datetime.date(2025, 12, 16)
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August"]
MONTHS += ["September", "October", "November", "December"]
SHORT = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def reading(
    text: str, published: datetime.date | None = TUESDAY, url: str | None = None, name: str = "a.txt"
) -> Reading:
    article = Article(name, name, text, Metadata(published=published, url=url))
    return Reading(article, Knowledge({}), Literals([]))


def dates(text: str, published: datetime.date | None = TUESDAY) -> list[Date]:
    found = reading(text, published).layer("date")
    assert all(isinstance(date, Date) for date in found)
    return [date for date in found if isinstance(date, Date)]


def only(text: str, published: datetime.date | None = TUESDAY) -> Date:
    found = dates(text, published)
    assert [date.text for date in found] == [found[0].text] if found else found, text
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "weekday", "numbers"),
    [
        ("It began Tuesday, Dec. 15, 2025, there.", "Tuesday, Dec. 15, 2025", "Tuesday", (15, 12, 2025)),
        ("It began on Monday, 15 December 2025.", "Monday, 15 December 2025", "Monday", (15, 12, 2025)),
        ("It began on Monday 15 December.", "Monday 15 December", "Monday", (15, 12, None)),
        ("Signed 2025-12-15 (Monday).", "2025-12-15 (Monday)", "Monday", (15, 12, 2025)),
        ("Signed on Dec. 15, 2025 (Monday).", "Dec. 15, 2025 (Monday)", "Monday", (15, 12, 2025)),
        ("Signed on Monday (Dec. 15, 2025).", "Monday (Dec. 15, 2025)", "Monday", (15, 12, 2025)),
        ("The caption says Dec. 15, 2026. - AGENCY", "Dec. 15, 2026", None, (15, 12, 2026)),
        ("Signed on 15/12/2025 by both.", "15/12/2025", None, (15, 12, 2025)),
        ("Signed on 12/15/2025 by both.", "12/15/2025", None, (15, 12, 2025)),
        ("Signed on 15.12.2025 by both.", "15.12.2025", None, (15, 12, 2025)),
        ("Signed on 31 June by both.", "31 June", None, (31, 6, None)),
        ("Signed on Feb. 30, 2024, by both.", "Feb. 30, 2024", None, (30, 2, 2024)),
        ("Signed on the 15th of December, 2025.", "15th of December, 2025", None, (15, 12, 2025)),
        ("Signed on March eighth by both.", "March eighth", None, (8, 3, None)),
        ("They met Dec. 15-17, 2025.", "Dec. 15-17, 2025", None, (15, 12, 2025)),
        ("They meet Sat, 3 Jan 2026.", "Sat, 3 Jan 2026", "Saturday", (3, 1, 2026)),
        ("They meet Wed., Jan. 7, 2026.", "Wed., Jan. 7, 2026", "Wednesday", (7, 1, 2026)),
        ("TUESDAY, DEC. 15, 2025", "TUESDAY, DEC. 15, 2025", "Tuesday", (15, 12, 2025)),
    ],
)
def test_one_date_with_all_that_is_written(
    text: str, words: str, weekday: str | None, numbers: tuple[int, int, int | None]
) -> None:
    date = only(text)
    assert (date.text, date.stated_weekday) == (words, weekday)
    assert (date.day, date.month, date.year) == numbers
    assert date.precision == "day"


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("They spoke on Monday night.", "2025-12-15TNI", "weekday"),
        ("They spoke on Tuesday.", "2025-12-16", "weekday"),
        ("They spoke last Thursday.", "2025-12-11", "weekday"),
        ("The talks will open on Thursday.", "2025-12-18", "weekday"),
        ("They speak this Thursday.", "2025-12-18", "weekday"),
        ("It may come as soon as Friday.", "2025-12-19", "weekday"),
        ("Officials said Thursday they will meet.", "2025-12-11", "weekday"),
        ("They meet this weekend.", "2025-W51-WE", "relative"),
        ("They meet in the coming weekend.", "2025-W51-WE", "relative"),
        ("They met over the weekend.", "2025-W50-WE", "relative"),
        ("They met two weeks ago.", "2025-W49", "relative"),
        ("They met three days ago.", "2025-12-13", "relative"),
        ("They met yesterday.", "2025-12-15", "relative"),
        ("A war of nearly four years.", "P4Y", "duration"),
        ("A two-day visit.", "P2D", "duration"),
        ("After two and a half years.", "P2Y6M", "duration"),
        ("It took several weeks.", "PXW", "duration"),
        ("In the first half of next year.", "2026-H1", "quarter"),
        ("Sales in the third quarter rose.", "2025-Q3", "quarter"),
        ("By the end of the year.", "2025", "relative"),
        ("They met earlier this year.", "2025", "relative"),
        ("It is now open.", "PRESENT_REF", "vague"),
        ("It came in recent days.", "PAST_REF", "vague"),
        ("Before the 2022 invasion.", "2022", "year"),
        ("It was in 1996 that they met.", "1996", "year"),
        ("It was in nineteen ninety-six.", "1996", "year"),
        ("Back in the 1990s.", "199", "decade"),
        ("A 19th-century house.", "18", "decade"),
        ("They hope to end it by Christmas.", "2025-12-25", "relative"),
        ("It starts at 9 a.m. EST.", "2025-12-16T09:00", "time"),
        ("It fell at 10:35 p.m. Monday.", "2025-12-15T22:35", "time"),
        ("They met in October.", "2025-10", "month"),
        ("They met in June last year.", "2024-06", "month"),
        ("They met in December 2019.", "2019-12", "month"),
        ("They met on Jan. 5.", "2026-01-05", "day"),
        ("It was last summer.", "2025-SU", "season"),
    ],
)
def test_value(text: str, value: str, precision: str) -> None:
    date = only(text)
    assert (date.value, date.precision) == (value, precision)


@pytest.mark.parametrize(
    "text",
    [
        "Article 5 of the treaty.",
        "A Boeing 737 landed.",
        "He may march with them.",
        "May I come in?",
        "Theresa May and April Jones spoke.",
        "It has 2,022 seats and 2022 people.",
        "Resolution 2202 was passed.",
        "Jane Roe, 46, is a 46-year-old lawyer, 46 years old.",
        "The Sunday Times and The Week wrote.",
        "The sun sat low.",
        "A second chance, a quarter of the vote.",
        "It won 5:4 and paid $2000.",
        "The order 03/04/2025 may be either.",
        "",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert [date.text for date in dates(text)] == []


def test_never_across_a_line_or_a_sentence() -> None:
    across_line = dates("They wait until Friday\nSeptember 18, 2008\n")
    assert [date.text for date in across_line] == ["Friday", "September 18, 2008"]
    assert across_line[1].stated_weekday is None
    assert [date.text for date in dates("It ended in March. 15 people left.")] == ["March"]


def test_a_wrong_weekday_shows_in_the_properties() -> None:
    date = only("It began Tuesday, Dec. 15, 2025.")
    assert (date.full, date.impossible, date.weekday) == (True, False, "Monday")
    assert (date.monthday, date.nearest_such_day, date.nearest_such_year) == ("Dec. 15", "Dec. 16, 2025", 2026)
    assert date.corrected_weekday == "Monday, Dec. 15, 2025"
    assert date.corrected_day == "Tuesday, Dec. 16, 2025"
    assert date.corrected_year == "Tuesday, Dec. 15, 2026"


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("SUNDAY, JAN. 1, 2026", "SUNDAY, JAN. 4, 2026"),
        ("Tuesday, 1 January 2026", "Tuesday, 30 December 2025"),
        ("Sat., Feb. 1, 2027", "Sat., Jan. 30, 2027"),
        ("2025-12-31 (Saturday)", "2026-01-03 (Saturday)"),
        ("Tuesday, 15/12/2025", "Tuesday, 16/12/2025"),
        ("Friday, 1st August 2026", "Friday, 31st July 2026"),
        ("Thursday the 3rd of April, 2026", "Thursday the 2nd of April, 2026"),
        ("June 31", "June 30"),
        ("30 February 2024", "29 February 2024"),
        ("Feb. 29, 2025", "Feb. 28, 2025"),
    ],
)
def test_the_day_is_corrected_in_the_style_of_the_text(text: str, corrected: str) -> None:
    assert only(f"It was {text}.").corrected_day == corrected


@pytest.mark.parametrize(
    ("text", "impossible"),
    [("31 June", True), ("Feb. 30", True), ("Feb. 29", False), ("Feb. 29, 2025", True), ("Feb. 29, 2024", False)],
)
def test_impossible(text: str, impossible: bool) -> None:
    date = only(f"Signed on {text} by both.")
    assert date.impossible is impossible
    assert (date.nearest_real_day is not None) is impossible
    assert date.weekday is None or date.full


@pytest.mark.parametrize(
    ("text", "words", "corrected"),
    [
        ("Sales rose in the year to 32 December.", "32 December", "31 December"),
        ("It closed on 33 June, and stayed shut.", "33 June", "30 June"),
        ("It closed on 63 January.", "63 January", "31 January"),
        ("They spoke after the 32 March meeting.", "32 March", "31 March"),
        ("It ran between 24 and 33 December.", "33 December", "31 December"),
        ("It is shut on Christmas Day and 32 January.", "32 January", "31 January"),
        ("It opens on Sunday 32 August and shuts soon.", "Sunday 32 August", "Sunday 31 August"),
        ("They met on the 35th of March.", "35th of March", "31st of March"),
        ("The court meets on May 33.", "May 33", "May 31"),
        ("It was seen on May 33 after rain.", "May 33", "May 31"),
        ("She wrote on Aug. 33 asking for more.", "Aug. 33", "Aug. 31"),
        ("The papers are due Nov. 32.", "Nov. 32", "Nov. 30"),
        ("They must stay until July 32.", "July 32", "July 31"),
        ("It is scheduled for May 33.", "May 33", "May 31"),
        ("It runs from 10-33 January.", "10-33 January", "10-31 January"),
        ("It runs from 10-30 February.", "10-30 February", "10-29 February"),
        ("It ran on Feb. 20-29, 2025.", "Feb. 20-29, 2025", "Feb. 20-28, 2025"),
        ("It opened on Friday, Jan. 33, they said.", "Friday, Jan. 33", "Friday, Jan. 31"),
        ("It opened Saturday, January 33, 2026, there.", "Saturday, January 33, 2026", "Saturday, January 31, 2026"),
        ("It opened Sunday, January 33, 2026, there.", "Sunday, January 33, 2026", None),
    ],
)
def test_a_day_beyond_its_month_is_kept_as_written(text: str, words: str, corrected: str | None) -> None:
    (date,) = (date for date in dates(text) if date.impossible)
    assert (date.text, date.corrected_day, date.resolved) == (words, corrected, None)


@pytest.mark.parametrize(
    "text",
    [
        "In December 32 people died.",
        "In Jan. 35 people died.",
        "On May 33 people met.",
        "In May 33, all women, died.",
        "By June 35 had died, and since March 35 have died.",
        "It was 30 in March, 32 in April, May 33.",
        "Most fell in March 30, April 35, May 33.",
        "The figure for April was 30, for May 33.",
        "The 35 March deaths and the 33 May Day marches.",
        "The 50th March for Life, and 35 of March's days.",
        "Their 24-33 March defeat.",
        "She lives on 33 June Street.",
        "Adults Over 50 May Benefit",
        "They held out until May 45.",
        "It rose to 45 March contracts.",
    ],
)
def test_a_count_beside_a_month_is_no_day(text: str) -> None:
    assert [date.text for date in dates(text) if date.impossible] == []


@pytest.mark.parametrize(
    "text",
    [
        "Saturday and Sunday, Dec. 13 and 14, 2025",
        "Friday, Saturday, and Sunday, Dec. 12-14, 2025",
        "Monday to Wednesday, Dec. 15-17, 2025",
        "Monday-Wednesday 15-17 December 2025",
        "Dec. 13-14 (Sunday)",
        "Monday (Dec. 16 in Asia)",
        "The Sun, Dec. 15, 2025",
        "On Thursday, Jan. 6 rioters spoke.",
        "He told on Tuesday the Jan. 6 panel.",
    ],
)
def test_a_weekday_that_is_not_the_dates_own(text: str) -> None:
    assert [date.stated_weekday for date in dates(text) if date.precision == "day"][:1] == [None]


def test_the_weekday_of_a_date_before_the_gregorian_calendar_is_not_known() -> None:
    date = only("It was Sunday 2 September 1666.")
    assert (date.stated_weekday, date.weekday, date.corrected_day) == ("Sunday", None, None)


def test_without_a_clock_a_date_stays_as_open_as_its_words() -> None:
    found = dates("On Monday, on Dec. 15, last year, on Dec. 15, 2025, in two days.", published=None)
    assert [date.value for date in found] == ["XXXX-WXX-1", "XXXX-12-15", None, "2025-12-15", "P2D"]
    assert [date.resolved for date in found] == [None, None, None, datetime.date(2025, 12, 15), None]
    assert not any(date.inferred for date in found)


def test_the_anchor_is_the_clock_only_where_publication_is_unknown() -> None:
    text = "KYIV, Dec. 15, 2025 (Agency) - They met on Friday."
    by_anchor = dates(text, published=None)
    assert [(date.value, date.inferred) for date in by_anchor] == [("2025-12-15", False), ("2025-12-12", True)]
    assert [date.value for date in dates(text, TUESDAY.replace(day=20))] == ["2025-12-15", "2025-12-19"]


def test_around_the_date() -> None:
    assert only("FILE - The leaders meet, Dec. 15, 2024.").file_photo
    assert not only("The leaders met on Dec. 15, 2024, to file papers.").file_photo
    assert only("The bonds are due on Dec. 15, 2034.").scheduled
    assert only("They have until Dec. 15 to answer.").scheduled
    assert not only("They met on Dec. 15, 2024.").scheduled


@pytest.mark.parametrize(
    ("text", "url", "name", "value", "how"),
    [
        ("BERLIN, Dec. 15, 2025 (Agency) - Talks.", None, "a.txt", "2025-12-15", "the dateline"),
        ("Talks open\nPublished: 15 December 2025, 10:30\nText.", None, "a.txt", "2025-12-15", "the dateline"),
        ("Talks.", "https://example.org/2025/12/15/talks", "a.txt", "2025-12-15", "the URL"),
        ("Talks.", None, "talks-2025-12-15.txt", "2025-12-15", "the file name"),
        ("Talks.", None, "talks-20251215.txt", "2025-12-15", "the file name"),
        ("Talks opened on Dec. 15, 2025, in Berlin.", None, "a.txt", None, ""),
        ("BERLIN, Dec. 15 (Agency) - Talks.", "https://example.org/2025/13/45/", "2025-99-99.txt", None, ""),
        ("Published: 0001-01-01\nTalks.", None, "talks-2025-12-15.txt", "2025-12-15", "the file name"),
        ("BERLIN, 01.01.0001 (Agency) - Talks.", None, "a.txt", None, ""),
    ],
)
def test_anchor(text: str, url: str | None, name: str, value: str | None, how: str) -> None:
    anchor = find_anchor(reading(text, None, url, name))
    assert (None if anchor is None else str(anchor.value)) == value
    assert anchor is None or anchor.how == how


def test_dates_stay_in_order_and_apart_and_long_lines_stay_cheap() -> None:
    found = dates("on Monday, Dec. 15, 2025, by the end of the year, two weeks ago; " * 300)
    assert len(found) == 900
    assert all(first.end <= second.start for first, second in pairwise(found))


words = st.sampled_from(
    (
        *(*MONTHS, *SHORT, *WEEKDAYS, "the", "of", "last", "next", "this", "year", "years", "ago", "two", "a", "half"),
        *("15", "2025", "1990s", "31st", ",", ".", "-", "(", ")", "\n", "'s", "9", "a.m.", "third", "quarter", "and"),
        *("on", "from", "33", "32nd", "30", "63", "Sun", "to"),
        *("end", "early", "past", "Christmas", "9" * 20, "trillion", "million", "10:30", "GMT", "/", "%"),
    )
)


@given(st.one_of(st.text(), st.lists(words, max_size=30).map(" ".join), st.lists(words, max_size=30).map("".join)))
def test_any_text_gives_true_spans(text: str) -> None:
    for published in (TUESDAY, None, datetime.date.min, datetime.date.max):
        end = 0
        for date in dates(text, published):
            assert end <= date.start < date.end <= len(text)
            assert date.text == text[date.start : date.end]
            assert "\n" not in date.text
            end = date.end
            _ = (date.weekday, date.monthday, date.nearest_such_day, date.nearest_real_day, date.corrected_year)
            _ = (date.corrected_day, date.corrected_weekday, date.nearest_such_year, date.impossible)


STYLES = {
    "month first": lambda day: f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
    "short month": lambda day: f"{SHORT[day.month - 1]} {day.day}, {day.year}",
    "day first": lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    "iso": lambda day: day.isoformat(),
}


@given(
    st.dates(datetime.date(1753, 1, 1), datetime.date(2100, 12, 31)),
    st.sampled_from(sorted(STYLES)),
    st.sampled_from([None, *WEEKDAYS]),
)
def test_every_day_is_read_back(day: datetime.date, style: str, weekday: str | None) -> None:
    written = STYLES[style](day) if weekday is None else f"{weekday}, {STYLES[style](day)}"
    date = only(f"The treaty of {written} holds.")
    assert (date.day, date.month, date.year, date.resolved) == (day.day, day.month, day.year, day)
    assert (date.stated_weekday, date.weekday) == (weekday, WEEKDAYS[day.weekday()])
    assert date.text == written
    if weekday is not None:
        assert only(f"It was {date.corrected_weekday}.").weekday == date.weekday
        corrected = date.corrected_day
        assert corrected is not None
        assert only(f"It was {corrected}.").weekday == weekday


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("They met the day before yesterday.", "the day before yesterday", datetime.date(2025, 12, 14)),
        ("They meet the day after tomorrow.", "the day after tomorrow", datetime.date(2025, 12, 18)),
        ("Day after tomorrow they will meet.", "Day after tomorrow", datetime.date(2025, 12, 18)),
        ("The day after, tomorrow was forgotten.", "tomorrow", datetime.date(2025, 12, 17)),
    ],
)
def test_two_days_off(text: str, words: str, day: datetime.date) -> None:
    assert [(date.text, date.resolved) for date in dates(text) if date.resolved] == [(words, day)]
