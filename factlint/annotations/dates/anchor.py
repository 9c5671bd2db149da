"""When an article was written, by its own dateline, URL or file name; never by the clock of the machine."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from factlint.annotations.dates.calendar_days import real_day
from factlint.annotations.dates.calendar_phrases import read_date
from factlint.article import Anchor
from factlint.text.deferred import deferred
from factlint.text.tokens import Tokens
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from factlint.annotations import Reading
    from factlint.annotations.dates.phrase import Phrase

_LINE = deferred(r"[^\r\n]+")
_IN_ADDRESS = deferred(r"(?<!\d)((?:19|20)\d\d)([/_-]?)(\d\d)\2(\d\d)(?!\d)")
# A place in capitals, a comma, the date, then an agency in brackets or a dash: KYIV, Dec. 15, 2025 (Reuters) -
_DATELINE = deferred(r"\s*[A-ZÀ-Þ][A-ZÀ-Þ .,'’-]{1,60}?,\s(?=[\dA-Z])([^(–—]{4,40}?)\s*(?:\([A-Z]|[–—]|-\s|-$)")
_TOP_LINES = 40
_LONGEST_DATE = 60
_BEFORE_DATE = word_set("published posted date dated on : |")
_BEHIND_DATE = word_set(", | at am pm a p m . : - gmt utc est edt bst cet updated et")


def find_anchor(reading: Reading) -> Anchor | None:
    """The day that the dateline, a date on a line of its own, the URL or the file name shows; None where none does."""
    article = reading.article
    for line in islice(_LINE.finditer(article.text), _TOP_LINES):
        day = _in_dateline(line.group()[: 2 * _LONGEST_DATE]) or _alone(line.group())
        if day is not None:
            return Anchor(day, "high", "the dateline")
    day = _in_address(article.metadata.url or "")
    if day is not None:
        return Anchor(day, "high", "the URL")
    day = _in_address(_name(article.id)) or _in_address(_name(article.path))
    return None if day is None else Anchor(day, "medium", "the file name")


def _in_dateline(line: str) -> datetime.date | None:
    """The full date of ``KYIV, Dec. 15, 2025 (Reuters)``."""
    match = _DATELINE.match(line)
    if match is None:
        return None
    return next((day for phrase in _dates(match.group(1)) if (day := _day(phrase)) is not None), None)


def _alone(line: str) -> datetime.date | None:
    """The full date of a line that has nothing but it, a time and words like ``Published``."""
    if len(line) > _LONGEST_DATE:
        return None
    tokens = Tokens(line)
    start = next((index for index, word in enumerate(tokens.words) if word not in _BEFORE_DATE), len(tokens))
    phrase = read_date(tokens, start) if start < len(tokens) else None
    if phrase is None or not all(word in _BEHIND_DATE or word.isdigit() for word in tokens.words[phrase.end :]):
        return None
    return _day(phrase)


def _dates(text: str) -> Iterator[Phrase]:
    tokens = Tokens(text)
    found = (read_date(tokens, index) for index in range(len(tokens)))
    return (phrase for phrase in found if phrase is not None)


def _day(phrase: Phrase) -> datetime.date | None:
    return real_day(phrase.year, phrase.month, phrase.day)


def _in_address(address: str) -> datetime.date | None:
    found = (real_day(int(year), int(month), int(day)) for year, _, month, day in _IN_ADDRESS.findall(address))
    return next((day for day in found if day is not None), None)


def _name(path: str) -> str:
    return path.rsplit("/", 1)[-1]
