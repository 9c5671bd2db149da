"""What every part of the report needs to know: the articles' texts and names, and the screen."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factlint.findings.places import Places
from factlint.findings.wording import title
from factlint.text.cells import cells, cropped
from factlint.text.values import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factlint.findings import Finding, Location
    from factlint.findings.result import Result
    from factlint.reports import Style

# Findings hang below the severity, which stands in a column of its own.
INDENT = 11
_NARROWEST = 50
# How much of the name of an article is shown beside a place in it.
_NAME = 40


@plain
class Page:
    """``width`` counts cells; ``texts`` are the articles by key, ``names`` what an article is called beside a place.

    There are no ``texts`` where the words of the articles are left out of the report. ``links`` is the folder that
    places are linked from, empty where they are not.
    """

    width: int
    color: bool
    texts: Mapping[tuple[str, str], str]
    names: Mapping[tuple[str, str], str]
    places: Places
    redacted: bool = False
    links: str = ""

    def home(self, finding: Finding) -> Location:
        """The place that a finding is shown at."""
        return self.places.home(finding)

    def position(self, place: Location) -> str:
        """``15:215 ¶8``: line and column for those who have the file, the paragraph for those who have it in a CMS."""
        number = self.places.paragraph(place)
        return f"{place.line}:{place.column}" + (f" ¶{number}" if number is not None else "")

    def address(self, path: str, line: int | None = None) -> str:
        """Where a click on a place leads: the file and, for terminals that know what to do with it, the line."""
        if not self.links:
            return ""
        from pathlib import Path

        address = Path(self.links, path).as_uri()
        return address if line is None else f"{address}#{line}"

    def name(self, key: tuple[str, str]) -> str:
        """The name of an article beside a place."""
        return self.names.get(key) or cropped(title(*key), _NAME)


def page_of(result: Result, style: Style) -> Page:
    """The page of a run."""
    keys = [article.key for article in result.articles]
    texts = {article.key: article.text for article in result.articles}
    width, names = max(style.width, _NARROWEST), _short_names(keys)
    return Page(width, style.color, texts, names, Places(result), result.redacted, style.links)


def _short_names(keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The last part of each article's path, or the id of a record, where that is enough to tell it from all others."""
    short = {key: _last_part(*key) for key in keys}
    uses = Counter(short.values())
    return {key: cropped(name if uses[name] == 1 else title(*key), _NAME) for key, name in short.items()}


def _last_part(path: str, article_id: str) -> str:
    is_file = title(path, article_id) == path
    return path.rsplit("/", 1)[-1] if is_file else article_id


def flow(tag: str, items: Iterable[str], width: int) -> Iterator[str]:
    """Items in a row below a finding, on as many lines as they need, later lines hanging below the first item."""
    line, hang = " " * INDENT + tag, " " * (INDENT + cells(tag))
    begun = False
    for item in items:
        if begun and cells(line) + 1 + cells(item) > width:
            yield line
            line = hang
        line += " " + item
        begun = True
    yield line
