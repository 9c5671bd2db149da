"""Only what stands on changed lines counts; the rest of the articles is evidence."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field
from typing import TYPE_CHECKING

from factlint.findings.suppress import UNCHANGED, Kept, Suppression
from factlint.text.values import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from factlint.findings.finding import Finding, Location


@plain
class Changed:
    """Changed lines, by the path of their file: ranges of 1-based lines, both ends included, in order.

    A file without ranges is new, and all its lines are.
    """

    files: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)

    def touches(self, path: str, first: int, last: int) -> bool:
        """Whether some of the lines of a file have changed."""
        ranges = self.files.get(path)
        if not ranges:
            return ranges is not None
        index = bisect_right(ranges, (last, _FAR)) - 1
        return index >= 0 and ranges[index][1] >= first


_FAR = 1 << 60


def on_changed_lines(
    findings: Iterable[Finding], changed: Changed, lines_of: Callable[[Location], tuple[int, int]]
) -> Kept:
    """The findings with a place to change on a changed line; ``lines_of`` gives the lines of a place in its file."""
    here, elsewhere = [], []
    for finding in findings:
        if any(changed.touches(place.path, *lines_of(place)) for place in finding.places):
            here.append(finding)
        else:
            elsewhere.append(Suppression(finding, UNCHANGED))
    return Kept(tuple(here), tuple(elsewhere))
