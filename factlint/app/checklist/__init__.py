"""The check sheet: what of an article can be looked up or asked, with what the other articles of its story say of it.

An entry *differs* where a rule finds it at odds with something; it *agrees* with the other articles of the story that
say the same; else it is *alone*: seen nowhere else, so only a call can settle it. A person whom the desk does not list
is *unlisted*.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.app.articles import gathered
from factlint.app.check import judged, reported
from factlint.app.checklist.entries import FAMILIES, SECTIONS, Noted, headline
from factlint.engine.run import Engine

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factlint.annotations import Reading
    from factlint.app.session import Session
    from factlint.article import Card
    from factlint.findings import Finding, Location
    from factlint.text.problem import Problem

    Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to check: the words, what they are of (a speaker, a title), paragraphs (from 1) and the first line.

    ``agrees`` are the names of other articles that say the same, ``differs`` messages of what is at odds with it, each
    with the other articles that it names. ``unlisted`` is a person that the desk does not know.
    """

    words: str
    of: str
    paragraphs: tuple[int, ...]
    line: int
    agrees: tuple[str, ...] = ()
    differs: tuple[tuple[str, tuple[str, ...]], ...] = ()
    unlisted: bool = False

    @property
    def verdict(self) -> str:
        """*differs*, *agrees* or *alone*."""
        return "differs" if self.differs else "agrees" if self.agrees else "alone"


@dataclass(frozen=True, slots=True)
class CheckSheet:
    """The sheet of one article: its title, the day it was published (ISO), how many others tell its story, entries.

    ``entries`` are by section, in the order of SECTIONS; a section without any is left out.
    """

    path: str
    id: str
    title: str
    published: str
    others: int
    entries: tuple[tuple[str, tuple[Entry, ...]], ...]

    def count(self, verdict: str) -> int:
        """How many entries have a verdict."""
        return sum(entry.verdict == verdict for _, entries in self.entries for entry in entries)

    @property
    def unlisted(self) -> int:
        """How many people are not listed."""
        return sum(entry.unlisted for _, entries in self.entries for entry in entries)


@dataclass(frozen=True, slots=True)
class CheckSheets:
    """The sheets of the articles that were named, in order; articles not read, with the reason; what was wrong."""

    sheets: tuple[CheckSheet, ...]
    unread: tuple[tuple[str, str, str], ...]
    problems: tuple[Problem, ...]


def check_sheets(session: Session, paths: Sequence[str]) -> CheckSheets:
    """The check sheets of the articles at some paths; reference articles only agree or differ."""
    corpus = gathered(session, paths)
    engine = Engine(session.rules, session.knowledge)
    readings = {article.key: engine.read(article, reference=reference) for article, reference in corpus.articles}
    mapped = [engine.map(article, reference=reference) for article, reference in corpus.articles]
    outcome = engine.reduce(mapped, session.configured.settings.story)
    result = judged(session, corpus, outcome)
    references = {article.key for article, reference in corpus.articles if reference}
    # What is to be changed in a reference article is not reported, but it differs from what stands here.
    away = [
        one for one in reported(outcome.findings, set()) if all(place.article in references for place in one.places)
    ]
    noted = {key: _noted(reading) for key, reading in readings.items()}
    story_of = {key: keys for _, keys in outcome.stories for key in keys}
    own = [article.key for article, _ in corpus.articles if article.key not in references]
    sheets = tuple(_sheet(readings[key], noted, story_of[key], (*result.findings, *away)) for key in own)
    unread = tuple((article.path, article.id, why) for article, why in corpus.unchecked)
    return CheckSheets(sheets, unread, result.problems)


def _noted(reading: Reading) -> dict[str, tuple[Noted, ...]]:
    return {section: tuple(read(reading)) for section, read in SECTIONS.items()}


def _sheet(
    reading: Reading,
    noted: Mapping[Key, Mapping[str, tuple[Noted, ...]]],
    story: Sequence[Key],
    findings: Sequence[Finding],
) -> CheckSheet:
    card = reading.card
    others = [key for key in story if key != card.key]
    entries: list[tuple[str, tuple[Entry, ...]]] = []
    for section, found in noted[card.key].items():
        elsewhere = {key: {one.key for one in noted[key][section]} for key in others}
        at_odds = [finding for finding in findings if finding.family == FAMILIES[section]]
        listed = [_entry(one, card, reading, elsewhere, at_odds) for one in found]
        if listed:
            entries.append((section, tuple(sorted(listed, key=_order))))
    published = card.published.isoformat() if card.published is not None else ""
    return CheckSheet(card.path, card.id, headline(reading), published, len(others), tuple(entries))


def _order(entry: Entry) -> tuple[bool, int, int]:
    """People nobody listed first, then in the order of the text."""
    return not entry.unlisted, entry.line, entry.paragraphs[0]


def _entry(
    one: Noted, card: Card, reading: Reading, elsewhere: Mapping[Key, set[object]], findings: Iterable[Finding]
) -> Entry:
    spans = [(fact.start, fact.end) for fact in one.facts]
    differs: dict[str, tuple[str, ...]] = {}
    for finding in findings:
        for side, other in (_sides(finding), _sides(finding)[::-1]):
            if any(place.article == card.key and _touches(place.start, place.end, spans) for place in side):
                articles = dict.fromkeys(_called(place.article) for place in other if place.article != card.key)
                differs.setdefault(finding.message, tuple(articles))
    return Entry(
        words=" ".join(one.words.split()),
        of=" ".join(one.of.split()),
        paragraphs=tuple(dict.fromkeys(fact.place.paragraph + 1 for fact in one.facts)),
        line=reading.article.lines().position(one.facts[0].start)[0],
        agrees=tuple(_called(key) for key, keys in elsewhere.items() if one.key in keys),
        differs=tuple(differs.items()),
        unlisted=one.unlisted,
    )


def _sides(finding: Finding) -> tuple[tuple[Location, ...], tuple[Location, ...]]:
    """The places that are to change, and those of the other side of the disagreement."""
    return finding.places, tuple(related.location for related in finding.related if related.role == "other")


def _touches(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < last and first < end for first, last in spans)


def _called(key: Key) -> str:
    """The short name of an article: the last part of its path, or the id of a record."""
    path, own = key
    return path.rsplit("/", 1)[-1] if path == own or path.endswith("/" + own) else own
