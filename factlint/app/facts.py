"""What was read out of articles: the facts that rules see."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from factlint.annotations import kinds
from factlint.app.articles import gathered
from factlint.article import Annotation, Place
from factlint.engine.run import Engine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.annotations import Reading
    from factlint.app.session import Session
    from factlint.article import Anchor
    from factlint.engine.run import Story
    from factlint.text.offsets import Origin
    from factlint.text.problem import Problem


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of some articles: a plain record each, the articles not read and why, the stories, what was wrong."""

    records: tuple[dict[str, Any], ...]
    unread: tuple[tuple[str, str, str], ...]
    stories: tuple[Story, ...]
    problems: tuple[Problem, ...]


def facts(session: Session, paths: Sequence[str], piped: tuple[bytes, str] | None = None) -> Facts:
    """The facts of the articles at some paths; reference articles only help to tell the stories."""
    corpus = gathered(session, paths, piped)
    engine = Engine((), session.knowledge)
    readings = [(engine.read(article), reference) for article, reference in corpus.articles]
    stories = engine.reduce(
        [engine.map(article) for article, _ in corpus.articles], session.configured.settings.story
    ).stories
    story_of = {key: name for name, keys in stories for key in keys}
    records = tuple(record(reading, story_of[reading.article.key]) for reading, reference in readings if not reference)
    unread = tuple((article.path, article.id, why) for article, why in corpus.unchecked)
    return Facts(records, unread, stories, (*session.problems, *corpus.problems))


def record(reading: Reading, story: str | None) -> dict[str, Any]:
    """The facts of one article under the names of the design."""
    card = reading.card
    found: dict[str, Any] = {
        "id": card.id,
        "path": card.path,
        "published": plain(card.published),
        "anchor": _anchor(card.anchor),
        "language": card.language or "en",
        "story": story,
    }
    for kind in sorted(kinds().values(), key=lambda kind: kind.layer or ""):
        if kind.layer is not None:
            found[kind.layer] = [plain(fact, reading.article.origin) for fact in reading.facts(kind.name)]
    return found


def _anchor(anchor: Anchor | None) -> dict[str, Any] | None:
    return (
        None if anchor is None else {"value": plain(anchor.value), "confidence": anchor.confidence, "how": anchor.how}
    )


def plain(value: Any, origin: Origin | None = None) -> Any:
    """A value as JSON has it; of an annotation its fields without its place, its offsets counted in the file."""
    if isinstance(value, Annotation):
        found = dict(_fields(value, origin))
        if origin is not None:
            found["start"], found["end"] = origin.span(value.start, value.end)
        return found
    if isinstance(value, tuple):
        return [plain(item, origin) for item in value]
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


def _fields(fact: Annotation, origin: Origin | None) -> Iterator[tuple[str, Any]]:
    for field in fields(fact):
        value = getattr(fact, field.name)
        if not isinstance(value, Place):
            yield field.name, plain(value, origin)
