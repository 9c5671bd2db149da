"""Dates in figures with slashes or stops (``03/04/2025``), and in which order the article writes day and month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations import Kind, Reading
from factlint.article import Annotation, fact
from factlint.text.deferred import deferred

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Sequence

_FIGURES = deferred(r"(?<![\w./-])(\d\d?)([/.])(\d\d?)\2((?:19|20)\d\d)(?![\w/-]|\.\d)")
_MONTHS = 12


@fact
class Shortdate(Annotation):
    """``03/04/2025``: ``one`` and ``two`` are the figures before the year, in the order in which they stand.

    ``order`` is day first or month first where the figures of this date or of another one of the article allow only one
    of the two, None where none does. ``mixed`` says that the article has dates in both orders.
    """

    one: int
    two: int
    year: int
    order: str | None
    mixed: bool

    @property
    def ambiguous(self) -> bool:
        """Whether both orders make a date, and not the same one."""
        return self.one <= _MONTHS and self.two <= _MONTHS and self.one != self.two


def _find(reading: Reading) -> Iterable[Shortdate]:
    text = reading.text
    if not ("/20" in text or "/19" in text or ".20" in text or ".19" in text):
        return
    found = [match for match in _FIGURES.finditer(text) if 0 < int(match[1]) <= 31 and 0 < int(match[3]) <= 31]
    orders = _orders(found)
    for match in found:
        start, end = match.span()
        yield Shortdate(
            start=start,
            end=end,
            text=match.group(),
            place=reading.place(start),
            one=int(match[1]),
            two=int(match[3]),
            year=int(match[4]),
            order=orders[0] if len(orders) == 1 else None,
            mixed=len(orders) > 1,
        )


def _orders(found: Sequence[re.Match[str]]) -> list[str]:
    """The orders that dates of the article show beyond doubt."""
    shown = {
        "day first" if int(match[1]) > _MONTHS else "month first"
        for match in found
        if (int(match[1]) > _MONTHS) != (int(match[3]) > _MONTHS)
    }
    return sorted(shown)


KIND = Kind(name="shortdate", fact=Shortdate, find=_find)
