"""Map: one article to its findings, and to the rows that story rules need of it. Uses nothing but that article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.engine.applied import applied
from factlint.engine.grouping import Features, features_of
from factlint.engine.rows import ArticleRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factlint.annotations import Reading
    from factlint.article import Card
    from factlint.engine.finder import Candidate
    from factlint.engine.plan import Plan
    from factlint.engine.rows import Known
    from factlint.findings import Finding, Undecided
    from factlint.lang.scope import Row
    from factlint.text.lines import LineIndex


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
    """The plans of a run, told apart by what they need, and found by the listed words that they wait for.

    ``asked`` are the kinds of fact that quantifiers of story rules run over.
    """

    article: tuple[Plan, ...]
    story: tuple[Plan, ...]
    by_form: Mapping[str, tuple[int, ...]]
    by_list: tuple[int, ...]
    always: tuple[int, ...]
    asked: tuple[str, ...]

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
        tuple(sorted({kind for plan in ordered if plan.across for kind in plan.kinds})),
    )


def map_article(reading: Reading, plans: Plans, known: Known) -> Mapped:
    """Everything that one article gives."""
    rows = ArticleRows(reading, known)
    lines = reading.article.lines()
    findings: list[Finding] = []
    undecided: list[Undecided] = []
    for plan in plans.wanted(reading):
        if for_outlet(plan, rows.card):
            found, open_ = applied(plan, rows, {rows.card.key: lines})
            findings += found
            undecided += open_
    return Mapped(
        card=rows.card,
        story=reading.article.metadata.story,
        lines=lines,
        findings=tuple(findings),
        undecided=tuple(undecided),
        sent=_sent(rows, plans),
        whole={kind: list(rows.layer(kind)) for kind in plans.asked},
        features=features_of(reading),
    )


def _sent(rows: ArticleRows, plans: Plans) -> dict[tuple[str, str], list[Candidate]]:
    return {
        (plan.rule.id, step.name): candidates
        for plan in plans.story
        if for_outlet(plan, rows.card)
        for step in plan.facts
        if (candidates := rows.candidates(plan, step))
    }


def for_outlet(plan: Plan, card: Card) -> bool:
    """Whether a rule that is ``for`` some outlets or desks is for this article's."""
    wanted = {name.casefold() for name in plan.rule.outlets} if plan.rule.outlets else None
    return wanted is None or any(name is not None and name.casefold() in wanted for name in (card.source, card.desk))
