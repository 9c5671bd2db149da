"""From the tokens of an article to its dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations.dates.context import is_file_photo, is_scheduled, looks_ahead
from factlint.annotations.dates.date import Date
from factlint.annotations.dates.scan import scan
from factlint.annotations.dates.senses import Clock
from factlint.text.calendar import WEEKDAYS
from factlint.text.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.annotations import Reading
    from factlint.annotations.dates.phrase import Phrase


def read_dates(reading: Reading) -> Iterable[Date]:
    """Every date of the article, in text order; none overlaps another.

    They are read as of the day of publication; where that is not known, as of the article's anchor.
    """
    published = reading.article.metadata.published
    anchor = reading.anchor if published is None else None
    clock = Clock(published if anchor is None else anchor.value)
    tokens = Tokens(reading.text)
    for phrase in scan(tokens):
        clock = clock._replace(ahead=looks_ahead(tokens, phrase))
        date = _date(reading, tokens, phrase, clock, by_anchor=anchor is not None)
        if date.precision == "quarter":
            clock = clock._replace(quarter=date.value)
        yield date


def _date(reading: Reading, tokens: Tokens, phrase: Phrase, clock: Clock, *, by_anchor: bool) -> Date:
    start, end = tokens.starts[phrase.start], tokens.ends[phrase.end - 1]
    meaning = phrase.sense(clock)
    return Date(
        start=start,
        end=end,
        text=reading.text[start:end],
        place=reading.place(start),
        value=meaning.value,
        precision=phrase.precision,
        stated_weekday=None if phrase.weekday is None else WEEKDAYS[phrase.weekday],
        day=phrase.day,
        month=phrase.month,
        year=phrase.year,
        resolved=meaning.day,
        inferred=by_anchor and meaning != phrase.sense(clock._replace(today=None)),
        file_photo=is_file_photo(tokens, phrase),
        scheduled=is_scheduled(tokens, phrase),
    )
