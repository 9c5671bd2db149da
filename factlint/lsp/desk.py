"""One folder of an editor's workspace: its rules and knowledge, its articles, and what is found in the open ones.

All of it is used by one thread at a time. A change of one text costs the reading of that article; what was made of the
others is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.app.articles import Corpus, foreign
from factlint.app.check import judged
from factlint.app.session import opened, shown
from factlint.engine.run import Engine
from factlint.lsp.entries import Entries
from factlint.lsp.neighbours import Neighbours
from factlint.sources import read_text, source_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from factlint.annotations import Reading
    from factlint.article import Article
    from factlint.engine.article import Mapped
    from factlint.findings import Finding
    from factlint.findings.result import Result
    from factlint.text.problem import Problem

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Open:
    """An open article as it is now; ``article`` is None where the text cannot be read, and ``problems`` say why."""

    text: str
    article: Article | None
    mapped: Mapped | None
    unchecked: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """The open articles of a folder by their files, what was found in them, and all articles that helped."""

    articles: Mapping[Path, Open]
    result: Result
    around: Mapping[Key, Article]

    def about(self, file: Path) -> tuple[Finding, ...]:
        """The findings with a place to change in the article of a file, in report order."""
        article = self.articles[file].article if file in self.articles else None
        if article is None:
            return ()
        return tuple(one for one in self.result.findings if any(place.article == article.key for place in one.places))


class Desk:
    """Rules, knowledge and articles of one folder. ``deep`` says that the folders below it belong to it too."""

    def __init__(self, root: Path, *, deep: bool = True) -> None:
        self.root = root
        self._deep = deep
        self._open: dict[Path, Open] = {}
        self._last: tuple[int, dict[Path, str], Checked] | None = None
        self._readings: dict[Path, tuple[str, Reading]] = {}
        self.reload()

    def reload(self) -> None:
        """Read settings, rules and knowledge again; no article is taken for read."""
        self.session = opened(self.root)
        self.engine = Engine(self.session.rules, self.session.knowledge)
        self.entries = Entries(self.session)
        self.neighbours = Neighbours(self.session, self.engine, self.root, deep=self._deep)
        self._open.clear()
        self._last = None
        self._readings.clear()

    def has(self, file: Path) -> bool:
        """Whether a file is an article that can be checked as it is typed: one article a file, of a known format."""
        source = source_of(file.name)
        return source is not None and not source.records

    def checked(self, texts: Mapping[Path, str]) -> Checked:
        """What is found in the open articles, each with its present text."""
        state, now = self.neighbours.state, dict(texts)
        if self._last is None or self._last[:2] != (state, now):
            self._last = state, now, self._checked(now)
        return self._last[2]

    def _checked(self, texts: Mapping[Path, str]) -> Checked:
        self._open = {file: self._opened(file, text) for file, text in texts.items()}
        own = [one for one in self._open.values() if one.article is not None and one.mapped is not None]
        rows = {article.key: (article, mapped, True) for article, mapped in self.neighbours.articles(texts)}
        rows |= {one.article.key: (one.article, one.mapped, False) for one in own if one.article and one.mapped}
        ordered = [rows[key] for key in sorted(rows)]
        outcome = self.engine.reduce([mapped for _, mapped, _ in ordered], self.session.configured.settings.story)
        unchecked = tuple((one.article, one.unchecked) for one in self._open.values() if one.article and one.unchecked)
        corpus = Corpus(tuple((article, reference) for article, _, reference in ordered), unchecked, ())
        result = judged(self.session, corpus, outcome)
        return Checked(dict(self._open), result, {article.key: article for article, _, _ in ordered})

    def reading(self, file: Path, text: str) -> Reading | None:
        """All facts of an article; None where its text cannot be read."""
        known = self._readings.get(file)
        if known is None or known[0] != text:
            article = self._opened(file, text).article
            if article is None:
                return None
            # Of few texts are facts asked for at a time: those that somebody points at.
            self._readings = {file: (text, self.engine.read(article))}
        return self._readings[file][1]

    def unread(self, texts: Mapping[Path, str]) -> Iterator[str]:
        """The files around the open articles that should be read next."""
        return self.neighbours.unread(texts.keys())

    def shown(self, file: Path) -> str:
        """A file as problems and findings name it."""
        return shown(str(file), self.root)

    def _opened(self, file: Path, text: str) -> Open:
        known = self._open.get(file)
        if known is not None and known.text == text:
            return known
        # With the mark before it no format can take the text of the editor for another encoding.
        data = ("\ufeff" + text).encode("utf-8", "replace")
        settings = self.session.configured.settings
        name = self.neighbours.article_id(file)
        articles, problems = read_text(data, str(file), name, cwd=self.root, settings=settings)
        if not articles:
            return Open(text, None, None, "", problems)
        unchecked = foreign(articles[0])
        mapped = None if unchecked else self.engine.map(articles[0])
        return Open(text, articles[0], mapped, unchecked, problems)
