"""Dates at the edges of what is one: what is read with a day of publication, and what stays open without it."""

from __future__ import annotations

import datetime

import pytest

from factlint.annotations import Reading
from factlint.article import Article, Metadata
from factlint.knowledge import Knowledge
from factlint.text.literals import Literals

THURSDAY = datetime.date(2026, 5, 14)


def dates(text: str, published: datetime.date | None) -> tuple:
    article = Article("a.txt", "a.txt", text, Metadata(published=published))
    return Reading(article, Knowledge({}), Literals([])).layer("date")


@pytest.mark.parametrize(
    ("text", "found", "open_"),
    [
        ('It closed on May 40.', [('May 40', '2026-05-40')], ['XXXX-05-40']),
        ('It lasted until May 40.', [('May', '2026-05')], ['XXXX-05']),
        ('It ran until May 39.', [('May 39', '2026-05-39')], ['XXXX-05-39']),
        ('It ran until May 41.', [('May', '2026-05')], ['XXXX-05']),
        ('They met on the 35 of March.', [('March', '2026-03')], ['XXXX-03']),
        ('They met the 35th of March.', [('35th of March', '2026-03-35')], ['XXXX-03-35']),
        ('He spoke on a 35 March.', [], []),
        ('It fell between 9 and 32 July.', [('32 July', '2026-07-32')], ['XXXX-07-32']),
        ('It fell on 33-35 March.', [('33-35 March', '2026-03-35')], ['XXXX-03-35']),
        ('They marked the 33rd March for Life.', [], []),
        ('They marked the March 33 Movement.', [], []),
        ('It opens on Thursday, May 7.', [('Thursday, May 7', '2026-05-07')], ['XXXX-05-07']),
        ('It opens May 7, 2026, Thursday.', [('May 7, 2026', '2026-05-07'), ('Thursday', '2026-05-14')], ['2026-05-07', 'XXXX-WXX-4']),
        ('It opens 7 May (Thursday).', [('7 May (Thursday)', '2026-05-07')], ['XXXX-05-07']),
        ('It began May 7, 2026 - Thursday it ended.', [('May 7, 2026', '2026-05-07'), ('Thursday', '2026-05-14')], ['2026-05-07', 'XXXX-WXX-4']),
        ('It began in May.', [('May', '2026-05')], ['XXXX-05']),
        ('It began on May 7.', [('May 7', '2026-05-07')], ['XXXX-05-07']),
        ('It began in May 2026.', [('May 2026', '2026-05')], ['2026-05']),
        ('It began in 2026.', [('2026', '2026')], ['2026']),
        ('It began in the summer of last year.', [('the summer of last year', '2025-SU')], ['XXXX-SU']),
        ("It began in the summer of last year's tour.", [('the summer of last year', '2025-SU')], ['XXXX-SU']),
        ('It began in the first half of this year.', [('the first half of this year', '2026-H1')], ['XXXX-H1']),
        ('It began at the end of 2025.', [('the end of 2025', '2025')], ['2025']),
        ('It began at the end of last year.', [('the end of last year', '2025')], [None]),
        ('It began early next year.', [('early next year', '2027')], [None]),
        ('He spoke this evening.', [('this evening', '2026-05-14TEV')], ['XXXX-XX-XXTEV']),
        ('He spoke last evening.', [('last evening', '2026-05-13TEV')], ['XXXX-XX-XXTEV']),
        ('He spoke next morning.', [], []),
        ('He spoke the next evening.', [], []),
        ('He will come in the evening.', [], []),
        ('He came at 5.', [], []),
        ('He came at 5 p.m.', [('5 p.m.', '2026-05-14T17:00')], ['XXXX-XX-XXT17:00']),
        ('He came at 5 pm on Monday.', [('5 pm', '2026-05-11T17:00'), ('Monday', '2026-05-11')], ['XXXX-WXX-1T17:00', 'XXXX-WXX-1']),
        ('He came at 12 a.m.', [('12 a.m.', '2026-05-14T00:00')], ['XXXX-XX-XXT00:00']),
        ('He came at 500 p.m.', [], []),
        ('He came at ab p.m.', [], []),
        ('He came at 10:30.', [('10:30', '2026-05-14T10:30')], ['XXXX-XX-XXT10:30']),
        ('He came at 5:3.', [], []),
        ('He came at p.m.', [], []),
        ('At the moment he sleeps.', [('At the moment', 'PRESENT_REF')], ['PRESENT_REF']),
        ('In the past he slept.', [('the past', 'PAST_REF')], ['PAST_REF']),
        ('In the future, he sleeps.', [('the future', 'FUTURE_REF')], ['FUTURE_REF']),
        ('In the future plans he sleeps.', [], []),
        ('The past is over.', [('The past', 'PAST_REF')], ['PAST_REF']),
        ('The present government rules.', [], []),
        ('Next month he goes.', [('Next month', '2026-06')], [None]),
        ('Next January he goes.', [('Next January', '2027-01')], ['XXXX-01']),
        ('Last December he went.', [('Last December', '2025-12')], ['XXXX-12']),
        ('This December he goes.', [('This December', '2026-12')], ['XXXX-12']),
        ('Last Easter he went.', [('Easter', '2026-04-05')], [None]),
        ('He went last Christmas Eve.', [('Christmas Eve', '2025-12-24')], ['XXXX-12-24']),
        ('He goes in 2026, in 2026-27 and in 2026/27.', [('2026', '2026'), ('2026-27', '2026')], ['2026', '2026']),
        ('He went on 30 February.', [('30 February', '2026-02-30')], ['XXXX-02-30']),
        ('He went on 31 April 2026.', [('31 April 2026', '2026-04-31')], ['2026-04-31']),
        ('He went on 29 February 2026.', [('29 February 2026', '2026-02-29')], ['2026-02-29']),
        ('It was Memorial Day 2026.', [('Memorial Day 2026', '2026-05-25')], ['2026-05-25']),
        ('It was Labor Day 2026.', [('Labor Day 2026', '2026-09-07')], ['2026-09-07']),
        ('It was Thanksgiving 2026.', [('Thanksgiving 2026', '2026-11-26')], ['2026-11-26']),
        ('It was Thanksgiving Day 2025.', [('Thanksgiving Day 2025', '2025-11-27')], ['2025-11-27']),
        ('It was Martin Luther King Jr. Day 2026.', [('Martin Luther King Jr. Day 2026', '2026-01-19')], ['2026-01-19']),
        ('It was Columbus Day 2026.', [('Columbus Day 2026', '2026-10-12')], ['2026-10-12']),
        ('It was Presidents Day 2026.', [('Presidents Day 2026', '2026-02-16')], ['2026-02-16']),
        ("It was Mother's Day 2026.", [], []),
        ("It was Father's Day 2026.", [], []),
        ('It was Christmas 2025.', [('Christmas 2025', '2025-12-25')], ['2025-12-25']),
        ('It was Boxing Day 2025.', [('Boxing Day 2025', '2025-12-26')], ['2025-12-26']),
        ('It was Good Friday 2026.', [('Good Friday 2026', '2026-04-03')], ['2026-04-03']),
        ('It was Easter Monday 2026.', [('Easter Monday 2026', '2026-04-06')], ['2026-04-06']),
        ('It was Easter Sunday 2000.', [('Easter Sunday 2000', '2000-04-23')], ['2000-04-23']),
        ('It was Halloween 2025.', [('Halloween 2025', '2025-10-31')], ['2025-10-31']),
        ('It was Veterans Day 2026.', [('Veterans Day 2026', '2026-11-11')], ['2026-11-11']),
        ('It was Independence Day 2026.', [], []),
        ("It was New Year's Day 2026.", [("New Year's Day 2026", '2026-01-01')], ['2026-01-01']),
        ("It was Valentine's Day 2026.", [("Valentine's Day 2026", '2026-02-14')], ['2026-02-14']),
        ('It was on May Day 2026.', [('May Day 2026', '2026-05-01')], ['2026-05-01']),
        ('It was on Feb. 29, 1900.', [('Feb. 29, 1900', '1900-02-29')], ['1900-02-29']),
        ('It was on Feb. 29, 2000.', [('Feb. 29, 2000', '2000-02-29')], ['2000-02-29']),
        ('It was on Feb. 29, 2100.', [('Feb. 29, 2100', '2100-02-29')], ['2100-02-29']),
        ('It was on 2026-05-18.', [('2026-05-18', '2026-05-18')], ['2026-05-18']),
        ('It was on 2026-5-18.', [], []),
        ('It was on 2026 - 05 - 18.', [], []),
        ('It was on 2026-13-01.', [], []),
        ('It was on 2026-05-00.', [], []),
        ('It was Ash Wednesday 2026.', [('Ash Wednesday 2026', '2026-02-18')], ['2026-02-18']),
        ('It was Pentecost 2026.', [], []),
        ('It was half past three on Monday.', [('Monday', '2026-05-11')], ['XXXX-WXX-1']),
        ('At noon on Friday it rang.', [('noon', '2026-05-08T12:00'), ('Friday', '2026-05-08')], ['XXXX-WXX-5T12:00', 'XXXX-WXX-5']),
        ('At midnight it rang.', [('midnight', '2026-05-14T24:00')], ['XXXX-XX-XXT24:00']),
        ('It began at 16:45 local time.', [('16:45 local time', '2026-05-14T16:45')], ['XXXX-XX-XXT16:45']),
        ('It began at 3 p.m. EST.', [('3 p.m. EST', '2026-05-14T15:00')], ['XXXX-XX-XXT15:00']),
        ('It began at 10:30 GMT on May 7, 2026.', [('10:30 GMT', '2026-05-07T10:30'), ('May 7, 2026', '2026-05-07')], ['2026-05-07T10:30', '2026-05-07']),
        ('It closed at 9.30am.', [('9.30am', '2026-05-14T09:30')], ['XXXX-XX-XXT09:30']),
        ('It closed at 24:00.', [], []),
        ('It closed at 25:00.', [], []),
        ('It was in the 19th century.', [('19th century', '18')], ['18']),
        ('It was in the 1st century.', [], []),
        ('It was in the 22nd century.', [('22nd century', '21')], ['21']),
        ('It was in the 1990s.', [('the 1990s', '199')], ['199']),
        ('It was in the early 1990s.', [('early 1990s', '199')], ['199']),
        ("It was in the '90s.", [("the '90s", '199')], ['199']),
        ('It was in Q3 2025.', [('Q3 2025', '2025-Q3')], ['2025-Q3']),
        ('It was in the third quarter.', [('the third quarter', '2025-Q3')], ['XXXX-Q3']),
        ('It was two weeks ago.', [('two weeks ago', '2026-W18')], ['P2W']),
        ('It was two weeks earlier.', [('two weeks earlier', '2026-W18')], ['P2W']),
        ('It comes in ten days.', [('ten days', 'P10D')], ['P10D']),
        ('It lasted 36 hours.', [('36 hours', 'PT36H')], ['PT36H']),
        ('It lasted a fortnight.', [('a fortnight', 'P2W')], ['P2W']),
        ('It lasted three decades.', [('three decades', 'P30Y')], ['P30Y']),
        ('It lasted half a year.', [('half a year', 'P6M')], ['P6M']),
        ('It lasted two and a half years.', [('two and a half years', 'P2Y6M')], ['P2Y6M']),
        ('It lasted 5-6 days.', [('6 days', 'P6D')], ['P6D']),
        ('It lasted over two days.', [('over two days', 'P2D')], ['P2D']),
        ('It lasted less than a week.', [('less than a week', 'P1W')], ['P1W']),
        ('It was last Monday.', [('last Monday', '2026-05-11')], ['XXXX-WXX-1']),
        ('It was in May last year.', [('May last year', '2025-05')], ['XXXX-05']),
        ('It comes next May.', [('next May', '2027-05')], ['XXXX-05']),
        ('It was last May.', [('last May', '2025-05')], ['XXXX-05']),
        ('It was this May.', [('this May', '2026-05')], ['XXXX-05']),
        ('It is on June 1.', [('June 1', '2026-06-01')], ['XXXX-06-01']),
        ('It was on Jan. 3.', [('Jan. 3', '2026-01-03')], ['XXXX-01-03']),
        ('It was in December.', [('December', '2025-12')], ['XXXX-12']),
        ('It will be in December.', [('December', '2026-12')], ['XXXX-12']),
        ('It was on Sunday evening.', [('Sunday evening', '2026-05-10TEV')], ['XXXX-WXX-7TEV']),
        ('It was in spring 2025.', [('spring 2025', '2025-SP')], ['2025-SP']),
        ('It was in the winter of 2024-25.', [('the winter of 2024', '2024-WI')], ['2024-WI']),
        ('It was in mid-May.', [('mid-May', '2026-05')], ['XXXX-05']),
        ('It was in late 2025.', [('late 2025', '2025')], ['2025']),
        ('It was early on Monday.', [('early on Monday', '2026-05-11')], ['XXXX-WXX-1']),
        ('It was on the weekend.', [('the weekend', '2026-W19-WE')], [None]),
        ('It was over the weekend.', [('the weekend', '2026-W19-WE')], [None]),
        ('It was this weekend.', [('this weekend', '2026-W20-WE')], [None]),
        ('It was that day.', [('that day', 'XXXX')], ['XXXX']),
        ('It was the same day.', [('the same day', 'XXXX')], ['XXXX']),
        ('It was the following day.', [('the following day', 'XXXX')], ['XXXX']),
        ('It was the previous week.', [('the previous week', '2026-W19')], [None]),
    ],
)  # fmt: skip
def test_words_and_values(text: str, found: list[tuple[str, str]], open_: list[str | None]) -> None:
    assert [(date.text, date.value) for date in dates(text, THURSDAY)] == found
    assert [date.value for date in dates(text, None)] == open_


@pytest.mark.parametrize(
    ("written", "full", "impossible"),
    [
        ("May 7, 2026", True, False),
        ("May 7", False, False),
        ("May 2026", False, False),
        ("2026", False, False),
        ("May", False, False),
        ("Thursday", False, False),
        ("30 February", False, True),
        ("29 February 2026", True, True),
        ("29 February 2024", True, False),
    ],
)
def test_what_is_written_of_a_day(written: str, full: bool, impossible: bool) -> None:
    (date,) = dates(f"It began in {written}.", THURSDAY)
    assert (date.text, date.full, date.impossible) == (written, full, impossible)


@pytest.mark.parametrize(
    ("written", "weekday"),
    [("Jan. 1, 1753", "Monday"), ("Dec. 31, 1752", None), ("Jan. 1, 2026", "Thursday")],
)
def test_weekdays_are_those_of_the_calendar_of_today(written: str, weekday: str | None) -> None:
    (date,) = dates(f"It began on {written}.", THURSDAY)
    assert date.weekday == weekday
