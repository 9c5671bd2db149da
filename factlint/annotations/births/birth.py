"""The fact: somebody's date or year of birth."""

from __future__ import annotations

import datetime  # noqa: TC003 - the rule language reads the field types at run time

from factlint.article import Annotation, Part, fact


@fact
class Birth(Annotation):
    """``Jane Roe was born on May 3, 1972``, ``Jane Roe (b. 1972)``, ``Tom Hale (1931–2012)``.

    The span goes from ``born`` (or the bracket) to the date. ``date`` is the date of birth as it is written, ``first``
    and ``last`` are the days that it may mean. ``who`` is the ``who`` of the name beside it, None where that is not
    settled. ``death`` is the year of death, where the years of a life stand in brackets.
    """

    date: Part
    first: datetime.date
    last: datetime.date
    who: str | None = None
    death: int | None = None

    @property
    def age(self) -> int | None:
        """The age at death by the years of a life; it may be one less, for a death before the birthday."""
        return None if self.death is None else self.death - self.first.year
