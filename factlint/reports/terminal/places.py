"""The other places of a finding: where the same must change, and what stands against it or speaks for it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from factlint.findings.wording import counted
from factlint.reports.terminal.page import INDENT, flow
from factlint.reports.terminal.wordings import differing, marked_lines
from factlint.text.cells import cropped
from factlint.text.forms import comparable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.findings import Finding, Location, Related
    from factlint.reports.terminal.page import Page

    # The key of an article and a position in it.
    Spot = tuple[tuple[str, str], str]

# How much is shown of a long list: places in one article, articles, versions of the words.
_PLACES = 8
_ARTICLES = 6
_VERSIONS = 4
_LABEL = 100
_TAGS = {"other": "compare:", "evidence": "see:"}
# How many lines the words of a place may take: a version is read as a whole, evidence is only pointed at.
_LINES = {"other": 3, "evidence": 1}


def same_places(finding: Finding, page: Page) -> Iterator[str]:
    """``4 places: 2:146 ¶2, 15:215 ¶8 · brief.txt 3:20 ¶2``, with words that are not those of the first place."""
    if len(finding.places) < 2:
        return
    home = page.home(finding)
    places = sorted(finding.places, key=lambda place: (place.article != home.article, place))
    words = comparable(home.text)
    spots = [
        (place.article, page.position(place) + ("" if comparable(place.text) == words else f" {_brief(place.text)}"))
        for place in places
    ]
    yield from flow(f"{len(places):,} places:", _by_article(spots, home, page), page.width)


def other_places(finding: Finding, page: Page) -> Iterator[str]:
    """The other sides of a conflict, then the evidence: the words of each version once, with all its places."""
    for role, tag in _TAGS.items():
        versions: dict[tuple[str, str], list[Location]] = {}
        for other in finding.related:
            if other.role == role:
                versions.setdefault(_version(other), []).append(other.location)
        for index, ((_, label), places) in enumerate(list(versions.items())[:_VERSIONS]):
            first = tag if index == 0 else " " * len(tag)
            yield from _version_lines(first, places, label, _LINES[role], finding, page)
        if len(versions) > _VERSIONS:
            yield " " * (INDENT + len(tag) + 1) + f"and {len(versions) - _VERSIONS:,} more"


def _version(other: Related) -> tuple[str, str]:
    return other.location.text, other.label


def _version_lines(
    tag: str, places: list[Location], label: str, most: int, finding: Finding, page: Page
) -> Iterator[str]:
    """The words in quotation marks, underlined where they differ from the finding's; then the places and the label."""
    home, text = page.home(finding), places[0].text
    room = page.width - INDENT - len(tag) - 1
    where = _by_article([(place.article, page.position(place)) for place in places], home, page, to="in ")
    if page.redacted:
        yield from flow(tag, where, page.width)
        return
    marks = differing(home.text, text) if most > 1 else ()
    *lines, last = marked_lines(text, marks, room, most)
    hang = " " * (INDENT + len(tag) + 1)
    head = " " * INDENT + tag + " "
    for shown, underline in lines:
        yield head + shown
        yield from [hang + underline] * bool(underline)
        head = hang
    shown, underline = last
    items = [*where, *([f"· {cropped(label, _LABEL)}"] if label else [])]
    first, *rest = flow(head[INDENT:-1], [shown, *items], page.width)
    yield first
    yield from [hang + underline] * bool(underline)
    yield from rest


def _by_article(spots: Iterable[Spot], home: Location, page: Page, to: str = "") -> list[str]:
    """Positions, behind the name of their article where that is another one."""
    items: list[str] = []
    articles = [(key, [position for _, position in group]) for key, group in groupby(spots, lambda spot: spot[0])]
    for key, positions in articles[:_ARTICLES]:
        shown = positions[:_PLACES]
        there = [f"{position}," for position in shown[:-1]] + shown[-1:]
        if key != home.article:
            there[0] = f"{'· ' if items else to}{page.name(key)} {there[0]}"
        items += there
        if len(positions) > _PLACES:
            items.append(f"and {len(positions) - _PLACES:,} more")
    if len(articles) > _ARTICLES:
        items.append(f"· and {counted(len(articles) - _ARTICLES, 'more article')}")
    return items


def _brief(text: str) -> str:
    return f"“{cropped(text, 30)}”"
