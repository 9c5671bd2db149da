"""A rule as it was read and checked: plain data, ready for a cache, nothing compiled yet."""

from __future__ import annotations

import datetime  # noqa: TC003 - a field type
from dataclasses import replace

from factlint.knowledge.spellings import Spelling  # noqa: TC001 - a field type
from factlint.lang import tree  # noqa: TC001 - a field type
from factlint.lang.template import Template  # noqa: TC001 - a field type
from factlint.text.deferred import deferred
from factlint.text.values import plain

# The stop of an abbreviation (U.S.) ends no sentence.
_SENTENCE_END = deferred(r"(?<=[a-z0-9%)”])[.:] (?=[A-Z“])")

FAMILIES = ("names", "titles", "dates", "numbers", "quotes", "lists", "style", "text")
SEVERITIES = ("error", "warning", "note", "off")


@plain
class Sample:
    """One article of an example. The marks ``[[words]]`` are already taken out of ``text``."""

    text: str
    published: datetime.date | None = None
    source: str | None = None
    desk: str | None = None
    language: str | None = None
    marks: tuple[tuple[int, int, str | None], ...] = ()


@plain
class Example:
    """Articles of one story and what a rule must make of them.

    ``verdict``: ``bad`` is reported, ``good`` is not, ``undecided`` cannot be told.
    ``marks`` of the samples are the places that must be reported, each with the suggested words if it asserts them.
    """

    verdict: str
    samples: tuple[Sample, ...]
    line: int
    column: int


@plain
class Rule:
    """One rule.

    ``form`` is ``find`` for a query rule or the key of a data rule; ``find`` is its query as text (for a data rule the
    one it stands for). ``basis`` ranks it when findings merge. ``rows`` are the spellings that a data rule lists.
    ``label`` says of each other place what it is; from rows for which ``warning`` holds a finding is a warning.
    ``accept`` are lines to type where what is found is right as it is; their fields are words of a command line.
    What a rule on ``trial`` finds is reported and never fails a run.
    """

    id: str
    path: str
    line: int
    form: str
    severity: str
    confidence: str
    find: str
    query: tree.Query
    message: Template
    suggest: tuple[Template, ...]
    group: str
    grouped_paths: tuple[tree.Path, ...]
    evidence: tuple[str, ...]
    automatic: bool
    basis: str
    outlets: tuple[str, ...]
    why: str
    examples: tuple[Example, ...]
    rows: tuple[Spelling, ...] = ()
    exceptions: tuple[str, ...] = ()
    accept: tuple[Template, ...] = ()
    label: Template | None = None
    warning: tree.Expr | None = None
    trial: bool = False

    @property
    def family(self) -> str:
        """The part of the id before the slash."""
        return self.id.split("/", 1)[0]

    @property
    def title(self) -> str:
        """The first sentence of its why."""
        line = " ".join(self.why.split())
        return _SENTENCE_END.split(line, maxsplit=1)[0].rstrip(".") if line else self.id

    def with_severity(self, severity: str) -> Rule:
        """The same rule at another severity, whatever the rows."""
        return replace(self, severity=severity, warning=None)
