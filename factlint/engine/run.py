"""The engine of one run: rules planned once, every article mapped, every story reduced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations import Reading
from factlint.engine.article import Mapped, arranged, map_article
from factlint.engine.grouping import stories
from factlint.engine.pairing import columns, pairings
from factlint.engine.parcel import Parcel, columns_of, features, found, opened, parcelled
from factlint.engine.plan import Pending
from factlint.engine.rows import Known, versions
from factlint.engine.story import reduce_story, run_rules
from factlint.engine.thinning import holding, thinned
from factlint.findings import Finding, Undecided
from factlint.text.literals import Literals
from factlint.text.values import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from factlint.article import Article
    from factlint.engine.grouping import Features
    from factlint.engine.listed import Listed
    from factlint.engine.pairing import Asked, Column
    from factlint.engine.partners import Memory
    from factlint.engine.thinning import Joined, Thin
    from factlint.knowledge import Knowledge
    from factlint.ruleset.rule import Rule

RUN = "run"
"""What stands for the name of a story, for rules of the run."""

Story = tuple[str, tuple[tuple[str, str], ...]]

Sent = Mapped | Parcel
"""What one article gave, as it was found in this process or packed."""

Told = tuple[Sequence[Finding], Sequence[Undecided]]
"""What the rules of a story find, and what they could not decide."""


class Telling(NamedTuple):
    """A story, and what each of its articles gave, in order; or facts of the run that are ``joined``, and theirs."""

    name: str
    articles: tuple[Sent, ...]
    joined: Joined | None = None


if TYPE_CHECKING:
    Tell = Callable[[Sequence[Telling]], Iterable[tuple[int, Told]]]


@plain
class Outcome:
    """What the reduce step gives: all findings and undecided cases in no particular order, and the stories."""

    findings: tuple[Finding, ...]
    undecided: tuple[Undecided, ...]
    stories: tuple[Story, ...]


class Engine:
    """Rules and knowledge, ready for any number of articles."""

    def __init__(self, rules: Iterable[Rule], knowledge: Knowledge) -> None:
        self.rules = tuple(rules)
        self.knowledge = knowledge
        self.known = Known(knowledge)
        waiting = [Pending(rule, knowledge) for rule in self.rules]
        self.plans = arranged(waiting)
        self.crossing = tuple(run_rules(self.plans))
        self.within = tuple(plan for plan in self.plans.story if plan not in self.crossing)
        self.pairs = tuple(pairings(self.crossing))
        self.literals = _literals([one.forms for one in waiting])

    def read(self, article: Article, *, reference: bool = False) -> Reading:
        """The reading of an article; nothing is found before it is asked for."""
        return Reading(article, self.knowledge, self.literals, reference=reference)

    # -- map

    def map(self, article: Article, *, reference: bool = False) -> Mapped:
        """Everything that one article gives."""
        return self.map_reading(self.read(article, reference=reference))

    def map_reading(self, reading: Reading) -> Mapped:
        """Everything that an article gives whose reading is at hand."""
        return map_article(reading, self.plans, self.known)

    def parcel(self, mapped: Mapped) -> Parcel:
        """What an article gave as plain bytes, for another process, a cache or a file."""
        return parcelled(mapped, self.within, self.crossing, self.pairs)

    # -- reduce

    def reduce(self, sent: Sequence[Sent], how: str, tell: Tell | None = None, memory: Memory | None = None) -> Outcome:
        """Findings of single articles and of stories; ``how`` says how stories form (auto, folder, all, none).

        ``tell`` does the work for some stories where that is to be done elsewhere; see the method of that name.
        ``memory`` has what earlier runs found out about all articles.
        """
        tell = tell or self._tell_all
        by_key = {key_of(one): one for one in sent}
        features = {key: features_of(one) for key, one in by_key.items()}
        groups = stories(features, {key: one.story for key, one in by_key.items()}, how)
        told = [found_of(one) for one in sent]
        told += [one for _, one in tell(self.tellings(groups, by_key))]
        if self.crossing:
            found_in = Counter(word for one in features.values() for word in one.words)
            told.append(self.tell_run([by_key[key] for key in sorted(by_key)], found_in, tell, memory))
        return Outcome(
            tuple([finding for findings, _ in told for finding in findings]),
            tuple([case for _, undecided in told for case in undecided]),
            tuple(groups),
        )

    def tellings(self, groups: Iterable[Story], by_key: Mapping[tuple[str, str], Sent]) -> list[Telling]:
        """The stories that some rule has enough articles of."""
        if not self.within:
            return []
        least = min([plan.least_articles for plan in self.within])
        return [Telling(name, tuple([by_key[key] for key in keys])) for name, keys in groups if least <= len(keys)]

    def tell(self, story: Telling) -> Told:
        """What the rules find in one story, or a rule of the run in facts that hang together."""
        if story.joined is not None:
            return self._tell_joined(story.articles, story.joined)
        articles = [one if isinstance(one, Mapped) else opened(one, one.rows) for one in story.articles]
        return reduce_story(story.name, articles, self.within, self.known)

    def tell_run(
        self,
        sent: Sequence[Sent],
        found_in: Mapping[str, int],
        tell: Tell | None = None,
        memory: Memory | None = None,
    ) -> Told:
        """What the rules of the run find in all articles; ``found_in`` how many of them each word stands in.

        ``tell`` (for facts that hang together) and ``memory`` as in ``reduce``.
        """
        own = [
            columns(self.pairs, one.sent) if isinstance(one, Mapped) else columns_of(one, self.pairs) for one in sent
        ]
        left = thinned(self.pairs, own, self.known.scope(found_in), memory)
        told = [one for _, one in (tell or self._tell_all)(_tellings_of(left.joined, sent, own))]
        apart = {pair.first.asked[0] for pair in self.pairs if pair.apart and pair.first.asked in left.kept}
        if rest := [plan for plan in self.crossing if plan.rule.id not in apart]:
            articles = [_thinned(one, left, values) for one, values in zip(sent, own, strict=True)]
            told.append(reduce_story(RUN, articles, rest, self.known, found_in, left.many))
        return _together(told)

    def _tell_joined(self, sent: Sequence[Sent], joined: Joined) -> Told:
        pairs = [pair for pair in self.pairs if pair.sides == joined.sides]
        articles = [_thinned(one, joined, columns(pairs, one.sent) if isinstance(one, Mapped) else {}) for one in sent]
        plans = [plan for plan in self.crossing if plan.rule.id == joined.rule]
        return reduce_story(RUN, articles, plans, self.known)

    def _tell_all(self, told: Sequence[Telling]) -> Iterable[tuple[int, Told]]:
        return enumerate(map(self.tell, told))


def key_of(sent: Sent) -> tuple[str, str]:
    """The key of the article that gave this."""
    return sent.card.key if isinstance(sent, Mapped) else sent.key


def features_of(sent: Sent) -> Features:
    """What grouping needs of an article."""
    return sent.features if isinstance(sent, Mapped) else features(sent)


def found_of(sent: Sent) -> Told:
    """The findings of an article by itself."""
    return (sent.findings, sent.undecided) if isinstance(sent, Mapped) else found(sent)


def _tellings_of(
    joined: Sequence[Joined], sent: Sequence[Sent], own: Sequence[Mapping[Asked, Column]]
) -> list[Telling]:
    """Facts that hang together, each time with the articles that they stand in, and with all versions of these."""
    cards = [one.card if isinstance(one, Mapped) else one for one in sent]
    leader = versions(cards)
    families: dict[str, list[int]] = {}
    for place, card in enumerate(cards):
        if card.id in leader:
            families.setdefault(leader[card.id], []).append(place)
    found = []
    for one, places in zip(joined, holding(joined, own), strict=True):
        related = {leader[cards[place].id] for place in places if cards[place].id in leader}
        every = places.union(*[families[name] for name in related])
        found.append(Telling(RUN, tuple([sent[place] for place in sorted(every)]), one))
    return found


def _thinned(sent: Sent, left: Thin, own: Mapping[Asked, Column]) -> Mapped:
    """What an article gave the rules of the run, and is left; ``own`` are its columns."""
    return (
        replace(sent, sent=left.thin(sent.sent, own)) if isinstance(sent, Mapped) else opened(sent, sent.run_rows, left)
    )


def _together(told: Iterable[Told]) -> Told:
    """What was told in pieces; what an article leaves open for one reason is counted once."""
    findings: list[Finding] = []
    open_: Counter[tuple[str, str, str, str]] = Counter()
    for more, undecided in told:
        findings += more
        for case in undecided:
            open_[case.rule, case.path, case.id, case.reason] += case.count
    return findings, [Undecided(*case, open_[case]) for case in sorted(open_)]


def _literals(listed: Sequence[Listed]) -> Literals:
    """All listed forms that rules wait for, those of long lists by the tokens that the texts have."""
    asked = [forms for one in listed for forms in (one.words, one.asked) if forms is not None]
    lists = tuple(dict.fromkeys(one for forms in asked for one in forms.lists))
    plain = {form for forms in asked for form in forms.plain}.union(*(one.unless for one in listed))
    if not lists:
        return Literals(plain)
    return Literals(plain, lambda token: (form for one in lists for form in one.beginning(token)))
