"""Knowledge mined from an archive: who is in the news, under which titles and spellings, for a person to review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.app.proposing.acronyms import organisations
from factlint.app.proposing.archive import Archive
from factlint.app.proposing.page import Page
from factlint.app.proposing.people import people
from factlint.app.proposing.tally import Tally
from factlint.engine.run import Engine

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Sequence

    from factlint.app.session import Session
    from factlint.text.problem import Problem

_STEP = 500


@dataclass(frozen=True, slots=True)
class Proposal:
    """A knowledge file to review, what it was made from, and what could not be read.

    ``undated`` and ``early`` count articles that ``since`` left out, ``skipped`` those in other languages.
    """

    yaml: str
    page: Page
    undated: int
    early: int
    skipped: int
    problems: tuple[Problem, ...]


def propose(
    session: Session,
    paths: Sequence[str],
    least: int,
    since: datetime.date | None = None,
    progress: Callable[[int], object] = lambda _: None,
) -> Proposal:
    """What the articles at some paths propose: names that stand in at least so many of them.

    With ``since`` only articles that say that they are from that day or later count. ``progress`` is told now and then
    how many articles were read.
    """
    archive, tally, engine = Archive(session, paths), Tally(), Engine((), session.knowledge)
    undated = early = 0
    for article in archive.articles():
        published = article.metadata.published
        if since is not None and (published is None or published < since):
            undated, early = undated + (published is None), early + (published is not None)
            continue
        tally.fold(engine.read(article))
        if tally.articles % _STEP == 0:
            progress(tally.articles)
    page = Page(
        tally.articles,
        tally.words,
        tally.one_file,
        people(tally, session.knowledge, least),
        organisations(tally, session.knowledge, least),
    )
    return Proposal(page.yaml(least), page, undated, early, archive.skipped, tuple(archive.problems))
