"""From the text of an article to its dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations.dates.addresses import outside_addresses
from factlint.annotations.dates.context import (
    REACH,
    is_file_photo,
    is_scheduled,
    looks_ahead,
    sentence_before,
    speaks_of_file_photos,
)
from factlint.annotations.dates.date import Date
from factlint.annotations.dates.links import with_linked_weekdays
from factlint.annotations.dates.live import Hit, Posts, has_day
from factlint.annotations.dates.memory import Memory, window_text
from factlint.annotations.dates.senses import Clock, at_time
from factlint.annotations.dates.windows import windows
from factlint.text.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.annotations import Reading
    from factlint.annotations.dates.memory import Told
    from factlint.annotations.dates.senses import Meaning

# So near before a date, in characters, stands what it is counted from: "that year"; "a year earlier" in a report of a
# quarter.
_NEAR, _NEAR_QUARTER = 400, 700
# What stands between a time and the day that it is of.
_BEFORE_DAY = frozenset({" on ", ", ", ", on "})
_BEHIND_DAY = frozenset({", ", " at ", ", at ", " - ", " | "})
_NO_PLANS = frozenset({"duration", "vague"})


def read_dates(reading: Reading) -> Iterator[Date]:
    """Every date of the article, in text order; none overlaps another.

    They are read as of the day of publication; where that is not known, as of the article's anchor.
    """
    return _Dates(reading).read()


class _Dates:
    """The dates of one article. Of what was told, the date and the quarter that were named last are kept."""

    def __init__(self, reading: Reading) -> None:
        published = reading.article.metadata.published
        anchor = reading.anchor if published is None else None
        self._reading = reading
        self._text = plain(reading.text)
        self._memory = reading.knowledge.once(Memory)
        self._anchor = None if anchor is None else anchor.value
        self._clock = Clock(published if anchor is None else anchor.value)
        self._said: str | None = None
        self._quarter: str | None = None
        self._said_end = self._quarter_end = 0
        self._photos = speaks_of_file_photos(self._text)

    def read(self) -> Iterator[Date]:
        hits = [
            Hit(told, start + told.start, start + told.end)
            for start, end, before, behind in windows(self._text, self._memory.pieces)
            for told in self._memory.told[window_text(before, self._text[start:end], behind)]
        ]
        hits = with_linked_weekdays(self._text, outside_addresses(self._text, hits))
        posts = Posts(self._text, hits, self._clock)
        today = self._clock.today
        last: Date | None = None
        for place, hit in enumerate(hits):
            if posts:
                self._clock = Clock(posts.today(hit.start, today))
            last = self._date(hit, last, self._day_beside(hits, place) if "clock" in hit.told.fields else None)
            yield last

    def _date(self, hit: Hit, last: Date | None, day: Hit | None) -> Date:
        (told, start, end), reading = hit, self._reading
        plans = told.precision not in _NO_PLANS
        words = self._words_before(start) if plans or told.leans else ()
        meaning = self._meaning(hit, words)
        if day is not None:
            meaning = at_time(self._meaning(day, self._words_before(day.start)), told.open)
        elif last is not None and "range_end" in told.fields and told.leans:
            meaning = self._end_of_range(told, meaning, last)
        self._keep(told, meaning.value, end)
        return Date(
            start=start,
            end=end,
            text=reading.text[start:end],
            place=reading.place(start),
            value=meaning.value,
            resolved=meaning.day,
            inferred=self._anchor is not None and meaning != told.open and self._clock.today == self._anchor,
            file_photo=self._photos and is_file_photo(self._text, start, end),
            scheduled=plans and is_scheduled(words, sentence_before(words, self._memory.cues)),
            **told.fields,
        )

    def _meaning(self, hit: Hit, words: Sequence[str]) -> Meaning:
        told, start, end = hit
        if told.sense is None or (self._clock.today is None and not told.asks):
            return told.open
        if not (told.leans or told.asks):
            return told.sense(self._clock)
        quarter, said = self._quarter, self._said
        near = quarter if start - self._quarter_end < _NEAR_QUARTER else None
        said = said if start - self._said_end < _NEAR else None
        before = sentence_before(words, self._memory.cues)
        ahead = told.leans and looks_ahead(words, before, self._text[end : end + 2])
        return told.sense(Clock(self._clock.today, ahead, quarter, near, said))

    def _end_of_range(self, told: Told, meaning: Meaning, last: Date) -> Meaning:
        """Of ``from Monday to Friday`` the Friday behind that Monday."""
        if told.precision != "weekday" or told.sense is None or last.resolved is None or meaning.day is None:
            return meaning
        return told.sense(Clock(last.resolved, ahead=True)) if meaning.day < last.resolved else meaning

    def _day_beside(self, hits: Sequence[Hit], place: int) -> Hit | None:
        """The day of a time that has none itself: ``noon on Tuesday``, ``Dec. 15, 2025, 2:05 p.m.``."""
        hit = hits[place]
        if has_day(hit.told):
            return None
        for day, between in ((place + 1, _BEFORE_DAY), (place - 1, _BEHIND_DAY)):
            if 0 <= day < len(hits) and has_day(hits[day].told) and "clock" not in hits[day].told.fields:
                first, second = sorted((hit, hits[day]), key=lambda each: each.start)
                if self._text[first.end : second.start] in between:
                    return hits[day]
        return None

    def _keep(self, told: Told, value: str | None, end: int) -> None:
        """Keep what was named, for what asks for it."""
        if value is not None and value[0].isdecimal() and (not told.asks or told.fields.get("direction") == "later"):
            self._said, self._said_end = value, end
            if told.precision == "quarter":
                self._quarter, self._quarter_end = value, end

    def _words_before(self, start: int) -> list[str]:
        """The words before an offset in its line, cut at blanks, some of them or all."""
        text, low = self._text, max(0, start - REACH)
        line = text.rfind("\n", low, start) + 1
        words = text[line or low : start].split()
        if low and not line:
            del words[:1]
        return words
