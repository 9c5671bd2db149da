"""Reduce: what the articles of one story sent, to the findings of the story rules."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from factlint.article import Story
from factlint.engine.applied import applied
from factlint.engine.rows import StoryRows

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from factlint.engine.article import Mapped, Plans
    from factlint.engine.plan import Plan
    from factlint.engine.rows import Known
    from factlint.findings import Finding, Undecided

K = TypeVar("K")
T = TypeVar("T")


def reduce_story(
    name: str,
    articles: Sequence[Mapped],
    plans: Sequence[Plan],
    known: Known,
    found_in: Mapping[str, int] | None = None,
    many: Mapping[tuple[str, str], int] | None = None,
) -> tuple[list[Finding], list[Undecided]]:
    """The findings of the story rules over the articles of one story, or of those of the run over all articles.

    ``found_in`` says, for rules of the run, in how many articles each word stands, ``many`` how many facts there were
    for a rule's variable where those that pair with none are left out.
    """
    source = story_rows(name, articles, known, found_in, many)
    lines = {mapped.card.key: mapped.lines for mapped in articles}
    findings: list[Finding] = []
    undecided: list[Undecided] = []
    for plan in plans:
        if len(articles) >= plan.least_articles:
            found, open_ = applied(plan, source, lines)
            findings += found
            undecided += open_
    return findings, undecided


def story_rows(
    name: str,
    articles: Sequence[Mapped],
    known: Known,
    found_in: Mapping[str, int] | None = None,
    many: Mapping[tuple[str, str], int] | None = None,
) -> StoryRows:
    """The rows of all articles of a story; see ``reduce_story``."""
    cards = tuple(mapped.card for mapped in articles)
    day = story_date(articles)
    story = Story(name, cards, day, day.year if day else None)
    sent = _together([mapped.sent for mapped in articles])
    whole = _together([mapped.whole for mapped in articles])
    return StoryRows(story, {card.key: card for card in cards}, sent, whole, known, found_in, many)


def _together(parts: Sequence[Mapping[K, list[T]]]) -> Mapping[K, list[T]]:
    """The lists of several articles by their keys, in the order of the articles."""
    if len(parts) == 1:
        return parts[0]
    found: dict[K, list[T]] = {}
    for part in parts:
        for key, rows in part.items():
            found.setdefault(key, []).extend(rows)
    return found


def story_date(articles: Sequence[Mapped]) -> datetime.date | None:
    """The day that most articles of a story were (or seem to have been) published on; None if none says or days tie."""
    days = [mapped.card.published or (mapped.card.anchor.value if mapped.card.anchor else None) for mapped in articles]
    counts = Counter(day for day in days if day is not None).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        return None
    return counts[0][0]


def run_rules(plans: Plans) -> list[Plan]:
    """The story plans that cross stories: ``of different articles of the run``, ``of the same run``."""
    return [
        plan
        for plan in plans.story
        if plan.rule.query.placement is not None and plan.rule.query.placement.unit == "run"
    ]
