"""What pages for people show of an article beside its findings: its headline, its sections, its facts."""

from __future__ import annotations

from dataclasses import dataclass

NAME, DATE, FIGURE, QUOTE = "name", "date", "figure", "quote"


@dataclass(frozen=True, slots=True)
class Told:
    """A fact as an article tells it.

    ``kind`` is name, date, figure or quote. What two articles tell of one thing has one ``key``; ``label`` says what
    that thing is, for people, and ``value`` what is told of it: two values of one key do not agree. ``start`` and
    ``end`` count code points of the article's text.
    """

    kind: str
    start: int
    end: int
    text: str
    key: str
    label: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article as people tell it from others.

    ``source`` is the outlet, ``published`` a day as 2025-12-31; None where nobody says. ``sections`` are kinds with
    start and end. ``facts`` are there only where the article is one of several of a story.
    """

    path: str
    id: str
    headline: str | None = None
    source: str | None = None
    published: str | None = None
    sections: tuple[tuple[str, int, int], ...] = ()
    facts: tuple[Told, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What tells this article from every other one of the run."""
        return self.path, self.id
