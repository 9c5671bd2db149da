"""Rules written in a test, run on articles or facts written in a test."""

from __future__ import annotations

import json
import textwrap
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from factlint.article import Annotation, Article, Card, Metadata, Place, Section
from factlint.article import fact as fact_class
from factlint.engine.article import Mapped, arranged, map_article
from factlint.engine.plan import Pending, Plan, planned
from factlint.engine.rows import ArticleRows, Known, StoryRows
from factlint.engine.run import Engine, Outcome
from factlint.findings.merge import merge
from factlint.findings.sort import ordered
from factlint.ruleset.load import RuleFile, Ruleset, load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factlint.findings import Finding
    from factlint.knowledge import Knowledge
    from factlint.ruleset.rule import Rule


def ruleset(*files: str, **named: str) -> Ruleset:
    """The rules of some files: data rules by position, query rules by id (``dates_x`` is dates/x). They must be sound."""
    read = [RuleFile(f"rules/{n}.yaml", f"{n}.yaml", textwrap.dedent(text)) for n, text in enumerate(files)]
    for name, text in named.items():
        path = name.replace("_", "/", 1) + ".yaml"
        read.append(RuleFile(f"rules/{path}", path, textwrap.dedent(text)))
    found = load(read)
    assert not found.problems, "\n".join(problem.render() for problem in found.problems)
    return found


def query_rule(find: str, message: str = "found", own: str = "dates_x", **keys: str) -> Ruleset:
    """One query rule."""
    keys = {"severity": "error", "message": message, **keys}
    lines = [f"{key}: {value if value[:1] == '[' else json.dumps(value)}" for key, value in keys.items()]
    return ruleset(**{own: "\n".join(["find: |", textwrap.indent(find.strip(), "  "), *lines])})


def article(text: str, name: str = "a.txt", **metadata: Any) -> Article:
    return Article(name, name, textwrap.dedent(text), Metadata(**metadata))


def outcome(rules: Ruleset, *articles: Article | str, how: str = "all") -> Outcome:
    """What an engine makes of articles (texts are called a.txt, b.txt, ...)."""
    engine = Engine(rules.rules, rules.knowledge)
    given = [article(one, f"{chr(97 + n)}.txt") if isinstance(one, str) else one for n, one in enumerate(articles)]
    return engine.reduce([engine.map(one) for one in given], how)


def findings(rules: Ruleset, *articles: Article | str, how: str = "all") -> tuple[Finding, ...]:
    """The findings as a report would show them."""
    return ordered(merge(outcome(rules, *articles, how=how).findings))


def places(finding: Finding) -> list[tuple[str, str]]:
    """Article and words of each place to change, the primary one first."""
    return [(place.id, place.text) for place in finding.places]


def related(finding: Finding, role: str) -> list[tuple[str, str]]:
    return [(place.location.id, place.location.text) for place in finding.related if place.role == role]


# -- facts without a text


@fact_class
class Fact(Annotation):
    """Any kind of fact: the fields that the tests ask for, under the names of the language."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    form: str = ""
    surname: str | None = None
    given: str | None = None
    entity: str | None = None
    office: str | None = None
    speaker: str | None = None
    speaker_entity: str | None = None
    key: str = ""
    index: int = 0
    items: tuple[Annotation, ...] = ()
    stated_count: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """Anything that a desk knows, likewise."""

    key: str = ""
    name: str = ""
    surname: str = ""
    given: str | None = None
    accepted: tuple[str, ...] = ()
    holder: str = ""
    list: str = ""
    right: str = ""
    wrong: str = ""
    except_: tuple[str, ...] = ()


@dataclass(frozen=True)
class Facts:
    """A reading of an article that nobody wrote: its card and its facts by kind."""

    card: Card
    layers: Mapping[str, Sequence[Fact]]
    text: str = ""
    article: Article = field(default=Article("", "", "", Metadata()))

    @property
    def sections(self) -> tuple[Section, ...]:
        """Those that its facts stand in."""
        return tuple(Section(one.section, 0, 0) for layer in self.layers.values() for one in layer)

    def layer(self, kind: str) -> Sequence[Fact]:
        return self.layers.get(kind, ())

    facts = layer


def fact(start: int, section: str = "body", sentence: int = 0, *, quoted: bool = False, **fields: Any) -> Fact:
    place = Place(section, sentence // 2, sentence, quoted)
    return Fact(**{"start": start, "end": start + 1, "text": "", "place": place, **fields})


def prepared(rule: Rule, knowledge: Knowledge, readings: Sequence[Facts], story: Any = None) -> tuple[Plan, list[Any]]:
    """The plan of a rule, and what it runs on: each article, or the story as the reduce step has it."""
    known = Known(knowledge)
    plan = planned(rule, knowledge)
    if not plan.across:
        return plan, [ArticleRows(reading, known) for reading in readings]  # type: ignore[arg-type]
    mapped: list[Mapped] = [map_article(reading, arranged([Pending(rule, knowledge)]), known) for reading in readings]  # type: ignore[arg-type]
    sent: dict[Any, list[Any]] = {}
    whole: dict[str, list[Any]] = {}
    for one in mapped:
        for key, rows in one.sent.items():
            sent.setdefault(key, []).extend(rows)
        for kind, facts in one.whole.items():
            whole.setdefault(kind, []).extend(facts)
    return plan, [StoryRows(story, {reading.card.key: reading.card for reading in readings}, sent, whole, known)]
