"""One finding: what should be what, the words where they stand, the other places, the ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.reports.terminal.excerpt import Excerpt, excerpt
from factlint.reports.terminal.page import INDENT, flow
from factlint.reports.terminal.paint import linked, paint
from factlint.reports.terminal.places import other_places, same_places
from factlint.text.cells import cells, cropped, paragraph
from factlint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.findings import Finding, Suggestion
    from factlint.reports.terminal.page import Page

_MESSAGE_LINES = 5
_MESSAGE_ROOM = 30
_WAYS = 5
_TITLE = 60


def block(finding: Finding, page: Page) -> Iterator[str]:
    """The lines of one finding."""
    yield from _headline(finding, page)
    yield from _excerpt(finding, page)
    yield from same_places(finding, page)
    yield from other_places(finding, page)
    yield from _ways_out(finding, page)
    # A line to copy is neither wrapped nor cut.
    yield from (" " * INDENT + paint(visible(line), "dim", page.color) for line in finding.accept)


def _headline(finding: Finding, page: Page) -> Iterator[str]:
    """The severity, the message (wrapped where it is long) and the rule at the right edge."""
    rule = visible(finding.rule) + (" (on trial)" if finding.trial else "")
    room = max(_MESSAGE_ROOM, page.width - INDENT - 2 - cells(rule))
    first, *rest = paragraph(finding.message, room, _MESSAGE_LINES)
    gap = " " * max(2, page.width - INDENT - cells(first) - cells(rule))
    severity = paint(f"{finding.severity:<7}", finding.severity, page.color)
    yield f"  {severity}  {first}{gap}{paint(rule, 'dim', page.color)}"
    for line in rest:
        yield " " * INDENT + line


def _excerpt(finding: Finding, page: Page) -> Iterator[str]:
    place = page.home(finding)
    position = " " * INDENT + page.position(place) + "  "
    clicked = " " * INDENT + linked(page.position(place), page.address(place.path, place.line)) + "  "
    if page.redacted:
        yield clicked
        return
    room = page.width - len(position)
    text = page.texts.get(place.article)
    shown = Excerpt("", cropped(place.text, room), "") if text is None else excerpt(text, place, room)
    words = paint(shown.words, finding.severity, page.color)
    mark = shown.underline
    underline = mark[: len(mark) - len(mark.lstrip())] + paint(mark.lstrip(), finding.severity, page.color)
    yield clicked + shown.before + words + shown.after
    yield " " * len(position) + underline


def _ways_out(finding: Finding, page: Page) -> Iterator[str]:
    """``fix:`` where the desk has listed what is right, ``suggest:`` where somebody has to decide."""
    if page.redacted:
        return
    fixes = [way for way in finding.suggestions if way.automatic]
    choices = [way for way in finding.suggestions if not way.automatic]
    for tag, ways in (("fix:", fixes), ("suggest:", choices)):
        if ways:
            yield from flow(tag, _titles(ways), page.width)


def _titles(ways: list[Suggestion]) -> Iterator[str]:
    shown = ways[:_WAYS]
    for way in shown[:-1]:
        yield f"{cropped(way.title, _TITLE)}  or "
    yield cropped(shown[-1].title, _TITLE)
    if len(ways) > _WAYS:
        yield f" and {len(ways) - _WAYS:,} more"
