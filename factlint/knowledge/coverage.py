"""How much of the time since a day the desk knows who held an office."""

from __future__ import annotations

import datetime
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.knowledge import Knowledge
    from factlint.knowledge.offices import Office

START = datetime.date(2015, 1, 1)
"""The first day for which the shipped offices are meant to be known."""

_DAY = datetime.timedelta(days=1)


class Days(NamedTuple):
    """A run of days, both ends included."""

    first: datetime.date
    last: datetime.date

    @property
    def length(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1


class Coverage(NamedTuple):
    """One office between two days: ``covered`` of ``days`` have a known holder, the others are in ``gaps``.

    ``open`` is the term that goes on, if there is one with a holder.
    """

    office: str
    covered: int
    days: int
    gaps: tuple[Days, ...]
    open: Office | None


def coverage(knowledge: Knowledge, today: datetime.date, start: datetime.date = START) -> Iterator[Coverage]:
    """Every office, by key. An open term covers the days for which it is trusted."""
    span = Days(start, max(start, today))
    for key, terms in groupby(sorted(knowledge.rows("office"), key=attrgetter("key", "since")), attrgetter("key")):
        held = [term for term in terms if term.holder is not None]
        gaps = tuple(_gaps(held, span))
        going = next((term for term in reversed(held) if term.until is None), None)
        yield Coverage(key, span.length - sum(gap.length for gap in gaps), span.length, gaps, going)


def _gaps(terms: Sequence[Office], span: Days) -> Iterator[Days]:
    """The runs of days of which no term is sure; the day of a handover belongs to both terms."""
    free = span.first
    for since, last in sorted(_sure(terms)):
        if free > span.last:
            return
        if since > free:
            yield Days(free, min(since - _DAY, span.last))
        free = max(free, last + _DAY)
    if free <= span.last:
        yield Days(free, span.last)


def _sure(terms: Iterable[Office]) -> Iterator[tuple[datetime.date, datetime.date]]:
    return ((term.since, term.assured) for term in terms if term.assured is not None and term.assured >= term.since)
