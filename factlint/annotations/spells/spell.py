"""The fact: a length of time that is counted from or to a date of its sentence."""

from __future__ import annotations

import datetime  # noqa: TC003 - the rule language reads the field types at run time

from factlint.article import Annotation, Part, fact

# How far from the written number the real length may lie, in units, down and up.
_ROOM = {None: (0.99, 0.99), "about": (0.99, 0.99), "nearly": (1.0, 0.25), "more": (0.1, 1.5), "just over": (0.1, 0.99)}
# A round number may be off by a tenth, but not to the side that its bound shuts.
_ROUND, _ROUNDED = 5, 0.1
_SHUT_BELOW, _SHUT_ABOVE = frozenset({"more", "just over"}), frozenset({"nearly"})


@fact
class Spell(Annotation):
    """``two weeks ago, on Oct. 3``, ``in 2010, nine years after the 2001 attacks``, ``the three years since 2022``.

    ``length`` and ``date`` are the two sides as they are written; ``date`` is the event's name where the desk's list of
    events dates it. ``how`` is ago, since, after or before; the length is ``count`` times ``unit`` (day, week, month,
    year, decade), with ``bound`` (more, just over, less, nearly, about) where one is written.

    In that unit, the time between the two days is ``least`` to ``most``, none of which is known without the day of the
    article, unless both days are written. ``resolved`` is the first day that the date may mean; ``inferred`` says that
    the day of the article was taken from its dateline or the like.
    """

    length: Part
    date: Part
    how: str
    count: float
    unit: str
    bound: str | None = None
    least: float | None = None
    most: float | None = None
    resolved: datetime.date | None = None
    inferred: bool = False

    @property
    def low(self) -> float:
        """The shortest time, in units, of which the words may be said: ``nearly four`` is more than three."""
        if self.bound == "less":
            return 0.0
        down, _ = _ROOM[self.bound]
        return self.count - (down if self.bound in _SHUT_BELOW else max(down, self._rounding))

    @property
    def high(self) -> float:
        """The longest time, in units, of which the words may be said: ``more than four`` is below five and a half."""
        if self.bound == "less":
            return self.count + 0.1
        _, up = _ROOM[self.bound]
        return self.count + (up if self.bound in _SHUT_ABOVE else max(up, self._rounding))

    @property
    def fits(self) -> bool | None:
        """Whether the words may be said of the time between the two days."""
        if self.least is None or self.most is None:
            return None
        return self.most >= self.low and self.least <= self.high

    @property
    def real(self) -> str | None:
        """The time between the two days in words: ``3 years``, ``10 to 11 weeks``."""
        if self.least is None or self.most is None:
            return None
        least, most = round(max(0.0, self.least)), round(max(0.0, self.most))
        number = f"{least}" if least == most else f"{least} to {most}"
        return f"{number} {self.unit}{'' if number == '1' else 's'}"

    @property
    def _rounding(self) -> float:
        return self.count * _ROUNDED if self.count >= 2 * _ROUND and self.count % _ROUND == 0 else 0.0
