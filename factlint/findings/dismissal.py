"""A decision of the desk that what a rule reports is right as it is, and the words that it is known by."""

from __future__ import annotations

import datetime  # noqa: TC003 - a field type
from typing import TYPE_CHECKING

from factlint.text.values import plain

if TYPE_CHECKING:
    from factlint.findings.finding import Location

SCOPES = ("place", "article", "desk")
# How many words on each side tell a place from others with the same words, and how far they are looked for.
_WORDS, _REACH = 4, 80


@plain
class Dismissal:
    """One dismissal, and where it is written.

    ``rule`` is an id, or a glob of ids. ``words`` are those of the finding, ``against`` its counterpart (empty: any).
    ``article`` is the shown path of the article that it holds for, empty for all articles of the desk; ``id`` is that
    of a record in it (empty: any). ``before`` and ``after`` are the words around a single place; both are empty where
    it holds for the whole article. ``until`` is the last day that it holds on, None for ever. ``place`` is where it
    stands, in a file of dismissals or (``in_text``) in a comment of the article.
    """

    rule: str
    words: str
    reason: str
    by: str = ""
    day: datetime.date | None = None
    until: datetime.date | None = None
    against: str = ""
    article: str = ""
    id: str = ""
    before: str = ""
    after: str = ""
    in_text: bool = False
    place: Location | None = None

    @property
    def scope(self) -> str:
        """How far it reaches: ``place``, ``article`` or ``desk``."""
        if not self.article:
            return "desk"
        return "place" if self.before or self.after else "article"

    def expired(self, today: datetime.date) -> bool:
        """Whether it does not hold any more on a day."""
        return self.until is not None and self.until < today


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """The few words before and after a place on its line, with single blanks between them."""
    before = text[max(0, start - _REACH) : start].replace("\r", "\n").rsplit("\n", 1)[-1]
    after = text[end : end + _REACH].replace("\r", "\n").split("\n", 1)[0]
    return " ".join(before.split()[-_WORDS:]), " ".join(after.split()[:_WORDS])
