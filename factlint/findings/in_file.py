"""Places as the code points of the files they stand in, for programs that open those files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.findings.finding import Edit, Finding, Location, Suggestion
    from factlint.findings.result import Result
    from factlint.text.offsets import Origin

    _Origins = Mapping[tuple[str, str], Origin]
    P = TypeVar("P", "Location", "Edit")


def in_file(result: Result) -> Result:
    """The same result, its offsets counted in the file also where a text was taken out of markup or JSON.

    Nothing can be looked up by them in the articles' texts any more.
    """
    origins = {one.key: one.origin for one in result.articles if one.origin is not None}
    if not origins:
        return result
    return replace(
        result,
        findings=tuple(_finding(one, origins) for one in result.findings),
        suppressions=tuple(replace(one, finding=_finding(one.finding, origins)) for one in result.suppressions),
    )


def _finding(finding: Finding, origins: _Origins) -> Finding:
    return replace(
        finding,
        primary=_moved(finding.primary, origins),
        related=tuple(replace(one, location=_moved(one.location, origins)) for one in finding.related),
        suggestions=tuple(_suggestion(way, origins) for way in finding.suggestions),
    )


def _suggestion(way: Suggestion, origins: _Origins) -> Suggestion:
    return replace(way, edits=tuple(_moved(edit, origins) for edit in way.edits))


def _moved(place: P, origins: _Origins) -> P:
    origin = origins.get((place.path, place.id))
    if origin is None:
        return place
    start, end = origin.span(place.start, place.end)
    return replace(place, start=start, end=end)
