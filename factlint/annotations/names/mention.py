"""A name on its way to become a fact: what its own words show, before the rest of the article is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.annotations.names.titles import Title


class Mention:
    """One name. ``weak`` says that its capital may only be that of a sentence's first word."""

    __slots__ = ("end", "entity", "form", "given", "introduced", "kind", "single", "start", "surname", "title", "weak")

    def __init__(self, start: int, end: int, form: str, kind: str) -> None:
        self.start = start
        self.end = end
        self.form = form
        self.kind = kind
        self.surname = form
        self.given: str | None = None
        self.title: Title | None = None
        self.entity: str | None = None
        self.introduced: str | None = None
        self.weak = False
        self.single = False  # a surname, particles included, and nothing else

    @property
    def bare(self) -> bool:
        """Whether it may be a surname that stands alone."""
        return self.single and self.kind in ("person", "unknown")
