"""Map: one article to its findings, and to the rows that story rules need of it. Uses nothing but that article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.engine.compose import Composer
from factlint.engine.grouping import Features, features_of
from factlint.engine.join import Execution
from factlint.engine.rows import ArticleRows
from factlint.findings import Undecided
from factlint.text.lines import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factlint.annotations import Reading
    from factlint.article import Card
    from factlint.engine.finder import Candidate
    from factlint.engine.plan import Plan
    from factlint.engine.rows import Known
    from factlint.findings import Finding
    from factlint.lang.scope import Row


@dataclass(frozen=True, slots=True)
class Mapped:
    """What one article gives: findings, what could not be decided, its rows for story rules, its features for grouping.

    ``sent`` has the rows by rule id and variable, ``whole`` all facts of the kinds that quantifiers of story rules ask.
    """

    card: Card
    story: str | None
    lines: LineIndex
    findings: tuple[Finding, ...]
    undecided: tuple[Undecided, ...]
    sent: Mapping[tuple[str, str], list[Candidate]]
    whole: Mapping[str, list[Row]]
    features: Features


@dataclass(frozen=True, slots=True)
class Plans:
    """The plans of a run, told apart by what they need, and found by the listed words that they wait for."""

    article: tuple[Plan, ...]
    story: tuple[Plan, ...]
    by_form: Mapping[str, tuple[int, ...]]
    by_list: tuple[int, ...]
    always: tuple[int, ...]

    def wanted(self, reading: Reading) -> list[Plan]:
        """The article plans that can find anything: those without listed words, and those whose words occur."""
        forms = {word.form for word in reading.layer("word")}  # type: ignore[attr-defined]
        hit = {number for form in forms for number in self.by_form.get(form, ())}
        for number in self.by_list:
            words = self.article[number].words
            if words is not None and any(form in words for form in forms):
                hit.add(number)
        return [self.article[number] for number in sorted(hit.union(self.always))]


def arranged(plans: Iterable[Plan]) -> Plans:
    """Plans in rule order, indexed by their words."""
    ordered = sorted(plans, key=lambda plan: plan.rule.id)
    article = tuple(plan for plan in ordered if not plan.across)
    by_form: dict[str, list[int]] = {}
    for number, plan in enumerate(article):
        for form in sorted(plan.words.plain) if plan.words is not None else ():
            by_form.setdefault(form, []).append(number)
    return Plans(
        article,
        tuple(plan for plan in ordered if plan.across),
        {form: tuple(numbers) for form, numbers in by_form.items()},
        tuple(number for number, plan in enumerate(article) if plan.words is not None and plan.words.lists),
        tuple(number for number, plan in enumerate(article) if plan.words is None),
    )


def map_article(reading: Reading, plans: Plans, known: Known) -> Mapped:
    """Everything that one article gives."""
    rows = ArticleRows(reading, known)
    lines = LineIndex(reading.text)
    findings: list[Finding] = []
    undecided: list[Undecided] = []
    for plan in plans.wanted(reading):
        if not for_outlet(plan, rows.card):
            continue
        execution = Execution(plan, rows)
        composer = Composer(plan, {rows.card.key: lines}, lambda plan=plan: rows.scope(plan))  # type: ignore[misc]
        findings.extend(composer.findings(execution.rows()))
        undecided.extend(counted(plan, execution))
    return Mapped(
        card=rows.card,
        story=reading.article.metadata.story,
        lines=lines,
        findings=tuple(findings),
        undecided=tuple(undecided),
        sent=_sent(rows, plans),
        whole={kind: list(rows.layer(kind)) for plan in plans.story for kind in sorted(plan.kinds)},
        features=features_of(reading),
    )


def _sent(rows: ArticleRows, plans: Plans) -> dict[tuple[str, str], list[Candidate]]:
    return {
        (plan.rule.id, step.name): rows.candidates(plan, step)
        for plan in plans.story
        if for_outlet(plan, rows.card)
        for step in plan.steps
        if not step.is_knowledge and step.of is None
    }


def for_outlet(plan: Plan, card: Card) -> bool:
    """Whether a rule that is ``for`` some outlets or desks is for this article's."""
    wanted = {name.casefold() for name in plan.rule.outlets}
    return not wanted or any(name is not None and name.casefold() in wanted for name in (card.source, card.desk))


def counted(plan: Plan, execution: Execution) -> list[Undecided]:
    """What an execution could not decide, a line for each article and reason."""
    return [
        Undecided(plan.rule.id, *key, reason, count) for (key, reason), count in sorted(execution.undecided.items())
    ]
