"""Why a rule did or did not fire at a place: whether it runs, what it saw there, and which condition stopped it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations import kinds
from factlint.app.articles import gathered
from factlint.app.check import check, reported
from factlint.article import Weighed
from factlint.engine.article import for_outlet, map_article
from factlint.engine.rows import ArticleRows
from factlint.engine.run import Engine
from factlint.engine.story import run_rules, story_rows
from factlint.engine.tracing import Tracer, roles
from factlint.lang.scope import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from factlint.annotations import Reading
    from factlint.app.articles import Corpus
    from factlint.app.session import Session
    from factlint.article import Annotation, Article
    from factlint.engine.article import Mapped
    from factlint.engine.plan import Plan
    from factlint.engine.rows import Source
    from factlint.engine.tracing import Trace
    from factlint.findings import Finding, Location, Undecided
    from factlint.findings.result import Result
    from factlint.ruleset.rule import Rule
    from factlint.text.lines import LineIndex
    from factlint.text.problem import Problem

# Kinds that cover whole lines say nothing about what was read on one.
_WHOLE_LINES = frozenset({"sentence", "paragraph", "section", "passage"})


class Place(NamedTuple):
    """A path, and a line and a column of it, counted from 1; None for all of them."""

    path: str
    line: int | None = None
    column: int | None = None

    def holds(self, first: tuple[int, int], last: tuple[int, int]) -> bool:
        """Whether what stands from one position (line, column) to before another is at this place."""
        if self.line is None:
            return True
        if self.column is None:
            return first[0] <= self.line <= last[0]
        return first <= (self.line, self.column) < max(last, (first[0], first[1] + 1))


@dataclass(frozen=True, slots=True)
class Seen:
    """One fact: where it stands, its kind and words, what weighed for and against it, what became of it in the rule."""

    path: str
    line: int
    column: int
    kind: str
    text: str
    section: str = ""
    odds: float | None = None
    counted: tuple[tuple[str, float], ...] = ()
    traces: tuple[Trace, ...] = ()


@dataclass(frozen=True, slots=True)
class Explained:
    """What one rule makes of some articles, or of one place in them.

    ``findings`` are what it reports by itself, ``undecided`` what it could not tell in these articles. ``shown`` says
    of each finding what a check of these articles makes of it: empty where it is reported as it is. ``standing`` are
    reasons for which the rule does not run, or not on these articles. ``seen`` are the facts of the rule's kinds at the
    place, ``beside`` those of other kinds there.
    """

    findings: tuple[Finding, ...]
    undecided: tuple[Undecided, ...]
    seen: tuple[Seen, ...]
    problems: tuple[Problem, ...]
    standing: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    beside: tuple[Seen, ...] = ()


def explained(session: Session, rule: Rule, path: str, line: int | None = None, column: int | None = None) -> Explained:
    """What a rule makes of the articles at a path, or of one place in them; reference articles help as evidence."""
    place = Place(path, line, column)
    corpus = gathered(session, (path,))
    run = _Run(session, rule, corpus)
    findings = tuple(finding for finding in run.findings() if any(map(_at(place), finding.places)))
    seen, beside = run.facts(place)
    return Explained(
        findings=findings,
        undecided=run.undecided(),
        seen=seen,
        problems=(*session.problems, *corpus.problems),
        standing=(*standing(session, rule), *_unread(corpus), *run.other_outlets()),
        shown=_shown(session, rule, path, findings),
        beside=beside,
    )


def _at(place: Place) -> Callable[[Location], bool]:
    return lambda spot: place.holds((spot.line, spot.column), (spot.end_line, spot.end_column))


def _unread(corpus: Corpus) -> Iterator[str]:
    return (f"{article.path} is not checked: {why}" for article, why in corpus.unchecked)


# -- whether the rule runs


def standing(session: Session, rule: Rule) -> tuple[str, ...]:
    """Why a rule does not run under the settings; empty where it does."""
    if any(one.id == rule.id for one in session.rules):
        return ()
    settings, origins = session.configured.settings, session.configured.origins
    for glob in settings.ignore:
        if fnmatchcase(rule.id, glob):
            return (f"it does not run: ignore has “{glob}” ({origins['ignore'].where})",)
    if settings.select and not any(fnmatchcase(rule.id, glob) for glob in settings.select):
        return (f"it does not run: select has other rules only ({origins['select'].where})",)
    levels = [(glob, level) for glob, level in settings.severity if fnmatchcase(rule.id, glob)]
    if levels and levels[-1][1] == "off":
        return (f"it does not run: severity has “{levels[-1][0]}: off” ({origins['severity'].where})",)
    return (f"it does not run: it is off unless the desk wants it (severity: {{{rule.id}: note}})",)


def _shown(session: Session, rule: Rule, path: str, findings: Sequence[Finding]) -> tuple[str, ...]:
    """What a check with all rules makes of the findings of one."""
    if not findings or standing(session, rule):
        return tuple("" for _ in findings)
    result = check(session, (path,))
    return tuple(_in_report(finding, result) for finding in findings)


def _in_report(finding: Finding, result: Result) -> str:
    for left in result.suppressions:
        if left.finding.rule == finding.rule and any(_overlap(finding.primary, one) for one in left.finding.places):
            return f"{left.kind}: {left.reason}"
    report = result.findings
    near = [other for other in report if any(_overlap(finding.primary, place) for place in other.places)]
    if any(other.rule == finding.rule for other in near):
        return ""
    family = [other for other in near if other.family == finding.family]
    if family:
        return f"reported as {family[0].rule}, which says more of the same words: {family[0].message}"
    return "not in the report: it is off for this article, or part of a finding at another place"


def _overlap(one: Location, other: Location) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


# -- what it makes of the articles


class _Run:
    """One rule, run on the articles with everything kept that tells what became of each fact."""

    def __init__(self, session: Session, rule: Rule, corpus: Corpus) -> None:
        self._engine = Engine([rule.with_severity("note") if rule.severity == "off" else rule], session.knowledge)
        self._own = [article for article, reference in corpus.articles if not reference]
        self._references = {article.key for article, reference in corpus.articles if reference}
        self._readings: dict[tuple[str, str], Reading] = {}
        self._mapped: dict[tuple[str, str], Mapped] = {}
        for article, reference in corpus.articles:
            reading = self._engine.read(article, reference=reference)
            self._readings[article.key] = reading
            self._mapped[article.key] = map_article(reading, self._engine.plans, self._engine.known)
        self._how = session.configured.settings.story
        plans = self._engine.plans
        self._plan: Plan = plans.story[0] if plans.story else plans.article[0].plan
        self._outcome = self._engine.reduce(list(self._mapped.values()), self._how)
        self._tracers: dict[tuple[str, str], Tracer] = {}

    def findings(self) -> tuple[Finding, ...]:
        """What the rule reports on these articles by itself."""
        return reported(self._outcome.findings, self._references)

    def undecided(self) -> tuple[Undecided, ...]:
        """What it could not tell in them."""
        return tuple(sorted(case for case in self._outcome.undecided if (case.path, case.id) not in self._references))

    def other_outlets(self) -> Iterator[str]:
        """The articles of outlets and desks that the rule is not for."""
        for article in self._own:
            if not for_outlet(self._plan, self._mapped[article.key].card):
                wanted = ", ".join(self._plan.rule.outlets)
                about = article.metadata
                own = " and ".join(name for name in (about.source, about.desk) if name) or "unknown"
                yield f"it is for {wanted}; the outlet or desk of {article.path} is {own}"

    def facts(self, place: Place) -> tuple[tuple[Seen, ...], tuple[Seen, ...]]:
        """The facts at a place that the rule looks at, and those of other kinds."""
        own = dict.fromkeys(step.kind for step in self._plan.facts)
        seen = tuple(self._seen(place, tuple(own), trace=True))
        if place.line is None:
            return seen, ()
        shown = [kind.name for kind in kinds().values() if kind.layer is not None and kind.name not in own]
        return seen, tuple(self._seen(place, [kind for kind in shown if kind not in _WHOLE_LINES], trace=False))

    def _seen(self, place: Place, wanted: Sequence[str], *, trace: bool) -> Iterator[Seen]:
        for article in self._own:
            lines = self._mapped[article.key].lines
            for kind in wanted:
                for fact in self._readings[article.key].facts(kind):
                    if place.holds(lines.position(fact.start), lines.position(fact.end)):
                        yield self._one(article, kind, fact, lines, trace=trace)

    def _one(self, article: Article, kind: str, fact: Annotation, lines: LineIndex, *, trace: bool) -> Seen:
        row = Row(fact, self._mapped[article.key].card)
        traces = tuple(self._tracer(article).trace(step, row) for step in roles(self._plan, kind)) if trace else ()
        seen = Seen(article.path, *lines.position(fact.start), kind, fact.text, fact.section, traces=traces)
        return replace(seen, odds=fact.odds, counted=fact.counted) if isinstance(fact, Weighed) else seen

    def _tracer(self, article: Article) -> Tracer:
        name, keys = self._together(article)
        where = (name, "") if self._plan.across else article.key
        if where not in self._tracers:
            lines: Mapping[tuple[str, str], LineIndex] = {key: self._mapped[key].lines for key in keys}
            self._tracers[where] = Tracer(self._plan, self._source(article, name, keys), lines)
        return self._tracers[where]

    def _together(self, article: Article) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The articles that the rule sees together with one: its story, or all of the run."""
        if not self._plan.across:
            return article.path, (article.key,)
        if run_rules(self._engine.plans):
            return "run", tuple(self._mapped)
        return next((name, keys) for name, keys in self._outcome.stories if article.key in keys)

    def _source(self, article: Article, name: str, keys: Sequence[tuple[str, str]]) -> Source:
        if not self._plan.across:
            return ArticleRows(self._readings[article.key], self._engine.known)
        return story_rows(name, [self._mapped[key] for key in keys], self._engine.known, self._found_in())

    def _found_in(self) -> Mapping[str, int] | None:
        from collections import Counter

        if not run_rules(self._engine.plans):
            return None
        return Counter(word for one in self._mapped.values() for word in one.features.words)
