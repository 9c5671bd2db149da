"""The articles of a run: those to check and those that are only evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factlint.sources import collect, read_text
from factlint.sources.metadata import completed
from factlint.text.language import foreign_language
from factlint.text.values import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.app.session import Session
    from factlint.article import Article
    from factlint.config.settings import Settings
    from factlint.text.problem import Problem

ENGLISH = ("en", "eng", "english")


@plain
class Corpus:
    """Articles in order of path and id, each with whether it is a reference; those not checked, with the reason."""

    articles: tuple[tuple[Article, bool], ...]
    unchecked: tuple[tuple[Article, str], ...]
    problems: tuple[Problem, ...]


def gathered(session: Session, paths: Sequence[str], piped: tuple[bytes, str] | None = None) -> Corpus:
    """The articles at some paths (or piped in under a name), and the reference articles of the settings.

    An article that lies under a reference keeps the id it has there, so that it is the same article whether it is named
    alone, in a batch or with its folder.
    """
    own = session.configured.settings
    settings = replace(own, published=None, source=None, desk=None, language=None)
    named, problems = collect(paths, cwd=session.cwd, settings=settings)
    if piped is not None:
        one, faults = read_text(piped[0], piped[1], cwd=session.cwd, settings=settings)
        named, problems = (*named, *one), (*problems, *faults)
    references, more = collect(settings.reference, cwd=session.cwd, settings=settings)
    named, references = (
        tuple(completed(article, None, settings_in(session, article.path) or own) for article in some)
        for some in (named, references)
    )
    known = _by_place(references)
    checked = {article.key: article for article in (_as_known(article, known) for article in named)}
    everything = {
        **{article.key: (article, True) for article in references},
        **{key: (article, False) for key, article in checked.items()},
    }
    every = [everything[key] for key in sorted(everything)]
    unchecked = [(article, why) for article, _ in every if (why := foreign(article))]
    skipped = {article.key for article, _ in unchecked}
    return Corpus(
        tuple((article, reference) for article, reference in every if article.key not in skipped),
        tuple((article, why) for article, why in unchecked if article.key in checked),
        (*problems, *more),
    )


def settings_in(session: Session, path: str) -> Settings | None:
    """The settings for the articles of a shown path, where its folder has its own; None for those of the run."""
    folders = session.configured.folders
    found = folders.of((session.cwd / path).parent) if folders is not None else None
    return found.settings if found is not None else None


def _by_place(references: Sequence[Article]) -> dict[str, list[Article]]:
    places: dict[str, list[Article]] = {}
    for article in references:
        places.setdefault(article.path, []).append(article)
    return places


def _as_known(article: Article, known: dict[str, list[Article]]) -> Article:
    """A file that is also a reference goes by its id there; records have ids of their own."""
    there = known.get(article.path, [])
    if len(there) == 1 and article.path.endswith(article.id):
        return replace(article, id=there[0].id)
    return article


def foreign(article: Article) -> str:
    """Why an article is not checked: it says that it is in another language, or its words do; empty for English."""
    language = article.metadata.language
    if language is not None:
        english = language.replace("_", "-").lower().split("-")[0] in ENGLISH
        return "" if english else f"its language is {language}; factlint reads English"
    found = foreign_language(article.text)
    return "" if found is None else f"it looks like {found}; factlint reads English (set language: en if it is)"
