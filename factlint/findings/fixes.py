"""Which findings are mended in one pass, and what that changes in each article."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factlint.findings.finding import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factlint.findings.finding import Finding

    Key = tuple[str, str]

AUTOMATIC, SUGGESTED = "automatic", "suggested"


@dataclass(frozen=True, slots=True)
class Fixes:
    """The findings that one pass mends, in their order, and the edits of each article in the order of its text.

    ``overlapping`` counts those that another pass could mend, since they want to change what this one changes.
    """

    findings: tuple[Finding, ...] = ()
    edits: dict[Key, tuple[Edit, ...]] = field(default_factory=dict)
    overlapping: int = 0


def chosen(findings: Iterable[Finding], how: str, allowed: Callable[[Finding, Edit], bool]) -> Fixes:
    """The fixes of some findings in their order; of two that overlap the first wins, all its edits or none.

    ``how`` is ``automatic`` (forms that the desk has listed as wrong) or ``suggested`` (also what has one way out
    alone). An edit that is not ``allowed`` is left out of its fix.
    """
    taken: dict[Key, _Taken] = {}
    mended: list[Finding] = []
    overlapping = 0
    for finding in findings:
        wanted = [edit for edit in _edits(finding, how) if allowed(finding, edit)]
        if not wanted:
            continue
        if _take(taken, wanted):
            mended.append(finding)
        else:
            overlapping += 1
    edits = {
        key: tuple(Edit(*key, start, end, words) for start, end, words in taken[key].rows) for key in sorted(taken)
    }
    return Fixes(tuple(mended), {key: found for key, found in edits.items() if found}, overlapping)


def _take(taken: dict[Key, _Taken], wanted: Iterable[Edit]) -> bool:
    """Take all edits of a fix, or none where one of them overlaps what is taken; whether they were taken."""
    new: list[Edit] = []
    for edit in wanted:
        rows = taken.setdefault((edit.path, edit.id), _Taken())
        if rows.has(edit):
            continue
        if rows.overlaps(edit):
            for other in new:
                taken[other.path, other.id].drop(other)
            return False
        rows.add(edit)
        new.append(edit)
    return True


class _Taken:
    """The edits of one article, in the order of its text; none overlap."""

    def __init__(self) -> None:
        self.rows: list[tuple[int, int, str]] = []

    def has(self, edit: Edit) -> bool:
        index = bisect_left(self.rows, _row(edit))
        return self.rows[index : index + 1] == [_row(edit)]

    def overlaps(self, edit: Edit) -> bool:
        """Whether an edit changes what a taken one changes; two at one point would leave their order to chance."""
        index = bisect_left(self.rows, _row(edit))
        near = self.rows[max(0, index - 1) : index + 1]
        return any((start < edit.end and edit.start < end) or start == edit.start for start, end, _ in near)

    def add(self, edit: Edit) -> None:
        insort(self.rows, _row(edit))

    def drop(self, edit: Edit) -> None:
        del self.rows[bisect_left(self.rows, _row(edit))]


def _edits(finding: Finding, how: str) -> tuple[Edit, ...]:
    """What is to be changed for a finding; nothing where it is for a person to say what."""
    ways = [way for way in finding.suggestions if how == SUGGESTED or way.automatic]
    sure = [way for way in ways if way.automatic] or ways
    if len({way.title for way in sure}) != 1:
        return ()
    # What others of the same title add elsewhere was told apart only because the desk has not listed it.
    return tuple(edit for way in ways if way.title == sure[0].title for edit in way.edits)


def _row(edit: Edit) -> tuple[int, int, str]:
    return edit.start, edit.end, edit.replacement
