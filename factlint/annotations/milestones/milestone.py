"""The fact: a listed event and the date that the article gives it."""

from __future__ import annotations

import datetime  # noqa: TC003 - the rule language reads the field types at run time

from factlint.article import Annotation, Part, fact


@fact
class Milestone(Annotation):
    """``the fall of the Berlin Wall on Nov. 9, 1989``, ``the 1986 Chernobyl disaster``.

    ``event`` are the words for the event, ``name`` is what the desk calls it, ``since`` and ``until`` are its first and
    its last listed day (``until`` unknown for what goes on). ``date`` is the date beside it, ``first`` and ``last`` are
    the days which that may mean. ``looks_back`` marks a sentence about an anniversary or a memory, where the date
    may be that of the look back.
    """

    event: Part
    name: str
    since: datetime.date
    date: Part
    first: datetime.date
    last: datetime.date
    until: datetime.date | None = None
    looks_back: bool = False

    @property
    def day(self) -> str:
        """The listed days in words: ``1989-11-09``, ``1982-04-02 to 1982-06-14``."""
        if self.until is None:
            return f"{self.since} on"
        return f"{self.since}" if self.since == self.until else f"{self.since} to {self.until}"
