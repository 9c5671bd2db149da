"""Map: one article to its findings, and to the rows that story rules need of it. Uses nothing but that article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.engine.applied import applied
from factlint.engine.grouping import Features, features_of
from factlint.engine.rows import ArticleRows
from factlint.engine.sieves import Lead, Sieves
from factlint.text.values import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factlint.annotations import Reading
    from factlint.article import Card
    from factlint.engine.finder import Candidate
    from factlint.engine.plan import Pending, Plan
    from factlint.engine.rows import Known
    from factlint.findings import Finding, Undecided
    from factlint.lang.scope import Row
    from factlint.text.lines import LineIndex


@plain
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


@plain
class Plans:
    """The plans of a run, told apart by what they need, and found by what they wait for: listed words, or facts.

    ``sieves`` lead to article plans without words by their first step, and to each step of a story plan; ``always``
    are the plans that wait for nothing. ``asked`` are the kinds of fact that quantifiers of story rules run over.
    """

    article: tuple[Pending, ...]
    story: tuple[Plan, ...]
    by_form: Mapping[str, tuple[int, ...]]
    by_list: tuple[int, ...]
    always: tuple[int, ...]
    asked: tuple[str, ...]
    sieves: Sieves

    def worded(self, reading: Reading) -> set[int]:
        """The numbers of the article plans whose words occur."""
        forms = {word.form for word in reading.facts("word")}  # type: ignore[attr-defined]
        hit = {number for form in forms for number in self.by_form.get(form, ())}
        for number in self.by_list:
            words = self.article[number].forms.words
            if words is not None and any(form in words for form in forms):
                hit.add(number)
        return hit


def arranged(pending: Iterable[Pending]) -> Plans:
    """Rules in the order of their ids, those of single articles indexed by their words, those of stories planned."""
    ordered = sorted(pending, key=lambda one: one.rule.id)
    article = tuple(one for one in ordered if not one.rule.query.across)
    story = tuple(one.plan for one in ordered if one.rule.query.across)
    by_form: dict[str, list[int]] = {}
    for number, one in enumerate(article):
        for form in sorted(one.forms.words.plain) if one.forms.words is not None else ():
            by_form.setdefault(form, []).append(number)
    return Plans(
        article,
        story,
        {form: tuple(numbers) for form, numbers in by_form.items()},
        tuple(number for number, one in enumerate(article) if one.forms.words is not None and one.forms.words.lists),
        tuple(number for number, one in enumerate(article) if one.forms.words is None and one.first is None),
        tuple(sorted({kind for plan in story for kind in plan.kinds})),
        _sieves(article, story),
    )


def _sieves(article: Sequence[Pending], story: Sequence[Plan]) -> Sieves:
    waiting = [(number, one) for number, one in enumerate(article) if one.forms.words is None]
    sent = [(plan, step) for plan in story for step in plan.facts]
    return Sieves(waiting, [Lead(number, *one) for number, one in enumerate(sent, start=len(article))])


def map_article(reading: Reading, plans: Plans, known: Known) -> Mapped:
    """Everything that one article gives."""
    rows = ArticleRows(reading, known, plans.sieves)
    lines = reading.article.lines()
    leads = rows.leads()
    led = [lead.number for lead in leads if lead.number < len(plans.article)]
    findings: list[Finding] = []
    undecided: list[Undecided] = []
    for number in sorted({*plans.worded(reading), *plans.always, *led}):
        plan = plans.article[number].plan
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
        sent=_sent(rows, leads[len(led) :]),
        whole={kind: list(rows.layer(kind)) for kind in plans.asked},
        features=features_of(reading),
    )


def _sent(rows: ArticleRows, leads: Iterable[Lead]) -> dict[tuple[str, str], list[Candidate]]:
    return {
        (plan.rule.id, step.name): candidates
        for _, plan, step in leads
        if for_outlet(plan, rows.card) and (candidates := rows.candidates(plan, step))
    }


def for_outlet(plan: Plan, card: Card) -> bool:
    """Whether a rule that is ``for`` some outlets or desks is for this article's."""
    if not plan.rule.outlets:
        return True
    wanted = {name.casefold() for name in plan.rule.outlets}
    return any(name is not None and name.casefold() in wanted for name in (card.source, card.desk))
