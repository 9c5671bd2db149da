"""The engine of one run: rules planned once, every article mapped, every story reduced."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.annotations import Reading
from factlint.engine.article import Mapped, arranged, map_article
from factlint.engine.grouping import stories
from factlint.engine.plan import planned
from factlint.engine.rows import Known
from factlint.engine.story import reduce_story, run_rules
from factlint.text.literals import Literals

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factlint.article import Article
    from factlint.engine.plan import Plan
    from factlint.findings import Finding, Undecided
    from factlint.knowledge import Knowledge
    from factlint.ruleset.rule import Rule

Story = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the reduce step gives: all findings and undecided cases in no particular order, and the stories."""

    findings: tuple[Finding, ...]
    undecided: tuple[Undecided, ...]
    stories: tuple[Story, ...]


class Engine:
    """Rules and knowledge, ready for any number of articles."""

    def __init__(self, rules: Iterable[Rule], knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.known = Known(knowledge)
        self.plans = arranged(planned(rule, knowledge) for rule in rules)
        plans = (*self.plans.article, *self.plans.story)
        self.literals = _literals(plans)

    def read(self, article: Article, *, reference: bool = False) -> Reading:
        """The reading of an article; nothing is found before it is asked for."""
        return Reading(article, self.knowledge, self.literals, reference=reference)

    def map(self, article: Article, *, reference: bool = False) -> Mapped:
        """Everything that one article gives."""
        return map_article(self.read(article, reference=reference), self.plans, self.known)

    def reduce(self, mapped: Sequence[Mapped], how: str) -> Outcome:
        """Findings of single articles and of stories; ``how`` says how stories form (auto, folder, all, none)."""
        by_key = {one.card.key: one for one in mapped}
        groups = stories(
            {key: one.features for key, one in by_key.items()}, {key: one.story for key, one in by_key.items()}, how
        )
        findings = [finding for one in mapped for finding in one.findings]
        undecided = [case for one in mapped for case in one.undecided]
        crossing = run_rules(self.plans)
        within = [plan for plan in self.plans.story if plan not in crossing]
        for name, keys in groups:
            plans = [plan for plan in within if plan.least_articles <= len(keys)]
            found, open_ = reduce_story(name, [by_key[key] for key in keys], plans, self.known) if plans else ([], [])
            findings += found
            undecided += open_
        if crossing:
            found_in = Counter(word for one in mapped for word in one.features.words)
            found, open_ = reduce_story("run", [by_key[key] for key in sorted(by_key)], crossing, self.known, found_in)
            findings += found
            undecided += open_
        return Outcome(tuple(findings), tuple(undecided), tuple(groups))


def _literals(plans: Sequence[Plan]) -> Literals:
    """All listed forms that the plans wait for, those of long lists by the tokens that the texts have."""
    asked = [forms for plan in plans for forms in (plan.words, plan.asked) if forms is not None]
    lists = tuple(dict.fromkeys(one for forms in asked for one in forms.lists))
    plain = {form for forms in asked for form in forms.plain}.union(*(plan.unless for plan in plans))
    if not lists:
        return Literals(plain)
    return Literals(plain, lambda token: (form for one in lists for form in one.beginning(token)))
