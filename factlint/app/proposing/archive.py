"""The articles of an archive one after the other, however many there are."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.app.articles import foreign
from factlint.sources import read_found, read_text, suffixes
from factlint.sources.discovery import discover

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.app.session import Session
    from factlint.article import Article
    from factlint.sources.discovery import Found
    from factlint.text.problem import Problem

# A file of records that is larger than this is read in parts of about this size, in bytes.
_PART = 4_000_000
_RECORDS = (".jsonl", ".ndjson")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_MOST_PROBLEMS = 100


@dataclass(slots=True)
class Archive:
    """Articles in the order of their files and records; one is in memory at a time, or one part of a file of records.

    ``problems`` fills while the articles are read, with no more of them than anybody would look at; ``skipped`` counts
    articles in other languages.
    """

    session: Session
    paths: Sequence[str]
    problems: list[Problem] = field(default_factory=list)
    skipped: int = 0

    def articles(self) -> Iterator[Article]:
        """Every article that can be read and is in English."""
        found, problems = discover(self.paths, self.session.cwd, suffixes(), self.session.configured.settings.exclude)
        self._complain(problems)
        for one in found:
            for articles, faults in self._parts(one):
                self._complain(faults)
                for article in articles:
                    if foreign(article):
                        self.skipped += 1
                    else:
                        yield article

    def _complain(self, problems: Sequence[Problem]) -> None:
        self.problems += problems[: _MOST_PROBLEMS - len(self.problems)]

    def _parts(self, found: Found) -> Iterator[tuple[Sequence[Article], Sequence[Problem]]]:
        file, settings = Path(found.file), self.session.configured.settings
        if not found.file.lower().endswith(_RECORDS) or file.stat().st_size <= _PART or _is_utf_16(file):
            yield read_found(found, settings=settings)
            return
        before = 0
        with file.open("rb") as lines:
            while part := lines.readlines(_PART):
                articles, problems = read_text(
                    b"".join(part), found.path, found.id, cwd=self.session.cwd, settings=settings
                )
                yield articles, [replace(one, line=one.line + before if one.line else None) for one in problems]
                before += len(part)


def _is_utf_16(file: Path) -> bool:
    with file.open("rb") as data:
        return data.read(2) in _UTF_16
