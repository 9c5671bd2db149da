"""A name on its way to become a fact: what its own words show, and then what the rest of the article adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.text.forms import folded

if TYPE_CHECKING:
    from factlint.annotations.names.titles import Title


class Draft:
    """What the words of a run show of one name; ``start`` and ``end`` count from the beginning of the run.

    ``weak`` says that its capital may only be that of a sentence's first word, ``single`` that it is one surname,
    particles included, and nothing else. ``known`` is the key of the person whom the name means by itself.
    """

    __slots__ = ("end", "family", "form", "given", "kind", "known", "plain", "single", "start", "surname", "weak")

    def __init__(self, start: int, end: int, form: str, kind: str) -> None:
        self.start = start
        self.end = end
        self.form = form
        self.kind = kind
        self.given: str | None = None
        self.surname = form
        self.single = False
        self.weak = False
        self.known: str | None = None
        self.plain = folded(form)
        self.family = self.plain

    def named(self, given: str | None, surname: str) -> Draft:
        """The same with its parts."""
        self.given = given
        self.surname = surname
        self.family = folded(surname)
        return self


class Mention:
    """One name at its place in the article."""

    __slots__ = (
        "end",
        "entity",
        "family",
        "form",
        "given",
        "introduced",
        "kind",
        "known",
        "plain",
        "single",
        "start",
        "surname",
        "title",
        "weak",
        "who",
    )  # fmt: skip

    def __init__(self, draft: Draft, start: int) -> None:
        self.start = start + draft.start
        self.end = start + draft.end
        self.form = draft.form
        self.kind = draft.kind
        self.given = draft.given
        self.surname = draft.surname
        self.single = draft.single
        self.weak = draft.weak
        self.plain = draft.plain
        self.family = draft.family
        self.known = draft.known
        self.title: Title | None = None
        self.entity: str | None = None
        self.introduced: str | None = None
        self.who: str | None = None

    @property
    def bare(self) -> bool:
        """Whether it may be a surname that stands alone."""
        return self.single and self.kind in ("person", "unknown")

    def keep_surname(self) -> None:
        """Leave off all that stands before the surname."""
        self.start += self.form.rindex(self.surname)
        self.form, self.plain, self.given, self.single = self.surname, self.family, None, True
