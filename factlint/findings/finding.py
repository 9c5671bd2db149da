"""A finding: something in one or more articles that does not fit, with every place of it."""

from __future__ import annotations

from dataclasses import dataclass

from factlint.text.values import plain

SEVERITIES = ("note", "warning", "error")
CONFIDENCES = ("low", "medium", "high")
# When findings of one family on one span merge and their severities are equal, the better grounded one stays.
BASES = ("pattern", "story", "known", "listed")
ROLES = ("same", "other", "evidence")


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """Code points ``start`` to ``end`` (exclusive) of one article, with 1-based lines and columns (end exclusive)."""

    path: str
    id: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    text: str

    @property
    def article(self) -> tuple[str, str]:
        """The key of its article."""
        return self.path, self.id


@plain
class Related:
    """Another place of a finding.

    ``role``: ``same`` must change too, ``other`` is the other side of the conflict, ``evidence`` only speaks for it.
    ``label`` is a short text for people; empty where the words at the place say all.
    """

    role: str
    location: Location
    label: str = ""


@plain
class Edit:
    """Replace one range of one article."""

    path: str
    id: str
    start: int
    end: int
    replacement: str


@plain
class Suggestion:
    """A way out of a finding. ``automatic`` only where the desk itself has listed the form as wrong."""

    title: str
    edits: tuple[Edit, ...]
    automatic: bool = False


@plain
class Finding:
    """One disagreement, with all its places. ``basis`` says what it rests on (see BASES).

    ``accept`` are lines to type where the words are right as they are: ``two people? factlint add --different A B``.
    On ``trial`` it is shown and never fails a run, since its rule is still being tried.
    """

    rule: str
    severity: str
    confidence: str
    message: str
    primary: Location
    suggestions: tuple[Suggestion, ...] = ()
    related: tuple[Related, ...] = ()
    basis: str = "pattern"
    counterpart: str = ""
    fingerprint: str = ""
    accept: tuple[str, ...] = ()
    trial: bool = False

    @property
    def family(self) -> str:
        """The part of the rule id before the slash."""
        return self.rule.split("/", 1)[0]

    @property
    def places(self) -> tuple[Location, ...]:
        """The places that must change: the primary one, then those with the role ``same``."""
        return (self.primary, *(place.location for place in self.related if place.role == "same"))


@dataclass(frozen=True, slots=True, order=True)
class Undecided:
    """How often a rule could not be decided in one article, and for want of what."""

    rule: str
    path: str
    id: str
    reason: str
    count: int
