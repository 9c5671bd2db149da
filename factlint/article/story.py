"""The story an article belongs to, and the card that stands for an article in rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.text.values import plain

if TYPE_CHECKING:
    import datetime


@plain
class Anchor:
    """When an article seems to have been written, by its own dateline, URL or file name.

    ``confidence`` is high, medium or low; ``how`` says in words what showed it.
    """

    value: datetime.date
    confidence: str
    how: str


@plain
class Card:
    """What a rule may ask about an article as a whole."""

    id: str
    path: str
    published: datetime.date | None = None
    anchor: Anchor | None = None
    headline: str | None = None
    source: str | None = None
    desk: str | None = None
    language: str | None = None
    translated: bool | None = None
    version: str | None = None
    supersedes: str | None = None
    reference: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What tells this article from every other one of the run."""
        return self.path, self.id


@plain
class Story:
    """Articles of one event. ``date`` and ``year`` are what they together show of its day; None if they do not."""

    id: str
    articles: tuple[Card, ...]
    date: datetime.date | None = None
    year: int | None = None

    @property
    def size(self) -> int:
        """How many articles tell it."""
        return len(self.articles)
